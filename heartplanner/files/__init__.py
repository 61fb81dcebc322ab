"""Formats and places: the plan file, iCalendar, atomic saving, folders. No Qt."""
