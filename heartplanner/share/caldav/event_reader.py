"""An event as a server has it, read back from its iCalendar text (RFC 5545).

Anything that this program never writes - a repetition, a floating time, a property that is there twice -
gives an event that cannot equal one of the plan's, so that the next run writes it anew.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.export_options import LONGEST_ALARM
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.core.schedule.blocks import ZONE

ALTERED: Final = "(altered on the server)"
"""The title of an event that its server shows in a way that we never write: it is put right."""
NEVER_WRITTEN: Final = ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "DURATION")
ONCE_ONLY: Final = (
    *("UID", "DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED"),
    *("SUMMARY", "DESCRIPTION", "STATUS", "SEQUENCE"),
)
LARGEST_SEQUENCE: Final = 1_000_000
"""More than any plan has; what a server shows above it leaves room for the next ones."""
LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)


def parse_event(text: str) -> Event | None:
    """The event of a calendar resource; None where it has none with a UID. Raises ValueError.

    What we never write makes it an altered one.
    """
    from icalendar import Calendar

    events = Calendar.from_ical(text).walk("VEVENT")
    if not events or not events[0].get("UID"):
        return None
    first = events[0]
    start, end = _moment(first, "DTSTART"), _moment(first, "DTEND")
    has_times = start is not None and end is not None
    is_as_written = len(events) == 1 and has_times and _is_plain(first)
    is_as_written = is_as_written and isinstance(start, datetime) == isinstance(end, datetime)
    # An event has to have some time; by its title it differs from ours in any case, and is put right.
    start = start or LONG_AGO
    return Event(
        uid=str(_first_value(first, "UID")),
        title=str(first.get("SUMMARY", "")) if is_as_written else ALTERED,
        description=str(_first_value(first, "DESCRIPTION", "")),
        start=start,
        end=end if is_as_written and end is not None else start,
        all_day=not isinstance(start, datetime),
        sequence=_sequence(first),
        changed=_last_modified(first),
        alarm=_alarm_minutes(first),
    )


def _is_plain(event: Any) -> bool:
    """Whether an event happens once, at fixed times, and has each property once."""
    return (
        not any(name in event for name in NEVER_WRITTEN)
        and not _repeats_property(event)
        and str(event.get("STATUS", "CONFIRMED")) == "CONFIRMED"
    )


def _repeats_property(event: Any) -> bool:
    """Whether a property is there twice that may be there once (RFC 5545, 3.6.1 and 3.6.6)."""
    parts = [(event, ONCE_ONLY), *((alarm, ("TRIGGER",)) for alarm in event.walk("VALARM"))]
    return any(isinstance(part.get(name), list) for part, names in parts for name in names)


def _first_value(component: Any, name: str, default: object = None) -> Any:
    """The value of a property; the first one where there are several."""
    value = component.get(name, default)
    return value[0] if isinstance(value, list) else value


def _alarm_minutes(event: Any) -> int | None:
    """Minutes from an event's alarm to its start; the most there can be, where we would never write it."""
    alarms = event.walk("VALARM")
    if not alarms:
        return None
    ahead = getattr(_first_value(alarms[0], "TRIGGER"), "dt", None)
    # At a fixed moment, or after the start: no alarm of ours.
    if len(alarms) > 1 or not isinstance(ahead, timedelta) or ahead > timedelta():
        return LONGEST_ALARM
    return min(-ahead // timedelta(minutes=1), LONGEST_ALARM)


def _moment(event: Any, name: str) -> datetime | date | None:
    """A date, or a moment in Durham's time; None where it is missing, floats, or is in no plan's years."""
    value = getattr(_first_value(event, name), "dt", None)
    if not isinstance(value, date) or not FIRST_DATE < _day(value) < LAST_DATE:
        return None
    if isinstance(value, datetime):
        return value.astimezone(ZONE) if value.tzinfo else None
    return value


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _sequence(event: Any) -> int:
    try:
        return min(max(0, int(_first_value(event, "SEQUENCE", 0))), LARGEST_SEQUENCE)
    except (TypeError, ValueError, OverflowError):
        return 0


def _last_modified(event: Any) -> datetime:
    # A server may drop the one or the other. What is neither counts as old, so that ours is later.
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        value = getattr(_first_value(event, name), "dt", None)
        if isinstance(value, datetime) and value.tzinfo and FIRST_DATE < value.date() < LAST_DATE:
            return value.astimezone(UTC).replace(microsecond=0)
    return LONG_AGO
