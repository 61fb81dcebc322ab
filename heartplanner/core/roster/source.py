"""What a roster comes as: text, tables of cells, or the events of a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

LONGEST_LINE = 300
"""Characters of a line; a roster has shorter ones."""
MOST_ROWS = 2000
MOST_CHARACTERS = 60_000
"""Of all lines together, so that the time for them has a bound."""
MOST_CELLS = 130
"""Cells of a row: a table of a season's days has no more."""


@dataclass(frozen=True, slots=True)
class TextSource:
    """A text as it was typed, pasted or read from a file."""

    text: str


class Table(NamedTuple):
    """A sheet or an HTML table: rows of cells, each row with its number from 1.

    `name`: the sheet's; `hidden`: whoever opens the workbook does not see the sheet.
    """

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    name: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class TableSource:
    """The tables of a spreadsheet or of a web page, in their order. `unseen`: what of them is not read."""

    tables: tuple[Table, ...]
    unseen: str = ""


class RosterEvent(NamedTuple):
    """One occurrence in a calendar, in Durham's time.

    `line`: where its BEGIN stands, from 1. An all-day event has `first` and `last` (both included) and
    no times. `refused`: why it must not be taken for a shift, or ""; `series`: it is all of a series;
    `void`: it surely does not take place, or is another's; `person`: whose it is, if it says so;
    `calendar`: the name of its calendar.
    """

    line: int
    title: str
    first: date | None = None
    last: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    refused: str = ""
    series: bool = False
    void: bool = False
    person: str = ""
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class EventSource:
    """The events of a calendar, in the order of their dates."""

    events: tuple[RosterEvent, ...]


Source = TextSource | TableSource | EventSource


class RosterCell(NamedTuple):
    """A cell's text, and the columns that it takes: one of a table, or characters of a text line."""

    text: str
    start: int
    end: int


class RosterRow(NamedTuple):
    """One line of a roster.

    `text`: as it is shown; `said`: as it is read where it is no row of a table; `spaced`: its cells are
    held apart by blanks alone, so none of them is empty.
    """

    line: int
    text: str
    cells: tuple[RosterCell, ...]
    said: str
    spaced: bool = False

    @property
    def is_too_long(self) -> bool:
        """Whether it is longer than any line of a roster, so that nobody looks at it."""
        longest = max((len(cell.text) for cell in self.cells), default=0)
        long_line = self.spaced and len(self.text) > LONGEST_LINE
        return long_line or longest > LONGEST_LINE or len(self.cells) > MOST_CELLS

    @property
    def filled(self) -> tuple[RosterCell, ...]:
        """The cells that hold something."""
        return tuple(cell for cell in self.cells if cell.text)
