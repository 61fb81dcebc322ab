"""A day in small, on the page of a year or the card of a cycle: its number, its letter, what it is."""

from __future__ import annotations

from collections.abc import Iterator

from heartplanner.core.cells import BreakBand
from heartplanner.core.paper import PaperDay
from heartplanner.ui.paper import ink
from heartplanner.ui.paper.day_cell import main_chip
from heartplanner.ui.paper.ink import Strength
from heartplanner.ui.paper.items import Box, Fill, Frame, Item, Line, Words
from heartplanner.ui.paper.lettering import Pen, Style, height, width

NUMBER_SHARE = 0.46
LETTER_SHARES = (0.66, 0.62, 0.58, 0.54, 0.5, 0.46, 0.4)
"""Of the cell's height: the number's size, and the letter's, the first that fits beside it."""
BAR = 0.11
LINE = 0.5


def lay_small(day: PaperDay, box: Box, strength: Strength, *, number: str = "") -> Iterator[Item]:
    """The cell, from its ground to its letters; where it is not worked, the number alone is loud."""
    cell = day.cell
    words = list(_words(day, box, number))
    if cell.chips:
        tone = cell.chips[main_chip(cell.chips)].tone
        yield from ink.ground(box, tone, strength)
        ground = ink.tone_ink(tone, strength).ground
        yield from (ink.patch(word, ground) for word in words)
        yield ink.edge(box, tone, strength)
    else:
        if cell.break_band:
            yield from _break(cell.break_band, box, strength)
        if cell.gone or cell.guess:
            yield Frame(box.inset(1.5), 0.8, ink.BLACK, dashed=True)
        yield Frame(box, LINE, ink.PALE_GRID)
    if cell.worked_weekend:
        yield Fill(Box(box.x, box.y, box.width, box.height * BAR), ink.BLACK)
    yield from words


def _break(band: BreakBand, box: Box, strength: Strength) -> Iterator[Item]:
    """A piece of the break's band: filled, its edges going on from day to day."""
    colours = ink.rest_ink(strength)
    if colours.ground != ink.WHITE:
        yield Fill(box, colours.ground)
    for y in (box.y + 0.8, box.bottom - 0.8):
        yield Line((box.x, y), (box.right, y), 1.6, colours.edge)
    for x, here in ((box.x + 0.8, band.begins), (box.right - 0.8, band.ends)):
        if here:
            yield Line((x, box.y), (x, box.bottom), 1.6, colours.edge)


def _words(day: PaperDay, box: Box, number: str) -> Iterator[Words]:
    """The number at the left and the letter at the right, or the letter alone in the middle."""
    taken = 0.0
    if number:
        style = Style(round(box.height * NUMBER_SHARE, 1), bold=not day.blocks)
        word = Pen(style, ink.BLACK).at(number, box.x + 2, _middle(box, style), box)
        taken = word.box.right - box.x
        yield word
    if day.blocks:
        letter = day.blocks[main_chip(day.cell.chips)].letter
        styles = [Style(round(box.height * share, 1), bold=True) for share in LETTER_SHARES]
        room = box.width - taken - 4
        style = next((each for each in styles if width(letter, each) <= room), styles[-1])
        pen = Pen(style, ink.BLACK)
        if number:
            yield pen.ending(letter, box.right - 2.5, _middle(box, style), box)
        else:
            yield pen.centred(letter, box, box)


def _middle(box: Box, style: Style) -> float:
    return box.y + (box.height - height(style)) / 2
