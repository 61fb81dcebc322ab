"""Colleagues beside one's own schedule: rotation cards, common days off, who could take a shift."""
