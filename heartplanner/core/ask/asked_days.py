"""Days that a phrase names, or parts of them, and what they are called."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.plan.hours import Hours
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock, clock_span, long_date, span
from heartplanner.typed import distinct


class Part(StrEnum):
    """A part of a day: 6 am-5 pm, its two parts, 5 pm-10 pm, 10 pm-6 am of the next day."""

    DAY = "day"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


DayPart = Part | time | Hours
"""A part of a day by its name, a time of it, or the hours between two times, the end not included."""
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
MIDNIGHT = time(0)


@distinct
class AskedDays(NamedTuple):
    """The days that a phrase names, both included; `part`: only this part of each of them."""

    first: date
    last: date
    part: DayPart | None = None

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


class DatePhrase(NamedTuple):
    """What a phrase is taken for; `other`: its second common reading, where it has one."""

    taken: AskedDays
    other: AskedDays | None = None


def one_day(day: date) -> DatePhrase:
    """A single day that has no other reading."""
    return DatePhrase(AskedDays(day, day))


def hours_of(part: Part | Hours) -> Hours:
    """When a part of a day begins and ends; what ends no later than it begins ends on the next day."""
    return part if isinstance(part, Hours) else PART_HOURS[part]


def brief_part(part: DayPart, display: DisplayFormat) -> str:
    """Evening, in small letters; 8 pm; 10 am-4 pm; midnight as it begins, said of a day."""
    if isinstance(part, Hours):
        return clock_span(*part, display)
    if part == MIDNIGHT:  # that at which it ends is the next day's
        return f"{clock(MIDNIGHT, display)} as it begins"
    return clock(part, display) if isinstance(part, time) else str(part)


def part_text(part: DayPart, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Evening (5 pm-10 pm); 8 pm; 10 am-4 pm."""
    brief = brief_part(part, display)
    return (
        f"{brief} ({clock_span(*PART_HOURS[part], display)})" if isinstance(part, Part) else brief
    )


def days_text(days: AskedDays) -> str:
    """Saturday, October 17, 2026; October 6-10, 2026."""
    return span(days.first, days.last) if days.length > 1 else long_date(days.first)


def brief_title(wish: AskedDays, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Saturday, October 17, 2026, evening; October 6-10, 2026."""
    named = days_text(wish)
    return f"{named}, {brief_part(wish.part, display)}" if wish.part else named


def title(wish: AskedDays, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Saturday, October 17, 2026; its evening; October 6-10, 2026."""
    named = days_text(wish)
    return f"{named}, {part_text(wish.part, display)}" if wish.part else named


def phrase(wish: AskedDays) -> str:
    """A phrase that has no other reading than these days."""
    if wish.length > 1:
        return span(wish.first, wish.last)
    if isinstance(wish.part, time):
        return f"{long_date(wish.first)} at {clock(wish.part) if wish.part != MIDNIGHT else '0:00'}"
    if isinstance(wish.part, Hours):
        start, end = wish.part
        hours = f"before {clock(end)}" if start == MIDNIGHT else clock_span(start, end)
        return f"{long_date(wish.first)} {hours}"
    return f"{long_date(wish.first)} {wish.part or ''}".rstrip()
