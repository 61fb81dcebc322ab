"""The days on which two people are both off."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule

ONE = timedelta(days=1)


class DaysOff(NamedTuple):
    """Days in a row on which both are off, both ends included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def common_days_off(one: Schedule, other: Schedule, first: date, last: date) -> list[DaysOff]:
    """The runs of days on which no work of either begins, the longest first, then by date.

    A run ends where the range does. Before the start date of one of them nothing is known, so those days
    are in none.
    """
    pairs = zip(one.days(first, last), other.days(first, last), strict=True)
    free = [day.date for day, theirs in pairs if is_off(day) and is_off(theirs)]
    edges = [n for n, (day, after) in enumerate(pairwise(free), 1) if after - day > ONE]
    cuts = [0, *edges, len(free)]
    runs = [DaysOff(free[begin], free[end - 1]) for begin, end in pairwise(cuts) if free]
    return sorted(runs, key=lambda run: (-run.length, run.first))


def is_off(day: Day) -> bool:
    """Whether it is known that no work begins on a day."""
    return day.at is not None and not day.blocks
