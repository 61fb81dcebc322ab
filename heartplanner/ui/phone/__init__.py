"""Everything that hands the calendar over."""
