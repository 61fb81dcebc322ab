"""Which work stands against a wish for free time: on whole days, or on a part of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from heartplanner.core.ask.asked_days import AskedDays, DayPart, Part
from heartplanner.core.events.occurrence import Occurrence
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.schedule.blocks import Block, local
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock, clock_span, long_date, span

PART_HOURS = {
    Part.DAY: Hours(time(6), time(17)),
    Part.MORNING: Hours(time(6), time(12)),
    Part.AFTERNOON: Hours(time(12), time(17)),
    Part.EVENING: Hours(time(17), time(22)),
    Part.NIGHT: Hours(time(22), time(6)),
}
"""Day, evening and night have all hours of a day; where one begins is this program's choice."""


MEALS: dict[str, DayPart] = {
    "breakfast": Part.MORNING,
    "brunch": Hours(time(10), time(14)),
    "lunch": Hours(time(12), time(14)),
    "dinner": Part.EVENING,
    "supper": Part.EVENING,
    "date night": Part.EVENING,
    "movie night": Part.EVENING,
}
"""What people call by name that has its time of day; the answer says which."""


PAST = {
    "work": "worked", "works": "worked", "have": "had", "are": "were", "is": "was", "ends": "ended",
}  # fmt: skip


def in_past(state: str) -> str:
    """What was so on days that are over: you worked 9 am-9 pm for you work 9 am-9 pm."""
    verbs = "|".join(PAST)
    # A day before the start date stays before it.
    return re.sub(rf"\b(?!is before)(?:{verbs})\b", lambda verb: PAST[verb[0]], state)


def hours_of(part: Part | Hours) -> Hours:
    """When a part of a day begins and ends; what ends no later than it begins ends on the next day."""
    return part if isinstance(part, Hours) else PART_HOURS[part]


def brief_part(part: DayPart, display: DisplayFormat) -> str:
    """Evening, in small letters; 8 pm; 10 am-4 pm; midnight as it begins, said of a day."""
    if isinstance(part, Hours):
        return clock_span(*part, display)
    if part == time(0):  # that at which it ends is the next day's
        return f"{clock(time(0), display)} as it begins"
    return clock(part, display) if isinstance(part, time) else str(part)


def part_text(part: DayPart, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Evening (5 pm-10 pm); 8 pm; 10 am-4 pm."""
    brief = brief_part(part, display)
    return (
        f"{brief} ({clock_span(*PART_HOURS[part], display)})" if isinstance(part, Part) else brief
    )


def brief_title(wish: AskedDays, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Saturday, October 17, 2026, evening; October 6-10, 2026."""
    named = span(wish.first, wish.last) if wish.length > 1 else long_date(wish.first)
    return f"{named}, {brief_part(wish.part, display)}" if wish.part else named


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
