"""What is said of a roster: its lines, what they were read as, and what is left out."""
