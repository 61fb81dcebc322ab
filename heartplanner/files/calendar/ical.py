"""The calendar file: RFC 5545 as phones and calendar programs really read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from icalendar import Alarm, Calendar, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar import Event as VEvent
from icalendar.prop import vDuration, vRecur
from icalendar.prop import vText as LibraryText

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import (
    COLORS,
    DEFAULT_OPTIONS,
    ExportOptions,
    Privacy,
)
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import output_file
from heartplanner.files.disk import FileError
from heartplanner.typed import override

PRODID: Final = "-//Heart Planner//HEART shift calendar//EN"
PLAIN_PRODID: Final = "-//Heart Planner//Calendar//EN"
"""Of a copy for others."""

EARLIEST: Final = date(2007, 3, 11)
"""Since then the clocks change as the file's time zone says."""


class Text(LibraryText):
    """Text that reads back just as it is: the library's own makes a line end of a backslash and an N."""

    @override
    def to_ical(self) -> bytes:
        """Escaped as RFC 5545, 3.3.11 has it."""
        text = str(self).replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,")
        return text.replace("\n", r"\n").encode()


def calendar(
    schedule: Schedule, first: date, last: date, options: ExportOptions = DEFAULT_OPTIONS
) -> bytes:
    """The plan's events from first to last, both included, as one calendar file.

    The same plan, range and options give the same bytes: every stamp comes from the plan's history.
    Raises FileError for days before the clock changes of today, which the file states.
    """
    check_range(first)
    return calendar_of(events(schedule, first, last, options), options)


def check_range(first: date) -> None:
    """Refuse, with a FileError, a day before the clock changes that the file states."""
    if first < EARLIEST:
        raise FileError(f"a calendar file cannot begin on {first}; choose {EARLIEST} or later")


def calendar_of(
    shown: Iterable[Event],
    options: ExportOptions = DEFAULT_OPTIONS,
    *,
    named: bool = True,
    reread: timedelta | None = None,
) -> bytes:
    """These events as one calendar file, with a name and color if `named`.

    An update has no name, or some programs make a calendar of it. `reread`: how often a program that
    follows the file is to read it again.
    """
    whole = _without_events(options, named=named, reread=reread)
    listed = list(shown)
    # All-day events are in no zone. A file that names one must define it (RFC 5545, 3.6.5), and one without
    # events has to hold something (3.4).
    if not listed or not all(event.all_day for event in listed):
        # Google takes the zone of a whole calendar from here.
        whole.add("X-WR-TIMEZONE", ZONE.key)
        whole.add_component(_timezone())
    for event in listed:
        whole.add_component(_event(event))
    text: bytes = whole.to_ical()
    return text


def _without_events(options: ExportOptions, *, named: bool, reread: timedelta | None) -> Calendar:
    """A calendar with what it says of itself."""
    whole = Calendar()
    whole.add("PRODID", PRODID if options.privacy is Privacy.NO else PLAIN_PRODID)
    whole.add("VERSION", "2.0")
    whole.add("CALSCALE", "GREGORIAN")
    if named:
        # NAME is RFC 7986's; X-WR-CALNAME is what Apple, Google and Outlook read.
        for key in ("NAME", "X-WR-CALNAME"):  # the library does not know that they are text
            whole.add(key, Text(options.title))
        if options.color:
            whole.add("COLOR", options.color)
            whole.add("X-APPLE-CALENDAR-COLOR", COLORS[options.color])
    if reread is not None:
        # REFRESH-INTERVAL is RFC 7986's (5.7); Outlook and others read X-PUBLISHED-TTL.
        whole.add("REFRESH-INTERVAL", reread, parameters={"VALUE": "DURATION"})
        whole.add("X-PUBLISHED-TTL", vDuration(reread))
    return whole


def write(path: Path, data: bytes, *, plan_file: Path) -> list[str]:
    """Save a calendar file, in place of an earlier calendar but never of any other file.

    Returns what the place does not promise, as sentences. Raises FileError.
    """
    return output_file.write(path, data, output_file.CALENDAR, plan_file=plan_file)


def _event(event: Event) -> VEvent:
    """A VEVENT with each property that some consumer cannot do without."""
    out = VEvent()
    out.add("UID", event.uid)
    out.add("DTSTAMP", event.changed)
    out.add("LAST-MODIFIED", event.changed)
    out.add("SEQUENCE", event.sequence)
    out.add("SUMMARY", Text(event.title))
    if event.description:
        out.add("DESCRIPTION", Text(event.description))
    for name, moment in zip(("DTSTART", "DTEND"), _written_span(event), strict=True):
        out.add(name, moment)
    out.add("STATUS", "CANCELLED" if event.canceled else "CONFIRMED")
    out.add("CLASS", "PUBLIC")
    # A break must not make one look busy in a shared calendar.
    out.add("TRANSP", "TRANSPARENT" if event.all_day or event.canceled else "OPAQUE")
    if event.all_day:
        # Outlook would show a day of 24 hours in the grid of hours instead.
        out.add("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE")
    if event.alarm is not None:
        out.add_component(_alarm(event.title, event.alarm))
    return out


def _written_span(event: Event) -> tuple[date, date]:
    """The start and the end as the file says them: in Durham's zone, or in UTC over a clock change.

    Nine of twenty programs end a shift an hour late whose end is in the hour that comes twice; in UTC
    all of them agree.
    """
    start, end = event.start, event.end
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return start, end
    # A moment that comes twice has two offsets, one for each value of `fold`.
    offsets = {moment.replace(fold=fold).utcoffset() for moment in (start, end) for fold in (0, 1)}
    if len(offsets) == 1:
        return start, end
    return start.astimezone(UTC), end.astimezone(UTC)


def _alarm(title: str, minutes: int) -> Alarm:
    """An alarm that every program takes: displayed, with a description, `minutes` before the start."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    # RFC 5545, 3.6.6: an alarm that is displayed must have a description.
    alarm.add("DESCRIPTION", Text(title))
    alarm.add("TRIGGER", timedelta(minutes=-minutes))
    return alarm


def _timezone() -> Timezone:
    """Durham's clock changes by the law of 2007: two yearly rules, as Outlook needs them."""
    zone = Timezone()
    zone.add("TZID", ZONE.key)
    # Rules without an end, from the year in which the law began: Outlook refuses lists of dates.
    summer = TimezoneDaylight()
    _observance(summer, "EDT", datetime(2007, 3, 11, 2), (-5, -4), "3", "2SU")  # noqa: DTZ001 (RFC 5545, 3.6.5: local)
    winter = TimezoneStandard()
    _observance(winter, "EST", datetime(2007, 11, 4, 2), (-4, -5), "11", "1SU")  # noqa: DTZ001
    zone.add_component(summer)
    zone.add_component(winter)
    return zone


def _observance(
    part: TimezoneDaylight | TimezoneStandard,
    name: str,
    begins: datetime,
    offsets: tuple[int, int],
    month: str,
    sunday: str,
) -> None:
    part.add("TZNAME", name)
    part.add("DTSTART", begins)
    part.add("TZOFFSETFROM", timedelta(hours=offsets[0]))
    part.add("TZOFFSETTO", timedelta(hours=offsets[1]))
    part.add("RRULE", vRecur.from_ical(f"FREQ=YEARLY;BYMONTH={month};BYDAY={sunday}"))
