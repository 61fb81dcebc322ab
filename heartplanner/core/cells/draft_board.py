"""A draft's board as its view shows it: dated, in the hours of its days; from when to when it lasts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from heartplanner.core.cells.cells import Cell
from heartplanner.core.cells.rotation_board import BoardRow, board
from heartplanner.core.cells.rotation_draft import Draft, differs, in_force, shown_day, shown_from
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, ONE_DAY, Assignment, Plan
from heartplanner.core.schedule.cycle import ONE_CYCLE, assignment_at, place
from heartplanner.core.words.english import full_date, long_date

NOT_SAVED = "Not in your calendar yet."


class DraftBoard(NamedTuple):
    """The six weeks of a draft on real dates; it is worked from `since` on."""

    rows: tuple[BoardRow, ...]
    since: date
    assignment: Assignment

    def date_of(self, index: int) -> date:
        """The date of a day of the board, 0 to 41."""
        row, column = divmod(index, 7)
        return self.rows[row].cells[column].date

    def index_of(self, day: date) -> int | None:
        """Where a date stands, or else where the rotation has it; None before the rotation begins."""
        for number, row in enumerate(self.rows):
            if row.cells[0].date <= day <= row.cells[-1].date:
                return 7 * number + day.weekday()
        if day < self.assignment.start:
            return None
        return (place(self.assignment, day)[1] - 1) * 7 + day.weekday()


def draft_board(plan: Plan, draft: Draft, today: date) -> DraftBoard:
    """The board of a draft of one of the plan's assignments.

    A week that is over before it begins is shown where it comes first: the draft is seen whole. Its letters
    are the draft's on all days. Days before it begins have the hours that are worked then: in its own hours
    they would be taken for nights that nobody works.
    """
    since = draft.start if differs(plan, draft) else draft.base.start
    assignment, day = draft.assignment, shown_day(plan, draft, today)
    rows = _from(board(assignment, day), assignment, day, shown_from(plan, draft, today))
    before = assignment_at(plan, since - ONE_DAY) if since > FIRST_DATE else None
    if before:
        hours = assignment._replace(
            band=before.band, shift_hours=before.shift_hours, admin_start=before.admin_start
        )
        rows = [
            row._replace(cells=_joined(old.cells, row.cells, since))
            for old, row in zip(board(hours, day), rows, strict=True)
        ]
    return DraftBoard(tuple(rows), since, assignment)


def _joined(before: tuple[Cell, ...], after: tuple[Cell, ...], since: date) -> tuple[Cell, ...]:
    return tuple(old if new.date < since else new for old, new in zip(before, after, strict=True))


def _from(rows: list[BoardRow], assignment: Assignment, day: date, first: date) -> list[BoardRow]:
    """The rows of the cycle that holds `day`, those before `first` as in the cycle after it."""
    last = rows[-1].cells[-1].date
    if rows[0].cells[-1].date >= first or last + ONE_CYCLE > LAST_DATE:
        return rows
    following = board(assignment, day + ONE_CYCLE)
    return [
        later if row.cells[-1].date < first else row
        for row, later in zip(rows, following, strict=True)
    ]


def span_text(plan: Plan, shown: Assignment, today: date) -> str:
    """From when to when one of the plan's assignments is worked: what is still to come is not current."""
    begin = shown.start
    following = next((later.start for later in plan.assignments if later.start > begin), None)
    if following and following <= today:
        return f"From {long_date(begin)} to {long_date(following - ONE_DAY)}."
    verb = "Current since" if begin <= today else "Starts"
    until = f", until another follows on {long_date(following)}" if following else ""
    return f"{verb} {long_date(begin)}{until}."


class RotationChoices(NamedTuple):
    """The rotations to choose from, by name; which is on show, and from when to when it is worked."""

    names: tuple[str, ...]
    shown: int
    since: str


def rotation_choices(plan: Plan, draft: Draft, today: date) -> RotationChoices:
    """The plan's rotations in their order; a draft that is another than they comes last."""
    now = in_force(plan, today)
    names = [
        f"From {full_date(each.start)}{', current' if each is now and today >= each.start else ''}"
        for each in plan.assignments
    ]
    if differs(plan, draft):
        new = f"New from {long_date(draft.start)}, not saved yet"
        return RotationChoices((*names, new), len(names), NOT_SAVED)
    shown = plan.assignments.index(draft.base)
    return RotationChoices(tuple(names), shown, span_text(plan, draft.base, today))
