"""The breaks that the rotation builds in (P7).

A break is a maximal run of free days among the planned letters. As a range may begin or end inside one,
the letters are first extended at both edges, by doubling steps, until a worked day bounds them.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.plan.model import CYCLE_DAYS, FREE, ONE_DAY, Plan
from heartplanner.core.schedule.cycle import letters

BREAK_DAYS = 6
"""The shortest break (P7)."""
RUN = re.compile(f"{FREE}{{{BREAK_DAYS},}}")
"""A break among the letters of a rotation."""


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
    # A break that lies over an edge counts with all its days.
    begin = first - timedelta(_free_before(plan, first))
    after = _free_after(plan, last)
    planned = letters(plan, begin, last + timedelta(after or 0))
    # A run that reaches the end of the text goes on for ever, if `after` says so, and is no break then.
    runs = [
        Break(begin + timedelta(run.start()), begin + timedelta(run.end() - 1))
        for run in RUN.finditer(planned)
        if after is not None or run.end() < len(planned)
    ]
    return [run for run in runs if run.first <= last and run.last >= first]


def next_break(plan: Plan, day: date) -> Break | None:
    """The first break that begins on `day` or later, or None if none is to come."""
    # The last assignment repeats itself: where no break begins within a cycle of it, none ever does.
    latest = max(day, plan.assignments[-1].start) + timedelta(CYCLE_DAYS)
    return next((b for b in breaks(plan, day, latest) if b.first >= day), None)


def _free_before(plan: Plan, day: date) -> int:
    """How many days right before a day the rotation leaves free; the start date ends them."""
    # The start date ends the search: the dates before it are BEFORE, which is not FREE.
    reach = CYCLE_DAYS
    while True:
        planned = letters(plan, day - timedelta(reach), day - ONE_DAY)
        rest = planned.rstrip(FREE)
        if rest:
            return len(planned) - len(rest)
        reach *= 2


def _free_after(plan: Plan, day: date) -> int | None:
    """How many days right after a day the rotation leaves free; None if they never end."""
    # Whoever is free for a cycle of the last assignment is so for ever.
    for_ever = plan.assignments[-1].start + timedelta(CYCLE_DAYS)
    reach = CYCLE_DAYS
    while True:
        planned = letters(plan, day + ONE_DAY, day + timedelta(reach))
        rest = planned.lstrip(FREE)
        if rest:
            return len(planned) - len(rest)
        if day + timedelta(reach) >= for_ever:
            return None
        reach *= 2
