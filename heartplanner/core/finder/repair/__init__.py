"""Marks that no rotation fits: the rotations nearest to them, and what becomes of the days that differ."""
