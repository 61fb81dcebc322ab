"""A file for a phone on the same Wi-Fi."""
