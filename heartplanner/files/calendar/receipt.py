"""A receipt for a calendar file: what it shows equals the schedule's days.

The file's bytes are parsed, and its events expanded by the library recurring-ical-events, as a
calendar program would. The result is compared with blocks and whole days that are counted from the
schedule and not from the events, so that a fault in making events cannot hide itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from heartplanner.core.calendar.events import part_of
from heartplanner.core.calendar.export_options import (
    DEFAULT_OPTIONS,
    CalendarPart,
    ExportOptions,
    Privacy,
)
from heartplanner.core.plan.hours import BAND_HOURS, Hours
from heartplanner.core.plan.milestones import milestones
from heartplanner.core.plan.model import ONE_DAY, Plan, each_date
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.rules.rotation_rules import WEEK_MINUTES
from heartplanner.core.schedule.blocks import ZONE, Block, Kind, local
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, weeks
from heartplanner.core.words.english import counted
from heartplanner.files.disk import FileError

if TYPE_CHECKING:
    from icalendar import Calendar

WHOLE_WEEK = {CalendarPart.SHIFTS, CalendarPart.ADMIN}
"""What a file must hold for a week's 40 hours to be counted from it."""
TimeSpan = tuple[datetime, datetime]
CountedAs = Literal["shifts", "admin", "training"]
"""The fields of a Receipt that count blocks."""


class Receipt(NamedTuple):
    """What a calendar file holds, all of it equal to the schedule's days.

    `weeks`: how many whole weeks, and `full_weeks`: how many at 40 h; None where the file has not both
    shifts and admin, or is a copy for others. `late`: how many blocks end after the midnight that ends
    their own day. `unconfirmed`: how many of its days the responder has not confirmed; `example`: the
    whole rotation is not confirmed. `appointments`: how many days of own entries are in it.
    """

    shifts: int
    admin: int
    training: int
    whole_days: int
    alarms: int
    late: int
    weeks: int | None = None
    full_weeks: int = 0
    unconfirmed: int = 0
    example: bool = False
    appointments: int = 0

    @property
    def text(self) -> str:
        """Checked: every shift is as in your schedule (156 shifts, 40 h in 52 of 52 weeks)."""
        counts = _counts((self.shifts, "shift"))
        if self.weeks is not None:
            counts += [f"40 h in {self.full_weeks} of {counted(self.weeks, 'week')}"]
        else:
            counts += _counts((self.admin, "admin block"), (self.training, "training block"))
            counts += _counts((self.whole_days, "whole day"))
        counts += _counts((self.alarms, "alarm"), (self.appointments, "appointment"))
        if self.late:
            counts += [f"{self.late} {'ends' if self.late == 1 else 'end'} on the next day"]
        if not counts:
            return "Checked: the file has no events."
        what = f"every {'shift' if self.shifts else 'day'}"
        return f"Checked: {what} {self._as_what.format(', '.join(counts))}."

    @property
    def _as_what(self) -> str:
        """What the check knows: that the file is the schedule, not that the schedule is the job's."""
        if self.example:
            return "is as in the example rotation ({}), which you have not confirmed yet"
        if not self.unconfirmed:
            return "is as in your schedule ({})"
        verb = "is" if self.unconfirmed == 1 else "are"
        dates = f"{self.unconfirmed} of the file's days"
        return f"is as in your schedule ({{}}), but {dates} {verb} not confirmed yet"


def receipt(
    path: Path,
    calendar: Calendar,
    schedule: Schedule,
    span: tuple[date, date],
    options: ExportOptions = DEFAULT_OPTIONS,
) -> Receipt:
    """Compare a calendar that was read back with the plan's days and what is chosen of them.

    Each block is compared in UTC, each whole day by how many events it has, and the count of alarms.
    Raises FileError where any differs.
    """
    over = schedule.days(*span)
    blocks = _blocks(over, options)
    # Two ways that share no code: the file expanded by a library, and the days counted from the schedule.
    expected = _expected(schedule.plan, over, blocks, options)
    content = _content(calendar, *span)
    _compare(path, content, expected)
    _check_midnight(path, blocks)
    whole = _whole_weeks(schedule, span)
    counts = Counter(map(_counted_as, blocks))
    return Receipt(
        shifts=counts["shifts"],
        admin=counts["admin"],
        training=counts["training"],
        whole_days=sum(content.all_day.values()),
        alarms=content.alarms,
        late=sum(end > _midnight(start.astimezone(ZONE).date()) for start, end in content.timed),
        weeks=len(whole) if options.privacy is Privacy.NO and options.parts >= WHOLE_WEEK else None,
        full_weeks=sum(week.totals.credited_minutes == WEEK_MINUTES for week in whole),
        unconfirmed=sum(day.guess for day in over),
        example=schedule.plan.example,
        appointments=len(_entry_days(schedule.plan, over, options)),
    )


def _counted_as(block: Block) -> CountedAs:
    """The field of a Receipt that counts a block."""
    match block.kind:
        case Kind.SHIFT | Kind.EXTRA:
            return "shifts"
        case Kind.ADMIN:
            return "admin"
        case Kind.TRAINING:
            return "training"


def _whole_weeks(schedule: Schedule, span: tuple[date, date]) -> list[Week]:
    """The weeks of a range but for those that are cut: some of their days are not in the file."""
    first, last = span
    touched = weeks(schedule, first, last)
    return [week for week in touched if week.first >= first and week.last <= last and not week.cut]


def _counts(*counts: tuple[int, str]) -> list[str]:
    """Each count that is not 0, with its thing."""
    return [counted(count, thing) for count, thing in counts if count]


class CalendarContent(NamedTuple):
    """What a calendar shows.

    `timed`: when its timed events are, in UTC; `all_day`: how many all-day events each day has; `alarms`:
    how many there are.
    """

    timed: list[TimeSpan]
    all_day: Counter[date]
    alarms: int


def _blocks(over: Sequence[Day], options: ExportOptions) -> list[Block]:
    """The blocks that are to be in a file."""
    if options.privacy is Privacy.HOME:
        return []
    every = (block for day in over for block in day.blocks)
    return [block for block in every if part_of(block) in options.parts]


def _expected(
    plan: Plan, over: Sequence[Day], blocks: Sequence[Block], options: ExportOptions
) -> CalendarContent:
    """What the screen's days come to in a file, counted from the days and not from events."""
    if options.privacy is Privacy.HOME:
        return CalendarContent([], Counter(day.date for day in over if day.at), 0)
    # Reminder dates are the responder's own affair: no copy for others has them.
    due: list[date] = []
    if over and CalendarPart.MILESTONES in options.parts and options.privacy is Privacy.NO:
        due = [milestone.date for milestone in milestones(plan, over[0].date, over[-1].date)]
    alarmed = sum(block.kind.is_shift for block in blocks)
    worked = ((block.start.astimezone(UTC), block.end.astimezone(UTC)) for block in blocks)
    own = _entry_days(plan, over, options)
    whole = [day for entry, day in own if entry.hours is None]
    return CalendarContent(
        sorted(
            [*worked, *(_entry_span(hours, day) for entry, day in own if (hours := entry.hours))]
        ),
        Counter([*(day.date for day in over if _is_whole_day(day, options)), *due, *whole]),
        0 if options.alarm is None else alarmed,
    )


def _entry_days(
    plan: Plan, over: Sequence[Day], options: ExportOptions
) -> list[tuple[OwnEntry, date]]:
    """The days of the own entries that a file is to have; a copy for others has none."""
    if not over or options.privacy is not Privacy.NO:
        return []
    chosen = (entry for entry in plan.entries if entry.on_phone)
    return [(entry, day) for entry in chosen for day in entry.dates(over[0].date, over[-1].date)]


def _entry_span(hours: Hours, day: date) -> TimeSpan:
    last = day + ONE_DAY if hours.end <= hours.start else day
    return local(day, hours.start).astimezone(UTC), local(last, hours.end).astimezone(UTC)


def _is_whole_day(day: Day, options: ExportOptions) -> bool:
    """Whether a whole-day event lies on this day: the break, leave, or a day off."""
    match day.off:
        case None:
            return False
        case DayOffKind.BREAK:
            return CalendarPart.BREAK in options.parts
        case DayOffKind.DAY_OFF:
            return CalendarPart.DAYS_OFF in options.parts
        case _:  # an absence, of whichever kind
            return (
                CalendarPart.LEAVE if options.privacy is Privacy.NO else CalendarPart.DAYS_OFF
            ) in options.parts


def _compare(path: Path, content: CalendarContent, expected: CalendarContent) -> None:
    for read, due in zip(content.timed, expected.timed, strict=False):
        if read != due:
            raise FileError(
                f"{path}: not saved: the check found {_in_utc(read)} instead of {_in_utc(due)}"
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
    if content.alarms != expected.alarms:
        count = f"{content.alarms} alarms instead of {expected.alarms}"
        raise FileError(f"{path}: not saved: the check found {count}")


def _content(calendar: Calendar, first: date, last: date) -> CalendarContent:
    """The events of some days, as the library recurring-ical-events expands them."""
    import recurring_ical_events

    if first > last:
        return CalendarContent([], Counter(), 0)
    timed: list[TimeSpan] = []
    all_day: Counter[date] = Counter()
    alarms = 0
    # Two days more, so that nothing of the last day is left out; the file has no other days.
    for event in recurring_ical_events.of(calendar).between(first, last + 2 * ONE_DAY):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        alarms += len(event.walk("VALARM"))
        if isinstance(start, datetime):
            timed.append((start.astimezone(UTC), end.astimezone(UTC)))
        else:
            # DTEND of a whole-day event is the day after its last (RFC 5545, 3.6.1).
            all_day.update(each_date(start, end - ONE_DAY))
    return CalendarContent(sorted(timed), all_day, alarms)


def _check_midnight(path: Path, blocks: Sequence[Block]) -> None:
    """Refuse a shift that ends after its own day's midnight: a calendar would show it on the next day.

    A shift with other hours than its band's may end later.
    """
    for block in blocks:
        # Hours that the responder entered may run over midnight; the usual ones never do.
        as_assigned = block.band and block.hours == BAND_HOURS[block.band]
        day = block.start.date()
        if block.kind is Kind.SHIFT and as_assigned and block.end > _midnight(day):
            raise FileError(f"{path}: not saved: the shift of {day} would run into the next day")


def _midnight(day: date) -> datetime:
    """The moment at which a day ends."""
    return datetime.combine(day + ONE_DAY, time(0), ZONE)


def _in_utc(span: TimeSpan) -> str:
    return f"{span[0]:%Y-%m-%d %H:%M}-{span[1]:%H:%M} UTC"
