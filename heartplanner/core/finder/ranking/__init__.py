"""The likeliest of the rotations that are left, one after the other."""
