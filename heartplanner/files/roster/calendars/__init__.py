"""Calendar files: events, series, zones, and what stands beside a title."""
