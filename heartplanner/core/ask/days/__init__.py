"""The grammar of days: one or several, a part of one, the range that a question looks in."""
