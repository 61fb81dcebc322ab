"""The panels beside the calendar: at a glance, the days selected, what lies ahead."""
