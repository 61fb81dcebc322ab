"""The break as a band through the cells of its days, from edge to edge."""

from __future__ import annotations

from collections.abc import Iterator

from heartplanner.core.cells.cells import BreakBand
from heartplanner.pages.layout.cells.cell_fonts import PAD
from heartplanner.pages.page import Box, Fill, PageItem, Stroke
from heartplanner.pages.print_colors import WHITE, PrintLook, break_colors

HEIGHT = 19.0
EDGE = 1.6
STRIP = 3.0


def piece(cell: Box, top: float, place: BreakBand) -> Box:
    """A day's piece of the band: it stops short of the cell's edge only where it begins or ends."""
    x = cell.x + (PAD - 1 if place.begins else 0)
    right = cell.right - (PAD - 1 if place.ends else 0)
    return Box(x, top, right - x, HEIGHT)


def band(box: Box, place: BreakBand, strength: PrintLook) -> Iterator[PageItem]:
    """Its ground and its edges, open where it goes on."""
    ink = break_colors(strength)
    if ink.ground != WHITE:
        yield Fill(box, ink.ground)
    for y in (box.y, box.bottom):
        yield Stroke((box.x, y), (box.right, y), EDGE, ink.edge)
    if place.begins:
        yield Stroke((box.x, box.y), (box.x, box.bottom), EDGE, ink.edge)
    if place.ends:
        yield Stroke((box.right, box.y), (box.right, box.bottom), EDGE, ink.edge)


def strip(cell: Box, top: float, strength: PrintLook) -> Fill:
    """The band as it goes on above what is worked, or was to be, in the break."""
    return Fill(Box(cell.x, top, cell.width, STRIP), break_colors(strength).edge)
