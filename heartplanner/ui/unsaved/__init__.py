"""What is typed and not saved: recorded while one types, and offered back at the next start."""
