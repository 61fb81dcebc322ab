"""Rest between worked days and runs of worked days, and where either asks for care."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple

from heartplanner.core.plan import LAST_DATE, Plan
from heartplanner.core.schedule import Day, days
from heartplanner.core.words import hours, long_date, number, span, weekday

SHORT_REST = 600
"""Minutes of rest under which care is asked for."""
LONG_RUN = 4
"""Worked days in a row past which care is asked for."""
CONTEXT = timedelta(days=28)
"""How far around a range one looks, so that a run over its edge is seen whole, or as very long."""


class Rest(NamedTuple):
    """The real minutes between the last block of one worked day and the first of the next."""

    after: date
    before: date
    minutes: int


class Care(NamedTuple):
    """Something to take care of, never forbidden: its days, "9 h of rest", "Sunday, ... to Monday"."""

    first: date
    last: date
    kind: str
    text: str


def rests(over: Sequence[Day]) -> list[Rest]:
    """The rests between worked days, in order. A negative rest is an overlap."""
    worked = [day for day in over if day.blocks]
    return [Rest(one.date, two.date, _between(one, two)) for one, two in pairwise(worked)]


def cares(plan: Plan, first: date, last: date) -> list[Care]:
    """Rests under 10 hours and runs of more than four worked days that touch first..last."""
    around = days(plan, max(first - CONTEXT, plan.start), min(last + CONTEXT, LAST_DATE))
    found = [_short(rest) for rest in rests(around) if rest.minutes < SHORT_REST]
    edges = (around[0].date, around[-1].date) if around else (first, last)
    for worked, run in groupby(around, key=lambda day: bool(day.blocks)):
        dates = [day.date for day in run]
        if worked and len(dates) > LONG_RUN:
            endless = dates[-1] == edges[1] or (dates[0] == edges[0] != plan.start)
            found.append(_long(dates[0], dates[-1], len(dates), endless))
    touching = [care for care in found if care.first <= last and care.last >= first]
    return sorted(touching, key=lambda care: (care.first, care.last))


def _between(one: Day, two: Day) -> int:
    end = max(block.end.astimezone(UTC) for block in one.blocks)
    start = min(block.start.astimezone(UTC) for block in two.blocks)
    return (start - end) // timedelta(minutes=1)


def _short(rest: Rest) -> Care:
    kind = f"{hours(rest.minutes)} of rest" if rest.minutes >= 0 else "work that overlaps"
    days_of_it = f"{long_date(rest.after)} to {weekday(rest.before)}"
    return Care(rest.after, rest.before, kind, days_of_it)


def _long(first: date, last: date, count: int, endless: bool) -> Care:
    """A run of worked days; of one longer than what was looked at only that it is long."""
    if endless:
        return Care(
            first, last, "more than four weeks worked in a row", f"around {span(first, last)}"
        )
    return Care(first, last, f"{number(count)} worked days in a row", span(first, last))
