"""The columns of a table: what its cells are, and which column each cell of a row stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.roster.language.doubts import doubtful_word
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    HarmlessItem,
    HoursItem,
    Item,
    LabelItem,
    MarkItem,
    SpanItem,
    UnknownItem,
    WeekdayItem,
    weekdays_of,
    without_weekdays,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import (
    CHANGE_LABELS,
    COLUMNS,
    LABELS,
    TABLE_FILL,
    WEEKDAY_NUMBERS,
    Column,
)
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.roster.source import RosterCell, RosterRow

DIGIT = re.compile(r"[0-9]")
WORD = re.compile(r"\S+")
LETTERS = (
    ("m", "mo"),
    ("t", "tu"),
    ("w", "we"),
    ("t", "th", "r"),
    ("f", "fr"),
    ("s", "sa"),
    ("s", "su", "u"),
)
"""How the weekdays from Monday are shortened at the head of a table."""
MOST_LEFT = 6
"""Columns left of dates: a name, an ID, a role."""
COMMENT = "(commented)"
"""What stands in a cell that has a comment."""
NAMES = (Column.PERSON, Column.FIRST_NAME, Column.LAST_NAME)
NOT_UNDER = "its cells do not stand under the dates above"


def column_of(text: str) -> Column | None:
    """What a column's heading says of it."""
    return COLUMNS.get(" ".join(text.lower().replace(COMMENT, "").strip(" :*.").split()))


class DateCell(NamedTuple):
    """A cell that is a date or begins with one; `rest`: what else it says."""

    date: DateItem
    weekdays: tuple[int, ...]
    rest: tuple[Item, ...]


def date_cell(text: str, mode: Mode) -> DateCell | None:
    """A cell with one single date before anything else, or None."""
    parses = parsed(text, mode) if len(text) < 120 and DIGIT.search(text) else []
    if len(parses) != 1:
        return None
    dates = [item for item in parses[0] if isinstance(item, DateItem)]
    if len(dates) != 1 or len(dates[0].spans) != 1 or dates[0].spans[0][1] is not None:
        return None
    at = parses[0].index(dates[0])
    if not all(isinstance(item, WeekdayItem | MarkItem) for item in parses[0][:at]):
        return None
    return DateCell(dates[0], weekdays_of(parses[0]), without_weekdays(parses[0][at + 1 :]))


def is_bare(cell: DateCell | None) -> bool:
    """Whether a cell is a date and nothing else."""
    return cell is not None and all(isinstance(item, MarkItem) for item in cell.rest)


def only_rules(row: RosterRow) -> bool:
    """Whether a row only rules a table off: its one cell has nothing but dashes or the like."""
    return TABLE_FILL.fullmatch(row.text) is not None and not row.filled[1:]


def cells_of_words(row: RosterRow) -> tuple[RosterCell, ...]:
    """The words of a line as cells, for tables whose columns are held apart by single blanks."""
    if not row.spaced:
        return row.filled
    cells = []
    for cell in row.cells:
        cells += [
            RosterCell(match[0], cell.start + match.start(), cell.start + match.end())
            for match in WORD.finditer(cell.text)
        ]
    return tuple(cells)


class TableHeader(NamedTuple):
    """The cells that head the columns of a table.

    `spaced`: columns are places in a text line; `tight`: with single blanks between, so that a row
    belongs to them only if it fills them all.
    """

    cells: tuple[RosterCell, ...]
    spaced: bool
    tight: bool = False
    beside: tuple[RosterCell, ...] = ()
    """The headings left of the columns whose cells are no part of a row's name, such as an ID."""

    def placed(self, row: RosterRow) -> tuple[str, dict[int, str]]:
        """What stands left of the columns, and each column's text. Raises UnreadError if it is unclear."""
        if self.spaced != row.spaced:
            raise UnreadError(NOT_UNDER)
        cells = cells_of_words(row) if self.tight else row.filled
        # A row that fills every column needs no places: the n-th word is the n-th column's, also where
        # the text does not stand straight under the headings.
        full = row.spaced and len(cells) == len(self.cells) and all(map(_is_content, cells))
        if full and not (self.tight and _has_phrase(cells)):
            return "", {n: cell.text for n, cell in enumerate(cells)}
        if self.tight:
            raise UnreadError(NOT_UNDER)
        return self._by_place(row.filled)

    def columns(self, cells: Sequence[RosterCell]) -> list[int]:
        """The column of each cell. Raises UnreadError where one stands under none, or under two."""
        by_cell = [self._under(cell) for cell in cells]
        if any(len(under) != 1 for under in by_cell):
            raise UnreadError(NOT_UNDER)
        return [under[0] for under in by_cell]

    def _by_place(self, cells: Sequence[RosterCell]) -> tuple[str, dict[int, str]]:
        label: list[str] = []
        texts: dict[int, str] = {}
        for cell in cells:
            under = self._under(cell)
            if not under and cell.start < self.cells[0].start:
                aside = any(_overlap(cell, head) for head in self.beside)
                label += [cell.text] if not aside or doubtful_word(cell.text) else []
            elif len(under) == 1 and under[0] not in texts:
                texts[under[0]] = cell.text
            else:
                raise UnreadError(NOT_UNDER)
        return " ".join(label), texts

    def _under(self, cell: RosterCell) -> list[int]:
        """The columns that a cell stands under."""
        return [n for n, head in enumerate(self.cells) if _overlap(cell, head)]


def headings_left(row: RosterRow, cells: Sequence[RosterCell]) -> tuple[RosterCell, ...] | None:
    """Those of the headings left of the days that name nobody; None where these are no headings."""
    if len(cells) <= 1:
        return ()
    kinds = [column_of(cell.text) for cell in cells]
    if row.spaced or not {*kinds} <= {*NAMES, Column.ASIDE}:
        return None
    return tuple(cell for cell, kind in zip(cells, kinds, strict=True) if kind is Column.ASIDE)


def _overlap(one: RosterCell, other: RosterCell) -> bool:
    return one.start < other.end and other.start < one.end


def _has_phrase(words: Sequence[RosterCell]) -> bool:
    """Whether two words side by side may be one cell, such as "day shift"."""
    texts = [word.text.lower() for word in words]
    return any(pair in LABELS or pair in CHANGE_LABELS for pair in pairwise(texts))


def _is_content(cell: RosterCell) -> bool:
    """Whether a word by itself says what a day is."""
    parses = parsed(cell.text)
    return len(parses) == 1 and all(
        isinstance(item, HoursItem | LabelItem) or cell.text in ("-", "--") for item in parses[0]
    )


def weekday_header(row: RosterRow) -> tuple[TableHeader, tuple[int, ...], str] | None:
    """A row of five or more weekdays, or of the letters of all seven, and what stands left of them."""
    # First as cells held apart by wide gaps; if that is no header, by single blanks.
    for cells in (row.filled, cells_of_words(row)):
        if lettered := _lettered(row, cells):
            return lettered
        weekdays = [(cell, number) for cell in cells if (number := _weekday(cell.text)) is not None]
        before = [cell for cell in cells if weekdays and cell.start < weekdays[0][0].start]
        beside = headings_left(row, before)
        if (
            len(weekdays) >= 5
            and beside is not None
            and len({number for _, number in weekdays}) == len(weekdays)
        ):
            # What stands right of the weekdays, such as a total, has a column of its own.
            heads = tuple(cell for cell in cells if cell.start >= weekdays[0][0].start)
            if any(_weekday(cell.text) is None and says_day(cell.text) for cell in heads):
                continue  # "Mon D, Tue D" says what the days are, and heads nothing
            numbers = tuple(-1 if (n := _weekday(cell.text)) is None else n for cell in heads)
            header = TableHeader(heads, row.spaced, beside=beside)
            return header, numbers, " ".join(cell.text for cell in before)
    return None


def _lettered(
    row: RosterRow, cells: Sequence[RosterCell]
) -> tuple[TableHeader, tuple[int, ...], str] | None:
    """A header of the letters of all seven weekdays in their order, and totals or notes right of them."""
    for at in range(min(2, len(cells) - 6)):
        texts = [cell.text.lower().strip(".") for cell in cells[at : at + 7]]
        for first in (0, 6):
            numbers = tuple((first + n) % 7 for n in range(7))
            if not all(text in LETTERS[n] for text, n in zip(texts, numbers, strict=True)):
                continue
            if not any(says_day(cell.text) for cell in cells[at + 7 :]):
                numbers += (-1,) * (len(cells) - at - 7)
                left = " ".join(cell.text for cell in cells[:at])
                return TableHeader(tuple(cells[at:]), row.spaced), numbers, left
    return None


def _weekday(text: str) -> int | None:
    return WEEKDAY_NUMBERS.get(text.lower().strip(" .,:"))


def says_day(text: str) -> bool:
    """Whether a cell says what a day is, so that it belongs to the date beside it."""
    parses = parsed(text.strip(" ,;"))
    return any(isinstance(item, HoursItem | LabelItem | SpanItem) for item in parses[0])


def may_be_person(text: str) -> bool:
    """Whether a cell may be a name: words that are not known."""
    parses = parsed(text) if text else []
    return (
        bool(parses)
        and all(isinstance(item, UnknownItem | MarkItem | HarmlessItem) for item in parses[0])
        and any(isinstance(item, UnknownItem) and item.text[0].isalpha() for item in parses[0])
    )
