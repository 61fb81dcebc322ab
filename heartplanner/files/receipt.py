"""A receipt for a calendar file: read back by another parser and compared with the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.blocks import ZONE, Kind
from heartplanner.core.changes import Off
from heartplanner.core.choices import AS_USUAL, Choices, Part, Privacy
from heartplanner.core.milestones import milestones
from heartplanner.core.plan import Plan, each_date
from heartplanner.core.rotations import WEEK_MINUTES
from heartplanner.core.schedule import Day, days
from heartplanner.core.totals import total, weeks
from heartplanner.core.words import counted
from heartplanner.files.disk import FileError

ONE_DAY = timedelta(days=1)
Span = tuple[datetime, datetime]


class Receipt(NamedTuple):
    """What was found in a calendar file, all of it equal to the plan's days.

    `weeks`: how many whole weeks, and `full_weeks`: how many at 40 h; None where the file has not both
    shifts and admin, or is a copy for others.
    """

    shifts: int
    all_day: int
    clock_changes: int
    weeks: int | None = None
    full_weeks: int = 0
    alarms: int = 0

    @property
    def text(self) -> str:
        """156 shifts, 52 of 52 weeks at 40 h, none runs into the next day, both clock changes checked."""
        words = [counted(self.shifts, "shift")] if self.shifts or self.weeks is not None else []
        if self.weeks is not None:
            words.append(f"{self.full_weeks} of {counted(self.weeks, 'week')} at 40 h")
        else:
            words.append(counted(self.all_day, "whole day"))
        words += [counted(self.alarms, "alarm")] if self.alarms else []
        words += ["none runs into the next day"] if self.shifts or self.weeks is not None else []
        some = {0: [], 1: ["a clock change checked"], 2: ["both clock changes checked"]}
        words += some.get(self.clock_changes, [f"{self.clock_changes} clock changes checked"])
        return ", ".join(words)


def receipt(
    path: Path, data: bytes, plan: Plan, span: tuple[date, date], choices: Choices = AS_USUAL
) -> Receipt:
    """Read the calendar back and compare it with the plan's days and what is chosen of them.

    Each block is compared in UTC, each whole day by how many events it has, and the count of alarms.
    Raises FileError where any differs.
    """
    over = days(plan, *span)
    expected = _expected(plan, over, choices)
    found = _read_back(data, *span)
    _compare(path, found, expected)
    _check_midnight(path, over)
    whole = [
        week
        for week in weeks(plan, *span)
        if week.first >= span[0] and week.days[-1].date <= span[1]
    ]
    counts = {Part.SHIFTS, Part.ADMIN} <= choices.parts and choices.privacy is Privacy.NO
    return Receipt(
        shifts=total(over).shifts if _has_shifts(choices) else 0,
        all_day=sum(expected.all_day.values()),
        clock_changes=_clock_changes(over),
        weeks=len(whole) if counts else None,
        full_weeks=sum(week.totals.minutes == WEEK_MINUTES for week in whole),
        alarms=expected.alarms,
    )


class Content(NamedTuple):
    """Timed events in UTC, whole days with how many events each has, and how many alarms there are."""

    timed: list[Span]
    all_day: Counter[date]
    alarms: int


def _has_shifts(choices: Choices) -> bool:
    return Part.SHIFTS in choices.parts and choices.privacy is not Privacy.HOME


def _expected(plan: Plan, over: Sequence[Day], choices: Choices) -> Content:
    """What the screen's days come to in a file, counted from the days and not from events."""
    if choices.privacy is Privacy.HOME:
        return Content([], Counter(day.date for day in over if day.at), 0)
    admin, shifts = Part.ADMIN in choices.parts, Part.SHIFTS in choices.parts
    blocks = [
        block
        for day in over
        for block in day.blocks
        if (admin if block.kind is Kind.ADMIN else shifts)
    ]
    due: list[date] = []
    if Part.MILESTONES in choices.parts and choices.privacy is Privacy.NO:
        due = [each.date for each in milestones(plan, over[0].date, over[-1].date)] if over else []
    alarmed = sum(block.kind in (Kind.SHIFT, Kind.EXTRA) for block in blocks)
    return Content(
        sorted((each.start.astimezone(UTC), each.end.astimezone(UTC)) for each in blocks),
        Counter([*(day.date for day in over if _is_told(day, choices)), *due]),
        0 if choices.alarm is None else alarmed,
    )


def _is_told(day: Day, choices: Choices) -> bool:
    """Whether a whole-day event lies on this day: the break, leave, or a day off."""
    match day.off:
        case None:
            return False
        case Off.BREAK:
            return Part.BREAK in choices.parts
        case Off.DAY_OFF:
            return Part.DAYS_OFF in choices.parts
        case Off.LEAVE | Off.SICK | Off.CALLED_OFF:
            return (Part.LEAVE if choices.privacy is Privacy.NO else Part.DAYS_OFF) in choices.parts


def _compare(path: Path, found: Content, expected: Content) -> None:
    for one, two in zip(found.timed, expected.timed, strict=False):
        if one != two:
            raise FileError(f"{path}: not saved: read back, it has {_words(one)} for {_words(two)}")
    if len(found.timed) != len(expected.timed):
        count = f"{len(found.timed)} blocks where the plan has {len(expected.timed)}"
        raise FileError(f"{path}: not saved: read back, it has {count}")
    for day in sorted({*found.all_day, *expected.all_day}):
        if found.all_day[day] != expected.all_day[day]:
            raise FileError(f"{path}: not saved: read back, {day} is not what the plan says")
    if found.alarms != expected.alarms:
        count = f"{found.alarms} alarms for {expected.alarms}"
        raise FileError(f"{path}: not saved: read back, it has {count}")


def _read_back(data: bytes, first: date, last: date) -> Content:
    """The events as another program understands them."""
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(data)
    if first > last:
        return Content([], Counter(), 0)
    timed: list[Span] = []
    all_day: Counter[date] = Counter()
    alarms = 0
    for event in recurring_ical_events.of(calendar).between(first, last + 2 * ONE_DAY):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        alarms += len(event.walk("VALARM"))
        if isinstance(start, datetime):
            timed.append((start.astimezone(UTC), end.astimezone(UTC)))
        else:
            all_day.update(each_date(start, end - ONE_DAY))
    return Content(sorted(timed), all_day, alarms)


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
