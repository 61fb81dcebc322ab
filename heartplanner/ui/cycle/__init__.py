"""The cycle view: the rotation as a board."""
