"""Tables under a row of weekdays: the numbers of a month, or a week in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from heartplanner.core.roster.dates.date_refs import InWeek, OnDates
from heartplanner.core.roster.dates.dating import HeadingMonth
from heartplanner.core.roster.entries import RosterDraft
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import DateItem, Form, MarkItem, RawDate, weekdays_of
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.roster.shapes.headings import ENDING, WEEK_HEADING, heading_kind, heads
from heartplanner.core.roster.shapes.layout import (
    TableHeader,
    cells_of_words,
    date_cell,
    only_rules,
    weekday_header,
)
from heartplanner.core.roster.shapes.lines import NO_DATE, LineReader
from heartplanner.core.roster.shapes.tables.column_cells import list_beside
from heartplanner.core.roster.shapes.tables.grid_cells import REMARKED, GridDay
from heartplanner.core.roster.shapes.tables.grids import DateGrid
from heartplanner.core.roster.source import RosterCell, RosterRow
from heartplanner.core.roster.teams import team_in_column

DAY_NUMBER = re.compile(r"\s*(\d{1,2})(?:st|nd|rd|th)?(?![\w:/])[\s:.)]*", re.IGNORECASE)
DAYS = Mode(days=True)


class WeekTable:
    """A table under weekdays. `numbers`: the weekday of each column, -1 for another such as a total."""

    def __init__(
        self,
        draft: RosterDraft,
        mode: Mode,
        lines: LineReader,
        header: TableHeader,
        numbers: Sequence[int],
        left: str,
    ) -> None:
        self._draft = draft
        self._mode = mode.in_cells()
        self._lines = lines
        self._header = header
        self._numbers = numbers
        self._left = left
        self._month = _MonthNumbers(lines.month)
        self._block: DateGrid | None = None

    def read(self, rows: Sequence[RosterRow], at: int) -> int:
        """Read the rows from here on. Returns where the table ends."""
        while at < len(rows) and not self._ends(rows[at]):
            row = rows[at]
            if row.filled and not only_rules(row):
                try:
                    self._read(row)
                except UnreadError as error:
                    date_refs = self._block.date_refs if self._block else ()
                    self._draft.refuse(row.line, row.text, str(error), date_refs)
            at += 1
        self._write()
        return at

    def _ends(self, row: RosterRow) -> bool:
        if not row.filled:
            return False
        alone = len(row.filled) == 1 and date_cell(row.text, self._mode) is not None
        headed = heads(row, self._mode) and self._week(row) is None
        return alone or headed or weekday_header(row) is not None

    def _write(self) -> None:
        block, self._block = self._block, None
        if block and (block.rows or any(day.text for day in block.days.values())):
            for remark in block.write(self._draft, self._mode):
                self._lines.read(remark)

    def _read(self, row: RosterRow) -> None:
        """Begin a week, or add to the one above. Raises UnreadError."""
        stated = self._week(row)
        days = None if stated else self._numbered(row)
        if days:
            self._write()
            self._block = DateGrid(row.line, days, row.text, self._left)
            return
        week = self._noted(*stated) if stated else None
        if week is None and self._block is None and self._lines.week:
            week = InWeek(0, *self._lines.week)
        if week:
            self._write()
            self._block = DateGrid(row.line, self._week_days(week), corner=self._left)
        if self._block is None:
            raise UnreadError(NO_DATE)
        label, cells = self._header.placed(row)
        beside = {n: text for n, text in cells.items() if self._numbers[n] < 0}
        for n, text in beside.items():
            self._block.team = self._block.team or team_in_column(self._header.cells[n].text, text)
        list_beside(self._draft, row.line, beside.values(), self._block.date_refs)
        for text, number in self._remarked():
            refs = self._block.date_refs
            in_week = [replace(ref, weekday=number) for ref in refs if isinstance(ref, InWeek)]
            self._draft.refuse(row.line, text, REMARKED, tuple(in_week[:1]) or refs)
        cells = {column: text for column, text in cells.items() if self._numbers[column] >= 0}
        named = self._header.beside and label
        self._block.add(row, label if named or not stated else "", cells)

    def _remarked(self) -> Iterator[tuple[str, int]]:
        """The headings that have a weekday and say more, with it."""
        for number, cell in zip(self._numbers, self._header.cells, strict=True):
            for weekday in weekdays_of(parsed(cell.text)[0]) if number < 0 else ():
                yield cell.text, weekday

    def _week_days(self, week: InWeek) -> dict[int, GridDay]:
        """A column for each weekday of a week."""
        self._draft.listed[week.dates.first] = [number for number in self._numbers if number >= 0]
        return {
            column: GridDay((replace(week, weekday=number),))
            for column, number in enumerate(self._numbers)
            if number >= 0
        }

    def _week(self, row: RosterRow) -> tuple[DateItem, str] | None:
        """The date left of the weekdays, and how it is its week's: "of", "ending", "": not said."""
        left = [cell.text for cell in row.filled if cell.end <= self._header.cells[0].start]
        if len(left) > 1:
            # A name may stand beside the week's date.
            left = [text for text in left if date_cell(text, self._mode)]
            if len(left) != 1:
                return None
        label = " ".join(left)
        heading = WEEK_HEADING.match(label) or WEEK_HEADING.match(f"{self._left} ")
        parses = parsed(WEEK_HEADING.sub("", label, count=1), self._mode) if label else []
        items = [
            item
            for item in (parses[0] if len(parses) == 1 else ())
            if not isinstance(item, MarkItem)
        ]
        if len(items) != 1 or not isinstance(items[0], DateItem) or len(items[0].spans) != 1:
            return None
        return items[0], heading_kind(heading) if heading else ""

    def _noted(self, date: DateItem, kind: str) -> InWeek | None:
        """A week, noted. A date of which nothing says that a week begins must be the first weekday."""
        alone = date.spans[0][1] is None
        # A date beside the weekdays may be any day of the week, such as that of its printing.
        begins = self._numbers[0] if not kind and alone else None
        ref = self._draft.noted(date, self._proof(date, kind), self._lines.month)[0]
        if not isinstance(ref, OnDates):
            return None
        return InWeek(0, ref, kind in ENDING, begins)

    def _proof(self, date: DateItem, kind: str) -> int | None:
        """The weekday of a week's date: its first or last column. It tells day from month, not the year."""
        first = date.spans[0][0]
        weekdays = [number for number in self._numbers if number >= 0]
        if first.year is None or date.spans[0][1] is not None or len(weekdays) != 7:
            return None
        return weekdays[-1 if kind in ENDING else 0]

    def _numbered(self, row: RosterRow) -> dict[int, GridDay] | None:
        """The days of a row in which every cell begins with a day's number, or None."""
        for cells in (row.filled, cells_of_words(row)):
            inside = [cell for cell in cells if cell.end > self._header.cells[0].start]
            dates = [date_cell(cell.text, DAYS) for cell in inside]
            if dates and all(dated and dated.date.spans[0][0].form is Form.DAY for dated in dates):
                return self._days(inside)
        return None

    def _days(self, cells: Sequence[RosterCell]) -> dict[int, GridDay] | None:
        numbers: list[tuple[int, int, str]] = []
        for column, cell in zip(self._header.columns(cells), cells, strict=True):
            number = DAY_NUMBER.match(cell.text)
            if number is None:
                return None
            numbers.append((column, int(number[1]), cell.text[number.end() :]))
        raws = self._month.dates([(column, number) for column, number, _ in numbers])
        if raws is None:
            return None
        days: dict[int, GridDay] = {}
        for (column, _, text), raw in zip(numbers, raws, strict=True):
            weekday = self._numbers[column]
            if weekday >= 0:
                place = self._draft.dates.add(raw, weekday)
                days[column] = GridDay((OnDates(place),), (weekday,), text)
        return days


class _MonthNumbers:
    """The numbers of a month's days, row after row; those before its first and after its last too."""

    def __init__(self, month: HeadingMonth | None) -> None:
        self._heading = month
        self._moved: int | None = None
        self._last = 0

    def dates(self, numbers: Sequence[tuple[int, int]]) -> list[RawDate] | None:
        """The dates of (column, number) pairs; None if they are no row of days. Raises UnreadError."""
        values = [number for _, number in numbers]
        if not self._follow(numbers):
            return None
        if self._heading is None:
            raise UnreadError("its month is not stated")
        if self._moved is None:
            # Days of the month before stand left of the 1st in the first row.
            wraps = any(two < one for one, two in pairwise(values))
            self._moved = -1 if wraps else 0
        dates = []
        for number in values:
            # A number lower than the one before it begins the next month.
            self._moved += number < self._last
            self._last = number
            dates.append(self._date(self._heading, self._moved, number))
        return dates

    def _follow(self, numbers: Sequence[tuple[int, int]]) -> bool:
        """Whether they count up by one from column to column, over the end of a month too."""
        pairs = list(pairwise(numbers))
        steps = all(
            two[1] - one[1] == two[0] - one[0] or (two[1] <= 7 and one[1] >= 22)
            for one, two in pairs
        )
        first = numbers[0][1] if numbers else 0
        # The row must go on where the last one ended: numbers of another kind seldom do.
        return steps and (self._last == 0 or first in (self._last + 1, 1))

    @staticmethod
    def _date(month: HeadingMonth, moved: int, day: int) -> RawDate:
        index = month.number - 1 + moved
        year = month.year + index // 12 if month.year else None
        return RawDate(Form.CERTAIN, index % 12 + 1, day, year)
