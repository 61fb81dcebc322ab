"""A file handed to a phone over the same Wi-Fi."""
