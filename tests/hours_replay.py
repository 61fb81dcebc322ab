"""Hours counted a second time, minute by minute, to hold the book of hours against.

It takes the days of a plan with their blocks, and goes through every minute of them in the order in which
they pass. Nothing of the book is used: neither its entries, nor its work weeks, nor its sums.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.days import Day

DURHAM = ZoneInfo("America/New_York")
ONE_DAY, ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)
CLOCKS = {Band.DAY: (9 * 60, 21 * 60), Band.EVENING: (12 * 60, 24 * 60)}
Sums = dict[str, Counter[bool]]
"""Of each figure what has ended (True) and what has not."""


def replay(
    plan: Plan,
    days: Sequence[Day],
    first: date,
    last: date,
    holidays: Mapping[date, str],
    now: datetime,
) -> Sums:
    """The sums of first..last; `days` must begin a week before and be without gaps."""
    sums: Sums = {}
    in_week = 0
    for day in days:
        if begins_week(plan, day.date):
            in_week = 0
        counts = first <= day.date <= last
        for block in day.blocks:
            over = block.end.timestamp() <= now.timestamp()
            usual = usual_minutes(plan, day.date, block)
            all_day = list(day_figures(block, day, holidays))
            for number, minute in enumerate(minutes_of(block), 1):
                in_week += 1
                late = block.kind == "shift" and number > usual
                if counts:
                    for figure in (*all_day, *figures(minute, in_week=in_week)):
                        as_what = "late" if late and figure == "shifts" else figure
                        add(sums, as_what, 1, over, counts)
            add(sums, "shift_count", int(block.kind in ("shift", "extra")), over, counts)
        for off in day.taken_off:
            over = off.block.end.timestamp() <= now.timestamp()
            long = len(list(minutes_of(off.block)))
            add(sums, str(off.kind).replace(" ", "_"), long, over, counts)
            add(sums, "credited", long, over, counts)
        if day.planned:
            over = day.planned.end.timestamp() <= now.timestamp()
            add(sums, "planned", len(list(minutes_of(day.planned))), over, counts)
        if day.date.weekday() == 6 and day.weekend == "on":
            add(sums, "working_weekends", 1, weekend_over(day, now), counts)
    return sums


def add(sums: Sums, figure: str, amount: int, over: bool, counts: bool) -> None:
    if counts:
        sums.setdefault(figure, Counter())[over] += amount


def day_figures(block: Block, day: Day, holidays: Mapping[date, str]) -> Iterator[str]:
    """What all minutes of a block count as."""
    yield from ("worked", "credited", "shifts" if block.kind == "shift" else str(block.kind))
    if day.date.strftime("%a") in ("Sat", "Sun"):
        yield "weekend"
    if holidays.get(day.date):
        yield "holiday"
    if day.is_guess(block):
        yield "not_confirmed"


def figures(minute: datetime, *, in_week: int) -> Iterator[str]:
    """What a minute counts as besides; it is the `in_week`th that is worked in its work week."""
    if in_week > 40 * 60:
        yield "overtime"
    if not 6 <= minute.astimezone(DURHAM).hour < 22:
        yield "night"


def minutes_of(block: Block) -> Iterator[datetime]:
    minute = block.start.astimezone(UTC)
    while minute < block.end.astimezone(UTC):
        yield minute
        minute += ONE_MINUTE


def assignment(plan: Plan, day: date) -> Assignment:
    earlier = [each for each in plan.assignments if each.start <= day]
    return (earlier or list(plan.assignments))[-1] if earlier else plan.assignments[0]


def begins_week(plan: Plan, day: date) -> bool:
    now, before = (assignment(plan, each).work_week for each in (day, day - ONE_DAY))
    return day.weekday() == now or now != before


def usual_minutes(plan: Plan, day: date, block: Block) -> int:
    """The real minutes between the usual hours of such a shift on that date."""
    current = assignment(plan, day)
    own = current.shift_hours
    if block.band is None and own:
        start = own.start.hour * 60 + own.start.minute
        end = own.end.hour * 60 + own.end.minute
        end += (end <= start) * 24 * 60
    else:
        start, end = CLOCKS[block.band or current.band]
    real = (instant(day, end) - instant(day, start)) // ONE_MINUTE
    return real if real > 0 else end - start


def instant(day: date, clock: int) -> datetime:
    """So many minutes by the clock after the midnight that begins a day, in UTC."""
    wall = datetime(day.year, day.month, day.day, tzinfo=DURHAM) + timedelta(minutes=clock)
    return wall.astimezone(UTC)


def weekend_over(sunday: Day, now: datetime) -> bool:
    ends = [block.end.timestamp() for block in sunday.blocks]
    midnight = instant(sunday.date, 24 * 60).timestamp()
    return max(ends, default=midnight) <= now.timestamp()
