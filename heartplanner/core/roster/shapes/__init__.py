"""The shapes of rosters: lines with headings, tables, grids of days, events."""
