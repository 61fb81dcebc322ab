"""Leave: what accrues, what is taken, and what is left on any day to come."""
