"""When one is home: what a family wants to know of a day, in English or Spanish, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from heartplanner.core.choices import Language
from heartplanner.core.schedule import Day
from heartplanner.core.words import clock


class Home(NamedTuple):
    """When one is home on a day: all day, in the break, or after this moment."""

    in_break: bool = False
    after: datetime | None = None
    next_day: bool = False
    """Whether that moment is on the day after, and not just at its midnight."""


def home(day: Day) -> Home | None:
    """When one is home on a day; None before the start date, of which the plan knows nothing."""
    if day.at is None:
        return None
    if not day.blocks:
        return Home(in_break=day.in_break is not None)
    after = max(block.end for block in day.blocks)
    midnight = (after.hour, after.minute) == (0, 0)
    late = after.date() > day.date
    return Home(
        after=after,
        next_day=late and not (midnight and after.date() == day.date + timedelta(days=1)),
    )


def home_words(found: Home, language: Language, hours24: bool = False) -> str:
    """Home all day; Break, home all day; Home after 9 pm; Home after midnight."""
    spanish = language is Language.SPANISH
    if found.after is None:
        all_day = "en casa todo el día" if spanish else "home all day"
        if not found.in_break:
            return all_day.capitalize()
        return f"{'Descanso' if spanish else 'Break'}, {all_day}"
    if not spanish:
        return (
            f"Home after {_clock(found.after, hours24)}{', the next day' if found.next_day else ''}"
        )
    since = _since_in_spanish(found.after, hours24)
    return f"En casa {since}{' del día siguiente' if found.next_day else ''}"


def _clock(moment: datetime, hours24: bool) -> str:
    return "midnight" if (moment.hour, moment.minute) == (0, 0) else clock(moment, hours24)


def _since_in_spanish(moment: datetime, hours24: bool) -> str:
    if (moment.hour, moment.minute) == (0, 0):
        return "después de medianoche"
    if not hours24 and (moment.hour, moment.minute) == (12, 0):
        return "desde el mediodía"
    one = moment.hour == 1 or (moment.hour == 13 and not hours24)
    return f"desde {'la' if one else 'las'} {clock(moment, hours24)}"
