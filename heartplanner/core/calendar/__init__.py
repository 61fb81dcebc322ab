"""What goes into a calendar on a phone, and what changed there since."""
