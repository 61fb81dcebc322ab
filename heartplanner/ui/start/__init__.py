"""Before and around the window: one instance, crashes, recovery."""
