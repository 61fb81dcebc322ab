"""What a month takes of a window's width, what it leaves for a panel, and how it does with less."""

from __future__ import annotations

from typing import NamedTuple

EDGE, GAP = 16, 12
"""What a window leaves free at its sides, and between the calendar and what stands beside it."""
SCROLL_BAR = 20
"""What the bar for scrolling up and down and the table's own edge take at most."""
TOTAL_WIDTHS = (70, 101)
"""Of a week's hours where the cells are small, and else."""
SMALLEST_CELL = (68, 64)
LEAST_CELL = 40
"""Under this width a column says nothing any more; then the month scrolls sideways."""
READABLE = 1.25
"""Where the days would be drawn smaller than this, the week's hours make room for them."""


class MonthRoom(NamedTuple):
    """How a month is drawn in a width.

    `scale`: the size of its text, 1 is the usual one; `day`: the least width of a day in pixels; `total`:
    whether each week's hours are shown.
    """

    scale: float
    day: int
    total: bool


def month_room(width: int, scale: float) -> MonthRoom:
    """How a month is drawn in a width in pixels, where text is to be enlarged by `scale`.

    All seven days are seen before all else. Beside a form or the first steps large text has no room for
    them: there the month is drawn smaller, but never smaller than without enlarging.
    """
    room, days = width - SCROLL_BAR, 7 * SMALLEST_CELL[0]
    whole = days + TOTAL_WIDTHS[0]
    total = room >= whole * min(scale, READABLE)
    drawn = min(scale, max(room / (whole if total else days), 1.0))
    day = min(round(SMALLEST_CELL[0] * drawn), max(room // 7, LEAST_CELL))
    return MonthRoom(drawn, day, total)


def beside_month(width: int, scale: float) -> int:
    """The width that is left of a window's where a month shows all its days and each week's hours.

    In pixels, for text enlarged by `scale`. With less than the rest the month is drawn smaller.
    """
    month = 7 * round(SMALLEST_CELL[0] * scale) + round(TOTAL_WIDTHS[0] * scale) + SCROLL_BAR
    return width - 2 * EDGE - GAP - month
