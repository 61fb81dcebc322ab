"""Questions about one's own work: the next shift, break or payday, and hours worked and to come."""
