"""The six-week board that the cycle view and the finder share."""
