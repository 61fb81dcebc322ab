"""The book of hours that a command asks for, with the holidays that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.hours.book import HoursBook, hours_book
from heartplanner.core.hours.units import HoursSpan, Unit, hours_spans
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import public_holidays


class AskedHours(NamedTuple):
    """A book of hours, and the holidays of its days by their dates."""

    book: HoursBook
    holidays: Mapping[date, str]


def this_unit(plan: Plan) -> Unit:
    """What is summed where nothing is asked for: the pay period, or the work week where none is known."""
    return Unit.PERIOD if plan.pay else Unit.WEEK


def days_of_units(unit: Unit, plan: Plan, today: date) -> HoursSpan:
    """From the start date on, the days of the year that today is in; of years all up to that one."""
    first = plan.start if unit is Unit.YEAR else date(today.year, 1, 1)
    return HoursSpan(max(first, plan.start), date(today.year, 12, 31))


def asked_hours(
    schedule: Schedule, asked: HoursSpan, unit: Unit | None, now: datetime
) -> AskedHours:
    """The book of these days. Raises PlanError."""
    whole = (hours_spans(schedule.plan, unit, *asked) if unit else []) or [asked]
    first, last = whole[0].first, whole[-1].last
    names = holidays(schedule.plan, public_holidays.between(first, last), first, last)
    return AskedHours(hours_book(schedule, asked, unit, names, now), names)
