"""What the commands read of other calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from heartplanner.cli.terminal import aside
from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex
from heartplanner.core.events.read_calendar import ReadCalendar, index_of
from heartplanner.core.plan.other_calendars import OtherCalendar


def contents_of(
    calendars: Iterable[OtherCalendar], first: date, last: date
) -> dict[str, ReadCalendar]:
    """What each calendar has from first to last, by its source."""
    # Loaded only where there are calendars: it needs what starts another process.
    from heartplanner.files.events.calendar_source import read_calendar

    return {one.source: read_calendar(one, first, last) for one in calendars}


def events_of(calendars: Iterable[OtherCalendar], first: date, last: date) -> EventIndex:
    """The events of those that are shown; what could not be read is said beside the answer."""
    shown = [calendar for calendar in calendars if calendar.shown]
    if not shown:
        return NO_EVENTS
    events = index_of(shown, contents_of(shown, first, last), first, last)
    aside([why for one in shown if (why := events.why_unknown(one.name))])
    return events
