"""What follows from a plan: days, breaks, totals, rest."""
