"""The year view."""
