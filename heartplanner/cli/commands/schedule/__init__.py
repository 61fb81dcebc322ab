"""Commands that state one's own schedule, change it, check it, and bring an earlier copy back."""
