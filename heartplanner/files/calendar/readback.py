"""Reads a calendar file back: whether it says what was to be written, event by event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from heartplanner.core.calendar.event import Event
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.words.english import counted
from heartplanner.files.disk import FileError

if TYPE_CHECKING:
    from icalendar import Calendar


KEYS = {"UID", "DTSTART", "DTEND", "SEQUENCE", "LAST-MODIFIED"}
"""What every event of ours has."""
ONE_MINUTE = timedelta(minutes=1)


class ReadEvent(NamedTuple):
    """What a file says of an event. `start`, `end`: moments in UTC, or dates; `alarms`: when each is."""

    title: str
    description: str
    start: date
    end: date
    sequence: int
    status: str
    alarms: tuple[object, ...]


def read(data: bytes) -> Calendar:
    """The parsed content of a calendar file, for `check` and for the receipt."""
    import icalendar

    return icalendar.Calendar.from_ical(data)


def check(path: Path, calendar: Calendar, written: Sequence[Event]) -> str:
    """Compare the events of a calendar with those written, UID by UID. Returns their number, in words.

    Raises FileError where any differs.
    """
    expected = {event.uid: _expected(event) for event in written}
    # A dictionary alone would hide an event that is there twice: both counts must fit.
    listed = calendar.walk("VEVENT")
    read_events = {str(component["UID"]): _read(component) for component in listed}
    if len(listed) != len(written) or len(read_events) != len(listed):
        count = f"{counted(len(listed), 'event')} instead of {len(written)}"
        raise FileError(f"{path}: not saved: the check found {count}")
    for uid, wanted in expected.items():
        if read_events.get(uid) != wanted:
            what = f'"{wanted.title}" of {wanted.start:%Y-%m-%d}'
            raise FileError(f"{path}: not saved: the check found that {what} was changed")
    return f"Checked: {counted(len(read_events), 'event')}, each is as in your schedule."


def events_in(data: bytes) -> list[Event]:
    """The events of a calendar file as a target that read it has them; none of a damaged file."""
    try:
        calendar = read(data)
    except ValueError:
        return []
    whole = (one for one in calendar.walk("VEVENT") if one.keys() >= KEYS and not one.errors)
    return [_event(component) for component in whole]


def _event(component: Any) -> Event:
    seen = _read(component)
    all_day = not isinstance(seen.start, datetime)
    alarms = (alarm for alarm in seen.alarms if isinstance(alarm, timedelta))
    return Event(
        uid=str(component["UID"]),
        title=seen.title,
        description=seen.description,
        # The ledger has its moments in Durham's zone, too.
        start=seen.start.astimezone(ZONE) if isinstance(seen.start, datetime) else seen.start,
        end=seen.end.astimezone(ZONE) if isinstance(seen.end, datetime) else seen.end,
        all_day=all_day,
        sequence=seen.sequence,
        changed=component["LAST-MODIFIED"].dt,
        canceled=seen.status == "CANCELLED",
        alarm=next((-alarm // ONE_MINUTE for alarm in alarms), None),
    )


def _expected(event: Event) -> ReadEvent:
    return ReadEvent(
        event.title,
        event.description,
        _plain(event.start),
        _plain(event.end),
        event.sequence,
        "CANCELLED" if event.canceled else "CONFIRMED",
        () if event.alarm is None else (timedelta(minutes=-event.alarm),),
    )


def _read(event: Any) -> ReadEvent:
    """What the library read of an event. A missing field gets a value that no written event has."""
    return ReadEvent(
        str(event.get("SUMMARY", "")),
        str(event.get("DESCRIPTION", "")),
        _plain(event["DTSTART"].dt),
        _plain(event["DTEND"].dt),
        int(event.get("SEQUENCE", -1)),
        str(event.get("STATUS", "")),
        tuple(alarm["TRIGGER"].dt for alarm in event.walk("VALARM")),
    )


def _plain(moment: date) -> date:
    # A file has some moments in Durham's zone and some in UTC: in one zone they can be compared.
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
