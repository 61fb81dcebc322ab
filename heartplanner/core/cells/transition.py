"""The seam: what lies before and after the date of a new assignment, in boards and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.cells.rotation_board import Row, rows
from heartplanner.core.edits.edits import assign
from heartplanner.core.plan.model import CYCLE_DAYS, Assignment, Plan, monday
from heartplanner.core.rules.rotation_rules import WEEK_MINUTES, WEEKEND_EVERY
from heartplanner.core.schedule.breaks import breaks, next_break
from heartplanner.core.schedule.days import SUNDAY
from heartplanner.core.schedule.rest import cares
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, weeks
from heartplanner.core.words.english import (
    counted,
    full_date,
    hours,
    long_date,
    month_day,
    number,
    span,
)

CYCLE = timedelta(days=CYCLE_DAYS)
ONE_DAY = timedelta(days=1)
SHOWN = 3
"""How many places that ask for care are named."""


class Transition(NamedTuple):
    """The weeks before an assignment's date and from its week on, and what is to be said of them."""

    start: date
    before: tuple[Row, ...]
    after: tuple[Row, ...]
    sentences: tuple[str, ...]


def transition(plan: Plan, assignment: Assignment, at: datetime) -> Transition:
    """What the plan would be with this assignment, six weeks before and after; PlanError if it cannot.

    `at` is the moment that the edit would have: nothing shown depends on it.
    """
    start = assignment.start
    then = Schedule(assign(plan, assignment, at))
    middle = monday(start)
    before = [w for w in weeks(then, middle - CYCLE, middle - ONE_DAY) if w.days[-1].at]
    after = weeks(then, middle, middle + CYCLE - ONE_DAY)
    sentences = (
        *_kept(plan, assignment),
        *_breaks_said(plan, then.plan, start),
        *_weekends_said(before, after),
        *_hours_said(after),
        *_cares_said(then, start, after[-1].days[-1].date),
    )
    return Transition(start, rows(before), rows(after), sentences)


def _kept(plan: Plan, assignment: Assignment) -> Iterator[str]:
    """How far the assignment reaches, back and ahead."""
    start = assignment.start
    if start == plan.start:
        yield "From your start date on: as if this had been your rotation all along."
    else:
        yield f"All days before {long_date(start)} stay as they are."
    later = next((a.start for a in plan.assignments if a.start > start), None)
    if later:
        yield f"It lasts until {full_date(later - ONE_DAY)}: then another rotation follows."


def _breaks_said(plan: Plan, then: Plan, start: date) -> Iterator[str]:
    first, last = max(monday(start) - CYCLE, plan.start), monday(start) + CYCLE - ONE_DAY
    old, new = breaks(plan, first, last), breaks(then, first, last)
    for found in (each for each in new if each not in old):
        across = ", across the seam" if found.first < start <= found.last else ""
        days = f"{number(found.length)} days"
        yield f"New break: {span(found.first, found.last)}, {days}{across}."
    for lost in (each for each in old if each not in new):
        yield f"No longer a break: {span(lost.first, lost.last)}."
    yield from _break_to_break(then, first, start)


def _break_to_break(then: Plan, first: date, start: date) -> Iterator[str]:
    """How long one waits for a break over the seam."""
    earlier = [b for b in breaks(then, first, start) if b.first < start]
    later = next_break(then, start)
    if later is None:
        yield "No break comes after it."
    elif earlier:
        days = (later.first - earlier[-1].first).days
        begin = month_day(earlier[-1].first)
        yield f"From break to break: {begin} to {full_date(later.first)}, {days} days."


def _weekends_said(before: Sequence[Week], after: Sequence[Week]) -> Iterator[str]:
    on = [week.days[SUNDAY].weekend == "on" for week in (*before, *after)]
    seam_at = len(before)
    counts = f"{sum(on[seam_at:])} in the six weeks after"
    if before:
        counts = f"{sum(on[:seam_at])} in the {number(seam_at)} weeks before, {counts}"
    yield f"Weekends on: {counts}."
    for one, two in pairwise([index for index, worked in enumerate(on) if worked]):
        if one < seam_at <= two and two - one != WEEKEND_EVERY:
            apart = counted(two - one, "week")
            yield f"Across the seam they lie {apart} apart, not {number(WEEKEND_EVERY)}."


def _hours_said(after: Sequence[Week]) -> Iterator[str]:
    odd = [w for w in after if not w.partial and w.totals.minutes != WEEK_MINUTES]
    for week in odd:
        planned = week.totals.planned_minutes
        other = f", {hours(planned)} planned" if planned != week.totals.minutes else ""
        yield f"The week of {full_date(week.first)}: {hours(week.totals.minutes)}{other}, not 40."
    if not odd:
        yield "Each week after it has 40 h."


def _cares_said(then: Schedule, start: date, last: date) -> Iterator[str]:
    found = cares(then, start, last)
    for care in found[:SHOWN]:
        yield f"Take care: {care.kind}, {care.text}."
    if len(found) > SHOWN:
        yield f"Take care: {counted(len(found) - SHOWN, 'more place')} like these until {full_date(last)}."
    if not found:
        yield "No short rest and no long run of worked days across it or after it."
