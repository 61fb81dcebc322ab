"""Which work runs into what else takes place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.events.occurrence import EventIndex, Occurrence
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY, each_date
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.schedule.blocks import Block, local
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule

CHECKED = timedelta(days=365)
"""For how long conflicts of an entry that repeats are looked for: a year is as far as one plans."""


class EventConflict(NamedTuple):
    """An occurrence and a block at the same time; `day` is the day on which the block begins."""

    event: Occurrence
    day: Day
    block: Block

    @property
    def date(self) -> dt.date:
        """The day on which they meet first."""
        return max(self.event.start, self.block.start).date()


def meets(event: Occurrence, block: Block) -> bool:
    """Whether an occurrence and a block take place at the same time."""
    return event.start < block.end and block.start < event.end


def conflicts(schedule: Schedule, events: Sequence[Occurrence]) -> list[EventConflict]:
    """The work at the times of these occurrences, in their order; what is for information has none."""
    busy = [event for event in events if event.busy]
    if not busy:
        return []
    first, last = min(one.first for one in busy) - ONE_DAY, max(one.last for one in busy)
    days = {day.date: day for day in schedule.days(first, last)}
    return [
        EventConflict(event, days[date_], block)
        for event in busy
        for date_ in each_date(event.first - ONE_DAY, event.last)
        for block in days[date_].blocks
        if meets(event, block)
    ]


def conflicts_between(
    schedule: Schedule, events: EventIndex, first: date, last: date
) -> list[EventConflict]:
    """The work of the days from first to last, both included, at the times of events, by date."""
    found = conflicts(schedule, events.within(first, last + ONE_DAY))
    within = [one for one in found if first <= one.day.date <= last]
    return sorted(within, key=lambda one: (one.block.start, one.event.start, one.event.source))


def conflicts_on(
    schedule: Schedule, events: Sequence[Occurrence], day: date
) -> list[EventConflict]:
    """The same on one day alone; of an occurrence of several days what it has of this one counts."""
    begin, end = local(day, time(0)), local(day + ONE_DAY, time(0))
    return [
        conflict._replace(event=event)
        for event in events
        if event.first <= day <= event.last
        for conflict in conflicts(
            schedule, [event._replace(start=max(event.start, begin), end=min(event.end, end))]
        )
    ]


def entry_conflicts(schedule: Schedule, entry: OwnEntry, today: date) -> list[EventConflict]:
    """The work that an entry runs into within a year of today, or of its own first date."""
    first = max(entry.first, today)
    last = min(first + CHECKED, LAST_DATE)
    return conflicts(schedule, entry_occurrences((entry,), first, last))
