"""The commands: one file each, its arguments and its action together."""
