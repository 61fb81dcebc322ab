"""Lines without a date that are known to change no day."""
