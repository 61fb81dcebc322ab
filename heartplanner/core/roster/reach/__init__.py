"""How far a line reaches that is not understood, and what it leaves open."""
