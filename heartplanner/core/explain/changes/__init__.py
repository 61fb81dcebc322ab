"""Changes in words: what they are called, what they do, and what comes back when they are taken back."""
