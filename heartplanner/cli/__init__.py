"""The command line: reads the clock and the arguments, prints. It imports no Qt."""
