"""The work weeks of a plan: which days are counted together, by the work week of each assignment."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from heartplanner.core.plan.model import ONE_DAY, Plan, week_begin


class WorkWeek(NamedTuple):
    """The first and the last day of a work week: seven days, or fewer where another one cuts it."""

    first: date
    last: date


def work_weeks(plan: Plan, first: date, last: date) -> Iterator[WorkWeek]:
    """The work weeks that touch first..last, in order; each day is in one of them.

    Days before the start date are counted by the first assignment. Where the next assignment has another
    work week, the last week before it ends with the day before, and its own first one begins on its date.
    """
    day = first
    while day <= last:
        week = work_week(plan, day)
        yield week
        day = week.last + ONE_DAY


def work_week(plan: Plan, day: date) -> WorkWeek:
    """The work week in which a day is counted."""
    assignments = plan.assignments
    at = max(0, bisect_right(assignments, day, key=lambda assignment: assignment.start) - 1)
    weekday = assignments[at].work_week
    begin = week_begin(day, weekday)
    end = begin + 6 * ONE_DAY
    # Several assignments may begin within a week: those with the same work week leave it whole.
    before = at
    while before and assignments[before].start > begin:
        if assignments[before - 1].work_week != weekday:
            begin = assignments[before].start
        before -= 1
    for later in assignments[at + 1 :]:
        if later.start > end:
            break
        if later.work_week != weekday:
            end = later.start - ONE_DAY
    return WorkWeek(begin, end)
