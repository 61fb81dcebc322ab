"""Other people's calendars in the window: reading them anew, and the list of them."""
