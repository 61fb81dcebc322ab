"""When own entries take place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time
from itertools import groupby

from heartplanner.core.events.occurrence import Occurrence, order
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.schedule.blocks import local


def entry_occurrences(entries: Iterable[OwnEntry], first: date, last: date) -> list[Occurrence]:
    """What takes place on any day from first to last, both included, in order.

    Days in a row without a time are one occurrence, whole also where it lies over an edge.
    """
    found = [one for entry in entries for one in _occurrences(entry, first, last)]
    return sorted((one for one in found if one.first <= last and one.last >= first), key=order)


def entry_on(entry: OwnEntry, first: date, last: date) -> Occurrence:
    """The one occurrence of an entry from first to last; of a day with a time these are the same."""
    if entry.hours is None:
        begin, end = local(first, time(0)), local(last + ONE_DAY, time(0))
        return Occurrence(begin, end, entry.title, all_day=True)
    starts, ends = entry.hours
    # As with a shift, an end that is not after the start can only be meant for the next day.
    ends_on = first + ONE_DAY if ends <= starts else first
    return Occurrence(local(first, starts), local(ends_on, ends), entry.title)


def entry_runs(entry: OwnEntry, first: date, last: date) -> Iterator[tuple[date, date]]:
    """The days of each occurrence of an entry that may touch first to last, both ends included."""
    if entry.repeat or entry.hours:
        # One that goes over midnight begins on the day before.
        yield from ((day, day) for day in entry.dates(first - ONE_DAY, last))
        return
    days = entry.dates(entry.first, entry.last)
    for _, run in groupby(enumerate(days), key=lambda item: item[1].toordinal() - item[0]):
        together = [day for _, day in run]
        yield together[0], together[-1]


def _occurrences(entry: OwnEntry, first: date, last: date) -> Iterator[Occurrence]:
    for run in entry_runs(entry, first, last):
        yield entry_on(entry, *run)
