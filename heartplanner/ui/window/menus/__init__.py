"""What one can do in the window, by its name, key and menu."""
