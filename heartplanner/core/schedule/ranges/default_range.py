"""Which days are meant when a person does not say."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from heartplanner.core.plan.model import LAST_DATE, Plan

MONTHS_ON = 12


def first_day(plan: Plan, today: date) -> date:
    """Today, or the start date if that is later."""
    return max(today, plan.start)


def last_day(first: date, months: int = MONTHS_ON) -> date:
    """The last of so many months that begin on `first`."""
    years, month = divmod(first.month - 1 + months, 12)
    year = first.year + years
    day = min(first.day, monthrange(year, month + 1)[1])
    # A shorter month gives its last day: twelve months from February 29 end on the 27th.
    end = date(year, month + 1, day) - timedelta(days=1)
    return min(end, LAST_DATE)
