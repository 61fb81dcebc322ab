"""The days on which a calendar has something that takes its owner's time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from heartplanner.core.events.occurrence import EventIndex
from heartplanner.core.plan.model import each_date


def busy_days(
    events: EventIndex, calendars: Collection[str], first: date, last: date
) -> frozenset[date]:
    """The days with a busy event of any of these calendars, by their names; both ends included.

    What was not looked through, or not read whole, counts as busy: nobody is said to be free where
    nothing is known.
    """
    if any(map(events.why_unknown, calendars)):
        return frozenset(each_date(first, last))
    known = events.days(first, last)
    return frozenset(
        day
        for day in each_date(first, last)
        if not events.covers(day, day)
        or any(one.busy and one.source in calendars for one in known.get(day, ()))
    )
