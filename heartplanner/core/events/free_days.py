"""The days on which one is off, and a calendar has nothing that takes its owner's time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.events.occurrence import EventIndex, Occurrence
from heartplanner.core.schedule.breaks import ONE_DAY
from heartplanner.core.schedule.schedule import Schedule


class FreeDays(NamedTuple):
    """Days in a row, both ends included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def busy_on(events: Sequence[Occurrence], name: str) -> list[Occurrence]:
    """Those events of the calendar of this name that take time."""
    return [event for event in events if event.busy and event.source == name]


def common_free_days(
    schedule: Schedule, events: EventIndex, name: str, first: date, last: date
) -> list[FreeDays]:
    """The runs of days without work of one's own and busy events of a calendar, the longest first.

    What is not known is in none: days before the start date, and those that were not looked through.
    """
    first, last = max(first, events.first), min(last, events.last)
    by_day = events.days(first, last) if first <= last else {}
    free = [
        day.date
        for day in schedule.days(first, last)
        if day.at is not None and not day.blocks and not busy_on(by_day.get(day.date, ()), name)
    ]
    edges = [n for n, (day, after) in enumerate(pairwise(free), 1) if after - day > ONE_DAY]
    cuts = [0, *edges, len(free)]
    runs = [FreeDays(free[begin], free[end - 1]) for begin, end in pairwise(cuts) if free]
    return sorted(runs, key=lambda run: (-run.length, run.first))
