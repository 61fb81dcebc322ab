"""The days on which several people are all off."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.plan.model import ONE_DAY, each_date
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.schedule import Schedule


class DaysOff(NamedTuple):
    """Days in a row on which all are off, both ends included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def common_days_off(
    people: Sequence[Schedule], first: date, last: date, barred: Collection[date] = ()
) -> list[DaysOff]:
    """The runs of days on which no work of any of them begins, the longest first, then by date.

    A run ends where the range does. Before the start date of one of them nothing is known, so those days
    are in none, nor are those that are barred.
    """
    same_day = zip(*(each.days(first, last) for each in people), strict=True)
    free = [
        days[0].date for days in same_day if all(map(is_off, days)) and days[0].date not in barred
    ]
    edges = [n for n, (day, after) in enumerate(pairwise(free), 1) if after - day > ONE_DAY]
    cuts = [0, *edges, len(free)]
    runs = [DaysOff(free[begin], free[end - 1]) for begin, end in pairwise(cuts) if free]
    return sorted(runs, key=lambda run: (-run.length, run.first))


def weekends_of(runs: Sequence[DaysOff]) -> list[DaysOff]:
    """The weekends, Saturday and Sunday, that lie whole within runs of days off."""
    return [
        DaysOff(day, day + ONE_DAY)
        for run in runs
        for day in each_date(run.first, run.last - ONE_DAY)
        if day.weekday() == SATURDAY
    ]


def is_off(day: Day) -> bool:
    """Whether it is known that no work begins on a day."""
    return day.at is not None and not day.blocks
