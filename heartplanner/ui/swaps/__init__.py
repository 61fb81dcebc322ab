"""The book of swaps in the window."""
