"""Roster files of every kind: bytes to text, tables or events, in a process of its own."""
