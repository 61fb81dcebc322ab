"""A receipt for a calendar file: its days, expanded as a calendar program would, equal the screen's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from heartplanner.core.calendar.events import part_of
from heartplanner.core.calendar.export_options import AS_USUAL, Choices, Part, Privacy
from heartplanner.core.plan.hours import BAND_HOURS
from heartplanner.core.plan.milestones import milestones
from heartplanner.core.plan.model import Plan, each_date
from heartplanner.core.rules.rotation_rules import WEEK_MINUTES
from heartplanner.core.schedule.blocks import ZONE, Block, Kind
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import weeks
from heartplanner.core.words.english import counted
from heartplanner.files.disk import FileError

if TYPE_CHECKING:
    from icalendar import Calendar

ONE_DAY = timedelta(days=1)
Span = tuple[datetime, datetime]


class Receipt(NamedTuple):
    """What was found in a calendar file, all of it equal to the plan's days.

    `weeks`: how many whole weeks, and `full_weeks`: how many at 40 h; None where the file has not both
    shifts and admin, or is a copy for others. `late`: how many blocks run into the next day, a midnight
    that ends their own day not counted; `clock_changes`: how many have blocks on both sides.
    """

    shifts: int
    admin: int
    training: int
    whole_days: int
    alarms: int
    late: int
    clock_changes: int
    weeks: int | None = None
    full_weeks: int = 0

    @property
    def text(self) -> str:
        """156 shifts, 52 of 52 weeks at 40 h, none runs into the next day, both clock changes checked."""
        words = _counts((self.shifts, "shift"))
        if self.weeks is not None:
            words += [f"{self.full_weeks} of {counted(self.weeks, 'week')} at 40 h"]
        else:
            words += _counts((self.admin, "admin block"), (self.training, "training block"))
            words += _counts((self.whole_days, "whole day"))
        words += _counts((self.alarms, "alarm"))
        if self.shifts or self.admin or self.training:
            late = {0: "none runs", 1: "1 runs"}.get(self.late, f"{self.late} run")
            words += [f"{late} into the next day"]
        some = {0: [], 1: ["a clock change checked"], 2: ["both clock changes checked"]}
        words += some.get(self.clock_changes, [f"{self.clock_changes} clock changes checked"])
        return ", ".join(words) or "no event in it"


def receipt(
    path: Path,
    calendar: Calendar,
    schedule: Schedule,
    span: tuple[date, date],
    choices: Choices = AS_USUAL,
) -> Receipt:
    """Compare a calendar that was read back with the plan's days and what is chosen of them.

    Each block is compared in UTC, each whole day by how many events it has, and the count of alarms.
    Raises FileError where any differs.
    """
    over = schedule.days(*span)
    blocks = _blocks(over, choices)
    expected = _expected(schedule.plan, over, blocks, choices)
    found = _content(calendar, *span)
    _compare(path, found, expected)
    _check_midnight(path, blocks)
    whole = [
        week
        for week in weeks(schedule, *span)
        if week.first >= span[0] and week.days[-1].date <= span[1]
    ]
    both = {Part.SHIFTS, Part.ADMIN} <= choices.parts and choices.privacy is Privacy.NO
    kinds = Counter(block.kind for block in blocks)
    return Receipt(
        shifts=kinds[Kind.SHIFT] + kinds[Kind.EXTRA],
        admin=kinds[Kind.ADMIN],
        training=kinds[Kind.TRAINING],
        whole_days=sum(found.all_day.values()),
        alarms=found.alarms,
        late=sum(end > _midnight(start.astimezone(ZONE).date()) for start, end in found.timed),
        clock_changes=_clock_changes(found.timed),
        weeks=len(whole) if both else None,
        full_weeks=sum(week.totals.minutes == WEEK_MINUTES for week in whole),
    )


def _counts(*counts: tuple[int, str]) -> list[str]:
    """Each count that is not 0, with its thing."""
    return [counted(count, thing) for count, thing in counts if count]


class Content(NamedTuple):
    """Timed events in UTC, whole days with how many events each has, and how many alarms there are."""

    timed: list[Span]
    all_day: Counter[date]
    alarms: int


def _blocks(over: Sequence[Day], choices: Choices) -> list[Block]:
    """The blocks that are to be in a file."""
    if choices.privacy is Privacy.HOME:
        return []
    every = (block for day in over for block in day.blocks)
    return [block for block in every if part_of(block) in choices.parts]


def _expected(
    plan: Plan, over: Sequence[Day], blocks: Sequence[Block], choices: Choices
) -> Content:
    """What the screen's days come to in a file, counted from the days and not from events."""
    if choices.privacy is Privacy.HOME:
        return Content([], Counter(day.date for day in over if day.at), 0)
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
        case DayOffKind.BREAK:
            return Part.BREAK in choices.parts
        case DayOffKind.DAY_OFF:
            return Part.DAYS_OFF in choices.parts
        case DayOffKind.LEAVE | DayOffKind.SICK | DayOffKind.CALLED_OFF:
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


def _content(calendar: Calendar, first: date, last: date) -> Content:
    """The events of some days, as the library recurring-ical-events expands them."""
    import recurring_ical_events

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


def _check_midnight(path: Path, blocks: Sequence[Block]) -> None:
    """A shift of noon-midnight ends at its own day's midnight, so no calendar shows it on the next day.

    One that was given other hours may end when it will.
    """
    for block in blocks:
        as_assigned = block.band and block.hours == BAND_HOURS[block.band]
        day = block.start.date()
        if block.kind is Kind.SHIFT and as_assigned and block.end > _midnight(day):
            raise FileError(f"{path}: not saved: the shift of {day} runs into the next day")


def _midnight(day: date) -> datetime:
    """The moment at which a day ends."""
    return datetime.combine(day + ONE_DAY, time(0), ZONE)


def _clock_changes(timed: Sequence[Span]) -> int:
    """How many times the clock changes between one block and the next."""
    offsets = (start.astimezone(ZONE).utcoffset() for start, _ in timed)
    return sum(one != two for one, two in pairwise(offsets))


def _words(span: Span) -> str:
    return f"{span[0]:%Y-%m-%d %H:%M}-{span[1]:%H:%M} UTC"
