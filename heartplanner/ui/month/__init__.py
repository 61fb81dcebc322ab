"""The month view."""
