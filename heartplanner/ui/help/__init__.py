"""The help: the manual and the reference as pages."""
