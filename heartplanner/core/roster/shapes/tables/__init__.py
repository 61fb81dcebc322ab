"""Tables of days: columns, grids, rows, weeks, and their headings."""
