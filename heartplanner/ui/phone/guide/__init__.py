"""How a calendar gets onto each phone: the guides, and a link to subscribe to."""
