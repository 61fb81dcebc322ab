"""The type of a day's cell: what is set how large, and how far from the edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from heartplanner.pages.text_fit import Style

PAD = 3.8
TOP = 3.0
HOURS = (Style(13, bold=True), Style(12, bold=True), Style(11, bold=True), Style(11))
"""Of the hours of a lone block; of several the smallest ones."""
NOTES = (Style(10), Style(9), Style(8))
"""The largest in which all of a day's notes fit; else the smallest."""
CAPTIONS = (Style(9, bold=True), Style(8, bold=True), Style(7.5))
MARKER = Style(7.5, bold=True)
GONE = (Style(13, bold=True), Style(12, bold=True), Style(11, bold=True), Style(10, bold=True))
WAS = (Style(9), Style(8.5), Style(8))
BANDS = (Style(10, bold=True), Style(9.5, bold=True), Style(9, bold=True))


class Sizes(NamedTuple):
    """The large type of a cell, by the height of its row."""

    number: Style
    letter: Style
    hours: Sequence[Style]

    @classmethod
    def of(cls, row: float) -> Sizes:
        if row < 70:
            return cls(Style(21, bold=True), Style(28, bold=True), HOURS[1:])
        if row < 90:
            return cls(Style(23, bold=True), Style(32, bold=True), HOURS)
        return cls(Style(25, bold=True), Style(38, bold=True), HOURS)
