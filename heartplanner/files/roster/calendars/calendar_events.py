"""The events of a calendar as occurrences: series told one by one, what is void or older set apart.

A series is expanded by recurring-ical-events, each by itself: events that share one UID (some programs
give all the same) are different events, unless their SEQUENCE tells that one is an older version.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from heartplanner.core.roster.shapes.events import AHEAD, BACK
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files.roster.calendars.beside_title import BesideTitles
from heartplanner.files.roster.calendars.calendar_event import CalendarEvent, EventReader, Moment
from heartplanner.files.roster.calendars.calendar_lines import Component, calendars
from heartplanner.files.roster.calendars.calendar_zones import Zones, zone_names
from heartplanner.files.roster.calendars.series import calendar_of
from heartplanner.files.roster.kinds import RefusedError

SERIES_AHEAD = timedelta(days=366)
MOST_OCCURRENCES = 5_000
NOT_MINE = re.compile(
    r"\b(open|cancel\w*|available|vacant|unfilled|draft|requests?|declined|tentative|pending|old|do not use"
    r"|archived?|previous|obsolete|outdated|sample|example|template|wrong|expired|superseded|proposed"
    r"|don'?t use|not final)\b",
    re.IGNORECASE,
)
"""Names of calendars whose shifts nobody works, or not yet."""
NO_EVENTS = {
    "VTODO": "it is a task, and no event",
    "VJOURNAL": "it is a note, and no event",
    "VFREEBUSY": "it says when one is busy, and not with what",
}
OLDER = "a newer version of it stands on line {line}"
NOT_BY_TIME = "line {line} names this day and not its time, so the shift may be moved or called off"


def read_calendar(data: bytes, start: date, today: date) -> list[dict[str, Any]]:
    """The occurrences around today, from the start on, each as the fields of `source.Event`.

    Single events are told whenever they are: the reader says of those far away that they are.
    Raises RefusedError.
    """
    names = zone_names()
    events = [event for calendar in calendars(data) for event in _events(calendar, names)]
    first, last = max(start, today - BACK), _last_of_series(events, max(start, today))
    occurrences: list[dict[str, Any]] = []
    for group in groups(events):
        occurrences += _occurrences(group, first, last)
        if len(occurrences) > MOST_OCCURRENCES:
            raise RefusedError(f"it has more than {MOST_OCCURRENCES} events")
    return sorted(
        occurrences,
        key=lambda occurrence: (
            occurrence["start"] or occurrence["first"] or "",
            occurrence["line"],
        ),
    )


def _last_of_series(events: Iterable[CalendarEvent], today: date) -> date:
    """How far series are told: a year, or as far as single events are."""
    singles = [_day(event.start) for event in events if event.start and not event.is_series]
    near = [day for day in singles if day <= today + AHEAD]
    return max([today + SERIES_AHEAD, *near])


def _events(calendar: Component, names: Mapping[str, str]) -> Iterator[CalendarEvent]:
    definitions = (one for one in calendar.children if one.kind == "VTIMEZONE")
    zones = Zones(definitions, names)
    stated = calendar.text("X-WR-TIMEZONE")
    canceled = calendar.text("METHOD").upper() == "CANCEL"
    name = calendar.text("X-WR-CALNAME")
    refused = f"the calendar is named {name[:60]!a}" if NOT_MINE.search(name) else ""
    if said := NOT_MINE.search(calendar.text("X-WR-CALDESC")):
        refused = refused or f"the description of the calendar says {said[0]!a}"
    refused = "the file calls this event off" if canceled else refused
    doubt_of = BesideTitles(calendar).doubt_of
    floating = zones.find(stated) if stated else None
    reader = EventReader(zones, floating, refused, doubt_of)
    others = EventReader(zones, floating, "", lambda component: NO_EVENTS[component.kind])
    kinds = {component.kind for component in calendar.children}
    for component in calendar.children:
        if component.kind == "VFREEBUSY" and "VEVENT" not in kinds:
            continue  # such a calendar has nothing but times at which one is busy
        if component.kind == "VEVENT":
            yield replace(reader.read(component), calendar=name[:60])
        elif component.kind in NO_EVENTS:
            # What is to be done on a day may be a shift: its day is none to be free by itself.
            due = [] if component.all("DTSTART") else component.all("DUE")[:1]
            component.properties += [property_._replace(name="DTSTART") for property_ in due]
            yield replace(others.read(component), void=False)


def groups(events: Sequence[CalendarEvent]) -> Iterator[list[CalendarEvent]]:
    """Each event by itself; a series with the events that replace some of its occurrences."""
    by_uid: dict[str, list[CalendarEvent]] = defaultdict(list)
    for n, event in enumerate(events):
        by_uid[event.uid or f" {n}"].append(event)
    for same in by_uid.values():
        _mark_older([event for event in same if event.replaces is None])
        for replacing in _by_replaced(same).values():
            _mark_older(replacing)
        # What is not readable, or older, is no part of a series.
        series = next((event for event in same if event.is_series and event.replaces is None), None)
        joined = [
            event for event in same if series and event.replaces is not None and _can_replace(event)
        ]
        if series:
            yield [series, *joined]
        yield from ([event] for event in same if event is not series and event not in joined)


def _can_replace(event: CalendarEvent) -> bool:
    """Whether it takes the place of an occurrence, if only to call it off."""
    return event.start is not None and not event.refused.startswith("a newer")


def _by_replaced(events: Iterable[CalendarEvent]) -> dict[Moment, list[CalendarEvent]]:
    by_replaced: dict[Moment, list[CalendarEvent]] = defaultdict(list)
    for event in events:
        if event.replaces is not None:
            by_replaced[event.replaces].append(event)
    return by_replaced


def _mark_older(events: Sequence[CalendarEvent]) -> None:
    """Refuse what has a lower SEQUENCE than another version of the same that can be read.

    Of two with one SEQUENCE the one that was changed last is the newer (RFC 5545, 3.8.7.3).
    """
    readable = (event for event in events if not event.unread)
    newest = max(readable, key=_version, default=None)
    for event in events:
        if newest and _is_older(event, newest):
            event.refused = OLDER.format(line=newest.line)
            event.rule, event.extra, event.void = "", [], True


def _version(event: CalendarEvent) -> tuple[int, str]:
    return event.sequence, event.modified


def _is_older(event: CalendarEvent, newest: CalendarEvent) -> bool:
    """Whether an event is another version's; a UID that all events share tells of no version."""
    dated = bool(event.modified and newest.modified)
    return event.sequence < newest.sequence or (dated and _version(event) < _version(newest))


def _occurrences(
    group: Sequence[CalendarEvent], first: date, last: date
) -> Iterator[dict[str, Any]]:
    if len(group) == 1 and not group[0].is_series:
        yield _event_json(group[0], group[0].start, group[0].end)
        return
    by_line = {event.line: event for event in group}
    times = _times(group, first, last)
    if times is None:
        for event in group:
            event.refused = event.refused or "it repeats in a way that is not read"
            event.unread_series = event.is_series
            yield _event_json(event, event.start, event.end)
        return
    doubts = _doubted(group, [start for line, start, _ in times if line == group[0].line])
    for line, start, end in times:
        occurrence = _event_json(by_line[line], start, end)
        if line == group[0].line and (doubt := doubts.get(_day(start))):
            occurrence["refused"] = occurrence["refused"] or doubt
        yield occurrence
    for event in group[1:]:
        # An exception that moved its occurrence out of the range is listed all the same.
        if event.line not in {line for line, _, _ in times}:
            yield _event_json(event, event.start, event.end)


def _times(
    group: Sequence[CalendarEvent], first: date, last: date
) -> list[tuple[int, Moment, Moment | None]] | None:
    """Line, start and end of each occurrence of a series; None where it repeats in an unknown way."""
    # Loaded only for a series, since it is slow to load.
    import recurring_ical_events

    try:
        return [
            (
                int(occurrence["X-LINE"]),
                occurrence["DTSTART"].dt,
                occurrence["DTEND"].dt if "DTEND" in occurrence else None,
            )
            for occurrence in recurring_ical_events.of(calendar_of(group)).between(first, last)
        ]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None


def _doubted(group: Sequence[CalendarEvent], starts: Iterable[Moment]) -> dict[date, str]:
    """The days on which a series has an occurrence although the file takes that day's away, and why.

    RFC 5545 (3.8.4.4, 3.8.5.1) wants an occurrence to be named in the way of its start. Programs that name
    the day of a timed one alone, or another time, may mean that it is moved; no reader is bound to see it.
    """
    series, *replacing = group
    named = [(moment, series.line) for moment in series.left_out]
    named += [(event.replaces, event.line) for event in replacing if event.replaces]
    doubts = {_day(moment): NOT_BY_TIME.format(line=line) for moment, line in named}
    standing = {_day(start) for start in starts}
    for event in replacing:
        # Where it stands for all that follow, none of them is sure.
        if event.and_future and event.replaces and (first := _day(event.replaces)) in standing:
            doubts |= {day: NOT_BY_TIME.format(line=event.line) for day in standing if day >= first}
    return doubts


def _event_json(event: CalendarEvent, start: Moment | None, end: Moment | None) -> dict[str, Any]:
    """An occurrence as the fields of an Event, in Durham's time; the last day of an all-day one counts."""
    times: dict[str, Any] = dict.fromkeys(("first", "last", "start", "end"))
    if isinstance(start, datetime):
        times["start"] = _durham(start)
        times["end"] = _durham(end) if isinstance(end, datetime) else None
    elif start is not None:
        days = end is not None and not isinstance(end, datetime) and end > start
        last = end - timedelta(days=1) if end is not None and days else start
        times["first"], times["last"] = start.isoformat(), last.isoformat()
    said = {"line": event.line, "title": event.title, "refused": event.refused}
    said |= {"person": event.person, "calendar": event.calendar}
    return {**said, "series": event.unread_series, "void": event.void, **times}


def _durham(moment: datetime) -> str:
    return _local(moment).isoformat()


def _day(moment: Moment) -> date:
    """The day of a moment in Durham."""
    return _local(moment).date() if isinstance(moment, datetime) else moment


def _local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)
