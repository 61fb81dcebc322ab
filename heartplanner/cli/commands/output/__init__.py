"""Commands that give the calendar out: on the screen, as a file, on paper, on a server."""
