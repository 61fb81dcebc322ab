"""The book of hours: its table, its plot, and pay periods."""
