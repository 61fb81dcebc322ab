"""Other machines: handing the calendar to a server or a phone. No Qt."""
