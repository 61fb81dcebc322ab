"""What takes place on a day, in words."""

from __future__ import annotations

from datetime import date

from heartplanner.core.events.occurrence import Occurrence
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock, clock_span


def event_note(event: Occurrence, day: date, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """As a cell has it: 3 pm dentist; beach trip, day 2 of 3; until 1 am party."""
    days = (event.last - event.first).days + 1
    number = (day - event.first).days + 1
    if event.all_day or 1 < number < days:
        return event.title if days == 1 else f"{event.title}, day {number} of {days}"
    if number == 1:
        return f"{clock(event.start, display)} {event.title}"
    return f"until {clock(event.end, display)} {event.title}"


def event_line(event: Occurrence, day: date, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """In full, as it is spoken or listed: Sam: dentist, 3 pm-4 pm."""
    whose = f"{event.source}: " if event.source else ""
    return f"{whose}{event_words(event, day, display)}"


def event_words(event: Occurrence, day: date, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """The same without whose it is: dentist, 3 pm-4 pm."""
    days = (event.last - event.first).days + 1
    if event.all_day:
        return event_note(event, day, display)
    if days == 1:
        lasts = event.end > event.start
        hours = (
            clock_span(event.start, event.end, display) if lasts else clock(event.start, display)
        )
        return f"{event.title}, {hours}"
    number = (day - event.first).days + 1
    if number == 1:
        return f"{event.title}, from {clock(event.start, display)}"
    if number == days:
        return f"{event.title}, until {clock(event.end, display)}"
    return f"{event.title}, day {number} of {days}"
