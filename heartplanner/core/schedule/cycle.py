"""Where a date lies in its cycle, and what the rotation plans for it, before any change.

All of it is arithmetic on whole weeks: the assignment's own Monday-Sunday week is its cycle week, and the
weeks from there are counted modulo six.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from heartplanner.core.plan.hours import BAND_HOURS, HOURS_BAND, Band, Hours
from heartplanner.core.plan.model import (
    ADMIN,
    CYCLE_DAYS,
    CYCLE_WEEKS,
    FREE,
    LETTER_BANDS,
    Assignment,
    Plan,
    Rotation,
)
from heartplanner.core.schedule.blocks import Block, Kind, block, slot

ONE_CYCLE = timedelta(days=CYCLE_DAYS)
BEFORE = " "
"""It stands for a letter on the dates on which the plan has not begun."""
NOT_WORKED = (FREE, BEFORE)


class Position(NamedTuple):
    """A date's place: the assignment in force, its cycle counted from 1, the cycle week and the letter.

    `day` is the day of the cycle, 1 to 42.
    """

    assignment: Assignment
    cycle: int
    week: int
    letter: str
    day: int


def assignment_at(plan: Plan, day: date) -> Assignment | None:
    """The assignment in force on a date, or None before the start date."""
    # Nearly every question is about the newest assignment, so it is asked first.
    last = plan.assignments[-1]
    if day >= last.start:
        return last
    # Assignments are in the order of their starts, which the plan guarantees.
    index = bisect_right(plan.assignments, day, key=lambda assignment: assignment.start)
    return plan.assignments[index - 1] if index else None


def place(assignment: Assignment, day: date) -> tuple[int, int]:
    """Cycle and cycle week of a date: the assignment's own Monday-Sunday week is its cycle week."""
    # Floor division and its remainder go on in the same way below zero: dates before the assignment have a
    # place in its cycle too.
    weeks = _week(day) - _week(assignment.start) + assignment.cycle_week - 1
    return weeks // CYCLE_WEEKS + 1, weeks % CYCLE_WEEKS + 1


def _week(day: date) -> int:
    """Weeks since the first Monday there is: day 1 of the calendar was one."""
    return (day.toordinal() - 1) // 7


def position(plan: Plan, day: date) -> Position | None:
    """The place of a date in its cycle, or None before the start date."""
    assignment = assignment_at(plan, day)
    if assignment is None:
        return None
    cycle, week = place(assignment, day)
    number = week * 7 - 6 + day.weekday()
    return Position(assignment, cycle, week, assignment.rotation.letters[number - 1], number)


class Spell(NamedTuple):
    """The days, both included, on which an assignment is in force without a pause."""

    assignment: Assignment
    first: date
    last: date


def spells(plan: Plan, first: date, last: date) -> Iterator[Spell]:
    """The spells of first..last, cut at both ends, in order; none of days before the start date."""
    begin = max(first, plan.start)
    index = bisect_right(plan.assignments, begin, key=lambda assignment: assignment.start)
    while begin <= last:
        later = plan.assignments[index].start if index < len(plan.assignments) else None
        end = min(last, later - timedelta(days=1)) if later else last
        yield Spell(plan.assignments[index - 1], begin, end)
        if end == last:
            return
        begin, index = end + timedelta(days=1), index + 1


def letters(plan: Plan, first: date, last: date) -> str:
    """What the rotations plan from first to last, both included, a letter a day; BEFORE the start date."""
    # Whole cycles are repeated and cut, a piece for each spell: a year is asked for hundreds of times.
    pieces = [BEFORE * min((plan.start - first).days, (last - first).days + 1)]
    for assignment, begin, end in spells(plan, first, last):
        at = place(assignment, begin)[1] * 7 - 7 + begin.weekday()
        count = (end - begin).days + 1
        cycles = (at + count) // CYCLE_DAYS + 1
        pieces.append((assignment.rotation.letters * cycles)[at : at + count])
    return "".join(pieces)


def plain_letters(rotation: Rotation) -> str:
    """The letters of a rotation with S for each shift, whatever its hours."""
    return rotation.letters.replace("D", "S").replace("E", "S")


def assigned_hours(assignment: Assignment) -> Hours:
    """The assigned shift hours: the responder's own where they stated any, else those of the band."""
    return assignment.shift_hours or BAND_HOURS[assignment.band]


def assigned_band(assignment: Assignment) -> Band | None:
    """The band of the assigned shift hours; None where they are the responder's own."""
    return HOURS_BAND.get(assigned_hours(assignment))


def letter_hours(assignment: Assignment, letter: str) -> Hours:
    """The hours of a shift letter: D and E state their band, S takes the assigned hours."""
    band = LETTER_BANDS.get(letter)
    return assigned_hours(assignment) if band is None else BAND_HOURS[band]


def admin_hours(start: time, minutes: int) -> Hours:
    """The wall-clock hours of an admin block."""
    end = datetime.combine(date.min, start) + timedelta(minutes=minutes)
    return Hours(start, end.time())


def length_of(hours: Hours) -> int:
    """Minutes on the clock: hours that end when they begin last a whole day."""
    begin, end = (moment.hour * 60 + moment.minute for moment in (hours.start, hours.end))
    return (end - begin) % (24 * 60) or 24 * 60


def next_day(hours: Hours) -> bool:
    """Whether they end after the midnight that ends their day; hours until midnight do not."""
    return hours.end <= hours.start and hours.end > time(0)


def planned_block(assignment: Assignment, letter: str, day: date) -> Block | None:
    """The block that the rotation plans for a date, or None if it leaves the date free."""
    if letter == FREE:
        return None
    if letter == ADMIN:
        hours = admin_hours(assignment.admin_start, assignment.admin_minutes)
        planned = block(Kind.ADMIN, None, day, hours, slot(day, Kind.ADMIN))
    else:
        hours = letter_hours(assignment, letter)
        planned = block(Kind.SHIFT, HOURS_BAND.get(hours), day, hours, slot(day, Kind.SHIFT))
    # Between 2 and 3 am on the change to summer time it has no real length: it is worked right after.
    if planned.minutes <= 0:
        planned = planned._replace(end=planned.start + timedelta(minutes=length_of(hours)))
    return planned
