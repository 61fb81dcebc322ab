"""What the responder states."""
