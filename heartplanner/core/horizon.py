"""Which days are meant when a person does not say."""

from __future__ import annotations

from datetime import date, timedelta

from heartplanner.core.plan import LAST_DATE, Plan

MONTHS_ON = 12


def first_day(plan: Plan, today: date) -> date:
    """Today, or the start date if that is later."""
    return max(today, plan.start)


def last_day(first: date) -> date:
    """The last of the twelve months that begin on `first`."""
    year, month = first.year + MONTHS_ON // 12, first.month
    day = 28 if (month, first.day) == (2, 29) else first.day
    end = date(year, month, day) - timedelta(days=1)
    return min(end, LAST_DATE)
