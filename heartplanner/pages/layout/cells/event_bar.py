"""An event that goes on for days as a bar through the cells of a week, white on any ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from heartplanner.core.cells.event_bars import EventBar, event_bars
from heartplanner.core.sheets.month import PaperDay
from heartplanner.pages.layout.cells.cell_fonts import BAR_WORDS, PAD
from heartplanner.pages.layout.cells.day_cell import note_room
from heartplanner.pages.page import Box, Fill, PageItem, Stroke
from heartplanner.pages.print_colors import BLACK, GRAY, WHITE
from heartplanner.pages.text_fit import Pen, TextStyle, height, largest

HEIGHT, LOW = 11.0, 8.5
"""Of a bar, and where a month has six weeks."""
BETWEEN = 1.5
EDGE = 0.8


class PaperBar(NamedTuple):
    """A bar of a week, and where it lies on the page."""

    bar: EventBar
    box: Box


def placed_bars(days: Sequence[PaperDay], boxes: Sequence[Box]) -> list[PaperBar]:
    """The bars of a week that have room in all the cells that they cross, and for their words.

    `boxes`: of the days. The lowest bar is as high in each cell as what stands at the foot of any of them
    asks for.
    """
    bars = event_bars([day.cell for day in days])
    crossed = {column for bar in bars for column in range(bar.first, bar.last + 1)}
    if not crossed:
        return []
    tops, bottoms = zip(*(note_room(days[n], boxes[n]) for n in crossed), strict=True)
    top, bottom = max(tops), min(bottoms)
    tall = HEIGHT if bottom - top >= HEIGHT else LOW
    placed = (PaperBar(bar, _box(bar, boxes, bottom, tall)) for bar in bars)
    return [one for one in placed if one.box.y >= top and _words(one)]


def _box(bar: EventBar, boxes: Sequence[Box], bottom: float, tall: float) -> Box:
    left = boxes[bar.first].x + (PAD - 1 if bar.begins else 0)
    right = boxes[bar.last].right - (PAD - 1 if bar.ends else 0)
    top = bottom - tall - bar.lane * (tall + BETWEEN)
    return Box(left, top, right - left, tall)


def _words(placed: PaperBar) -> tuple[str, TextStyle] | None:
    styles = [style for style in BAR_WORDS if height(style) <= placed.box.height]
    return largest(placed.bar.span.words, styles, placed.box.width - 2 * PAD)


def lay_bar(placed: PaperBar, days: Sequence[PaperDay]) -> Iterator[PageItem]:
    """Its ground, its edge, which is open where it goes on, and its words."""
    bar, box = placed
    outside = all(day.outside for day in days[bar.first : bar.last + 1])
    ink = GRAY if outside else BLACK
    yield Fill(box, WHITE)
    for y in (box.y, box.bottom):
        yield Stroke((box.x, y), (box.right, y), EDGE, ink)
    for x, drawn in ((box.x, bar.begins), (box.right, bar.ends)):
        if drawn:
            yield Stroke((x, box.y), (x, box.bottom), EDGE, ink)
    fitting = _words(placed)
    assert fitting is not None
    text, style = fitting
    y = box.y + (box.height - height(style)) / 2
    yield Pen(style, ink).at(text, box.x + PAD, y, box)
