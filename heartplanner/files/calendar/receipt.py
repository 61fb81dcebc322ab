"""A receipt for a calendar file: what it shows equals the schedule's days.

The file's bytes are parsed by a library, and what repeats in it is expanded by another, as a calendar
program would. The result is compared with blocks and whole days that are counted from the
schedule and not from the events, so that a fault in making events cannot hide itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from heartplanner.core.calendar.events import part_of
from heartplanner.core.calendar.export_options import (
    DEFAULT_OPTIONS,
    CalendarPart,
    ExportOptions,
    Privacy,
)
from heartplanner.core.plan.hours import BAND_HOURS, Hours
from heartplanner.core.plan.milestones import milestones
from heartplanner.core.plan.model import ONE_DAY, Plan
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.rules.rotation_rules import WEEK_MINUTES
from heartplanner.core.schedule.blocks import ZONE, Block, Kind, local
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, weeks
from heartplanner.core.words.english import counted
from heartplanner.files.calendar.expansion import (
    CalendarContent,
    TimeSpan,
    compare,
    expanded,
    in_utc,
)
from heartplanner.files.disk import FileError

if TYPE_CHECKING:
    from icalendar import Calendar

WHOLE_WEEK = {CalendarPart.SHIFTS, CalendarPart.ADMIN}
"""What a file must hold for a week's 40 hours to be counted from it."""
CountedAs = Literal["shifts", "admin", "training"]
"""The fields of a Receipt that count blocks."""


class Receipt(NamedTuple):
    """What a calendar file holds, all of it equal to the schedule's days.

    `weeks`: how many whole weeks, and `full_weeks`: how many at 40 h; None where the file has not both
    shifts and admin, or is a copy for others. `late`: how many blocks end after the midnight that ends
    their own day. `unconfirmed`: how many of its days the responder has not confirmed; `example`: the
    whole rotation is not confirmed. `appointments`: how many days of own entries are in it.
    `clock_changes`: how many blocks a clock change could move, all of them in UTC.
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
    clock_changes: int = 0

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
        if self.clock_changes:
            counts += ["clock changes checked"]
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

    Each block is compared in UTC, each whole day by how many events it has, and when each alarm is. Raises
    FileError where any differs.
    """
    touched = weeks(schedule, *span)
    over = [day for week in touched for day in week.days if span[0] <= day.date <= span[1]]
    blocks = _blocks(over, options)
    # Two ways that share no code: the file expanded by a library, and the days counted from the schedule.
    expected = _expected(schedule.plan, over, blocks, options)
    expected.all_day.update(_beyond_edges(schedule, over, options))
    content = expanded(calendar, *span)
    compare(path, content, expected)
    _check_midnight(path, blocks)
    whole = _whole_weeks(touched, span)
    counts = Counter(map(_counted_as, blocks))
    return Receipt(
        shifts=counts["shifts"],
        admin=counts["admin"],
        training=counts["training"],
        whole_days=sum(content.all_day.values()),
        alarms=len(content.alarms),
        late=sum(end > _midnight(start.astimezone(ZONE).date()) for start, end in content.timed),
        weeks=len(whole) if options.privacy is Privacy.NO and options.parts >= WHOLE_WEEK else None,
        full_weeks=sum(week.totals.credited_minutes == WEEK_MINUTES for week in whole),
        unconfirmed=sum(day.guess for day in over),
        example=schedule.plan.example,
        appointments=len(_entry_days(schedule.plan, over, options)),
        clock_changes=_check_clock_changes(path, calendar, blocks),
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


def _whole_weeks(touched: Sequence[Week], span: tuple[date, date]) -> list[Week]:
    """The weeks of a range but for those that are cut: some of their days are not in the file."""
    first, last = span
    return [week for week in touched if week.first >= first and week.last <= last and not week.cut]


def _counts(*counts: tuple[int, str]) -> list[str]:
    """Each count that is not 0, with its thing."""
    return [counted(count, thing) for count, thing in counts if count]


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
        return CalendarContent([], Counter(day.date for day in over if day.at), [])
    # Reminder dates are the responder's own affair: no copy for others has them.
    due: list[date] = []
    if over and CalendarPart.MILESTONES in options.parts and options.privacy is Privacy.NO:
        due = [milestone.date for milestone in milestones(plan, over[0].date, over[-1].date)]
    worked = ((block.start.astimezone(UTC), block.end.astimezone(UTC)) for block in blocks)
    own = _entry_days(plan, over, options)
    whole = [day for entry, day in own if entry.hours is None]
    return CalendarContent(
        sorted(
            [*worked, *(_entry_span(hours, day) for entry, day in own if (hours := entry.hours))]
        ),
        Counter([*(day.date for day in over if _is_whole_day(day, options)), *due, *whole]),
        sorted(moment for block in blocks if (moment := _alarm(block, options))),
    )


def _alarm(block: Block, options: ExportOptions) -> datetime | None:
    """When a block's alarm is to go off, in UTC."""
    alarm = options.admin_alarm if block.kind is Kind.ADMIN else options.alarm
    if alarm is None or not (block.kind.is_shift or block.kind is Kind.ADMIN):
        return None
    if isinstance(alarm, time):
        return local(block.start.date() - ONE_DAY, alarm).astimezone(UTC)
    return block.start.astimezone(UTC) - timedelta(minutes=alarm)


def _entry_days(
    plan: Plan, over: Sequence[Day], options: ExportOptions
) -> list[tuple[OwnEntry, date]]:
    """The days of the own entries that a file is to have; a copy for others has none."""
    if not over or options.privacy is not Privacy.NO:
        return []
    chosen = (entry for entry in plan.entries if entry.on_phone)
    return [(entry, day) for entry in chosen for day in entry.dates(over[0].date, over[-1].date)]


def _beyond_edges(
    schedule: Schedule, over: Sequence[Day], options: ExportOptions
) -> Iterator[date]:
    """The days outside a range to which a break, or an own entry, of its first or last day goes on."""
    runs = [
        entry.lies_on
        for entry in schedule.plan.entries
        if entry.on_phone and not (entry.hours or entry.repeat or options.privacy is not Privacy.NO)
    ]
    if CalendarPart.BREAK in options.parts and options.privacy is not Privacy.HOME:
        runs.append(lambda day: schedule.days(day, day)[0].off is DayOffKind.BREAK)
    for lies_on in runs:
        for day, step in ((over[0].date, -ONE_DAY), (over[-1].date, ONE_DAY)) if over else ():
            while lies_on(day) and lies_on(day := day + step):
                yield day


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


def _check_clock_changes(path: Path, calendar: Calendar, blocks: Sequence[Block]) -> int:
    """How many blocks a clock change could move; refuse one that is written in a zone and not in UTC.

    One that spans a change, or begins or ends in the hour that comes twice: programs disagree on those.
    """
    open_to = {
        (block.start.astimezone(UTC), block.end.astimezone(UTC))
        for block in blocks
        if len({_offset(moment, fold) for moment in (block.start, block.end) for fold in (0, 1)})
        > 1
    }
    for event in calendar.walk("VEVENT"):
        ends: list[Any] = [event["DTSTART"], event["DTEND"]]
        if not isinstance(ends[0].dt, datetime) or not any("TZID" in end.params for end in ends):
            continue
        span = ends[0].dt.astimezone(UTC), ends[1].dt.astimezone(UTC)
        if span in open_to:
            moves = f"{in_utc(span)} in a time zone: a clock change moves it"
            raise FileError(f"{path}: not saved: the check found {moves}")
    return len(open_to)


def _offset(moment: datetime, fold: int) -> timedelta | None:
    return moment.replace(fold=fold).utcoffset()


def _midnight(day: date) -> datetime:
    """The moment at which a day ends."""
    return datetime.combine(day + ONE_DAY, time(0), ZONE)
