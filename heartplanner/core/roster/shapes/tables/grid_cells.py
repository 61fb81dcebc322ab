"""The cells of tables whose columns are days: each is entered by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heartplanner.core.roster.dates.date_refs import DateRef
from heartplanner.core.roster.entries import Problem, RosterDraft, RosterEntry
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    Item,
    MarkItem,
    SpanItem,
    weekdays_of,
    without_weekdays,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.shapes.lines import NO_DATE, TWO_WAYS
from heartplanner.core.roster.source import RosterRow

REMARKED = "the heading of its date says more, which is not known"
A_DATE = "a date stands where hours belong; a spreadsheet may have made one of hours such as 9-9"


@dataclass(frozen=True, slots=True)
class GridDay:
    """The date of a column, the weekday that stands above it, and what stands in the date's own cell.

    `remark`: the heading, where it says more than a date and is not understood.
    """

    date_refs: tuple[DateRef, ...]
    weekdays: tuple[int, ...] = ()
    text: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says: its line, its text, and whose it is."""

    line: int
    text: str
    person: str = ""
    team: str = ""


def enter_cell(draft: RosterDraft, mode: Mode, said: CellText, day: GridDay) -> None:
    """Enter what a cell says of a day."""
    parses = parsed(said.text, mode)
    if len(parses) > 1:
        draft.refuse(said.line, said.text, TWO_WAYS, day.date_refs)
    elif any(isinstance(item, DateItem | SpanItem) for item in parses[0]):
        draft.refuse(said.line, said.text, A_DATE, day.date_refs)
    else:
        weekdays, items = weekdays_of(parses[0]), without_weekdays(parses[0])
        entry = RosterEntry(
            said.line,
            said.text,
            day.date_refs,
            items,
            (*day.weekdays, *weekdays),
            dash=_is_dash(items),
            person=said.person,
            team=said.team,
        )
        draft.entries.append(entry)


def enter_undated(draft: RosterDraft, row: RosterRow) -> bool:
    """Enter a row without a date directly below one with a date, of whose day it may be too.

    False if no such row is above it.
    """
    last: tuple[RosterEntry | Problem, ...] = (*draft.entries[-1:], *draft.problems[-1:])
    date_refs = [ref for said in last if said.line == row.line - 1 for ref in said.date_refs]
    date_refs = date_refs or [*draft.overruling.get(row.line - 1, ())]
    if not (row.filled and date_refs):
        return False
    draft.refuse(row.line, row.text, NO_DATE)
    draft.bound.add(row.line)
    draft.overruling[row.line] = tuple(date_refs)
    return True


def _is_dash(items: Sequence[Item]) -> bool:
    """Whether a cell is a dash: there it stands for a free day."""
    return bool(items) and all(isinstance(item, MarkItem) and item.text == "-" for item in items)
