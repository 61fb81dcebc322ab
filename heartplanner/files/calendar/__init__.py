"""Calendar files: writing, reading back, what a target has, reading those of others."""
