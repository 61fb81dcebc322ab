"""A row of dates above the columns of a table, with holidays and remarks beside some of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    Form,
    WeekdayItem,
    weekdays_of,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.shapes.layout import (
    MOST_LEFT,
    DateCell,
    TableHeader,
    cells_of_words,
    date_cell,
    headings_left,
    is_bare,
    says_day,
)
from heartplanner.core.roster.source import LONGEST_LINE, RosterCell, RosterRow

HOLIDAY = re.compile(
    r"\b(?:christmas|x-?mas|thanksgiving|easter|hanukkah|chanukah|kwanzaa|diwali|eid|halloween|juneteenth"
    r"|new year'?s?|labor|memorial|independence|veterans?'?|mlk|presidents?'?|mother'?s?|father'?s?"
    r"|valentine'?s?|columbus|good friday|holiday|pay ?day)(?: day| eve)?\b(?: \(?observed\)?)?",
    re.IGNORECASE,
)
"""A day's name that stands beside its date and says nothing of who works."""
LEAST = 2
"""Dates in a row that head the columns below them."""


class DateHeader(NamedTuple):
    """A row of two or more dates. `dates`: None in the place of other columns; `left`: what stands left.

    `remarks`: what is said beside the dates of some columns and is not known.
    """

    header: TableHeader
    dates: list[DateCell | None]
    left: str
    remarks: dict[int, str]


def date_header(row: RosterRow, mode: Mode) -> DateHeader | None:
    """The dates that head the columns of a row, or None."""
    mode = mode.in_cells()
    header = _dates_above(row, row.filled, mode, others=2)
    if header is None and row.spaced:
        # Words of a line are columns only if all are dates: "8/2 to 8/4" is a range.
        header = _dates_above(row, cells_of_words(row), mode, others=0)
    return header


def _dates_above(
    row: RosterRow, cells: Sequence[RosterCell], mode: Mode, *, others: int
) -> DateHeader | None:
    """The header of these cells; `others`: how many besides the dates may stand among and after them."""
    if sum(any(map(str.isdigit, cell.text)) for cell in cells) < LEAST:
        return None  # no date is without a digit: most lines need not be parsed for it
    if not others and not (_plain_date(cells[-1].text, mode) or _remarked(cells[-1].text, mode)):
        return None  # the last word of most lines with a date is none
    dates: list[DateCell | None] = []
    remarked: dict[int, str] = {}
    for n, cell in enumerate(cells):
        date = None if cell.text[-1] in ",;&" else _plain_date(cell.text, mode)
        if date is None and (date := _remarked(cell.text, mode)):
            remarked[n] = cell.text
        dates.append(date)
        if dates.count(None) > MOST_LEFT + others:  # those may stand left of them
            return None
    first = next((n for n, date in enumerate(dates) if date), len(cells))
    count = len(dates) - dates.count(None)
    beside = headings_left(row, cells[:first])
    plain = count - len(remarked)
    if (
        plain < LEAST
        or beside is None
        or len(cells) - first - count > others
        or not _count_up(dates)
    ):
        return None
    after = zip(cells[first:], dates[first:], strict=True)
    if any(date is None and says_day(cell.text) for cell, date in after):
        return None
    left = " ".join(cell.text for cell in cells[:first])
    header = TableHeader(tuple(cells[first:]), row.spaced, not others, beside)
    remarks = {n - first: text for n, text in remarked.items()}
    return DateHeader(header, dates[first:], left, remarks)


def _plain_date(text: str, mode: Mode) -> DateCell | None:
    """The date of a cell that has nothing else but the name of a holiday."""
    date = date_cell(HOLIDAY.sub(" ", text).strip() or text, mode)
    return date if is_bare(date) else None


def _remarked(text: str, mode: Mode) -> DateCell | None:
    """The date of a cell that says more, which is not known and does not tell what the day is."""
    parses = parsed(text, mode) if len(text) <= LONGEST_LINE else []
    if len(parses) != 1:
        return None
    dates = [item for item in parses[0] if isinstance(item, DateItem)]
    if len(dates) != 1 or len(dates[0].spans) != 1 or dates[0].spans[0][1] is not None:
        return None
    # A number under a month's heading is a date only if it stands first: "Team 2" is none.
    if dates[0].spans[0][0].form is Form.DAY and date_cell(text, mode) is None:
        return None
    if says_day(HOLIDAY.sub(" ", text)):
        return None
    kinds = DateItem | WeekdayItem
    rest = tuple(item for item in parses[0] if not isinstance(item, kinds))
    return DateCell(dates[0], weekdays_of(parses[0]), rest)


def _count_up(cells: Sequence[DateCell | None]) -> bool:
    """Whether numbers, if there are any, are the days of a month: five or more, one after the other."""
    raws = [cell.date.spans[0][0] for cell in cells if cell]
    days = [raw.second for raw in raws if raw.form is Form.DAY]
    return not days or (len(days) == len(raws) >= 5 and days == [*range(days[0], days[-1] + 1)])
