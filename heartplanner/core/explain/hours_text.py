"""Hours in words, each with what it counts: worked so far, to come, leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from heartplanner.core.plan.model import CYCLE_WEEKS, monday
from heartplanner.core.schedule.changes import ABSENT_AS
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.totals import Totals, Week
from heartplanner.core.words.english import counted, hours, listed


def shift_count(sums: Totals) -> str:
    """12 shifts; 12 shifts, not all confirmed."""
    # Days of the rotation that are not confirmed are counted in one place: a second number, of shifts in
    # a month, would seem to contradict it.
    doubt = ", not all confirmed" if sums.guessed_shifts else ""
    return f"{counted(sums.shifts, 'shift')}{doubt}"


def hours_so_far(over: Iterable[Day], now: datetime) -> str:
    """60 h worked so far, 112 h to come; 172 h worked; 172 h to come.

    A block that is under way is still to come: how long it will be is not known before it has ended.
    """
    worked = coming = 0
    for day in over:
        for block in day.blocks:
            # Aware moments: over a clock change the order of wall-clock times would be wrong.
            if block.end <= now:
                worked += block.minutes
            else:
                coming += block.minutes
    if worked and coming:
        return f"{hours(worked)} worked so far, {hours(coming)} to come"
    return f"{hours(coming)} to come" if coming else f"{hours(worked)} worked"


def taken_off_text(over: Iterable[Day]) -> str:
    """12 h leave and 4 h called off; empty where nothing was taken off."""
    # By kind, in one fixed order: leave is spent from a balance, the others are not.
    minutes = dict.fromkeys(ABSENT_AS.values(), 0)
    for day in over:
        for off in day.taken_off:
            minutes[off.kind] += off.block.minutes
    return listed([f"{hours(n)} {kind}" for kind, n in minutes.items() if n])


def cycle_place(week: Week) -> str:
    """Cycle 2, week 1 of 6: where most of a work week's days are; weeks 1 and 2 where it lies in two rows.

    Empty before the start date.
    """
    if week.at is None:
        return ""
    ends = [day.at.week for day in (week.days[0], week.days[-1]) if day.at]
    number = f"week {week.at.week}"
    if monday(week.first) != monday(week.last) and len(set(ends)) == 2:
        number = f"weeks {ends[0]} and {ends[1]}"
    return f"cycle {week.at.cycle}, {number} of {CYCLE_WEEKS}"


def parts_hours(over: Sequence[Week]) -> str:
    """The hours of the work weeks of a row: 40 h, or 24 + 16 h where one ends and the next begins."""
    sums = [hours(week.totals.credited_minutes) for week in over]
    return " + ".join([*(part.removesuffix(" h") for part in sums[:-1]), *sums[-1:]])


def week_hours(week: Week) -> tuple[str, str]:
    """A week's hours, and what is to be said of them: 40 h and "12 h leave", 52 h and "40 h planned".

    Leave is part of the hours (P2). The remark is empty where all of them are worked as planned in a
    whole week.
    """
    sums = week.totals
    # Compared with leave counted in: being away is not worked otherwise than planned.
    planned = sums.credited_minutes != sums.planned_minutes
    remarks = [
        # Where the work week changes one is cut short, and its hours are fewer for that.
        counted(len(week.days), "day") if week.cut else "",
        taken_off_text(week.days),
        f"{hours(sums.planned_minutes)} planned" if planned else "",
    ]
    return hours(sums.credited_minutes), ", ".join(filter(None, remarks))
