"""What is on the screen and on paper."""
