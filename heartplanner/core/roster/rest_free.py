"""The days that a roster leaves out, read as free, but for those that an unread line may be about."""

from __future__ import annotations

from datetime import date

from heartplanner.core.plan.model import FREE, each_date
from heartplanner.core.roster.harmless.harmless import is_partial
from heartplanner.core.roster.roster import DayReading, Roster, Unread, covered_days


def with_rest_free(roster: Roster) -> Roster:
    """With every day that it covers read as free that no line names or may be about.

    None is free where a line without a date is not understood, or says that the list goes on elsewhere: it
    may be about any of them.
    """
    covered = covered_days(roster)
    if covered is None or any(map(_leaves_open, roster.unread)):
        return roster
    between = each_date(*covered)
    named = {reading.date for reading in roster.readings}
    named.update(day for unread in roster.unread for day in unread.dates)
    since = min((line.since for line in roster.unread if line.since), default=date.max)
    free = [DayReading(day, FREE) for day in between if day not in named and day < since]
    return roster._replace(readings=tuple(sorted([*roster.readings, *free], key=_by_date)))


def _leaves_open(line: Unread) -> bool:
    """Whether a line may be about any day that the roster leaves out."""
    undated = not (line.dates or line.aside or line.since)
    return undated or is_partial(line.text)


def _by_date(reading: DayReading) -> date:
    return reading.date
