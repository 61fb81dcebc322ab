"""Colleagues: their rotation cards, and one's own."""
