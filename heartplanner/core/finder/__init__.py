"""The finder: which rotations fit the days that are known."""
