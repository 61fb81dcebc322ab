"""Other calendars: .ics files, folders of them, and what was fetched of a link."""
