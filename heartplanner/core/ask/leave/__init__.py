"""Questions about leave: is there enough, how much is left, and what an answer takes of it."""
