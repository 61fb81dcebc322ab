"""The book of hours: what was worked and what is to come, by week, pay period, month, cycle or year."""
