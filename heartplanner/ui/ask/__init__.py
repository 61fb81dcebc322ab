"""Questions to the calendar: the field in the header, and the answer beside the calendar."""
