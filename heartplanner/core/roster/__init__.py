"""Reading rosters: text, tables and events to dated lines, each read or listed with the reason."""
