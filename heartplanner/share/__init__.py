"""Handing a calendar to other machines: a phone, a server. No widgets."""
