"""The list view."""
