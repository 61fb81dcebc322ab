"""What a form beside the calendar asks, for each kind of change, and what comes of it."""
