"""The finder view."""
