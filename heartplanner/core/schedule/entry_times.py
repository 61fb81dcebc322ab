"""When own entries take place, and which work they run into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from heartplanner.core.plan.model import LAST_DATE, each_date
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.schedule.blocks import Block, local
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule

ONE = timedelta(days=1)
CHECKED = timedelta(days=366)
"""For how long conflicts of an entry without an end are looked for."""


class EntryTime(NamedTuple):
    """One day of an entry: `start` and `end` are moments in Durham; without a time it is the whole day."""

    entry: OwnEntry
    date: date
    start: datetime
    end: datetime

    def meets(self, block: Block) -> bool:
        """Whether it and a block take place at the same time."""
        return self.start < block.end and self.end > block.start


class EntryConflict(NamedTuple):
    """An entry that runs into a block; `day`: the day on which the block begins."""

    time: EntryTime
    day: Day
    block: Block


def entry_time(entry: OwnEntry, day: date) -> EntryTime:
    """When an entry takes place that lies on this date."""
    if entry.hours is None:
        return EntryTime(entry, day, local(day, time(0)), local(day + ONE, time(0)))
    start, end = entry.hours
    last = day + ONE if end <= start else day
    return EntryTime(entry, day, local(day, start), local(last, end))


def entry_times(entries: Iterable[OwnEntry], first: date, last: date) -> list[EntryTime]:
    """The entries' days from first to last, both included, in order; one without a time comes first."""
    times = [entry_time(entry, day) for entry in entries for day in entry.dates(first, last)]
    return sorted(
        times, key=lambda one: (one.date, one.entry.hours is not None, one.start, one.entry.id)
    )


def times_by_date(
    entries: Sequence[OwnEntry], first: date, last: date
) -> dict[date, list[EntryTime]]:
    """The same by the date on which each begins; dates without an entry are left out."""
    by_date: dict[date, list[EntryTime]] = {}
    for one in entry_times(entries, first, last):
        by_date.setdefault(one.date, []).append(one)
    return by_date


def conflicts_of(schedule: Schedule, times: Sequence[EntryTime]) -> list[EntryConflict]:
    """Which of these, in the order of their dates, run into work; work may begin the day before."""
    if not times:
        return []
    around = schedule.days(times[0].date - ONE, times[-1].date + ONE)
    days = {day.date: day for day in around}
    return [
        EntryConflict(one, day, block)
        for one in times
        for day in (days[near] for near in each_date(one.date - ONE, one.date + ONE))
        for block in day.blocks
        if one.meets(block)
    ]


def coming_conflicts(schedule: Schedule, entry: OwnEntry, today: date) -> list[EntryConflict]:
    """The work that an entry runs into from today on, or from its own first date; a year of it at most."""
    first = max(entry.first, today)
    last = min(first + CHECKED, LAST_DATE)
    return conflicts_of(schedule, entry_times((entry,), first, last))
