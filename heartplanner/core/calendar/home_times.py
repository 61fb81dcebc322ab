"""When one is home: what a family wants to know of a day, in English or Spanish, and nothing else."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat, Language
from heartplanner.core.words.english import clock


class HomeTime(NamedTuple):
    """When one is home on a day: all day, in the break, or after this moment."""

    in_break: bool = False
    after: datetime | None = None
    next_day: bool = False
    """Whether that moment is on the day after, and not just at its midnight."""
    unconfirmed: bool = False
    """Whether the responder has not confirmed what the rotation has on that day."""


def home_times(schedule: Schedule, first: date, last: date) -> dict[date, HomeTime]:
    """When one is home on the days from first to last; the plan knows nothing of those before its start."""
    # A shift of the evening before can end on the first day.
    around = schedule.days(first - ONE_DAY, last)
    return {
        day.date: _home(day, before)
        for before, day in pairwise(around)
        if day.at is not None and first <= day.date <= last
    }


def _home(day: Day, before: Day) -> HomeTime:
    """When one is home on a day; work of the day before that ends on it counts too."""
    if day.blocks:
        # With several blocks one is home only after the last of them.
        after = max(block.end for block in day.blocks)
        midnight = datetime.combine(day.date + ONE_DAY, time(0), ZONE)
        return HomeTime(after=after, next_day=after > midnight, unconfirmed=day.guess)
    # Only the end beyond midnight matters to this day: until then it is the day before's.
    late = max((block.end for block in before.blocks), default=None)
    if late is not None and late > datetime.combine(day.date, time(0), ZONE):
        return HomeTime(after=late, unconfirmed=day.guess)
    return HomeTime(in_break=day.in_break is not None, unconfirmed=day.guess)


def home_words(home: HomeTime, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Home all day; Break, home all day; Home after 9 pm; Home after midnight."""
    lead, main = home_parts(home, display)
    return f"{lead} {main}"


def home_parts(home: HomeTime, display: DisplayFormat = DEFAULT_FORMAT) -> tuple[str, str]:
    """The same in two: what it is about, and what one looks for: Home after, 9 pm."""
    if display.language is Language.SPANISH:
        return _in_spanish(home, display)
    if home.after is None:
        return ("Break, home" if home.in_break else "Home"), "all day"
    midnight = (home.after.hour, home.after.minute) == (0, 0)
    spoken = "midnight" if midnight else clock(home.after, display)
    return "Home after", f"{spoken}{', the next day' if home.next_day else ''}"


def _in_spanish(home: HomeTime, display: DisplayFormat) -> tuple[str, str]:
    after = home.after
    if after is None:
        return ("Descanso, en casa" if home.in_break else "En casa"), "todo el día"
    later = " del día siguiente" if home.next_day else ""
    if (after.hour, after.minute) == (0, 0):
        return "En casa después de", f"medianoche{later}"
    if not display.hours24 and (after.hour, after.minute) == (12, 0):
        return "En casa desde el", f"mediodía{later}"
    is_one = after.hour == 1 or (after.hour == 13 and not display.hours24)
    return f"En casa desde {'la' if is_one else 'las'}", f"{clock(after, display)}{later}"
