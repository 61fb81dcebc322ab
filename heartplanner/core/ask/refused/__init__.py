"""What a question is refused with: what is not understood in it, and what can be asked instead."""
