"""What a month takes of a window's width, and what it leaves for a panel beside it."""

from __future__ import annotations

from heartplanner.ui.month.month_table import SMALLEST_CELL, TOTAL_WIDTHS

EDGE, GAP = 16, 12
"""What a window leaves free at its sides, and between the calendar and what stands beside it."""
SCROLL_BAR = 20
"""What the bar for scrolling up and down and the table's own edge take at most."""


def beside_month(width: int, scale: float) -> int:
    """The width that is left of a window's where a month shows all its days and each week's hours.

    In pixels, for text enlarged by `scale`. With less than the rest the month scrolls sideways.
    """
    month = 7 * round(SMALLEST_CELL[0] * scale) + round(TOTAL_WIDTHS[0] * scale) + SCROLL_BAR
    return width - 2 * EDGE - GAP - month
