"""Events on the days on which they take place, in the local time of the plan."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from heartplanner.core.plan.model import LAST_DATE, ONE_DAY, each_date
from heartplanner.core.plan.other_calendars import CalendarColor
from heartplanner.typed import distinct

INSTANT = timedelta(microseconds=1)


@distinct
class Occurrence(NamedTuple):
    """One event, or one time of an event that repeats.

    `start` and `end` are aware moments in Durham's zone, half-open; an event without a length ends where
    it begins. `all_day`: both are midnights, and the hours mean nothing. `source` is the name of the
    calendar that it is from, "" for an entry of one's own, which has no `color` and `letter` either.
    `canceled`: it is called off, and stays in its calendar.
    """

    start: datetime
    end: datetime
    title: str
    all_day: bool = False
    source: str = ""
    color: CalendarColor | None = None
    busy: bool = True
    letter: str = ""
    canceled: bool = False

    @property
    def first(self) -> date:
        return self.start.date()

    @property
    def last(self) -> date:
        """The last day on which it takes place; one that ends at midnight ends with the day before."""
        return (self.end - INSTANT).date() if self.end > self.start else self.first

    @property
    def goes_on(self) -> bool:
        """Whether it takes days, and not a night: all-day over several, or for a day and more."""
        return self.last > self.first and (self.all_day or self.end - self.start >= ONE_DAY)


def order(occurrence: Occurrence) -> tuple[bool, datetime, str, str]:
    """What a day's occurrences are sorted by: those without hours first, then by their time."""
    return not occurrence.all_day, occurrence.start, occurrence.source, occurrence.title


class EventIndex:
    """The occurrences of a range by month, so that a page costs what it shows. Made once and handed on.

    `first` to `last` is what was looked through: outside of it nothing is known. `unread`: by the name of
    each calendar that was looked at why not all of it is known, "" where it is; None: all are known whole.
    """

    __slots__ = ("_by_month", "_unread", "first", "last")

    def __init__(
        self,
        occurrences: Iterable[Occurrence],
        first: date,
        last: date,
        unread: Mapping[str, str] | None = None,
    ) -> None:
        self.first, self.last, self._unread = first, last, unread
        self._by_month: dict[int, list[Occurrence]] = {}
        for occurrence in sorted(occurrences, key=order):
            begin, end = max(occurrence.first, first), min(occurrence.last, last)
            for month in range(_month(begin), _month(end) + 1):
                self._by_month.setdefault(month, []).append(occurrence)

    def covers(self, first: date, last: date) -> bool:
        """Whether every day from first to last was looked through."""
        return self.first <= first and last <= self.last

    def why_unknown(self, calendar: str) -> str:
        """Why not all of the calendar of this name is known: gone cannot be read: ...; "" where it is."""
        if self._unread is None:
            return ""
        return self._unread.get(calendar, f"{calendar} is not read yet")

    def days(self, first: date, last: date) -> dict[date, list[Occurrence]]:
        """What takes place on each day from first to last, both included; a day without is left out."""
        by_day: dict[date, list[Occurrence]] = {}
        for one in self.within(first, last):
            for day in each_date(max(one.first, first), min(one.last, last)):
                by_day.setdefault(day, []).append(one)
        return {day: sorted(by_day[day], key=order) for day in sorted(by_day)}

    def within(self, first: date, last: date) -> list[Occurrence]:
        """What takes place on any of these days, each once."""
        months = range(_month(first), _month(last) + 1)
        # An occurrence over two months stands in both: the second list gives only what is new.
        held = (one for month in months for one in self._new_in(month, months.start))
        return [one for one in held if one.first <= last and first <= one.last]

    def _new_in(self, month: int, first_month: int) -> Sequence[Occurrence]:
        listed = self._by_month.get(month, ())
        begun = max(first_month, _month(self.first))
        return [one for one in listed if month == max(begun, _month(one.first))]


NO_EVENTS = EventIndex((), LAST_DATE, LAST_DATE, {})
"""Of a plan without other calendars, and until they are read."""


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
