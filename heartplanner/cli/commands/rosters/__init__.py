"""Commands that read a roster: to find the rotation behind it, and to compare it with one's schedule."""
