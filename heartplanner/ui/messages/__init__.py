"""What the window tells on its own: the message bar, and what is said in it and in the status line."""
