"""What a server holds: collections and events as its answers list them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, NamedTuple

from heartplanner.core.calendar.events import Event
from heartplanner.core.calendar.export_options import LONGEST_ALARM
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.core.schedule.blocks import ZONE

DAV: Final = "{DAV:}"
CAL: Final = "{urn:ietf:params:xml:ns:caldav}"
ALTERED: Final = "(altered on the server)"
"""The title of an event that its server shows in a way that we never write: it is put right."""
ONCE = ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "DURATION")
STATUS: Final = re.compile(r"\s*HTTP/\S+ (?:200|404)\b")
KEPT: Final = re.compile(r"\s*HTTP/\S+ 40[13]\b")
"""Of a property that this user may not read, such as what a shared calendar of others is described as."""
SINGLE = (
    *("UID", "DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED"),
    *("SUMMARY", "DESCRIPTION", "STATUS", "SEQUENCE"),
)
LARGEST_SEQUENCE: Final = 1_000_000
"""More than any plan has; what a server shows above it leaves room for the next ones."""
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Resource(NamedTuple):
    """An event on the server: where it lies, and the tag of its present version."""

    href: str
    tag: str
    event: Event


class Listed(NamedTuple):
    """One resource of an answer, with those of its properties that are there."""

    href: str
    properties: dict[str, Any]

    def text(self, name: str) -> str:
        found = self.properties.get(name)
        return "" if found is None else "".join(found.itertext()).strip()

    def link(self, name: str) -> str:
        """The first href in a property."""
        found = self.properties.get(name)
        inner = None if found is None else found.find(f"{DAV}href")
        return "" if inner is None else (inner.text or "").strip()

    @property
    def calendar(self) -> bool:
        kind = self.properties.get(f"{DAV}resourcetype")
        return kind is not None and kind.find(f"{CAL}calendar") is not None


def listed(tree: Any) -> Iterator[Listed]:
    """The resources of a multistatus answer (RFC 4918, 14.16); none where it is something else."""
    if tree is None:
        return
    for each in tree.iter(f"{DAV}response"):
        href = each.findtext(f"{DAV}href")
        found = {}
        for some in each.iterfind(f"{DAV}propstat"):
            if " 200" in (some.findtext(f"{DAV}status") or ""):
                found.update(
                    {part.tag: part for prop in some.iterfind(f"{DAV}prop") for part in prop}
                )
        if href:
            yield Listed(href.strip(), found)


def whole(tree: Any) -> bool:
    """Whether an answer is a multistatus that leaves nothing out (RFC 4918, 13; RFC 4791, 7.8).

    A list that a server cuts says so by a status of its own, 507; what is not found is just not there.
    """
    if tree is None or tree.tag != f"{DAV}multistatus":
        return False
    responses = [each.findtext(f"{DAV}status") for each in tree.iter(f"{DAV}response")]
    return all(STATUS.match(each) for each in responses if each is not None) and all(
        _told(each) for each in tree.iter(f"{DAV}propstat")
    )


def _told(part: Any) -> bool:
    """Whether some properties are there, or not there; or of a kind that others may keep to themselves."""
    status = part.findtext(f"{DAV}status") or ""
    if STATUS.match(status):
        return True
    return bool(KEPT.match(status)) and part.find(f"{DAV}prop/{CAL}calendar-data") is None


def event_of(text: str) -> Event | None:
    """The event of a calendar resource; None where it has none with a UID. Raises ValueError.

    What we never write - a repetition, a floating time, an exception - makes it an altered one.
    """
    from icalendar import Calendar

    found = Calendar.from_ical(text).walk("VEVENT")
    if not found or not found[0].get("UID"):
        return None
    first = found[0]
    start, end = (_moment(first, name) for name in ("DTSTART", "DTEND"))
    plain = len(found) == 1 and not any(name in first for name in ONCE) and not _repeats(first)
    plain = plain and start is not None and end is not None
    plain = plain and isinstance(start, datetime) == isinstance(end, datetime)
    plain = plain and str(first.get("STATUS", "CONFIRMED")) == "CONFIRMED"
    start = start or LONG_AGO
    return Event(
        uid=str(_first(first, "UID")),
        title=str(first.get("SUMMARY", "")) if plain else ALTERED,
        description=str(_first(first, "DESCRIPTION", "")),
        start=start,
        end=end if plain and end is not None else start,
        all_day=not isinstance(start, datetime),
        sequence=_sequence(first),
        changed=_changed(first),
        alarm=_alarm(first),
    )


def _repeats(event: Any) -> bool:
    """Whether a property is there twice that may be there once (RFC 5545, 3.6.1 and 3.6.6)."""
    parts = [(event, SINGLE), *((each, ("TRIGGER",)) for each in event.walk("VALARM"))]
    return any(isinstance(part.get(name), list) for part, names in parts for name in names)


def _first(component: Any, name: str, default: object = None) -> Any:
    """The value of a property; the first one where there are several."""
    value = component.get(name, default)
    return value[0] if isinstance(value, list) else value


def _alarm(event: Any) -> int | None:
    """Minutes from an event's alarm to its start; the most there can be, where we would never write it."""
    alarms = event.walk("VALARM")
    if not alarms:
        return None
    ahead = getattr(_first(alarms[0], "TRIGGER"), "dt", None)
    if len(alarms) > 1 or not isinstance(ahead, timedelta) or ahead > timedelta():
        return LONGEST_ALARM
    return min(-ahead // timedelta(minutes=1), LONGEST_ALARM)


def _moment(event: Any, name: str) -> datetime | date | None:
    """A date, or a moment in Durham's time; None where it is missing, floats, or is in no plan's years."""
    value = getattr(_first(event, name), "dt", None)
    if not isinstance(value, date) or not FIRST_DATE < _day(value) < LAST_DATE:
        return None
    if isinstance(value, datetime):
        return value.astimezone(ZONE) if value.tzinfo else None
    return value


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _sequence(event: Any) -> int:
    try:
        return min(max(0, int(_first(event, "SEQUENCE", 0))), LARGEST_SEQUENCE)
    except (TypeError, ValueError, OverflowError):
        return 0


def _changed(event: Any) -> datetime:
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        value = getattr(_first(event, name), "dt", None)
        if isinstance(value, datetime) and value.tzinfo and FIRST_DATE < value.date() < LAST_DATE:
            return value.astimezone(UTC).replace(microsecond=0)
    return LONG_AGO
