"""The looks of the window: colors, style sheet, icons."""
