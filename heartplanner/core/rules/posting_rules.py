"""HEART's schedule rules (P2 to P7 of its job posting), checked over a plan.

Each rule is checked twice: over the letters of the rotations, and over the real days with their changes.
What leave, sickness or the employer took off a day counts as if it were worked: a week with leave *is* the
week's 40 hours. A shift that ended late counts as if it had ended on time: that is no other schedule. So a
rule differs only where something is worked otherwise: by the rotation, or by an extra shift, a swap, moved
admin time, training or other hours than a late end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.plan.hours import BAND_HOURS, HOURS_BAND, Hours
from heartplanner.core.plan.model import CYCLE_DAYS, ONE_DAY, Assignment, PlanError, monday
from heartplanner.core.rules.rotation_rules import (
    ADMIN_MINUTES,
    BREAK_LENGTHS,
    SHIFT_MINUTES,
    WEEK_MINUTES,
    WEEK_SHIFTS,
    WEEKEND_EVERY,
    admin_faults,
    band_faults,
    break_faults,
    hours_faults,
    shift_faults,
    weekend_faults,
)
from heartplanner.core.schedule.blocks import Block, Kind, block
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.cycle import assigned_hours, spells
from heartplanner.core.schedule.days import SATURDAY, SUNDAY, Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, weeks
from heartplanner.core.words.english import (
    clock_span,
    counted,
    full_date,
    hours,
    long_date,
    month_day,
    sentence_case,
    span,
)

TITLES = {
    "P2": "40 hours a week",
    "P3": "Three shifts a week",
    "P4": "Four admin hours a week",
    "P5": "Your shift hours",
    "P6": "One weekend in three",
    "P7": "The six-to-seven-day break",
}
SHOWN = 3
"""How many places a sentence names; `where` holds them all."""


class Verdict(NamedTuple):
    """Whether a plan keeps one rule, the dates where it differs, and a sentence."""

    rule: str
    holds: bool
    where: tuple[date, ...]
    text: str


class Fault(NamedTuple):
    """One place where a rule differs: its dates, and what is so there."""

    where: tuple[date, ...]
    text: str


def check(schedule: Schedule, first: date, last: date) -> list[Verdict]:
    """The verdicts on P2 to P7, over the rotations of first..last and the weeks that these dates touch.

    A week that the start date cuts, or a change of the work week, is not judged. Nothing is forbidden by a
    rule: it only differs. Raises PlanError where all of the dates lie before the start date.
    """
    plan = schedule.plan
    if last < plan.start:
        raise PlanError(f"these dates are all before your start date, {long_date(plan.start)}")
    first = max(first, plan.start)
    # Weeks are judged whole even where the range cuts them: half a week has 40 hours only by chance.
    touched = weeks(schedule, first, last)
    whole = [week for week in touched if not week.partial]
    # Each rotation is judged once, as it is written, however long it is in force.
    used = [spell.assignment for spell in spells(plan, first, last)]
    faults = {
        "P2": _rotations(used, hours_faults) + _weekly(whole, hours_faults, _hours_fault),
        "P3": _rotations(used, shift_faults) + _weekly(whole, None, _shifts_fault),
        "P4": _rotations(used, admin_faults) + _weekly(whole, admin_faults, _admin_fault),
        "P5": _own_hours(used) + _band_faults([week for week in touched if week.days[0].at]),
        "P6": _rotations(used, weekend_faults) + _weekends(schedule, touched),
        "P7": _rotations(used, break_faults) + _breaks(schedule, first, last),
    }
    return [_verdict(rule, places, first, last) for rule, places in faults.items()]


def _verdict(rule: str, faults: Sequence[Fault], first: date, last: date) -> Verdict:
    title = TITLES[rule]
    if not faults:
        return Verdict(rule, True, (), f"{title}: fine, {span(first, last)}.")
    # A sentence names a few places; programs that read the JSON get them all.
    where = sorted({day for fault in faults for day in fault.where})
    named = sentence_case("; ".join(fault.text for fault in faults[:SHOWN]))
    more = f"; and {counted(len(faults) - SHOWN, 'more place')}" if len(faults) > SHOWN else ""
    return Verdict(rule, False, tuple(where), f"{title}: differs. {named}{more}.")


RotationCheck = Callable[[Assignment], list[str]]


def _rotations(used: Sequence[Assignment], faults: RotationCheck) -> list[Fault]:
    return [
        Fault((assignment.start,), f"the rotation from {full_date(assignment.start)}: {text}")
        for assignment in used
        for text in faults(assignment)
    ]


def _own_hours(used: Sequence[Assignment]) -> list[Fault]:
    """Hours that are not the job posting's, once for each assignment."""
    return [
        Fault((assignment.start,), f"from {full_date(assignment.start)} {text}")
        for assignment in used
        for text in band_faults(assignment)
    ]


def _weekly(
    whole: Sequence[Week], planned: RotationCheck | None, fault: Callable[[Week], str]
) -> list[Fault]:
    """The weeks with a fault, but for those worked just as a rotation without one plans them."""
    # A rotation with a seven-day break moves an admin block to another week: 36 and 44 hours are its own.
    faults = []
    for week in whole:
        text = fault(week)
        if text and not (planned and _as_planned(week, planned)):
            faults.append(Fault((week.first,), f"the week of {full_date(week.first)} has {text}"))
    return faults


def _as_planned(week: Week, planned: RotationCheck) -> bool:
    # A week with two rotations is planned by neither, so it is judged by its days alone.
    assignments = {day.at.assignment for day in week.days if day.at}
    return (
        len(assignments) == 1
        and not planned(assignments.pop())
        and all(_credited(day) == ([day.planned] if day.planned else []) for day in week.days)
    )


def _credited(day: Day) -> list[Block]:
    """The day's blocks that count for the rules: those worked, and those that an absence took off."""
    blocks = (*day.blocks, *(off.block for off in day.taken_off))
    return [_on_time(day, block) for block in blocks]


def _on_time(day: Day, worked: Block) -> Block:
    """A block as the rules count it: a shift that began as it should and ended late, without that."""
    stated = _due_hours(day, worked)
    if stated is None or worked.hours == stated or worked.hours.start != stated.start:
        return worked
    due = block(worked.kind, worked.band, day.date, stated, worked.slot)
    return due if worked.end > due.end else worked


def _due_hours(day: Day, worked: Block) -> Hours | None:
    """The hours of a shift's band, or the assigned ones; None of what has no hours but its own."""
    if worked.band:
        return BAND_HOURS[worked.band]
    if worked.kind is Kind.SHIFT and day.at is not None:
        return assigned_hours(day.at.assignment)
    return None


def _hours_fault(week: Week) -> str:
    minutes = sum(block.minutes for day in week.days for block in _credited(day))
    return "" if minutes == WEEK_MINUTES else hours(minutes)


def _shifts_fault(week: Week) -> str:
    shifts = [block for day in week.days for block in _credited(day) if block.kind.is_shift]
    if len(shifts) != WEEK_SHIFTS:
        return counted(len(shifts), "shift")
    # Real minutes: changed hours may lie over a change of the clocks. The assigned hours are judged once,
    # with the rotation, and a night in which the clock changes is no other shift.
    odd = [
        block
        for day in week.days
        for block in _credited(day)
        if block.kind.is_shift
        and block.minutes != SHIFT_MINUTES
        and not _has_assigned_hours(day, block)
    ]
    return f"a shift of {hours(odd[0].minutes)}" if odd else ""


def _has_assigned_hours(day: Day, block: Block) -> bool:
    return day.at is not None and block.hours == assigned_hours(day.at.assignment)


def _admin_fault(week: Week) -> str:
    minutes = sum(
        block.minutes for day in week.days for block in _credited(day) if block.kind is Kind.ADMIN
    )
    return "" if minutes == ADMIN_MINUTES else f"{hours(minutes)} of admin"


def _band_faults(begun: Sequence[Week]) -> list[Fault]:
    return [
        Fault((day.date,), f"{long_date(day.date)} is worked {clock_span(block.start, block.end)}")
        for week in begun
        for day in week.days
        for block in (_on_time(day, worked) for worked in day.blocks)
        if block.kind.is_shift
        and block.hours not in HOURS_BAND
        and not _has_assigned_hours(day, block)
    ]


def _weekends(schedule: Schedule, touched: Sequence[Week]) -> list[Fault]:
    """Worked weekends that are not three weeks apart, and those worked by half.

    A weekend is Saturday and Sunday, whatever day the work week begins on. That of the calendar week in
    which the plan begins is not judged.
    """
    days = _whole_weekends(schedule, touched)
    at = [
        n
        for n, day in enumerate(days)
        if day.date.weekday() == SATURDAY and monday(day.date) >= schedule.plan.start
    ]
    saturdays = [days[n].date for n in at]
    worked = [[bool(_credited(day)) for day in days[n : n + 2]] for n in at]
    faults = [
        Fault((saturday,), f"only one day of the weekend of {full_date(saturday)} is worked")
        for saturday, two_days in zip(saturdays, worked, strict=True)
        if any(two_days) and not all(two_days)
    ]
    on = [index for index, two_days in enumerate(worked) if any(two_days)]
    return [*faults, *_weekend_distances(saturdays, on)]


def _weekend_distances(saturdays: Sequence[date], on: Sequence[int]) -> Iterator[Fault]:
    """Worked weekends that are not three weeks apart; `on`: which of the weekends are worked."""
    # The weekends around the range are unknown: as if worked just before it and just after it.
    before, after = -1, len(saturdays)
    for one, two in pairwise([before, *on, after]):
        if two - one > WEEKEND_EVERY:
            missing = saturdays[one + WEEKEND_EVERY]
            text = f"no weekend is worked in the three weeks to {full_date(missing)}"
            yield Fault((missing,), text)
        elif one != before and two != after and two - one < WEEKEND_EVERY:
            both_on = (saturdays[one], saturdays[two])
            days = f"{month_day(both_on[0])} and {full_date(both_on[1])}"
            yield Fault(both_on, f"the weekends of {days} are both worked")


def _whole_weekends(schedule: Schedule, touched: Sequence[Week]) -> list[Day]:
    """The days of these weeks, and the one beside them where a week from Sunday cuts a weekend."""
    days = [day for week in touched for day in week.days]
    first, last = days[0].date, days[-1].date
    if first.weekday() == SUNDAY:
        days = [*schedule.days(first - ONE_DAY, first - ONE_DAY), *days]
    if last.weekday() == SATURDAY:
        days += schedule.days(last + ONE_DAY, last + ONE_DAY)
    return days


def _breaks(schedule: Schedule, first: date, last: date) -> list[Fault]:
    faults = []
    built_in = breaks(schedule.plan, first, last)
    for run in built_in:
        if run.length not in BREAK_LENGTHS:
            text = f"the break {span(run.first, run.last)} has {run.length} days"
            faults.append(Fault((run.first,), text))
        for day in schedule.days(run.first, run.last):
            if day.blocks:
                text = f"{long_date(day.date)} is worked in the break"
                faults.append(Fault((day.date,), text))
    # What lies around the range is unknown: as if a break began just before it and just after it.
    # The next break must begin within a cycle of the last one, whatever lies between them.
    edges = [first - ONE_DAY, *(run.first for run in built_in), last + ONE_DAY]
    for one, two in pairwise(edges):
        if (two - one).days > CYCLE_DAYS:
            text = f"no break begins between {full_date(one)} and {full_date(two)}"
            faults.append(Fault((min(two, last),), text))
    return faults
