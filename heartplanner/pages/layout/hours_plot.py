"""The plot of hours a work week on paper: filled so far, outlined to come, hatched over 40."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heartplanner.core.hours.figures import WEEK_LIMIT
from heartplanner.core.hours.plot import WeekBar
from heartplanner.core.words.english import brief_day
from heartplanner.pages import print_colors
from heartplanner.pages.page import Box, Fill, Frame, Hatch, PageItem, Stroke
from heartplanner.pages.text_fit import Pen, TextStyle, height, width

LABEL = TextStyle(7)
TITLE = TextStyle(9, bold=True)
SCALE = 24.0
"""Where the numbers at the left stand."""
GAP = 0.25
"""Of a bar's room that is left free."""
SO_FAR, OFF = "#5b6478", "#e6e6e6"
STEP = 20 * 60
"""Minutes between two lines of the scale."""
EDGE = 0.6
LEGEND = "filled: worked; outlined: to come; pale: time off; hatched: over 40 h"


def lay_plot(bars: Sequence[WeekBar], box: Box) -> Iterator[PageItem]:
    """A bar a week, with the line at 40 hours through all of them."""
    pen = Pen(LABEL, print_colors.BLACK)
    yield Pen(TITLE, print_colors.BLACK).at("Hours a work week", box.x, box.y, box)
    legend = pen.at(LEGEND, box.x, box.y + height(TITLE), box)
    yield legend
    top, low = legend.box.bottom + 6, box.bottom - height(LABEL) - 2
    field = Box(box.x + SCALE, top, box.width - SCALE, low - top)
    most = max(3 * STEP, *(bar.worked + bar.time_off for bar in bars))
    up = field.height / most
    for minutes in range(0, most + 1, STEP):
        y = low - minutes * up
        strong = minutes == WEEK_LIMIT
        color = print_colors.GRID if strong else print_colors.PALE_GRID
        yield Stroke((field.x, y), (field.right, y), 1.0 if strong else 0.3, color)
        yield pen.ending(f"{minutes // 60} h", field.x - 4, y - height(LABEL) / 2, box)
    wide = field.width / len(bars)
    shown = field.x
    for n, bar in enumerate(bars):
        x = field.x + n * wide
        yield from _bar(bar, Box(x + wide * GAP / 2, top, wide * (1 - GAP), low - top), up)
        name = brief_day(bar.first)
        # A date is left out where the one before it reaches as far as here.
        if x >= shown and x + width(name, LABEL) <= box.right:
            word = pen.at(name, x, low + 2, box)
            yield word
            shown = word.box.right + 6


def _bar(bar: WeekBar, room: Box, up: float) -> Iterator[PageItem]:
    low = room.bottom
    for minutes, color in ((bar.so_far, SO_FAR), (bar.to_come, ""), (bar.time_off, OFF)):
        if not minutes:
            continue
        part = Box(room.x, low - minutes * up, room.width, minutes * up)
        if color:
            yield Fill(part, color)
        yield Frame(part, EDGE, print_colors.BLACK)
        low = part.y
    over = bar.worked - WEEK_LIMIT
    if over > 0:
        top = room.bottom - bar.worked * up
        yield Hatch(
            Box(room.x, top, room.width, over * up), print_colors.BLACK, 4, EDGE, rising=True
        )
