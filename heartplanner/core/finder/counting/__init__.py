"""Which rotations keep the rules and agree with the marks: counted exactly, never listed."""
