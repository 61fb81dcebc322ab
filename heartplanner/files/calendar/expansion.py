"""What a calendar shows, as a calendar program would expand it, and whether that is what it is to show."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from heartplanner.core.plan.model import ONE_DAY, each_date
from heartplanner.core.words.english import counted
from heartplanner.files.disk import FileError

if TYPE_CHECKING:
    from icalendar import Calendar

TimeSpan = tuple[datetime, datetime]
REPEATING = {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
"""What makes more or fewer of an event than the one that stands there (RFC 5545, 3.8.4.4 and 3.8.5)."""


class CalendarContent(NamedTuple):
    """What a calendar shows.

    `timed`: when its timed events are, in UTC; `all_day`: how many all-day events each day has; `alarms`:
    when each goes off, in UTC.
    """

    timed: list[TimeSpan]
    all_day: Counter[date]
    alarms: list[datetime]


def expanded(calendar: Calendar, first: date, last: date) -> CalendarContent:
    """The events of some days, expanded by the library recurring-ical-events where one of them repeats."""
    if first > last:
        return CalendarContent([], Counter(), [])
    timed: list[TimeSpan] = []
    all_day: Counter[date] = Counter()
    alarms: list[datetime] = []
    for event in _occurrences(calendar, first, last):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if isinstance(start, datetime):
            begin = start.astimezone(UTC)
            timed.append((begin, end.astimezone(UTC)))
            alarms += [begin + alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
        else:
            # DTEND of a whole-day event is the day after its last (RFC 5545, 3.6.1).
            all_day.update(each_date(start, end - ONE_DAY))
    return CalendarContent(sorted(timed), all_day, sorted(alarms))


def _occurrences(calendar: Calendar, first: date, last: date) -> list[Any]:
    # Our own files have an event for each block, and none of them repeats: all that is read is shown.
    listed = calendar.walk("VEVENT")
    if not any(REPEATING & event.keys() for event in listed):
        return listed
    import recurring_ical_events  # 20 ms

    # Two days more, so that nothing of the last day is left out.
    shown: list[Any] = recurring_ical_events.of(calendar).between(first, last + 2 * ONE_DAY)
    return shown


def compare(path: Path, content: CalendarContent, expected: CalendarContent) -> None:
    """Refuse, with a FileError, a calendar that does not show what it is to show."""
    for read, due in zip(content.timed, expected.timed, strict=False):
        if read != due:
            raise FileError(
                f"{path}: not saved: the check found {in_utc(read)} instead of {in_utc(due)}"
            )
    if len(content.timed) != len(expected.timed):
        count = f"{len(content.timed)} blocks instead of {len(expected.timed)}"
        raise FileError(f"{path}: not saved: the check found {count}")
    for day in sorted({*content.all_day, *expected.all_day}):
        # A break of six days is one event but six days: so the days are compared, not the events.
        if content.all_day[day] != expected.all_day[day]:
            raise FileError(
                f"{path}: not saved: the check found that {day} differs from your schedule"
            )
    if len(content.alarms) != len(expected.alarms):
        count = f"{counted(len(content.alarms), 'alarm')} instead of {len(expected.alarms)}"
        raise FileError(f"{path}: not saved: the check found {count}")
    for rings, planned in zip(content.alarms, expected.alarms, strict=True):
        if rings != planned:
            wrong = f"an alarm at {rings:%Y-%m-%d %H:%M} instead of {planned:%Y-%m-%d %H:%M} UTC"
            raise FileError(f"{path}: not saved: the check found {wrong}")


def in_utc(span: TimeSpan) -> str:
    """2025-08-05 13:00-01:00 UTC."""
    return f"{span[0]:%Y-%m-%d %H:%M}-{span[1]:%H:%M} UTC"
