"""A series of a calendar as the objects of icalendar, from which recurring-ical-events expands it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files.roster.calendars.calendar_event import CalendarEvent, Moment


def calendar_of(group: Sequence[CalendarEvent]) -> Any:
    """A series and what replaces parts of it, as icalendar's objects.

    Times without a zone are Durham's, beside which the file may name others in UTC: a library that is
    given both takes the zone of one for all.
    """
    import icalendar

    calendar = icalendar.Calendar()
    for event in group:
        component = icalendar.Event()
        # The library joins a series and its exceptions by their UID, so the group has one, whether or
        # not the file had any.
        component.add("uid", "series")
        component.add("x-line", str(event.line))
        component.add("sequence", event.sequence)
        component.add("dtstart", _zoned(event.start))
        if event.end is not None:
            component.add("dtend", _zoned(event.end))
        if event.rule:
            component.add(
                "rrule", _with_zoned_end(icalendar.vRecur.from_ical(event.rule), event.start)
            )
        for moment in event.left_out:
            component.add("exdate", _zoned(moment))
        for moment_or_period in event.extra:
            # In a list: a period alone would be taken for one.
            component.add("rdate", [_zoned(moment_or_period)])
        if event.replaces is not None:
            component.add("recurrence-id", _zoned(event.replaces))
            if event.and_future:
                component["RECURRENCE-ID"].params["RANGE"] = "THISANDFUTURE"
        calendar.add_component(component)
    return calendar


def _zoned(moment: Any) -> Any:
    """A date as it is, a time or a period with a zone: Durham's where none is named."""
    if isinstance(moment, tuple):
        return tuple(_zoned(one) for one in moment)
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=ZONE)
    return moment


def _with_zoned_end(rule: Any, start: Moment | None) -> Any:
    """The rule with an UNTIL that names no zone in the zone of the start.

    It has to be in UTC then (RFC 5545, 3.3.10). Programs that write a local time mean the last occurrence.
    """
    zone = start.tzinfo or ZONE if isinstance(start, datetime) else None
    rule["UNTIL"] = [
        until.replace(tzinfo=zone).astimezone(UTC)
        if zone and isinstance(until, datetime) and until.tzinfo is None
        else until
        for until in rule.get("UNTIL", [])
    ]
    if not rule["UNTIL"]:
        del rule["UNTIL"]
    return rule
