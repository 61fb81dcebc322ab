"""Handing a calendar to other machines. No widgets."""
