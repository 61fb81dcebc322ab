"""Text on paper: how wide it is, the largest size that fits, where lines break. Nothing is ever cut."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from heartplanner.core.cells.cells import Wording
from heartplanner.pages.page import Box, TextItem
from heartplanner.style.shipped_font import shipped_family

UNITS = 10
"""Units in which text is measured and drawn, a point: so fine that rounding to whole ones is not seen."""


class TextStyle(NamedTuple):
    """A size in points, and a weight."""

    size: float
    bold: bool = False


@lru_cache(maxsize=64)
def font(style: TextStyle) -> QFont:
    """The sheets' font, in tenths of points: the same on every machine, unlike the application's.

    Only for letters that it does not have, of other scripts, Qt takes one of the system's fonts.
    """
    built = QFont(shipped_family())
    built.setPixelSize(round(style.size * UNITS))
    built.setBold(style.bold)
    # Hinting moves outlines to whole pixels of one device: paper and screen would differ.
    built.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return built


@lru_cache(maxsize=64)
def _metrics(style: TextStyle) -> QFontMetricsF:
    return QFontMetricsF(font(style))


# A sheet is laid out again and again until all of it fits, each time with nearly the same words.
@lru_cache(maxsize=16384)
def width(text: str, style: TextStyle) -> float:
    return _metrics(style).horizontalAdvance(text) / UNITS


@lru_cache(maxsize=64)
def height(style: TextStyle) -> float:
    """Of a line, from the top of its highest letters to the bottom of its lowest."""
    return ascent(style) + _metrics(style).descent() / UNITS


@lru_cache(maxsize=64)
def ascent(style: TextStyle) -> float:
    return _metrics(style).ascent() / UNITS


@lru_cache(maxsize=64)
def cap_height(style: TextStyle) -> float:
    return _metrics(style).capHeight() / UNITS


@lru_cache(maxsize=4096)
def has_glyphs(text: str) -> bool:
    """Whether fonts have every letter of a line: a box stands for one that none has."""
    layout = QTextLayout(text, font(TextStyle(11)))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    # Glyph 0 is a font's own box. Where no font has the script, Qt draws boxes that are of no font:
    # those have no table of characters.
    return all(
        0 not in run.glyphIndexes() and run.rawFont().fontTable("cmap").size()
        for run in layout.glyphRuns()
    )


def largest(
    wording: Wording, styles: Sequence[TextStyle], room: float
) -> tuple[str, TextStyle] | None:
    """The first words of a wording, in the first of the styles, that fit a width; None if none does."""
    return next(
        ((text, style) for text in wording for style in styles if width(text, style) <= room), None
    )


def wrapped(text: str, style: TextStyle, room: float, first: Sequence[float] = ()) -> list[str]:
    """A text's lines in a width; a word that is longer than a line breaks where it has to.

    `first`: the widths of the first lines, where they differ.
    """
    lines: list[str] = []
    line = ""
    # First fit: a word goes on the line where it has room, without a look ahead. Notes are a few words
    # long, so the even edge that Knuth and Plass break for (Software: Practice and Experience 11, 1981)
    # is no aim.
    for word in text.split():
        wide = first[len(lines)] if len(lines) < len(first) else room
        longer = f"{line} {word}" if line else word
        if width(longer, style) <= wide:
            line = longer
            continue
        if line:
            lines.append(line)
        wide = first[len(lines)] if len(lines) < len(first) else room
        *whole, line = _pieces(word, style, wide)
        lines += whole
    return [*lines, line] if line else lines


def _pieces(word: str, style: TextStyle, room: float) -> list[str]:
    """A word in as many pieces as it needs."""
    pieces = [""]
    # A piece takes one character at the least: in a room narrower than that no word would ever end.
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, style) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


class Pen(NamedTuple):
    """A style and a color to write with."""

    style: TextStyle
    color: str

    def at(self, text: str, x: float, y: float, room: Box) -> TextItem:
        """A line whose upper left corner is there."""
        box = Box(x, y, width(text, self.style), height(self.style))
        return TextItem(text, box, self.style.size, self.style.bold, self.color, room)

    def ending(self, text: str, right: float, y: float, room: Box) -> TextItem:
        """A line that ends there."""
        return self.at(text, right - width(text, self.style), y, room)

    def centered(self, text: str, box: Box, room: Box) -> TextItem:
        """A line in the middle of a box."""
        x = box.x + (box.width - width(text, self.style)) / 2
        return self.at(text, x, box.y + (box.height - height(self.style)) / 2, room)
