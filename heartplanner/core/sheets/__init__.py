"""What each sheet of paper says."""
