"""What the cell of a day says, on the screen and on paper."""
