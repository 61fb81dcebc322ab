"""The type of a day's cell: what is set how large, and how far from the edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from heartplanner.pages.text_fit import TextStyle

PAD = 3.8
TOP = 3.0
HOURS = (
    TextStyle(13, bold=True),
    TextStyle(12, bold=True),
    TextStyle(11, bold=True),
    TextStyle(11),
)
"""Of the hours of a lone block; of several the smallest ones."""
NOTES = (TextStyle(10), TextStyle(9), TextStyle(8))
"""The largest in which all of a day's notes fit; else the smallest."""
BAR_WORDS = (TextStyle(8.5), TextStyle(8), TextStyle(7.5), TextStyle(7))
"""Of a bar over the days of an event."""
CAPTIONS = (TextStyle(9, bold=True), TextStyle(8, bold=True), TextStyle(7.5))
MARKER = TextStyle(7.5, bold=True)
GONE = (
    TextStyle(13, bold=True),
    TextStyle(12, bold=True),
    TextStyle(11, bold=True),
    TextStyle(10, bold=True),
)
WAS = (TextStyle(9), TextStyle(8.5), TextStyle(8))
BANDS = (TextStyle(10, bold=True), TextStyle(9.5, bold=True), TextStyle(9, bold=True))


class Sizes(NamedTuple):
    """The large type of a cell, by the height of its row."""

    number: TextStyle
    letter: TextStyle
    hours: Sequence[TextStyle]

    @classmethod
    def of(cls, row: float) -> Sizes:
        # The more weeks a month touches, the lower are its rows: four in some Februaries, six in a few
        # months.
        if row < 70:
            return cls(TextStyle(21, bold=True), TextStyle(28, bold=True), HOURS[1:])
        if row < 90:
            return cls(TextStyle(23, bold=True), TextStyle(32, bold=True), HOURS)
        return cls(TextStyle(25, bold=True), TextStyle(38, bold=True), HOURS)
