"""A calendar for other machines: a phone, a server. No widgets."""
