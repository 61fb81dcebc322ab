"""Tables with a heading over each column: date, start, end, hours, shift, name and others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from heartplanner.core.roster.dates.date_refs import DateRef
from heartplanner.core.roster.dates.dating import HeadingMonth
from heartplanner.core.roster.entries import RosterDraft, RosterEntry
from heartplanner.core.roster.language.doubts import doubtful_word
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import DateItem, LabelItem, WeekdayItem, weekdays_of
from heartplanner.core.roster.language.mode import PLAIN, Mode
from heartplanner.core.roster.language.vocabulary import Column
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.roster.shapes.layout import (
    TableHeader,
    cells_of_words,
    column_of,
    date_cell,
    is_bare,
    may_be_person,
)
from heartplanner.core.roster.shapes.lines import TWO_WAYS
from heartplanner.core.roster.shapes.segments import date_segments
from heartplanner.core.roster.shapes.tables.column_cells import (
    NOTHING_SAID,
    counts,
    is_state,
    may_tell,
    unclear_note,
)
from heartplanner.core.roster.shapes.tables.column_headings import (
    TELLING,
    columns_beside,
    day_as_date,
    heads_no_person,
)
from heartplanner.core.roster.shapes.tables.grid_cells import (
    CellText,
    GridDay,
    enter_cell,
    enter_undated,
)
from heartplanner.core.roster.shapes.tables.grids import NOT_KNOWN_WHOSE, TOTALS
from heartplanner.core.roster.source import LONGEST_LINE, RosterRow
from heartplanner.core.roster.teams import team_in_column

NUMBER = re.compile(r"\d{1,3}(\.\d+)?")
TOLD = (Column.HOURS, Column.LABEL, Column.NOTE, Column.WEEKDAY, Column.STATUS)
"""What a row says beside its date, its start and its end."""
ONCE = {
    Column.DATE: "several columns hold its date",
    Column.END_DATE: "several columns hold its last date",
    Column.START: "several columns hold its start",
    Column.END: "several columns hold its end",
    Column.PERSON: "several columns hold a name",
}
"""Kinds of columns of which a row can have one text alone."""
LONGEST_STATUS = 40
NOT_A_KNOWN_COLUMN = "what its column {heading!a} means is not known"


class ColumnTable(NamedTuple):
    """The columns of a table by what they hold; `people`: columns that are headed by a name."""

    header: TableHeader
    columns: dict[int, Column]
    people: dict[int, str]
    doubted: dict[int, str]
    """Columns that are headed by a word such as "Canceled", with that word."""
    strange: dict[int, str]
    """Columns whose heading is not known, or which belong to a table beside this one, with that heading."""

    def enter(
        self, draft: RosterDraft, row: RosterRow, month: HeadingMonth | None, mode: Mode
    ) -> bool:
        """Enter a row; False if it is none of this table's."""
        try:
            label, cells = self.header.placed(row)
        except UnreadError:
            return False
        date = self.one(cells, Column.DATE)
        if label or not (date or self.one(cells, Column.START)):
            return not label and self._may_be_of_above(cells) and enter_undated(draft, row)
        mode = mode.under_month() if month else mode
        if len(cells) == 1 < len(self.header.cells) and not is_bare(date_cell(date, mode)):
            return False  # a note below the table
        enter = self._enter_people if self.people else self._enter_row
        if not enter(draft, row, cells, month, mode):
            return not date and self._may_be_of_above(cells) and enter_undated(draft, row)
        draft.tabled.add(row.line)
        return True

    def _may_be_of_above(self, cells: dict[int, str]) -> bool:
        """Whether a row without a date says what a day is: under its own heading, and in no sum."""
        tells = any(n in self.people or self.columns.get(n) in TELLING for n in cells)
        return tells and not any(TOTALS.fullmatch(text.strip(" :")) for text in cells.values())

    def _enter_row(
        self,
        draft: RosterDraft,
        row: RosterRow,
        cells: dict[int, str],
        month: HeadingMonth | None,
        mode: Mode,
    ) -> bool:
        """Enter a row as one line; False if it has no date."""
        text = self._text(cells, self.one(cells, Column.DATE))
        parses = parsed(text, mode) if len(text) <= LONGEST_LINE else []
        segments = date_segments(parses[0]) if parses else None
        if not segments:
            return False
        date_refs = tuple(
            ref
            for segment in segments
            for item in segment.dates
            for ref in draft.noted(item, (*segment.weekdays, None)[0], month)
        )
        why = self._refused(cells) or (TWO_WAYS if len(parses) > 1 or len(segments) > 1 else "")
        person = self.person(cells)
        if why:
            every = (*date_refs, *self._other_dates(draft, row.line, cells, month))
            draft.refuse(row.line, row.text, why, every, person)
            return True
        items = tuple(item for item in parses[0] if not isinstance(item, DateItem | WeekdayItem))
        entry = RosterEntry(
            row.line, row.text, date_refs, items, segments[0].weekdays, person=person
        )
        draft.entries.append(replace(entry, team=self._team(cells)))
        return True

    def _enter_people(
        self,
        draft: RosterDraft,
        row: RosterRow,
        cells: dict[int, str],
        month: HeadingMonth | None,
        mode: Mode,
    ) -> bool:
        """Enter a row of a table that has a column for each person."""
        dated = date_cell(self.one(cells, Column.DATE), mode)
        if dated is None or dated.rest:
            return False
        beside = self.one(cells, Column.WEEKDAY)
        weekdays = (*dated.weekdays, *weekdays_of(parsed(beside)[0]))
        date_refs = tuple(draft.noted(dated.date, (*weekdays, None)[0], month))
        if why := self._refused(cells) or unclear_note(self._texts(cells, Column.NOTE)):
            draft.refuse(
                row.line,
                row.text,
                why,
                (*date_refs, *self._other_dates(draft, row.line, cells, month)),
            )
            return True
        for column, person in self.people.items():
            if text := cells.get(column, ""):
                enter_cell(
                    draft, mode, CellText(row.line, text, person), GridDay(date_refs, weekdays)
                )
        return True

    def one(self, cells: dict[int, str], column: Column) -> str:
        """The text of the first column of this kind that is filled."""
        texts = (cells.get(n, "") for n, kind in self.columns.items() if kind is column)
        return next(filter(None, texts), "")

    def person(self, cells: dict[int, str]) -> str:
        """The name of a row, which may have a column for each of its parts."""
        parts = (Column.FIRST_NAME, Column.LAST_NAME)
        split = " ".join(filter(None, (self.one(cells, part) for part in parts)))
        return self.one(cells, Column.PERSON) or split

    def _team(self, cells: dict[int, str]) -> str:
        """The team of a row, where a column tells it."""
        teams = (team_in_column(self.header.cells[n].text, text) for n, text in cells.items())
        return next(filter(None, teams), "")

    def _texts(self, cells: dict[int, str], column: Column) -> list[str]:
        """The different texts of all columns of this kind, in their order."""
        texts = (cells.get(n, "") for n, kind in self.columns.items() if kind is column)
        return list(dict.fromkeys(filter(None, texts)))

    def _shifts(self, cells: dict[int, str]) -> set[str]:
        """The different letters of a row's columns of shifts; "shift" alone is none of its own."""
        items = [parsed(text)[0] for text in self._texts(cells, Column.LABEL)]
        return {
            item.label.letter
            for each in items
            for item in each
            if isinstance(item, LabelItem) and item.label.letter not in ("", "S")
        }

    def _other_dates(
        self, draft: RosterDraft, line: int, cells: dict[int, str], month: HeadingMonth | None
    ) -> list[DateRef]:
        """The other dates of a row that is not read, noted: it may change their days."""
        date, mode = self.one(cells, Column.DATE), PLAIN.under_month() if month else PLAIN
        kinds = (None, Column.DATE, Column.NOTE, Column.LABEL)
        texts = [t for n, t in cells.items() if t != date and self.columns.get(n) in kinds]
        items = [item for text in texts for item in parsed(text[:LONGEST_LINE], mode)[0]]
        dates = [item for item in items if isinstance(item, DateItem)]
        refs = [ref for item in dates for ref in draft.noted(item, None, month)]
        draft.overruling[line] = tuple(refs)
        return refs

    def _text(self, cells: dict[int, str], date: str) -> str:
        """A row as one line: its date, its start and end with a dash between, and all else that tells."""
        start, end = self.one(cells, Column.START), self.one(cells, Column.END)
        last = self.one(cells, Column.END_DATE)
        # Written as a person would write the row, so that one grammar reads lines and tables.
        hours = f"{start} - {last} {end}" if last and end else f"{start} - {end}" if end else start
        parts = [
            f"{date} {hours}" if hours else f"{date} - {last}" if last not in ("", date) else date
        ]
        for n, column in self.columns.items():
            text = cells.get(n, "")
            if column is Column.HOURS and NUMBER.fullmatch(text):
                text = f"{text} hrs"
            if column is Column.STATUS and is_state(text):
                continue
            if column in TOLD and text:
                parts.append(text)
        # Columns without a known heading are read too: one of them may say that the day is canceled.
        others = [
            text
            for n, text in cells.items()
            if n not in self.columns and not (n in self.doubted and NOTHING_SAID.fullmatch(text))
        ]
        return " | ".join(filter(None, (*parts, *others)))

    def _refused(self, cells: dict[int, str]) -> str:
        """Why a row cannot be taken, from the columns that else say nothing of the day."""
        # In and out twice may be two people's, whose names stand above.
        if [*self.columns.values()].count(Column.START) > 1:
            return ONCE[Column.START]
        for column, why in ONCE.items():
            if len(self._texts(cells, column)) > 1:
                return why
        for n, word in self.doubted.items():
            text = cells.get(n, "")
            # Under "Change" a minus may take the day away.
            taken = text == "-" and word.lower().startswith("chang")
            if taken or not NOTHING_SAID.fullmatch(text):
                return NOT_KNOWN_WHOSE.format(word=word)
        for text in self._texts(cells, Column.STATUS):
            if not counts(text):
                return f"its status is {text[:LONGEST_STATUS]!a}"
        for text in self._texts(cells, Column.ASIDE):
            if doubtful := doubtful_word(text):
                return f"{doubtful!a} is not known"
        return self._strange(cells)

    def _strange(self, cells: dict[int, str]) -> str:
        """Why a row cannot be taken, from columns that are not known, and from two that name its shift."""
        for n, heading in self.strange.items():
            if n not in self.doubted and may_tell(cells.get(n, "")):
                return NOT_A_KNOWN_COLUMN.format(heading=heading[:LONGEST_STATUS])
        if len(self._shifts(cells)) > 1:
            return "several columns hold its shift"
        return ""


def column_table(rows: Sequence[RosterRow], at: int, mode: Mode) -> ColumnTable | None:
    """The table that a row heads: a date, or a start and an end, and what tells of the day."""
    row = rows[at]
    for cells in (filled := row.filled, cells_of_words(row)):
        columns = {n: kind for n, cell in enumerate(cells) if (kind := column_of(cell.text))}
        for n in columns_beside(cells, columns):
            del columns[n]
        others = {n: cell.text for n, cell in enumerate(cells) if n not in columns}
        if Column.DATE not in columns.values() and Column.WEEKDAY in columns.values():
            columns = day_as_date(rows, at, TableHeader(cells, row.spaced), columns, mode)
        kinds = {*columns.values()}
        dated = Column.DATE in kinds or kinds >= {Column.START, Column.END}
        tells = not kinds.isdisjoint(TELLING)
        # The words of a line are headings only if all of them are: "Please sign in" heads nothing.
        if not dated or not (cells is filled or not others):
            continue
        doubted = {n: word for n, text in others.items() if (word := doubtful_word(text))}
        doubted |= (
            {} if tells else {n: text for n, text in others.items() if heads_no_person(text, mode)}
        )
        named = not tells and bool(others) and all(map(may_be_person, others.values()))
        # What stands below a heading such as "Can work" is read as no day, whatever it says.
        dates = any(date_cell(text, mode) for text in others.values())
        unknown = cells is filled and not row.spaced and bool(others) and not dates
        people = {n: text for n, text in others.items() if named and n not in doubted}
        if tells or named or unknown:
            strange = {n: text for n, text in others.items() if n not in people}
            header = TableHeader(tuple(cells), row.spaced)
            return ColumnTable(header, columns, people, doubted, strange)
    return None
