"""Finds the tables among a roster's rows; what is no table goes to the reader of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from heartplanner.core.roster.entries import RosterDraft
from heartplanner.core.roster.language.items import Form, RawDate
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import Column
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.roster.shapes.headings import heads, owner_of
from heartplanner.core.roster.shapes.layout import (
    COMMENT,
    NOT_UNDER,
    TableHeader,
    cells_of_words,
    column_of,
    only_rules,
    weekday_header,
)
from heartplanner.core.roster.shapes.lines import NO_DATE, LineReader
from heartplanner.core.roster.shapes.segments import is_dated
from heartplanner.core.roster.shapes.tables.column_cells import has_words
from heartplanner.core.roster.shapes.tables.columns import ColumnTable, column_table
from heartplanner.core.roster.shapes.tables.date_headings import DateHeader, date_header
from heartplanner.core.roster.shapes.tables.dates_above import heads_names, under_date
from heartplanner.core.roster.shapes.tables.day_lists import DayLists
from heartplanner.core.roster.shapes.tables.grid_cells import GridDay
from heartplanner.core.roster.shapes.tables.grids import DateGrid
from heartplanner.core.roster.shapes.tables.side_by_side import tables_beside
from heartplanner.core.roster.shapes.tables.weeks import WeekTable
from heartplanner.core.roster.source import RosterRow

HEADING_COMMENT = "a heading of it has a comment, which is not read"


LONGEST_NAME = 60
YEAR = re.compile(r"\W*(20\d\d)\W*")
MID_YEAR = (7, 1)
"""Within half a year of it are all dates of its year."""


class RosterReader:
    """Reads all rows of a text or a table into a draft."""

    def __init__(self, draft: RosterDraft, mode: Mode) -> None:
        self._draft = draft
        self._mode = mode
        self._lines = LineReader(draft, mode)
        self._of_several = False
        self.headed: list[tuple[str, int, int]] = []
        """The names above entries: each with the first of them and the one after the last."""
        self._first = 0
        """The first entry that may still be given the name above it."""

    def read(self, rows: Sequence[RosterRow], name: str = "") -> None:
        """Read all rows. `name`: the sheet's, which may be a month."""
        self._lines.begin(name)
        lists = DayLists(self._draft, self._mode, rows)
        self._of_several, self._first = self._has_names(rows), len(self._draft.entries)
        at = 0
        while at < len(rows):
            row = rows[at]
            if ended := lists.read(at, self._lines) or self._side_by_side(rows, at):
                at = ended
                continue
            table = not row.is_too_long and len(cells_of_words(row)) > 1
            after = self._table(rows, at) if table else None
            if after is None:
                self._read_line(rows[at])
            elif column_table(rows, at, self._mode) is None:
                lines = {row.line for row in rows[at:after]}
                self._draft.tabled |= lines - self._draft.notes
            at = after or at + 1
        self._lines.close()
        self._give_names()

    def _has_names(self, rows: Sequence[RosterRow]) -> bool:
        """Whether lines with names part the rows; a name above all days may be a title as well."""
        alone = [n for n, row in enumerate(rows) if self._is_name(row)]
        days = (n for n, row in enumerate(rows) if any(map(str.isdigit, row.said)))
        return len({rows[n].said for n in alone}) > 1 or any(n > next(days, n) for n in alone[:1])

    def _is_name(self, row: RosterRow) -> bool:
        """Whether a row is a name, alone or beside a word such as "Employee"."""
        # A name has no digit: so most rows need not be parsed for it.
        if not row.filled or any(map(str.isdigit, row.said)):
            return False
        if len(row.filled) > 1 + (column_of(row.filled[0].text) is Column.PERSON):
            return False
        return len(row.said) <= LONGEST_NAME and owner_of(row.said, self._mode) is not None

    def _read_line(self, row: RosterRow) -> None:
        """Read a row that is none of a table. What stands above it is of the name above."""
        self._give_names()
        self._lines.read(row)
        self._first = len(self._draft.entries)

    def _give_names(self) -> None:
        """Say of the entries of tables whose they are, where a name above them alone tells it."""
        said, first = self._draft.entries, self._first
        if self._lines.person and first < len(said):
            self.headed.append((self._lines.person, first, len(said)))
        if self._of_several and self._lines.person:
            said[first:] = [
                entry if entry.person else replace(entry, person=self._lines.person)
                for entry in said[first:]
            ]
        self._first = len(said)

    def _side_by_side(self, rows: Sequence[RosterRow], at: int) -> int | None:
        """Read the tables that stand side by side from here on, each as its person's."""
        tables = tables_beside(rows, at)
        for name, part in tables:
            entries, problems = len(self._draft.entries), len(self._draft.problems)
            self._lines.end_entry()
            RosterReader(self._draft, self._mode).read(part)
            said, listed = self._draft.entries, self._draft.problems
            said[entries:] = [replace(entry, person=name) for entry in said[entries:]]
            listed[problems:] = [replace(line, person=name) for line in listed[problems:]]
        return at + 1 + len(tables[0].rows) if tables else None

    def _table(self, rows: Sequence[RosterRow], at: int) -> int | None:
        """Read a table that begins here. Returns where it ends, or None if none begins."""
        mode = self._mode.under_month() if self._lines.month else self._mode
        mode = mode.in_cells()
        below = rows[at + 1] if at + 1 < len(rows) else None
        weekdays = weekday_header(rows[at])
        # The numbers of a month under weekdays run over its ends: those are read with the weeks.
        dates = (
            date_header(below, self._mode) if weekdays and below else date_header(rows[at], mode)
        )
        if dates and (weekdays or (below and below.filled)):
            if weekdays and len(weekdays[0].cells) != len(dates.header.cells):
                dates = None
            else:
                self._lines.end_entry()
                first = at + bool(weekdays)
                corner = f"{dates.left} {weekdays[2] if weekdays else ''}"
                return self._dated(rows, first, dates, weekdays and weekdays[1], corner)
        if weekdays:
            self._lines.end_entry()
            return WeekTable(self._draft, self._mode, self._lines, *weekdays).read(rows, at + 1)
        table = column_table(rows, at, mode)
        if table:
            self._lines.end_entry()
            if COMMENT in rows[at].text:
                self._draft.refuse(rows[at].line, rows[at].text, HEADING_COMMENT)
            for cell in rows[at].filled:
                if "=" in cell.text:
                    self._draft.refuse(rows[at].line, cell.text, NO_DATE)
            return self._columns(rows, at + 1, table)
        return None

    def _dated(
        self,
        rows: Sequence[RosterRow],
        at: int,
        dates: DateHeader,
        weekdays: Sequence[int] | None,
        corner: str,
    ) -> int:
        """Dates side by side, and rows of hours below them; weekdays may stand above or below the dates."""
        first, at, header = rows[at], at + 1, dates.header
        if year := YEAR.fullmatch(corner):
            self._draft.dates.add(RawDate(Form.CERTAIN, *MID_YEAR, int(year[1])))
        under = weekday_header(rows[at]) if at < len(rows) and not weekdays else None
        if under and len(under[0].cells) == len(header.cells):
            weekdays, at = under[1], at + 1
        days: dict[int, GridDay] = {}
        for column, cell in enumerate(dates.dates):
            if cell:
                beside = (*cell.weekdays, *(weekdays[column : column + 1] if weekdays else ()))
                proof = beside[0] if beside else None
                date_refs = tuple(self._draft.noted(cell.date, proof, self._lines.month))
                days[column] = GridDay(date_refs, beside, remark=dates.remarks.get(column, ""))
        block = DateGrid(first.line, days, first.text, corner)
        while at < len(rows) and self._continues(rows[at]):
            self._add(block, header, rows[at])
            at += 1
        for remark in block.write(self._draft, self._mode):
            self._read_line(remark)
        return at

    def _add(self, block: DateGrid, header: TableHeader, row: RosterRow) -> None:
        if only_rules(row):
            return
        try:
            # "12p-12a" on a line of its own below "8/13, 8/14" is no row of a table with commas.
            if len(row.cells) == 1 and not row.spaced:
                raise UnreadError(NOT_UNDER)
            block.add(row, *header.placed(row))
        except UnreadError as error:
            self._draft.refuse(row.line, row.text, str(error), block.date_refs)
            if len(row.filled) == 1 and has_words(row.text):
                self._draft.overrule(row.line, block.date_refs)

    def _continues(self, row: RosterRow) -> bool:
        """Whether a row can belong to the dates above it: it is not blank, and has no dates of its own."""
        headed = weekday_header(row) or date_header(row, self._mode) or heads(row, self._mode)
        return bool(row.filled) and not headed and not is_dated(row.filled[0].text, self._mode)

    def _columns(self, rows: Sequence[RosterRow], at: int, table: ColumnTable) -> int:
        """The rows of a table with a heading over each column."""
        date = ""
        while at < len(rows):
            headed = weekday_header(rows[at]) or heads(rows[at], self._mode)
            if headed or column_table(rows, at, self._mode):
                break
            row, date = under_date(table, rows[at], date)
            if heads_names(table, rows[at : at + 2]):
                at += 1
                continue
            named = row.filled and self._is_name(row)
            month = self._lines.month
            if named or not (row.filled and table.enter(self._draft, row, month, self._mode)):
                self._read_line(row)
            at += 1
        self._lines.end_entry()
        return at
