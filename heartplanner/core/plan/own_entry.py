"""Appointments of the responder's own: on a day, on several, or every N weeks, with a time or without.

On which dates an entry lies is worked out here, by whole weeks, for just those days that somebody asks
about: a repeat may go on without an end.
"""

import datetime as dt
from datetime import date, datetime, timedelta
from typing import NamedTuple

from heartplanner.core.plan.hours import Hours
from heartplanner.typed import distinct

WEEK = 7


class WeeklyRepeat(NamedTuple):
    """Every so many weeks, Monday to Sunday, on these weekdays (0 Monday to 6 Sunday, in their order).

    `until`: the last date that it may lie on; None: without an end.
    """

    weeks: int
    weekdays: tuple[int, ...]
    until: dt.date | None = None


class EntryStamp(NamedTuple):
    """When an entry was made and last stated anew (UTC), and how often: a calendar's SEQUENCE."""

    made: datetime
    changed: datetime
    revision: int = 0


NOT_STAMPED = EntryStamp(datetime.min, datetime.min)  # noqa: DTZ901 (of no entry in a plan)
"""The stamp of an entry that is in no plan yet."""


@distinct
class OwnEntry(NamedTuple):
    """An appointment of the responder's own; `id` names it to the user.

    It lies on each date from `first` to `last`, both included; with `repeat`, whose weeks count from that
    of `first`, on single days. `hours` are those of each day; None: it has no time, and takes the day.
    `skipped` are dates that are left out, in their order. `on_phone`: it goes into the calendar of one's
    own phone; `on_paper`: onto printed sheets. Neither puts it into a copy for others.
    """

    id: int
    title: str
    first: date
    last: date
    hours: Hours | None = None
    repeat: WeeklyRepeat | None = None
    skipped: tuple[date, ...] = ()
    on_phone: bool = False
    on_paper: bool = False
    stamp: EntryStamp = NOT_STAMPED

    @property
    def end(self) -> date | None:
        """The last date that it may lie on; None where it has no end."""
        return self.repeat.until if self.repeat else self.last

    def dates(self, first: date, last: date) -> list[date]:
        """Its dates from first to last, both included, in their order, without those left out."""
        low = max(first, self.first).toordinal()
        high = (last if self.end is None else min(last, self.end)).toordinal()
        skipped = set(self.skipped)
        planned = map(date.fromordinal, self._planned(low, high))
        return [day for day in planned if day not in skipped]

    def lies_on(self, day: date) -> bool:
        """Whether it lies on this date."""
        return bool(self.dates(day, day))

    def is_planned_on(self, day: date) -> bool:
        """Whether it lies on this date, or would if the date were not left out."""
        return self._replace(skipped=()).lies_on(day)

    def _planned(self, low: int, high: int) -> list[int]:
        """The ordinals of its dates from low to high, those left out among them."""
        if self.repeat is None:
            return list(range(low, high + 1))
        # Weeks are counted from the Monday of the first (RFC 5545, 3.3.10: WKST is MO by default).
        begin = self.first.toordinal() - self.first.weekday()
        step = WEEK * self.repeat.weeks
        # Straight to the first week that can count, however long ago the entry began.
        at = begin + (max(low - begin, 0) // step) * step
        return [
            week + weekday
            for week in range(at, high + 1, step)
            for weekday in self.repeat.weekdays
            if low <= week + weekday <= high
        ]


def next_date(entry: OwnEntry, after: date) -> date | None:
    """Its first date after this one; None where there is none."""
    days = WEEK * (entry.repeat.weeks + 1) if entry.repeat else 1
    first = max(after + timedelta(1), entry.first)
    # A thousand dates may be left out in a row, so one looks on as far as it can lie.
    end = entry.end or first + timedelta(days * (len(entry.skipped) + 1))
    found = entry.dates(first, end)
    return found[0] if found else None
