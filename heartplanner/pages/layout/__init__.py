"""The layouts: each sheet of paper as items on a page."""
