"""The commands, one file each with its arguments and its action, in rooms by what they are about."""
