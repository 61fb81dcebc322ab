"""What the card of the six weeks says: the rotation as a board, and when each of its cycles begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    LAST_DATE,
    ONE_DAY,
    Assignment,
    Plan,
    work_weeks_of,
)
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.cycle import (
    ONE_CYCLE,
    assigned_band,
    assigned_hours,
    assignment_at,
    position,
)
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.ranges.rows import week_days
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.month import PaperDay, SheetOptions, footer, paper_day
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import (
    WEEKDAYS,
    clock_span,
    full_date,
    hours,
    listed,
    span_brief,
)
from heartplanner.typed import distinct

CYCLES = 9
"""How many cycles the card lists: a year and a little more."""


class CardWeek(NamedTuple):
    """A row of the rotation: its name, its seven days as the rotation has them, its work week's hours."""

    name: str
    days: tuple[PaperDay, ...]
    hours: str


class CardCycle(NamedTuple):
    """A cycle to come: the Monday or the first day on which it begins, its weekends on and its breaks."""

    begins: str
    weekends: str
    breaks: str


@distinct
class CycleCard(NamedTuple):
    """All the words of the card."""

    title: str
    name: str
    since: str
    later: tuple[str, ...]
    weekdays: tuple[str, ...]
    hours_title: str
    weeks: tuple[CardWeek, ...]
    cycles_title: str
    cycles: tuple[CardCycle, ...]
    footer: str
    display: DisplayFormat


def cycle_card(schedule: Schedule, options: SheetOptions, day: date) -> CycleCard:
    """The card of the rotation in force on a day, or at the start date, without changes on single days."""
    plan = schedule.plan
    first = cycle_start(plan, day)
    current, *later = rotations_from(plan, day)
    # The board shows the rotation itself: one assignment from week 1 on, and no changes.
    alone = plan._replace(assignments=(current._replace(start=first, cycle_week=1),), changes=())
    board = Schedule(alone).days(first, first + ONE_CYCLE - ONE_DAY)
    weeks = [board[n : n + 7] for n in range(0, CYCLE_DAYS, 7)]
    # A rotation that is begun within its weeks has a first cycle without a week 1.
    whole = first >= current.start
    sums = work_weeks_of(tuple(day.planned_minutes for day in board), current.work_week)
    return CycleCard(
        title="My six weeks",
        name=options.name,
        since=f"From {full_date(max(first, current.start))}",
        later=tuple(
            _later(before, assignment, options.display)
            for before, assignment in pairwise((current, *later))
        ),
        weekdays=tuple(name[:3] for name in WEEKDAYS),
        # The rows stand Monday first, and their hours are those of work weeks.
        hours_title=week_days(current.work_week) if current.work_week else "",
        weeks=tuple(
            _week(number, week, sum(minutes), options.display)
            for number, (week, minutes) in enumerate(zip(weeks, sums, strict=True), 1)
        ),
        cycles_title="Week 1 begins on" if whole else "Each cycle begins on",
        cycles=tuple(_cycles(Schedule(plan._replace(changes=())), first, current.start)),
        footer=footer(plan, options.today),
        display=options.display,
    )


def cycle_start(plan: Plan, day: date) -> date:
    """The Monday of cycle week 1 of the cycle that holds a day, or the start date if that is later."""
    day = max(day, plan.start)
    at = position(plan, day)
    assert at is not None
    return day - timedelta(days=at.day - 1)


def rotations_from(plan: Plan, day: date) -> list[Assignment]:
    """The assignment in force on a day, or the first, and those that come after it."""
    current = assignment_at(plan, max(day, plan.start))
    assert current is not None
    return [current, *(later for later in plan.assignments if later.start > current.start)]


def _later(before: Assignment, assignment: Assignment, display: DisplayFormat) -> str:
    """What is not on the board: A new rotation begins on December 20, 2026, in its week 2: day shifts."""
    what = "The rotation" if assignment.rotation == before.rotation else "A new rotation"
    again = " anew" if assignment.rotation == before.rotation else ""
    band = assigned_band(assignment)
    shifts = (
        f"{band} shifts" if band else f"shifts {clock_span(*assigned_hours(assignment), display)}"
    )
    begins = f"{full_date(assignment.start)}, in its week {assignment.cycle_week}"
    return f"{what} begins{again} on {begins}: {shifts}."


def _week(number: int, week: Sequence[Day], minutes: int, display: DisplayFormat) -> CardWeek:
    shown = [
        paper_day(day, Month.of(day.date), (), (), display, leads=n == 0)
        for n, day in enumerate(week)
    ]
    return CardWeek(f"{number}", tuple(shown), hours(minutes))


def _cycles(schedule: Schedule, first: date, start: date) -> Iterator[CardCycle]:
    """The cycles from this Monday on, each until the next one begins: a later assignment cuts one short.

    `start`: the first day of the rotation; what comes before it is another's, and on no card of this one.
    """
    # A later assignment can begin a cycle early, so each Monday is asked whether it is in week 1.
    mondays = [first + 7 * n * ONE_DAY for n in range(7 * CYCLES)]
    begins = [day for day in mondays if day == first or _is_first_week(schedule.plan, day)]
    for monday, after in pairwise(begins[: CYCLES + 1]):
        begin, last = max(monday, start), after - ONE_DAY
        # Beyond the last date of plans there is no next cycle to end this one.
        if last >= LAST_DATE:
            return
        saturdays = [
            day.date
            for day in schedule.days(begin, last)
            if day.weekend == "on" and day.date.weekday() == SATURDAY
        ]
        weekends = [span_brief(day, day + ONE_DAY) for day in saturdays]
        begun = [
            built_in
            for built_in in breaks(schedule.plan, begin, last)
            if begin <= built_in.first <= last
        ]
        yield CardCycle(
            _begins(schedule.plan, begin),
            listed(weekends) or "none",
            listed([span_brief(built_in.first, built_in.last) for built_in in begun]) or "none",
        )


def _begins(plan: Plan, day: date) -> str:
    """January 11, 2027; January 18, 2027, in week 2."""
    at = position(plan, day)
    assert at is not None
    return full_date(day) if at.day == 1 else f"{full_date(day)}, in week {at.week}"


def _is_first_week(plan: Plan, monday: date) -> bool:
    at = position(plan, monday)
    return at is not None and at.week == 1
