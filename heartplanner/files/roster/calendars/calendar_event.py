"""One event of a calendar: its start and end, its rule and exceptions, or why it is not read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.files.roster.calendars.beside_title import UNCERTAIN, person_of, status_of
from heartplanner.files.roster.calendars.calendar_lines import Component, Property
from heartplanner.files.roster.calendars.calendar_zones import Zones

MOST_SINGLE = 200
"""Dates of RDATE and EXDATE of one event."""
LONGEST_TITLE = 200
SINGLE = (
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RECURRENCE-ID",
    "UID",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
)
MAY_BE_EMPTY = ("RRULE", "RDATE", "EXDATE", "DURATION")
DAY = re.compile(r"\d{8}")
MOMENT = re.compile(r"(\d{8}T\d{6})(Z?)")
LENGTH = re.compile(
    r"P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?"
)
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
PARTS = {
    "INTERVAL": re.compile(r"[1-9]\d{0,2}|1000"),
    "COUNT": re.compile(r"\d{1,4}"),
    "UNTIL": re.compile(r"\d{8}(T\d{6}Z?)?"),
    "WKST": re.compile(r"MO|TU|WE|TH|FR|SA|SU"),
    "BYDAY": re.compile(
        r"[-+]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(,[-+]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)){0,13}"
    ),
    "BYMONTH": re.compile(r"(1[0-2]|[1-9])(,(1[0-2]|[1-9])){0,11}"),
    "BYMONTHDAY": re.compile(r"-?(3[01]|[12]\d|[1-9])(,-?(3[01]|[12]\d|[1-9])){0,30}"),
    "BYSETPOS": re.compile(r"-?[1-9]\d{0,2}(,-?[1-9]\d{0,2}){0,9}"),
}
"""The parts of a rule that are read: others make the libraries wait for ever."""
Moment = date | datetime


class EventError(ValueError):
    """Why an event is not read, in words for the user."""


@dataclass(slots=True)
class CalendarEvent:
    """An event as stated. `start` None: it cannot be known; `refused`: why it is no shift, or "".

    `unread`: what it states cannot be read; `unread_series`: it repeats, and on which days is not known;
    `void`: it surely does not take place, or is another's. `modified`: when it was changed last;
    `person`: whose it is, if it says so; `calendar`: the name of its calendar.
    """

    line: int
    title: str
    uid: str
    sequence: int = 0
    start: Moment | None = None
    end: Moment | None = None
    rule: str = ""
    extra: list[Moment | tuple[datetime, datetime]] = field(default_factory=list)
    left_out: list[Moment] = field(default_factory=list)
    replaces: Moment | None = None
    and_future: bool = False
    refused: str = ""
    unread: bool = False
    unread_series: bool = False
    void: bool = False
    modified: str = ""
    person: str = ""
    calendar: str = ""

    @property
    def is_series(self) -> bool:
        return bool(self.rule or self.extra)


class EventReader:
    """Reads the events of one calendar. `floating`: the zone of times that name none, if it is stated.

    `doubt_of` says why a component, which can be read, is not to be taken for what it seems, or "".
    `lenient`: what programs write against the standard, and all show alike, is read so: an all-day event
    that ends on its first day takes that day, of an end and a length that differ the end counts, and a
    rule or a date that is empty is none.
    """

    def __init__(
        self,
        zones: Zones,
        floating: tzinfo | None,
        refused: str,
        doubt_of: Callable[[Component], str] | None = None,
        *,
        lenient: bool = False,
    ) -> None:
        self._lenient = lenient
        self._zones = zones
        self._floating = floating
        self._refused = refused
        self._doubt_of = doubt_of or status_of

    def read(self, component: Component) -> CalendarEvent:
        """The event, with what can be known of one that is refused."""
        event = CalendarEvent(component.line, _title(component), component.text("UID"))
        if self._lenient:
            stated = (
                one for one in component.properties if one.value or one.name not in MAY_BE_EMPTY
            )
            component.properties = list(stated)
        sequence = component.text("SEQUENCE")
        event.modified, event.person = component.text("LAST-MODIFIED"), person_of(component)
        event.sequence = int(sequence) if re.fullmatch(r"\d{1,9}", sequence) else 0
        try:
            # First: an exception that cannot be read is none of the whole series.
            self._take_replaced(component, event)
            self._take_dates(component, event)
            self._take_rule(component, event)
            event.refused = self._refused or self._doubt_of(component)
            event.void = event.refused not in ("", *UNCERTAIN)
        except EventError as error:
            event.refused, event.rule, event.extra = str(error), "", []
            event.unread = True
            event.unread_series = any(map(component.all, ("RRULE", "RDATE", "EXRULE")))
            event.start = event.start or _day_of(component.text("DTSTART"))
        return event

    def _take_dates(self, component: Component, event: CalendarEvent) -> None:
        starts = component.all("DTSTART")
        if not starts:
            raise EventError("it has no date")
        event.start = self._moment(starts[0])
        if not component.ended:
            raise EventError("the file ends within this event")
        for name in SINGLE:
            if len(component.all(name)) > 1:
                raise EventError(f"it states {name} twice")
        event.end = self._end_of(component, event.start)
        if event.end is not None and isinstance(event.end, datetime) != isinstance(
            event.start, datetime
        ):
            raise EventError("its end is not of the kind of its start")
        _check_length(event)

    def _end_of(self, component: Component, start: Moment) -> Moment | None:
        """When it ends, by its end or its length; an all-day event without either takes its day."""
        ends, lengths = component.all("DTEND"), component.all("DURATION")
        all_day = not isinstance(start, datetime)
        if ends:
            end = self._moment(ends[0])
            if lengths and not self._lenient and end != start + _length(lengths[0].value):
                raise EventError("its DTEND and its DURATION differ")
            return end + timedelta(days=1) if self._lenient and all_day and end == start else end
        if lengths:
            return start + _length(lengths[0].value)
        return start + timedelta(days=1) if all_day else None

    def _take_rule(self, component: Component, event: CalendarEvent) -> None:
        if component.all("EXRULE"):
            raise EventError("it repeats in a way that is not read")
        rules = component.all("RRULE")
        if rules:
            event.rule = _rule(rules[0].value)
        singles = component.all("EXDATE") + component.all("RDATE")
        if sum(property_.value.count(",") + 1 for property_ in singles) > MOST_SINGLE:
            raise EventError(f"it has more than {MOST_SINGLE} single dates")
        event.left_out = [
            one for property_ in component.all("EXDATE") for one in self._moments(property_)
        ]
        event.extra = [
            one for property_ in component.all("RDATE") for one in self._periods(property_)
        ]
        whole = (one for one in event.extra if not isinstance(one, (datetime, tuple)))
        if isinstance(event.start, datetime) and any(whole):
            # The library takes such a day as one from midnight on.
            raise EventError("it repeats in a way that is not read")

    def _take_replaced(self, component: Component, event: CalendarEvent) -> None:
        """Which occurrence of a series an event is in the place of, if it is an exception."""
        replaced = component.all("RECURRENCE-ID")
        if replaced:
            event.replaces = self._moment(replaced[0])
            event.and_future = replaced[0].parameters.get("RANGE", "").upper() == "THISANDFUTURE"

    def _moments(self, property_: Property) -> list[Moment]:
        return [
            self._moment(property_._replace(value=value)) for value in property_.value.split(",")
        ]

    def _periods(self, property_: Property) -> list[Moment | tuple[datetime, datetime]]:
        """Single dates; a period as its start and end."""
        moments: list[Moment | tuple[datetime, datetime]] = []
        for value in property_.value.split(","):
            begin, _, rest = value.partition("/")
            start = self._moment(property_._replace(value=begin))
            if not rest:
                moments.append(start)
                continue
            long = rest.upper().startswith("P")
            end = start + _length(rest) if long else self._moment(property_._replace(value=rest))
            if not isinstance(start, datetime) or not isinstance(end, datetime):
                raise EventError("a period of it cannot be read")
            moments.append((start, end))
        return moments

    def _moment(self, property_: Property) -> Moment:
        """A date, or a time in its zone; one that names no zone stays without. Raises EventError."""
        value = property_.value.strip().upper()
        moment = MOMENT.fullmatch(value)
        try:
            if not FIRST_DATE.year <= int(value[:4]) <= LAST_DATE.year:
                raise ValueError
            if DAY.fullmatch(value):
                return datetime.strptime(value, "%Y%m%d").date()  # noqa: DTZ007  (a day has no zone)
            if moment and property_.parameters.get("VALUE", "").upper() != "DATE":
                naive = datetime.strptime(moment[1], "%Y%m%dT%H%M%S")  # noqa: DTZ007
                return naive.replace(tzinfo=self._zone(property_, utc=bool(moment[2])))
        except ValueError as error:
            if isinstance(error, EventError):
                raise
        raise EventError(f"its date {value[:20]!a} cannot be read")

    def _zone(self, property_: Property, *, utc: bool) -> tzinfo | None:
        name = "UTC" if utc else property_.parameters.get("TZID", "")
        if not name:
            return self._floating
        zone = self._zones.find(name)
        if zone is None:
            raise EventError(f"the time zone {name[:60]!a} is not known")
        return zone


def _day_of(text: str) -> date | None:
    """The day of a start that cannot be read in full: something is said of it, if not what."""
    match = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _check_length(event: CalendarEvent) -> None:
    """Whether an all-day event has a day. Times are looked at once they are in Durham's zone."""
    start, end = event.start, event.end
    if start is None or end is None or isinstance(start, datetime) or isinstance(end, datetime):
        return
    if end <= start:
        raise EventError("it does not end after it begins")


def _title(component: Component) -> str:
    """The summary on one line, without its escapes."""
    return " ".join(unescaped(component.text("SUMMARY")).split())[: LONGEST_TITLE + 1]


def unescaped(text: str) -> str:
    """A text value as it is meant (RFC 5545, 3.3.11), with a space for the end of a line."""
    return re.sub(r"\\([\\;,nN])", lambda match: " " if match[1] in "nN" else match[1], text)


def _length(text: str) -> timedelta:
    match = LENGTH.fullmatch(text.strip().upper().removeprefix("+"))
    if not match or not any(match.groups()):
        raise EventError("its length cannot be read")
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _rule(text: str) -> str:
    """A rule in one spelling, if it is one that is read. Raises EventError."""
    pairs = [part.split("=", 1) for part in re.sub(r"\s", "", text).upper().split(";") if part]
    rule = {pair[0]: pair[-1] for pair in pairs}
    right = all(len(pair) == 2 for pair in pairs) and len(rule) == len(pairs)
    frequency = rule.pop("FREQ", "")
    known = all(name in PARTS and PARTS[name].fullmatch(value) for name, value in rule.items())
    if not right or not known or frequency not in FREQUENCIES:
        raise EventError(f"it repeats in a way that is not read ({text[:40]!a})")
    return ";".join([f"FREQ={frequency}", *(f"{name}={value}" for name, value in rule.items())])
