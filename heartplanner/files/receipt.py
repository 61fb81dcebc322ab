"""A receipt for a calendar file: read back by another parser and compared with the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.blocks import ZONE, Kind
from heartplanner.core.plan import Plan
from heartplanner.core.rotations import WEEK_MINUTES
from heartplanner.core.schedule import Day, days
from heartplanner.core.totals import total, weeks
from heartplanner.core.words import counted
from heartplanner.files.disk import FileError

ONE_DAY = timedelta(days=1)
Span = tuple[datetime, datetime]


class Receipt(NamedTuple):
    """What was found in a calendar file, all of it equal to the plan's days."""

    shifts: int
    weeks: int
    full_weeks: int
    clock_changes: int

    @property
    def text(self) -> str:
        """156 shifts, 52 of 52 weeks at 40 h, none runs into the next day, both clock changes checked."""
        checked = {0: "", 1: ", a clock change checked", 2: ", both clock changes checked"}.get(
            self.clock_changes, f", {self.clock_changes} clock changes checked"
        )
        return (
            f"{counted(self.shifts, 'shift')}, {self.full_weeks} of {counted(self.weeks, 'week')} at"
            f" 40 h, none runs into the next day{checked}"
        )


def receipt(path: Path, data: bytes, plan: Plan, first: date, last: date) -> Receipt:
    """Read the calendar back and compare its blocks with the plan's. Raises FileError where any differs."""
    over = days(plan, first, last)
    expected = sorted(
        (block.start.astimezone(UTC), block.end.astimezone(UTC))
        for day in over
        for block in day.blocks
    )
    found = _read_back(data, first, last)
    for one, two in zip(found, expected, strict=False):
        if one != two:
            raise FileError(f"{path}: not saved: read back, it has {_words(one)} for {_words(two)}")
    if len(found) != len(expected):
        count = f"{len(found)} blocks where the plan has {len(expected)}"
        raise FileError(f"{path}: not saved: read back, it has {count}")
    _check_midnight(path, over)
    whole = [
        week
        for week in weeks(plan, first, last)
        if week.first >= first and week.days[-1].date <= last
    ]
    return Receipt(
        shifts=total(over).shifts,
        weeks=len(whole),
        full_weeks=sum(week.totals.minutes == WEEK_MINUTES for week in whole),
        clock_changes=_clock_changes(over),
    )


def _read_back(data: bytes, first: date, last: date) -> list[Span]:
    """The timed events as another program understands them, in UTC."""
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(data)
    if first > last:
        return []
    events = recurring_ical_events.of(calendar).between(first, last + 2 * ONE_DAY)
    spans = ((event["DTSTART"].dt, event["DTEND"].dt) for event in events)
    return sorted(
        (start.astimezone(UTC), end.astimezone(UTC))
        for start, end in spans
        if isinstance(start, datetime)
    )


def _check_midnight(path: Path, over: Sequence[Day]) -> None:
    """A shift of noon-midnight ends at its own day's midnight, so no calendar shows it on the next day."""
    for day in over:
        midnight = datetime.combine(day.date + ONE_DAY, time(0), ZONE)
        if any(
            block.kind is Kind.SHIFT and block.band and block.end > midnight for block in day.blocks
        ):
            raise FileError(f"{path}: not saved: the shift of {day.date} runs into the next day")


def _clock_changes(over: Sequence[Day]) -> int:
    """How many times the clock changes between the noons of these days."""
    noons = (datetime.combine(day.date, time(12), ZONE).utcoffset() for day in over)
    return sum(one != two for one, two in pairwise(noons))


def _words(span: Span) -> str:
    return f"{span[0]:%Y-%m-%d %H:%M}-{span[1]:%H:%M} UTC"
