"""The plan file and its earlier versions."""
