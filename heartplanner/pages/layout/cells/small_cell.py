"""A day in small, on the page of a year or the card of a cycle: its number, its letter, what it is."""

from __future__ import annotations

from collections.abc import Iterator

from heartplanner.core.cells.cells import BreakBand
from heartplanner.core.sheets.month import PaperDay
from heartplanner.pages import print_colors
from heartplanner.pages.layout.cells.day_cell import main_chip
from heartplanner.pages.page import Box, Fill, Frame, PageItem, TextItem
from heartplanner.pages.print_colors import PrintLook
from heartplanner.pages.text_fit import Pen, TextStyle, height

NUMBER, LETTER, ALONE, DOUBTED = (0.42, 0.31), (0.46, 0.35), (0.66, 0.86), (0.46, 0.52)
"""Of the cell's height and of its width at most: the size of the number, of the letter beside it, of
a letter without a number, and of one with a mark of doubt."""
BAR = 0.11
BAND = 0.2
LINE = 0.5


def lay_small(
    day: PaperDay, box: Box, strength: PrintLook, *, number: str = ""
) -> Iterator[PageItem]:
    """The cell, from its ground to its letters; what is worked is louder than what is free."""
    cell = day.cell
    words = list(_words(day, box, strength, number))
    if cell.chips:
        tone = cell.chips[main_chip(cell.chips)].tone
        yield from print_colors.ground(box, tone, strength)
        ground = print_colors.tone_colors(tone, strength).ground
        yield from (print_colors.patch(word, ground) for word in words)
        yield print_colors.edge(box, tone, strength)
    else:
        # A day off has a thin frame: what is worked must be louder than what is free.
        yield Frame(box, LINE, print_colors.PALE_GRID)
        if cell.break_band:
            yield from _break(cell.break_band, box, strength)
        if cell.gone or cell.guess:
            yield Frame(box.inset(1.5), 0.8, print_colors.BLACK, dashed=True)
    if cell.worked_weekend and cell.chips:
        yield Fill(Box(box.x, box.y, box.width, box.height * BAR), print_colors.BLACK)
    yield from words


def _break(band: BreakBand, box: Box, strength: PrintLook) -> Iterator[PageItem]:
    """A piece of the break's band: a bar along the foot of its days, heavy enough for a black printer."""
    colors = print_colors.break_colors(strength)
    if colors.ground != print_colors.WHITE:
        yield Fill(box.inset(LINE), colors.ground)
    tall = box.height * BAND
    left = 2.0 if band.begins else 0.0
    right = 2.0 if band.ends else 0.0
    yield Fill(Box(box.x + left, box.bottom - tall, box.width - left - right, tall), colors.edge)


def _words(day: PaperDay, box: Box, strength: PrintLook, number: str) -> Iterator[TextItem]:
    """The number at the left and the letter at the right, or the letter alone in the middle."""
    letter = day.blocks[main_chip(day.cell.chips)].letter if day.blocks else ""
    # Beside a day's number there is no room for a mark at a letter: there the frame says it.
    doubt = day.cell.guess and not (letter and number)
    letter = f"{letter}?" if doubt else letter
    if number:
        style = _style(box, NUMBER, bold=bool(day.blocks))
        color = print_colors.GRAY if strength.pale else print_colors.BLACK
        yield Pen(style, color).at(number, box.x + 2.5, _middle(box, style), box)
    if letter and number:
        style = _style(box, LETTER)
        yield Pen(style, print_colors.BLACK).ending(
            letter, box.right - 2.5, _middle(box, style), box
        )
    elif letter:
        style = _style(box, DOUBTED if len(letter) > 1 else ALONE)
        yield Pen(style, print_colors.BLACK).centered(letter, box, box)


def _style(box: Box, shares: tuple[float, float], *, bold: bool = True) -> TextStyle:
    # Shares of the cell, which is of another size on each kind of page; a tenth of a point is drawn
    # exactly.
    return TextStyle(round(min(box.height * shares[0], box.width * shares[1]), 1), bold)


def _middle(box: Box, style: TextStyle) -> float:
    return box.y + (box.height - height(style)) / 2
