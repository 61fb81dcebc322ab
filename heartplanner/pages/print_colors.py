"""The tones on white paper, with hatches that say the same where there is no color."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from heartplanner.core.cells.cells import Tone
from heartplanner.pages.page import Box, Fill, Frame, Hatch, PageItem, TextItem
from heartplanner.pages.text_fit import TextStyle, ascent, cap_height
from heartplanner.style.theme import ToneColors

TONES = {
    Tone.DAY: ToneColors.of("#c3dbfa", "#08264d", "#1767bd"),
    Tone.EVENING: ToneColors.of("#fcd3a6", "#472300", "#c45a00"),
    Tone.OWN: ToneColors.of("#bfe6e2", "#06403b", "#0b7a75"),
    Tone.ADMIN: ToneColors.of("#cdebd5", "#0a361d", "#1e7d43"),
    Tone.OTHER: ToneColors.of("#d8dce4", "#1c2333", "#5b6478"),
}
"""Fills stronger than the screen's: a gray printer must tell them from white paper."""
REST = ToneColors.of("#e9dff9", "#331566", "#7546b8")
WHITE, BLACK = "#ffffff", "#000000"
GRAY = "#595959"
"""Of a neighboring month's text: paler, and still 5 times as dark as its ground."""
GRID, PALE_GRID = "#000000", "#8a8a8a"
GRID_LINE = 0.8
"""The width of the lines between the days of a month."""
PALE = 0.45
"""How much of a fill's color is left on a neighboring month's day, or on a guess."""
EDGE = 1.6
"""The width of a worked day's frame."""
HATCHES: dict[Tone, tuple[bool, ...]] = {
    Tone.DAY: (),
    Tone.EVENING: (True,),
    Tone.OWN: (False,),
    Tone.ADMIN: (False,),
    Tone.OTHER: (True, False),
}
"""Which way a tone's lines go: rising, falling, both; the day shift is plain."""
STEPS = {Tone.DAY: 0.0, Tone.EVENING: 6.0, Tone.OWN: 5.0, Tone.ADMIN: 8.0, Tone.OTHER: 9.0}
LINE = 0.7
PATCH = 1.4
"""How far around its letters the ground is left without hatching."""


class CellColors(NamedTuple):
    """The colors of one cell. `ground`: what its text stands on."""

    ground: str
    text: str
    edge: str
    line: str


class PrintLook(NamedTuple):
    """How a cell is printed: of a neighboring month, of a day that is a guess, with little ink."""

    pale: bool = False
    guess: bool = False
    light: bool = False


@lru_cache(maxsize=64)
def tone_colors(tone: Tone, strength: PrintLook) -> CellColors:
    return _ink(TONES[tone], strength)


@lru_cache(maxsize=8)
def break_colors(strength: PrintLook) -> CellColors:
    """Of the break's band."""
    return _ink(REST, strength)


def plain_colors(strength: PrintLook) -> CellColors:
    """Of a day on which nothing is worked."""
    gray = GRAY if strength.pale else BLACK
    return CellColors(WHITE, gray, gray, gray)


def _ink(colors: ToneColors, strength: PrintLook) -> CellColors:
    # Pale fill, but black text: a day that is not confirmed must still be read in the hall.
    share = PALE if strength.pale or strength.guess else 1.0
    ground = WHITE if strength.light else mixed(colors.fill, share)
    edge = mixed(colors.edge, 0.6 if strength.pale else 1.0)
    return CellColors(ground, GRAY if strength.pale else BLACK, edge, edge)


def mixed(color: QColor, share: float) -> str:
    """So much of a color on white."""
    parts = (color.red(), color.green(), color.blue())
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def ground(box: Box, tone: Tone, strength: PrintLook) -> Iterator[PageItem]:
    """A worked day's ground: the whole cell filled and hatched; with little ink only hatched."""
    ink = tone_colors(tone, strength)
    if ink.ground != WHITE:
        yield Fill(box, ink.ground)
    # Without a fill the hatching carries the tone alone, and sparser lines save ink.
    scale = 1.6 if strength.light else 1.0
    for rising in HATCHES[tone]:
        yield Hatch(box, ink.line, STEPS[tone] * scale, LINE, rising)


def edge(box: Box, tone: Tone, strength: PrintLook) -> Frame:
    """A worked day's frame; dashed if the day is a guess."""
    # A line lies half outside its path: moved in by that, and by half the grid's line, it covers no grid.
    inside = box.inset(EDGE / 2 + GRID_LINE / 2)
    return Frame(inside, EDGE, tone_colors(tone, strength).edge, dashed=strength.guess)


def patch(word: TextItem, color: str) -> Fill:
    """Plain ground around a word's letters."""
    style = TextStyle(word.size, word.bold)
    # Around its capitals, and half of what may hang below them: the whole height of a line would leave
    # little of the hatching, which is all that tells the tones apart on a black printer.
    top = word.box.y + ascent(style) - cap_height(style) - PATCH
    down = top + cap_height(style) + 2 * PATCH + (word.box.bottom - word.box.y - ascent(style)) / 2
    return Fill(Box(word.box.x - PATCH, top, word.box.width + 2 * PATCH, down - top), color)
