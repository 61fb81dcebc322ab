"""The legend: what the codes on this sheet mean, and nothing that is not on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from heartplanner.core.cells.cells import Tone
from heartplanner.core.plan.model import ADMIN, BAND_LETTERS
from heartplanner.core.sheets.month import PaperDay
from heartplanner.core.sheets.paper_block import NEXT_DAY
from heartplanner.pages import print_colors
from heartplanner.pages.page import Box, Fill, Frame, PageItem
from heartplanner.pages.print_colors import PrintLook
from heartplanner.pages.text_fit import Pen, TextStyle, height, width

TEXT = TextStyle(9)
CODE = TextStyle(9, bold=True)
SWATCH = (20.0, 12.5)
ROW = 14.5
ROTATION_LETTERS = (*BAND_LETTERS.values(), ADMIN)
"""The letters of a rotation, in the order in which a legend has them."""


class LegendEntry(NamedTuple):
    """A line of the legend: a code letter on its tone, or a mark of another kind."""

    mark: str
    text: str
    tone: Tone | None = None


def entries(
    shown: Sequence[PaperDay], *, numbered: bool, next_day: bool = False
) -> list[LegendEntry]:
    """What is on the days shown, each once, in a fixed order.

    `numbered`: there is a list of notes. `next_day`: some hours are followed by +1.
    """
    codes = {(block.letter, block.tone, block.meaning) for day in shown for block in day.blocks}
    codes_shown = [
        LegendEntry(letter, meaning, tone)
        for letter, tone, meaning in sorted(codes, key=lambda code: (_place(code[0]), *code[1:]))
    ]
    return [*codes_shown, *_marks(shown, numbered, next_day)]


def _place(letter: str) -> tuple[int, str]:
    """Where a letter stands: a rotation's own first, then by the alphabet what only changes bring."""
    if letter in ROTATION_LETTERS:
        return ROTATION_LETTERS.index(letter), ""
    return len(ROTATION_LETTERS), letter


def _marks(shown: Sequence[PaperDay], numbered: bool, next_day: bool) -> Iterator[LegendEntry]:
    cells = [day.cell for day in shown]
    if next_day:
        yield LegendEntry(NEXT_DAY, "Ends the next day")
    if any(cell.break_band for cell in cells):
        yield LegendEntry("break", "Break")
    if any(cell.worked_weekend and cell.chips for cell in cells):
        yield LegendEntry("weekend", "Working weekend")
    if any(cell.gone for cell in cells):
        yield LegendEntry("gone", "Not worked")
    if any(cell.guess for cell in cells):
        yield LegendEntry("guess", "Not confirmed yet")
    if numbered:
        yield LegendEntry("number", "See below")


def lay_legend(
    lines: Sequence[LegendEntry], box: Box, *, light: bool
) -> tuple[list[PageItem], float]:
    """The legend in rows, and where it ends."""
    items: list[PageItem] = []
    x, y = box.x, box.y
    strength = PrintLook(light=light)
    for entry in lines:
        wide = SWATCH[0] + 4 + width(entry.text, TEXT)
        if x > box.x and x + wide > box.right:
            x, y = box.x, y + ROW
        swatch = Box(x, y + (ROW - SWATCH[1]) / 2, *SWATCH)
        items += _swatch(entry, swatch, strength)
        down = y + (ROW - height(TEXT)) / 2
        items.append(Pen(TEXT, print_colors.BLACK).at(entry.text, swatch.right + 4, down, box))
        x += wide + 9
    return items, y + ROW


def _swatch(entry: LegendEntry, box: Box, strength: PrintLook) -> Iterator[PageItem]:
    pen = Pen(CODE, print_colors.BLACK)
    if entry.tone is not None:
        yield from print_colors.ground(box.inset(1), entry.tone, strength)
        word = pen.centered(entry.mark, box, box)
        yield print_colors.patch(word, print_colors.tone_colors(entry.tone, strength).ground)
        yield print_colors.edge(box, entry.tone, strength)
        yield word
        return
    match entry.mark:
        case "break":
            colors = print_colors.break_colors(strength)
            if colors.ground != print_colors.WHITE:
                yield Fill(box, colors.ground)
            yield Frame(box.inset(0.6), 1.2, colors.edge)
            yield Fill(Box(box.x, box.bottom - 3, box.width, 3), colors.edge)
        case "weekend":
            yield Fill(Box(box.x, box.y, box.width, 4.5), print_colors.BLACK)
            yield Frame(box.inset(0.3), 0.6, print_colors.GRID)
        case "gone" | "guess":
            yield Frame(box.inset(0.5), 0.9, print_colors.BLACK, dashed=True, radius=3)
            if entry.mark == "guess":
                yield pen.centered("?", box, box)
        case "+1":
            yield pen.centered(NEXT_DAY, box, box)
        case _:
            yield Pen(TextStyle(7.5, bold=True), print_colors.BLACK).ending(
                "1", box.right, box.y, box
            )
