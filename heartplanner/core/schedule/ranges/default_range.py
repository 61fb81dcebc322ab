"""Which days are meant when a person does not say."""

from __future__ import annotations

from datetime import date

from heartplanner.core.plan.model import LAST_DATE, ONE_DAY, DateSpan, Plan
from heartplanner.core.schedule.totals import month_ends

MONTHS_ON = 12


def first_day(plan: Plan, today: date) -> date:
    """Today, or the start date if that is later."""
    return max(today, plan.start)


def file_days(plan: Plan, today: date, months: int = MONTHS_ON) -> DateSpan:
    """The days of a calendar file, both included, for so many months from today or the start date on.

    It begins with the month before this one, though never before the start date: whoever empties a calendar
    and imports it again keeps the days that are just over.
    """
    month_before = (today.replace(day=1) - ONE_DAY).replace(day=1)
    return max(month_before, plan.start), last_day(first_day(plan, today), months)


def last_day(first: date, months: int = MONTHS_ON) -> date:
    """The last of so many months that begin on `first`."""
    years, month = divmod(first.month - 1 + months, 12)
    year = first.year + years
    begin, end = month_ends(year, month + 1)
    # A shorter month gives its last day: twelve months from February 29 end on the 27th.
    end = begin.replace(day=min(first.day, end.day)) - ONE_DAY
    return min(end, LAST_DATE)
