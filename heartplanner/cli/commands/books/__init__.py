"""Commands for what is kept beside the schedule: hours, leave, pay, swaps, people, appointments."""
