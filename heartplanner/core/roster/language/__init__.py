"""The language of rosters: words, tokens, grammar, and what a line means."""
