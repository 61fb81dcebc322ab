"""The stretches of the calendar by which hours are summed: weeks, pay periods, months, cycles, years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.plan.model import LAST_DATE, ONE_DAY, Plan, PlanError
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.cycle import position
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.work_weeks import work_weeks

NO_PAY_PERIODS = "your pay periods are not known yet: heartplanner pay set tells the program"


class Unit(StrEnum):
    """What hours are summed by."""

    WEEK = "week"
    PERIOD = "period"
    MONTH = "month"
    CYCLE = "cycle"
    YEAR = "year"


class HoursSpan(NamedTuple):
    """The first and the last day of what is summed, both included."""

    first: date
    last: date


def hours_spans(plan: Plan, unit: Unit, first: date, last: date) -> list[HoursSpan]:
    """The weeks, pay periods ... that touch first..last, each whole, in order.

    Cycles begin with the start date. Raises PlanError where no pay periods are stated.
    """
    match unit:
        case Unit.WEEK:
            return [HoursSpan(*week) for week in work_weeks(plan, first, last)]
        case Unit.PERIOD:
            return list(_periods(pay_of(plan), first, last))
        case Unit.MONTH:
            return list(_months(first, last))
        case Unit.CYCLE:
            return list(_cycles(plan, first, last))
        case Unit.YEAR:
            years = range(first.year, last.year + 1)
            return [HoursSpan(date(year, 1, 1), date(year, 12, 31)) for year in years]


def pay_of(plan: Plan) -> PaySchedule:
    """The plan's pay periods. Raises PlanError where none are stated."""
    if plan.pay is None:
        raise PlanError(NO_PAY_PERIODS)
    return plan.pay


def _periods(pay: PaySchedule, first: date, last: date) -> Iterator[HoursSpan]:
    while first <= last:
        period = pay.period_of(first)
        yield HoursSpan(*period)
        first = period.last + ONE_DAY


def _months(first: date, last: date) -> Iterator[HoursSpan]:
    while first <= last:
        month = Month.of(first)
        yield HoursSpan(month.first, month.last)
        first = month.last + ONE_DAY


def _cycles(plan: Plan, first: date, last: date) -> Iterator[HoursSpan]:
    """Each from one first week of the rotation to the next; a new assignment may begin one early."""
    if last < plan.start:
        return
    begin = max(first, plan.start)
    while not _begins(plan, begin):
        begin -= ONE_DAY
    while begin <= last:
        after = begin + ONE_DAY
        while after <= LAST_DATE and not _begins(plan, after):
            after += ONE_DAY
        yield HoursSpan(begin, after - ONE_DAY)
        begin = after


def _begins(plan: Plan, day: date) -> bool:
    """Whether a cycle begins on a day: the start date, or the first day of a first week."""
    at, before = position(plan, day), position(plan, day - ONE_DAY)
    if at is None or before is None:
        return at is not None
    # A Monday in week 1 begins a cycle also after another week 1, where a new assignment says so.
    return at.week == 1 and (before.week != 1 or day.weekday() == 0)
