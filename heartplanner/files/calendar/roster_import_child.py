"""Reads a calendar from standard input in a process of its own, held to little memory and time.

    python -m heartplanner.files.calendar.roster_import_child FIRST LAST < checked.ics

It prints a JSON list of lines, one for each day of each event from FIRST to LAST.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain, islice
from typing import Any
from zoneinfo import available_timezones

from heartplanner.core.schedule.blocks import ZONE

MEMORY = 1 << 30
SECONDS = 5
MOST_LINES = 5_000
LONGEST_EVENT = 60
"""Days of an all-day event that are told one by one."""
LONGEST_TITLE = 200


def main() -> None:
    _hold()
    import icalendar
    import recurring_ical_events

    first, last = (date.fromisoformat(each) for each in sys.argv[1:3])
    calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
    unknown = _take_unknown_zones(calendar)
    found = recurring_ical_events.of(calendar).between(first, last)
    lines = chain(unknown, (line for event in found for line in _lines(event)))
    print(json.dumps(sorted(islice(lines, MOST_LINES))))  # noqa: T201  (its answer)


def _hold() -> None:
    """Little memory and time, where the system can hold a process to them."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _take_unknown_zones(calendar: Any) -> list[str]:
    """Take out the events in time zones that nobody knows, and say so of each."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    names = available_timezones() | set(WINDOWS_TO_OLSON)
    lines = []
    for event in calendar.walk("VEVENT"):
        zone = event["DTSTART"].params.get("TZID") if "DTSTART" in event else ""
        if zone is not None and zone not in names:
            lines.append(f"{_title(event)}, in the time zone {zone!a}, which is not known")
            calendar.subcomponents.remove(event)
    return lines


def _title(event: Any) -> str:
    return " ".join(str(event.get("SUMMARY", "")).split())[:LONGEST_TITLE]


def _lines(event: Any) -> Iterator[str]:
    """2025-08-02 09:00-21:00 HEART 9-9; an all-day event on each of its days."""
    status = str(event.get("STATUS", "")).upper()
    if status == "CANCELLED":
        return
    title = f"{_title(event)} (tentative)" if status == "TENTATIVE" else _title(event)
    start = event["DTSTART"].dt
    if not isinstance(start, datetime):
        end = event["DTEND"].dt if "DTEND" in event else start + timedelta(days=1)
        for n in range(min((end - start).days, LONGEST_EVENT)):
            yield f"{start + timedelta(days=n)} {title}"
        return
    end = event["DTEND"].dt if "DTEND" in event else start
    start, end = (each.astimezone(ZONE) if each.tzinfo else each for each in (start, end))
    until = f" until {end:%Y-%m-%d}" if end - start > timedelta(days=1) else ""
    yield f"{start:%Y-%m-%d} {start:%H:%M}-{end:%H:%M}{until} {title}"


if __name__ == "__main__":
    main()
