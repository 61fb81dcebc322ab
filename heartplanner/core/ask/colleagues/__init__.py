"""Questions about colleagues: days off in common, who could work, swaps."""
