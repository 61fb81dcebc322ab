"""What else takes place on a day: events of other calendars and entries of one's own."""
