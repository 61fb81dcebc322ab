"""Where what takes place beside the shifts, and takes one's time, falls into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from heartplanner.core.events.occurrence import EventIndex, Occurrence
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.breaks import ONE_DAY
from heartplanner.core.schedule.schedule import Schedule


class EventConflict(NamedTuple):
    """A worked block and a busy event at the same time; `date` is the block's."""

    date: date
    block: Block
    event: Occurrence


def event_conflicts(
    schedule: Schedule, events: EventIndex, first: date, last: date
) -> list[EventConflict]:
    """The conflicts of the days from first to last, both included, by date."""
    # A block may go on over midnight, so that it meets what begins the day after.
    by_day = events.days(first, last + ONE_DAY)
    return [
        EventConflict(day.date, block, event)
        for day in schedule.days(first, last)
        for block in day.blocks
        for event in busy_at(_around(by_day, day.date), block.start, block.end)
    ]


def busy_at(events: Sequence[Occurrence], start: datetime, end: datetime) -> Iterator[Occurrence]:
    """Those of these events that take one's time between two moments, of which the second is not in it."""
    # Over UTC: Python compares two moments of one zone without the change of the clock between them.
    begin, finish = start.astimezone(UTC), end.astimezone(UTC)
    for event in events:
        from_, to = event.start.astimezone(UTC), event.end.astimezone(UTC)
        if event.busy and from_ < to and from_ < finish and begin < to:
            yield event


def _around(by_day: dict[date, list[Occurrence]], day: date) -> list[Occurrence]:
    today, tomorrow = by_day.get(day, []), by_day.get(day + ONE_DAY, [])
    return [*today, *(event for event in tomorrow if event not in today)]
