"""The commands: a file each, of the command's name, with its arguments and what it does."""
