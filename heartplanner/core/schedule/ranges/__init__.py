"""Stretches of the calendar: a month, its rows, a selection, what is shown where nothing is asked for."""
