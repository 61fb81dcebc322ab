"""Dates, hours and counts in words."""
