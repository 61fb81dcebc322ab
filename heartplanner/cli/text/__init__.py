"""What commands print: lines and tables."""
