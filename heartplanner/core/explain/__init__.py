"""What a day, a change or a plan means, in sentences."""
