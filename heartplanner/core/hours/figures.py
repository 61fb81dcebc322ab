"""The figures of the book of hours, and the single entries that they are summed from.

An entry belongs to the day on which its work begins, also where a shift goes on after midnight. All
amounts are real minutes as whole numbers, over a clock change too, so that no sum is one of rounded parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.plan.model import BAND_LETTERS, ONE_DAY
from heartplanner.core.schedule.blocks import Block, Kind, local
from heartplanner.core.schedule.changes import ABSENT_AS
from heartplanner.core.schedule.cycle import planned_block
from heartplanner.core.schedule.days import SATURDAY, SUNDAY, Day
from heartplanner.core.schedule.totals import Week

WEEK_LIMIT = 40 * 60
"""Minutes of a work week past which work is overtime (P2, and the Fair Labor Standards Act)."""
NIGHT_BEGINS, NIGHT_ENDS = time(22), time(6)


class Figure(StrEnum):
    """What is summed: minutes, but for the two counts.

    SHIFTS to TRAINING add up to WORKED. LATE is what a shift has beyond its usual length, and is not in
    SHIFTS. CREDITED is WORKED and the time off of all absences. PLANNED is what the rotation has. The
    others count the same work by other things: WEEKEND and HOLIDAY what begins on such days.
    """

    SHIFTS = "shifts"
    ADMIN = "admin"
    EXTRA = "extra"
    LATE = "late"
    TRAINING = "training"
    WORKED = "worked"
    LEAVE = "leave"
    SICK = "sick"
    CALLED_OFF = "called_off"
    CREDITED = "credited"
    OVERTIME = "overtime"
    PLANNED = "planned"
    NIGHT = "night"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    NOT_CONFIRMED = "not_confirmed"
    SHIFT_COUNT = "shift_count"
    WEEKENDS = "working_weekends"


COUNTS = (Figure.SHIFT_COUNT, Figure.WEEKENDS)
"""The figures that are numbers of things and no minutes."""
BY_ABSENCE = {off: Figure(kind.replace("-", "_")) for kind, off in ABSENT_AS.items()}
"""The time off of each kind of absence, which is part of CREDITED."""


class HoursEntry(NamedTuple):
    """An amount on a day. `ended`: whether its work has ended at the moment that is asked about."""

    date: date
    figure: Figure
    amount: int
    ended: bool


def week_entries(week: Week, holidays: Mapping[date, str], now: datetime) -> Iterator[HoursEntry]:
    """The entries of a whole work week, day by day; `holidays`: their names by date.

    Overtime begins with the minute that makes the week longer than 40 hours: so it has a day, and the
    sums of pay periods and months that cut a week add up.
    """
    worked = 0
    for day in week.days:
        for block in day.blocks:
            before, worked = worked, worked + block.minutes
            amounts = _block_amounts(day, block, on_holiday=day.date in holidays)
            amounts[Figure.OVERTIME] = max(0, worked - max(before, WEEK_LIMIT))
            yield from _entries(day, amounts, block.end <= now)
        for off in day.taken_off:
            minutes = off.block.minutes
            amounts = {BY_ABSENCE[off.kind]: minutes, Figure.CREDITED: minutes}
            yield from _entries(day, amounts, off.block.end <= now)
        if day.planned:
            yield from _entries(day, {Figure.PLANNED: day.planned_minutes}, day.planned.end <= now)
        if day.date.weekday() == SUNDAY and day.weekend == "on":
            # A weekend is one thing and has two days: its Sunday stands for it, as in other sums.
            ends = [block.end for block in day.blocks] or [local(day.date + ONE_DAY, time(0))]
            yield from _entries(day, {Figure.WEEKENDS: 1}, max(ends) <= now)


def _entries(day: Day, amounts: Mapping[Figure, int], ended: bool) -> Iterator[HoursEntry]:
    for figure, amount in amounts.items():
        if amount:
            yield HoursEntry(day.date, figure, amount, ended)


def _block_amounts(day: Day, block: Block, *, on_holiday: bool) -> dict[Figure, int]:
    minutes = block.minutes
    amounts = {
        Figure.WORKED: minutes,
        Figure.CREDITED: minutes,
        Figure.NIGHT: night_minutes(block),
        Figure.WEEKEND: minutes * (day.date.weekday() >= SATURDAY),
        Figure.HOLIDAY: minutes * on_holiday,
        Figure.NOT_CONFIRMED: minutes * day.is_guess(block),
        Figure.SHIFT_COUNT: int(block.kind.is_shift),
    }
    if block.kind is Kind.SHIFT:
        late = max(0, minutes - _usual_minutes(day, block))
        return {Figure.SHIFTS: minutes - late, Figure.LATE: late, **amounts}
    return {worked_as(block.kind): minutes, **amounts}


def worked_as(kind: Kind) -> Figure:
    """The figure, one of those that add up to WORKED, that has the minutes of such a block."""
    match kind:
        case Kind.SHIFT:
            return Figure.SHIFTS
        case Kind.ADMIN:
            return Figure.ADMIN
        case Kind.EXTRA:
            return Figure.EXTRA
        case Kind.TRAINING:
            return Figure.TRAINING


def _usual_minutes(day: Day, shift: Block) -> int:
    """How long a shift of these usual hours lasts on its day: an hour more or less where clocks change."""
    assert day.at is not None, "nothing is worked before the start date"
    # Other hours leave a shift its band, so the usual length is still known.
    usual = planned_block(day.at.assignment, BAND_LETTERS[shift.band], day.date)
    assert usual is not None
    return usual.minutes


def night_minutes(block: Block) -> int:
    """The real minutes of a block that lie between 10 pm and 6 am."""
    first = block.start.date()
    return sum(_overlap(block, first + n * ONE_DAY) for n in (-1, 0, 1))


def _overlap(block: Block, evening: date) -> int:
    """The minutes that a block shares with the night that begins on this evening."""
    night = local(evening, NIGHT_BEGINS), local(evening + ONE_DAY, NIGHT_ENDS)
    # Over UTC: in the night of a clock change the wall clock is an hour off.
    start = max(block.start.astimezone(UTC), night[0].astimezone(UTC))
    end = min(block.end.astimezone(UTC), night[1].astimezone(UTC))
    return max(0, (end - start) // timedelta(minutes=1))
