"""Links to other people's calendars."""
