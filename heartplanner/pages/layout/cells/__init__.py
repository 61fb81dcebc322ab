"""The cells of months on paper."""
