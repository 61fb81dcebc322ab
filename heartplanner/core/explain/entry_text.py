"""Own entries in words: what a list says of one, and the work that it runs into."""

from __future__ import annotations

from collections.abc import Sequence

from heartplanner.core.events.conflicts import EventConflict
from heartplanner.core.events.event_text import event_line
from heartplanner.core.explain.reasons import block_line
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    WEEKDAYS,
    brief_day,
    clock_span,
    full_date,
    listed,
    listed_first,
    long_date,
    span,
    weekday_date,
)

PLACES = (("your phone", "on_phone"), ("paper", "on_paper"))
"""Where an appointment is shown beside the window, if its person wants that."""
SHOWN = 6
"""How many dates are named: of more they are counted."""
FEW = 2
"""So many conflicts are told one by one."""


def entry_title(entry: OwnEntry, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Therapy, every second Tuesday from December 1, 2026, 5 pm-6 pm."""
    hours = f", {clock_span(*entry.hours, display)}" if entry.hours else ""
    return f"{entry.title}, {_when(entry)}{hours}"


def entry_line(entry: OwnEntry, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """The same, with the dates that are left out and where it is shown beside the calendar."""
    parts = [entry_title(entry, display)]
    if entry.skipped:
        # A list of a thousand dates is no line: the first say what kind of dates they are.
        dates = [full_date(day) for day in entry.skipped[:SHOWN]]
        more = len(entry.skipped) - SHOWN
        parts.append(f"not on {listed(dates + [f'{more} more'] * (more > 0))}")
    places = [
        place
        for place, shown in (("on the phone", entry.on_phone), ("on paper", entry.on_paper))
        if shown
    ]
    parts += [listed(places)] if places else []
    return "; ".join(parts)


def stays_off_text(entry: OwnEntry) -> str:
    """Where beside the window it is not shown: said where it is entered. Nothing where it is everywhere."""
    off = [place for place, on in PLACES if not getattr(entry, on)]
    return f"It stays off {listed(off)} until you tick that above." if off else ""


def off_phone_text(entries: Sequence[OwnEntry]) -> str:
    """Which appointments are kept off the phone, said where a calendar goes there; nothing of none."""
    off = [entry.title for entry in entries if not entry.on_phone]
    if not off:
        return ""
    more = len(off) - FEW
    names = listed([*off[:FEW], f"{more} more"] if more > 1 else off)
    where = 'On my phone too" is not ticked'
    if len(off) == 1:
        return f'Your appointment {names} stays off your phone: "{where} in it.'
    return f'Your appointments {names} stay off your phone: "{where} in them.'


def conflict_text(
    conflict: EventConflict, display: DisplayFormat = DEFAULT_FORMAT, *, dated: bool = True
) -> str:
    """Tue, Dec 1: Therapy, 5 pm-6 pm, is during your day shift 9-9. `dated` False: without the day."""
    block = block_line(conflict.block, display)
    work = f"your {block[:1].lower()}{block[1:]}"
    begun = conflict.day.date
    whose = "" if begun == conflict.date else f" of {weekday_date(begun)}"
    day = f"{weekday_date(conflict.date)}: " if dated else ""
    # A day of several is not counted here: the date says which one it is.
    event = conflict.event
    title = f"{event.source}: {event.title}" if event.source else event.title
    words = title if event.all_day else event_line(event, conflict.date, display)
    return f"{day}{words}, is during {work}{whose}."


def conflict_lines(
    conflicts: Sequence[EventConflict], display: DisplayFormat = DEFAULT_FORMAT
) -> list[str]:
    """A line for each of a few conflicts; one line for all where an entry has many."""
    if len(conflicts) <= FEW:
        return [conflict_text(conflict, display) for conflict in conflicts]
    days = list(dict.fromkeys(conflict.date for conflict in conflicts))
    dates = listed_first([brief_day(day) for day in days], SHOWN)
    return [f"It is during your work on {len(days)} days within a year: {dates}."]


def _when(entry: OwnEntry) -> str:
    if entry.repeat is None:
        if entry.first == entry.last:
            return long_date(entry.first)
        return span(entry.first, entry.last)
    until = f" until {full_date(entry.repeat.until)}" if entry.repeat.until else ""
    return f"{repeat_text(entry.repeat)} from {full_date(entry.first)}{until}"


def repeat_text(repeat: WeeklyRepeat) -> str:
    """Every Tuesday; every second Tuesday; every 3 weeks on Tuesday and Thursday."""
    days = listed([WEEKDAYS[day] for day in repeat.weekdays])
    if repeat.weeks == 1:
        return f"every {days}"
    if repeat.weeks == 2 and len(repeat.weekdays) == 1:
        return f"every second {days}"
    return f"every {repeat.weeks} weeks on {days}"
