"""Dates as a roster writes them: what they may be, and in which year."""
