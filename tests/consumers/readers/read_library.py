"""Python's libraries, which read a file and keep no calendar: read_library.py NAME FILE."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

from shown import module, say

FIRST, LAST = date(2025, 1, 1), date(2036, 12, 31)


def icalendar(path: Path) -> None:
    found = module("icalendar", "icalendar").Calendar.from_ical(path.read_bytes())
    for event in found.walk("VEVENT"):
        off = event["STATUS"] == "CANCELLED"
        say(str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt, canceled=off)


def recurring_ical_events(path: Path) -> None:
    name = "recurring_ical_events"
    calendar = module("icalendar", name).Calendar.from_ical(path.read_bytes())
    for event in module(name, name).of(calendar).between(FIRST, LAST):
        say(str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt)


def vobject(path: Path) -> None:
    found = module("vobject", "vobject").readOne(path.read_text(encoding="utf-8"))
    for event in found.vevent_list:
        off = event.status.value == "CANCELLED"
        say(event.summary.value, event.dtstart.value, event.dtend.value, canceled=off)


def ics(path: Path) -> None:
    for event in module("ics", "ics").Calendar(path.read_text(encoding="utf-8")).events:
        start, end = event.begin.datetime, event.end.datetime
        off = event.status == "CANCELLED"
        ends = (start.date(), end.date()) if event.all_day else (start, end)
        say(event.name, *ends, canceled=off)


def ical(path: Path) -> None:
    stream = module("ical.calendar_stream", "ical").IcsCalendarStream
    for event in stream.calendar_from_ics(path.read_text(encoding="utf-8")).timeline:
        say(event.summary, event.dtstart, event.dtend, canceled=event.status == "CANCELLED")


def icalevents(path: Path) -> None:
    events = module("icalevents.icalevents", "icalevents").events
    for event in events(file=str(path), start=FIRST, end=LAST):
        ends: tuple[date, date] = event.start, event.end
        if event.all_day:
            ends = as_date(event.start), as_date(event.end)
        say(event.summary, *ends, canceled=event.status == "CANCELLED")


def as_date(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


READERS = {
    each.__name__: each
    for each in (icalendar, recurring_ical_events, vobject, ics, ical, icalevents)
}
READERS[sys.argv[1]](Path(sys.argv[2]))
