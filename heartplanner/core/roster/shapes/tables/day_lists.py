"""Lists of a day: a date alone, and below it the people who work on it, each with their hours.

Staffing programs such as TeleStaff print a roster so. One such list in a roster shows how the others are
meant: below a date with one person alone the days are that person's, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from heartplanner.core.roster.dates.date_refs import DateRef
from heartplanner.core.roster.entries import RosterDraft, RosterEntry
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    HarmlessItem,
    HoursItem,
    Item,
    LabelItem,
    LengthItem,
    MarkItem,
    SpanItem,
    TimeItem,
    UnknownItem,
    WeekdayItem,
    weekdays_of,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import words_of
from heartplanner.core.roster.reach.asides import A_PLACE
from heartplanner.core.roster.shapes.headings import is_name_word
from heartplanner.core.roster.shapes.lines import NO_DATE, LineReader
from heartplanner.core.roster.source import RosterRow

UNIT = re.compile(r"[A-Z]{1,4}-?\d{1,3}")
"""A unit or a station by its number."""
LEAST = 2
"""Names below one date by which a roster is seen to be one of such lists."""
TITLE = words_of("roster schedule staffing date for on day daily")
"""Words that may stand beside the date."""
SHORT = 3
"""Words of a line between names that may be a station or a unit."""
MOST_WORDS = 9
LONGEST = 120


class PersonRow(NamedTuple):
    """A row below a date: whose it is, and what else it says."""

    row: RosterRow
    person: str
    items: tuple[Item, ...]


class DayLists:
    """The lists of a text or a sheet, if it has any."""

    def __init__(self, draft: RosterDraft, mode: Mode, rows: Sequence[RosterRow]) -> None:
        self._draft = draft
        self._mode = mode
        self._rows = rows
        # What each row is, by its line: it is asked for more than once.
        self._persons: dict[int, PersonRow | None] = {}
        self._any = any(
            len({row.person for row in self._people(at)}) >= LEAST for at in range(len(rows))
        )

    def read(self, at: int, lines: LineReader) -> int | None:
        """Read the list that begins at a row. Returns where it ends, or None if none begins."""
        if not self._any:
            return None
        date, rows = self._date(self._rows[at]), [*self._below(at)]
        people = {person.row.line: person for person in map(self._person, rows) if person}
        if date is None or not people:
            return None
        lines.end_entry()
        item, weekdays = date
        date_refs = tuple(self._draft.noted(item, (*weekdays, None)[0], lines.month))
        for row in rows:
            if person := people.get(row.line):
                entry = RosterEntry(row.line, row.text, date_refs, person.items, weekdays)
                self._draft.entries.append(replace(entry, person=person.person))
            else:
                self._add_other(row, date_refs)
            self._draft.tabled.add(row.line)
        return self._rows.index(rows[-1]) + 1

    def _add_other(self, row: RosterRow, date_refs: tuple[DateRef, ...]) -> None:
        """List a row between names, which may be about the day if it is no station's or unit's."""
        items = [item for item in parsed(row.said, self._mode)[0] if not isinstance(item, MarkItem)]
        if len(items) <= SHORT and all(map(_is_of_place, items)):
            self._draft.refuse(row.line, row.text, A_PLACE)
        else:
            self._draft.refuse(row.line, row.text, NO_DATE, date_refs)
            self._draft.overruling[row.line] = date_refs

    def _date(self, row: RosterRow) -> tuple[DateItem, tuple[int, ...]] | None:
        """The date that a row has, beside the words of a heading at most."""
        brief = len(row.said) <= LONGEST and len(row.said.split()) <= MOST_WORDS
        if not brief or not any(map(str.isdigit, row.said)):
            return None
        parses = parsed(row.said, self._mode)
        dates = [item for item in parses[0] if isinstance(item, DateItem)]
        plain = all(
            isinstance(item, DateItem | WeekdayItem | MarkItem)
            or (isinstance(item, UnknownItem) and item.text.lower() in TITLE)
            for item in parses[0]
        )
        if len(parses) > 1 or len(dates) != 1 or not plain:
            return None
        lone = len(dates[0].spans) == 1 and dates[0].spans[0][1] is None
        return (dates[0], weekdays_of(parses[0])) if lone else None

    def _people(self, at: int) -> Iterator[PersonRow]:
        """The rows with a name and hours below a date, up to the next date."""
        for row in self._below(at):
            if person := self._person(row):
                yield person

    def _below(self, at: int) -> Iterator[RosterRow]:
        """The rows below a date that belong to it: a blank line ends them if nobody's row follows."""
        if self._date(self._rows[at]) is None:
            return
        blank = False
        for row in self._rows[at + 1 :]:
            if not row.filled:
                blank = True
            elif not self._person(row) and (blank or self._is_dated(row)):
                return
            else:
                blank = False
                yield row

    def _is_dated(self, row: RosterRow) -> bool:
        if len(row.said) > LONGEST:
            return True
        return any(isinstance(i, DateItem | SpanItem) for i in parsed(row.said, self._mode)[0])

    def _person(self, row: RosterRow) -> PersonRow | None:
        """A row as somebody's, where it has a name, and hours or a word such as "off"."""
        if row.line not in self._persons:
            parses = parsed(row.said, self._mode) if len(row.said) <= LONGEST else []
            self._persons[row.line] = _person_of(row, parses)
        return self._persons[row.line]


def _person_of(row: RosterRow, parses: Sequence[Sequence[Item]]) -> PersonRow | None:
    if len(parses) != 1:
        return None
    names: list[str] = []
    others: list[Item] = []
    for item in parses[0]:
        if isinstance(item, HarmlessItem | UnknownItem) and _is_of_name(item):
            names.append(item.text)
        elif not (isinstance(item, UnknownItem) and UNIT.fullmatch(item.text)):
            others.append(item)
    says = any(isinstance(item, HoursItem | TimeItem | LabelItem) for item in others)
    dated = any(isinstance(item, DateItem | SpanItem | WeekdayItem) for item in others)
    if not names or not says or dated:
        return None
    kept = tuple(item for item in others if not _is_number(item))
    return PersonRow(row, " ".join(names), kept)


def _is_of_name(item: HarmlessItem | UnknownItem) -> bool:
    """Whether a word may be of somebody's name."""
    return item.own if isinstance(item, HarmlessItem) else is_name_word(item.text)


def _is_of_place(item: Item) -> bool:
    """Whether a word may name a station or a unit, and not the one whose days are asked for."""
    if isinstance(item, UnknownItem):
        return UNIT.fullmatch(item.text) is not None or is_name_word(item.text)
    return isinstance(item, HarmlessItem) and not item.own


def _is_number(item: Item) -> bool:
    """Whether a number is too high for hours, so that it is somebody's ID."""
    return isinstance(item, LengthItem) and not item.sure and item.minutes > 24 * 60
