"""The events of a calendar file within a range of days, with what each series has there.

A series is expanded by recurring-ical-events, by itself with the events that replace some of its times.
Single events need no library, so that a file of thousands of them is read in a moment.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from heartplanner.core.plan.model import ONE_DAY, DateSpan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files.roster.calendars.calendar_event import (
    CalendarEvent,
    EventReader,
    Moment,
    unescaped,
)
from heartplanner.files.roster.calendars.calendar_events import groups
from heartplanner.files.roster.calendars.calendar_lines import Component, calendars
from heartplanner.files.roster.calendars.calendar_zones import Zones, zone_names
from heartplanner.files.roster.calendars.series import calendar_of
from heartplanner.files.roster.kinds import CALENDAR, RefusedError, decoded

MOST_EVENTS, MOST_LINES, MOST_OCCURRENCES = 30_000, 1_500_000, 60_000
LONGEST_TITLE = 120
NO_TITLE = "(no title)"
JOINER = "\u200d"
"""It makes one picture of two emoji; all other characters without a look of their own are left out."""


class EventTraits(NamedTuple):
    """What of an event says whether it takes one's time."""

    canceled: bool
    transparent: bool


def read_events(data: bytes, first: date, last: date) -> dict[str, Any]:
    """The occurrences that touch the days from first to last, and what could not be read, as JSON.

    `name` is what the calendar calls itself, or "". Raises RefusedError where it is no calendar, or too
    large a one.
    """
    if not CALENDAR.search(decoded(data)):
        raise RefusedError("this is no calendar file (.ics)")
    told: list[list[Any]] = []
    unread: list[str] = []
    read = calendars(data, MOST_EVENTS, MOST_LINES, any_length=True)
    names = zone_names()
    for calendar in read:
        definitions = (one for one in calendar.children if one.kind == "VTIMEZONE")
        _Expansion(calendar, Zones(definitions, names), (first, last), told, unread).run()
        if len(told) > MOST_OCCURRENCES:
            raise RefusedError(f"it has more than {MOST_OCCURRENCES} events from {first} to {last}")
    named = "".join(calendar.text("X-WR-CALNAME") for calendar in read[:1])
    name = plain_title(unescaped(named)) if named else ""
    return {"name": name.replace(NO_TITLE, ""), "events": told, "unread": unread}


class _Expansion:
    """One calendar of a file; `told` and `unread` are added to."""

    def __init__(
        self,
        calendar: Component,
        zones: Zones,
        span: DateSpan,
        told: list[list[Any]],
        unread: list[str],
    ) -> None:
        self._zone_name = calendar.text("X-WR-TIMEZONE")
        self._whole = calendar.text("METHOD").upper() == "CANCEL"
        self._zones, self._told, self._unread = zones, told, unread
        self._first, self._last = span
        self._components = [one for one in calendar.children if one.kind == "VEVENT"]
        self._traits = {one.line: self._traits_of(one) for one in self._components}

    def run(self) -> None:
        # A calendar that names a zone means it where a time names none.
        floating = self._zones.find(self._zone_name) if self._zone_name else None
        reader = EventReader(self._zones, floating, "", lambda _: "", lenient=True)
        events = [reader.read(component) for component in self._components]
        for event in events:
            event.title = plain_title(event.title)
        _leave_out_unread(events)
        for group in groups(events):
            self._tell_group(group)
            if len(self._told) > MOST_OCCURRENCES:
                return

    def _traits_of(self, component: Component) -> EventTraits:
        canceled = self._whole or component.text("STATUS").upper() == "CANCELLED"
        return EventTraits(canceled, component.text("TRANSP").upper() == "TRANSPARENT")

    def _tell_group(self, group: Sequence[CalendarEvent]) -> None:
        readable = []
        for event in group:
            # An older version of what stands there too is no loss that one would have to know of.
            if event.refused.startswith("a newer"):
                continue
            if event.refused or event.start is None:
                self._unread.append(f"line {event.line}: {event.title}: {event.refused}")
            else:
                readable.append(event)
        if len(readable) == 1 and not readable[0].is_series:
            event = readable[0]
            assert event.start is not None
            self._tell(event, event.start, event.end)
        elif readable:
            self._tell_series(readable)

    def _tell_series(self, group: Sequence[CalendarEvent]) -> None:
        by_line = {event.line: event for event in group}
        try:
            for line, start, end in self._expanded(group):
                self._tell(by_line[line], start, end)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            series = group[0]
            self._unread.append(
                f"line {series.line}: {series.title}: it repeats in a way that is not read"
            )

    def _expanded(self, group: Sequence[CalendarEvent]) -> list[tuple[int, Moment, Moment | None]]:
        # Loaded only for a series, since it is slow to load.
        import recurring_ical_events

        calendar = calendar_of(group)
        if self._zones.find(self._zone_name):
            # Times in UTC are of this zone then, through changes of its clock too; the library sees to it.
            calendar.add("x-wr-timezone", self._zone_name)
        # The library asks in each event's own zone, so a day more on either side; the rest is left out.
        expanded = recurring_ical_events.of(calendar).between(
            self._first - ONE_DAY, self._last + 2 * ONE_DAY
        )
        return [
            (int(one["X-LINE"]), one["DTSTART"].dt, one["DTEND"].dt if "DTEND" in one else None)
            for one in expanded
        ]

    def _tell(self, event: CalendarEvent, start: Moment, end: Moment | None) -> None:
        begin = local_moment(start)
        finish = local_moment(end) if end is not None else begin
        if finish.astimezone(UTC) < begin.astimezone(UTC):
            self._unread.append(f"line {event.line}: {event.title}: it ends before it begins")
            return
        last = (finish - timedelta(microseconds=1)).date() if finish > begin else begin.date()
        if last < self._first or begin.date() > self._last:
            return
        canceled, transparent = self._traits[event.line]
        title = f"canceled: {event.title}" if canceled else event.title
        all_day = not isinstance(start, datetime)
        busy = not (canceled or transparent)
        self._told.append([title, begin.isoformat(), finish.isoformat(), all_day, busy, canceled])


def _leave_out_unread(events: Iterable[CalendarEvent]) -> None:
    """Where an exception cannot be read, what it stands in the place of does not take place either."""
    series = {event.uid: event for event in events if event.is_series and not event.replaces}
    for event in events:
        if event.unread and event.replaces and event.uid and event.uid in series:
            series[event.uid].left_out.append(event.replaces)


def local_moment(moment: Moment) -> datetime:
    """A date's midnight, or a time, in Durham; one that names no zone is Durham's (RFC 5545, 3.3.5)."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), ZONE)
    aware = moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment
    # Through UTC, so that a time which the clock's change skips gets the moment that is meant.
    return aware.astimezone(UTC).astimezone(ZONE)


def plain_title(text: str) -> str:
    """A title as plain text in one line, without characters that have no look of their own."""
    seen = "".join(_seen(text))
    words = re.sub(r"\s+", " ", seen).strip()
    return words[:LONGEST_TITLE] or NO_TITLE


def _seen(text: str) -> Iterator[str]:
    for character in text:
        if character.isspace():
            yield " "
        elif character == JOINER or not unicodedata.category(character).startswith("C"):
            yield character
