"""Which work stands against a wish for free time: on whole days, or on a part of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from heartplanner.core.ask.asked_days import AskedDays, DayPart, hours_of
from heartplanner.core.events.occurrence import Occurrence
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.schedule.blocks import Block, local
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule


def days_around(schedule: Schedule, first: date, last: date) -> list[Day]:
    """The days from first to last with one more on either side: work and nights go over midnight."""
    return schedule.days(first - ONE_DAY, last + ONE_DAY)


def taken_days(around: Sequence[Day], part: DayPart | None) -> list[Day]:
    """The days to give up so that all but the first and the last of these are free, in order.

    Without a part these are the days on which work begins. Work over midnight can stand against a part of
    the day after it, and against the night before one that begins early.
    """
    if part is None:
        return [day for day in around[1:-1] if day.blocks]
    taken = {
        day.date: day
        for three in zip(around, around[1:], around[2:], strict=False)
        for day in three
        if any(touches(block, three[1].date, part) for block in day.blocks)
    }
    return [taken[day] for day in sorted(taken)]


def off_days(around: Sequence[Day], part: DayPart | None) -> list[Day]:
    """The days, or those of which this part, that no work touches: `around` has one more on either side."""
    threes = zip(around, around[1:], around[2:], strict=False)
    return [three[1] for three in threes if not taken_days(three, part)]


def touches(what: Block | Occurrence, day: date, part: DayPart) -> bool:
    """Whether work, or what else takes place, is within this part of a day, or at this time."""
    if isinstance(part, time):
        return what.start <= local(day, part) < what.end
    start, end = hours_of(part)
    last = day + ONE_DAY if end <= start else day
    return what.start < local(last, end) and what.end > local(day, start)


def taken_of(schedule: Schedule, wish: AskedDays) -> list[Day]:
    """The days that a person must give up to be free then."""
    return taken_days(days_around(schedule, wish.first, wish.last), wish.part)
