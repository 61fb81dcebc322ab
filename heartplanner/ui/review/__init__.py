"""The review of a roster: one table of what was read and what was not, before anything of it is used."""
