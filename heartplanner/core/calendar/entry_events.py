"""Own entries as events of one's own phone: those that are ticked for it.

Each is an event of its own, and none repeats: five of twenty-five calendar programs know no RRULE, and one
refuses many EXDATEs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date

from heartplanner.core.calendar.event import DOMAIN, Event
from heartplanner.core.events.entry_occurrences import entry_on, entry_runs
from heartplanner.core.plan.model import ONE_DAY, Plan
from heartplanner.core.plan.own_entry import OwnEntry


def entry_events(plan: Plan, first: date, last: date) -> Iterator[Event]:
    """The events of first to last; days in a row that lie over an edge are one whole event."""
    for entry in plan.entries:
        if not entry.on_phone:
            continue
        for begin, end in entry_runs(entry, first, last):
            if begin <= last and end >= first:
                yield _event(plan, entry, begin, end)


def _event(plan: Plan, entry: OwnEntry, begin: date, end: date) -> Event:
    occurrence = entry_on(entry, begin, end)
    return Event(
        uid=f"{plan.id}-{_name(entry, begin)}@{DOMAIN}",
        title=entry.title,
        description="",
        start=begin if occurrence.all_day else occurrence.start,
        end=end + ONE_DAY if occurrence.all_day else occurrence.end,
        all_day=occurrence.all_day,
        sequence=entry.stamp.revision,
        changed=entry.stamp.changed,
    )


def _name(entry: OwnEntry, begin: date) -> str:
    """What an event's UID is made of: the entry, and of several events also the date of each.

    A number may be used again once its entry is removed, so the moment in which it was made is part of it.
    The one event of an entry keeps its UID where its date is changed.
    """
    name = f"entry-{entry.id}-{entry.stamp.made.astimezone(UTC):%Y%m%d%H%M%S}"
    single = entry.first == entry.last or (entry.hours is None and not entry.skipped)
    return name if single and not entry.repeat else f"{name}-{begin:%Y%m%d}"
