"""Runs of days: the breaks that the rotation builds in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.plan.model import CYCLE_DAYS, FREE, Plan, each_date
from heartplanner.core.schedule.cycle import assignment_at, position

BREAK_DAYS = 6
"""The shortest break (P7)."""

ONE_DAY = timedelta(days=1)


class Break(NamedTuple):
    """A maximal run of six or more days that the rotation leaves free, both ends included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1


def breaks(plan: Plan, first: date, last: date) -> list[Break]:
    """The breaks that touch first..last, whole, in order (P7).

    They count from the start date on and run on across a new assignment. Free days without an end
    (a rotation in which nothing is worked) are days off and no break.
    """
    first = max(first, plan.start)
    if last < first:
        return []
    while first > plan.start and _free(plan, first) and _free(plan, first - ONE_DAY):
        first -= ONE_DAY
    end = _end_of_run(plan, last)
    found: list[Break] = []
    begun: date | None = None
    for day in each_date(first, (end or last) + ONE_DAY):
        if _free(plan, day):
            begun = begun or day
        elif begun is not None:
            if (day - begun).days >= BREAK_DAYS:
                found.append(Break(begun, day - ONE_DAY))
            begun = None
    return found


def next_break(plan: Plan, day: date) -> Break | None:
    """The first break that begins on `day` or later, or None if none is to come."""
    latest = max(day, plan.assignments[-1].start) + timedelta(days=2 * CYCLE_DAYS)
    return next((b for b in breaks(plan, day, latest) if b.first >= day), None)


def _free(plan: Plan, day: date) -> bool:
    at = position(plan, day)
    return at is not None and at.letter == FREE


def _end_of_run(plan: Plan, day: date) -> date | None:
    """The last day of the free run that `day` lies in (or `day`, if worked); None if it never ends."""
    while _free(plan, day + ONE_DAY) and _free(plan, day):
        day += ONE_DAY
        assignment = assignment_at(plan, day)
        if assignment is plan.assignments[-1] and set(assignment.rotation.letters) == {FREE}:
            return None
    return day
