"""Tables whose columns are days: dates above their hours, the weeks of a month, a week in each row.

Each column is read by itself, and a blank cell says nothing. Rows under the same dates are several
people's if names stand beside them; without names they are read only where all of them fill the same cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from heartplanner.core.roster.dates.date_refs import DateRef
from heartplanner.core.roster.entries import RosterDraft
from heartplanner.core.roster.harmless.harmless import is_harmless
from heartplanner.core.roster.language.doubts import SPOKEN, doubtful_word, is_doubtful_word
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    HoursItem,
    LabelItem,
    MonthItem,
    WeekdayItem,
)
from heartplanner.core.roster.language.meaning import NO_HOURS
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import Column
from heartplanner.core.roster.reach.asides import A_TOTAL
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.roster.shapes.layout import column_of
from heartplanner.core.roster.shapes.tables.column_cells import has_words, list_beside
from heartplanner.core.roster.shapes.tables.column_headings import is_version
from heartplanner.core.roster.shapes.tables.grid_cells import (
    REMARKED,
    CellText,
    GridDay,
    enter_cell,
)
from heartplanner.core.roster.shapes.tables.row_labels import (
    UNFILLED,
    doubtful_label,
    is_of_all,
    is_of_changes,
    other_words,
)
from heartplanner.core.roster.source import RosterRow

SEVERAL_ROWS = "several rows stand under its date: write one day on a line"
NOT_KNOWN_WHOSE = "it is not clear what the row or column of {word!a} means for you"
NAME = re.compile(r"[^\W\d_a-z][\w.'-]*(?:,? [^\W\d_a-z][\w.'-]*){0,3}")
OFFERED = 2
"""Words of a row of shifts that are nobody's: "Open shifts"."""
NAMELESS = "no name stands beside it, and it may be about any of the people above"
OVERRULES = "the row {label!a} may change what stands above it"
TOTALS = re.compile(
    r"(?:(?:grand|daily|sub) ?)?(?:totals?|sum|count|headcount|coverage|staffing|hours)"
    r"(?: (?:hours|hrs|staff|shifts|on duty|per day))?",
    re.IGNORECASE,
)
"""What stands left of a row that counts people or hours under each date."""


class PlacedRow(NamedTuple):
    """A row under dates: what stands left of them, and the text under each column."""

    row: RosterRow
    label: str
    cells: dict[int, str]

    @property
    def column(self) -> Column | None:
        """What its label says that its cells are, where rows and not columns have headings."""
        return column_of(self.label)


@dataclass(slots=True)
class DateGrid:
    """Days side by side, and the rows below them. `text`: of the line with the days."""

    line: int
    days: dict[int, GridDay]
    text: str = ""
    corner: str = ""
    """What stands left of the days themselves, which may be said of all of them."""
    rows: list[PlacedRow] = field(default_factory=list)
    team: str = ""
    """The team of all rows, where a column beside the days tells it."""

    @property
    def date_refs(self) -> tuple[DateRef, ...]:
        """All its dates."""
        return tuple(ref for day in self.days.values() for ref in day.date_refs)

    def add(self, row: RosterRow, label: str, cells: dict[int, str]) -> None:
        self.rows.append(PlacedRow(row, label, cells))

    def write(self, draft: RosterDraft, mode: Mode) -> list[RosterRow]:
        """Enter each day for each person. Returns the rows that are sentences, for the reader of lines."""
        self._list_remarks(draft)
        rows = self._without_totals(draft)
        groups = _by_person(rows)
        if sum(bool(person) for person, _ in groups) > 1:
            self._list_nameless(draft, rows)
        texts = [day.text for day in self.days.values() if day.text]
        if not groups and not texts:
            draft.refuse(self.line, self.text, NO_HOURS, self.date_refs)
        elif not groups:
            self._write_days(draft, mode, "", [])
        above = doubt = ""
        remarks: list[RosterRow] = []
        for person, rows in groups:
            blank = not any(text for placed in rows for text in placed.cells.values())
            version = is_version(person) and not (blank and is_harmless(person))
            if person and self.rows[0] not in rows and version:
                self._overrule(draft, above, rows)
                doubt = person if blank else doubt  # it heads what stands below it
            elif not blank:
                self._write_days(draft, mode, person, rows, doubt)
                above = person
            elif is_remark(person):
                doubt = doubt or doubtful_word(person)
                remarks += [placed.row for placed in rows]
        draft.notes.update(row.line for row in remarks)
        return remarks

    def _list_remarks(self, draft: RosterDraft) -> None:
        """List headings that say more than a date, and cells that stand under no date."""
        for day in self.days.values():
            if day.remark:
                draft.refuse(self.line, day.remark, REMARKED, day.date_refs)
        for placed in self.rows:
            beside = (text for column, text in placed.cells.items() if column not in self.days)
            person = placed.label.strip(" :") if placed.column is None else ""
            list_beside(draft, placed.row.line, beside, self.date_refs, person)

    def _list_nameless(self, draft: RosterDraft, rows: Sequence[PlacedRow]) -> None:
        """List what a row without a name says below several people's: it may be about any of them."""
        for placed in rows:
            for column, text in placed.cells.items():
                if placed.label or not text or column not in self.days or not has_words(text):
                    continue
                refs = self.days[column].date_refs
                draft.refuse(placed.row.line, text, NAMELESS, refs)
                draft.overrule(placed.row.line, refs)

    def _overrule(self, draft: RosterDraft, person: str, rows: Sequence[PlacedRow]) -> None:
        """List rows such as "Revised" and "(after swap)": they may change any day of the row above."""
        for placed in rows:
            why = OVERRULES.format(label=placed.label or rows[0].label)
            # "Sam new" below another's row is about Sam.
            label = placed.label or rows[0].label
            own = not (other_words(label, person) or is_of_changes(label))
            draft.refuse(
                placed.row.line, placed.row.text, why, self.date_refs, person if own else ""
            )
            draft.overruling[placed.row.line] = self.date_refs

    def _without_totals(self, draft: RosterDraft) -> list[PlacedRow]:
        """The rows but for sums below the names of people, which are listed and say nothing of a day."""
        named = [row for row in self.rows if row.label and row.column is None]
        totals = [row for row in self.rows if TOTALS.fullmatch(row.label.strip(" :"))]
        if all(row in totals for row in named):
            return self.rows
        for placed in totals:
            draft.refuse(placed.row.line, placed.row.text, A_TOTAL)
        return [row for row in self.rows if row not in totals]

    def _write_days(
        self,
        draft: RosterDraft,
        mode: Mode,
        person: str,
        rows: Sequence[PlacedRow],
        doubt: str = "",
    ) -> None:
        uneven = _uneven(rows, self.days)
        doubted = doubt or doubtful_label(person) or doubtful_word(self.corner)
        of_all = len(self.rows) > len(rows) and is_of_all(person)
        for column, day in self.days.items():
            texts = [row.cells.get(column, "") for row in rows]
            line = next(
                (placed.row.line for placed, text in zip(rows, texts, strict=True) if text), None
            )
            try:
                said = _joined(rows, texts)
            except UnreadError as error:
                draft.refuse(line or self.line, " ".join(texts), str(error), day.date_refs, person)
                continue
            text = " | ".join(filter(None, (day.text, said)))
            if not text:
                continue
            if day.remark:
                draft.refuse(line or self.line, text, REMARKED, day.date_refs, person)
            elif doubted:
                why = NOT_KNOWN_WHOSE.format(word=doubted)
                named = "" if doubtful_word(person) else person
                draft.refuse(line or self.line, text, why, day.date_refs, named)
                if of_all:
                    draft.overrule(line or self.line, day.date_refs)
            elif uneven:
                draft.refuse(line or self.line, text, SEVERAL_ROWS, day.date_refs, person)
            else:
                enter_cell(draft, mode, CellText(line or self.line, text, person, self.team), day)


def is_remark(label: str) -> bool:
    """Whether a row that has nothing under its days says something in its first cell, and names nobody."""
    words = SPOKEN.findall(label)
    offered = len(words) <= OFFERED and any(map(UNFILLED.fullmatch, words))
    if not words or offered or TOTALS.fullmatch(label.strip(" :")):
        return False
    known = any(
        isinstance(item, WeekdayItem | MonthItem | HoursItem | DateItem)
        or (isinstance(item, LabelItem) and len(item.text) > 1)
        for item in parsed(label)[0]
    )
    return known or bool(doubtful_word(label)) or NAME.fullmatch(label.strip()) is None


def _by_person(
    rows: Sequence[PlacedRow],
) -> list[tuple[str, list[PlacedRow]]]:
    """Rows by the names beside them; a row without one belongs to the name above."""
    groups: list[tuple[str, list[PlacedRow]]] = []
    for row in rows:
        label = row.label.strip(" :")
        named = label if row.column is None else ""
        # A person's second row, such as one of ends below one of starts, has no name of its own.
        if not groups or (named and named != groups[-1][0]):
            groups.append((named, []))
        groups[-1][1].append(row)
    return groups


def _uneven(rows: Sequence[PlacedRow], days: dict[int, GridDay]) -> bool:
    """Whether rows without headings fill different cells, so that they may be different people's."""
    unnamed = [row for row in rows if row.column is None]
    if len({row.label for row in unnamed}) == 1 and unnamed[0].label:
        return False  # each of them says whose it is
    plain = [row.cells for row in unnamed]
    filled = [{column for column in days if cells.get(column)} for cells in plain]
    return len({frozenset(columns) for columns in filled if columns}) > 1


def _joined(rows: Sequence[PlacedRow], texts: Sequence[str]) -> str:
    """One column's cells as one text; a start and an end with a dash between. Raises UnreadError."""
    by_column = [(row.column, text) for row, text in zip(rows, texts, strict=True)]
    for column, text in by_column:
        if column is Column.ASIDE and any(map(is_doubtful_word, text.split())):
            raise UnreadError(f"{text!a} is not known")
    start = [text for column, text in by_column if column is Column.START and text]
    end = [text for column, text in by_column if column is Column.END and text]
    others = [
        text
        for column, text in by_column
        if text and column not in (Column.START, Column.END, Column.ASIDE, Column.PERSON)
    ]
    if len(start) == len(end) == 1:
        others.insert(0, f"{start[0]} - {end[0]}")
    else:
        # Two starts are no shift: all is read as it stands, and is refused where it makes no sense.
        others += start + end
    return " | ".join(others)
