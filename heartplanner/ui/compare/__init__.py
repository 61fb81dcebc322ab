"""A new roster beside the schedule: what differs, and taking it over."""
