"""What a line's dates refer to: days and ranges, a start and an end, or the weekdays of a week above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from heartplanner.core.plan.model import each_date
from heartplanner.core.roster.dates.dating import LONGEST_RANGE, SettledDates
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.words.english import WEEKDAYS, long_date

SIX_DAYS = timedelta(days=6)
"""From the first day of a week to its last."""
WEEK_BEGINS = (5, 6, 0)
"""Saturday, Sunday and Monday: the weekdays with which a list of a week may begin."""
MIDNIGHTS = ((0, 0),)
WHOLE_DAYS = (MIDNIGHTS, ((0, 24 * 60 - 1),))


@dataclass(frozen=True, slots=True)
class OnDates:
    """From one noted date to another (last None: the first alone).

    `full`: both dates have their years, as in a start and an end that a program wrote.
    """

    first: int
    last: int | None = None
    full: bool = False

    @property
    def places(self) -> tuple[int, ...]:
        """The noted dates that it stands on."""
        return (self.first,) if self.last is None else (self.first, self.last)

    def days(self, settled: SettledDates) -> list[date]:
        first = settled.day(self.first)
        if self.last is None:
            return [first]
        last = settled.day(self.last)
        if not first < last <= first + LONGEST_RANGE:
            raise UnreadError("its dates are no range of up to six weeks")
        return each_date(first, last)

    def possible_days(self, settled: SettledDates) -> list[date]:
        ends = [settled.possible(place) for place in (self.first, self.last) if place is not None]
        if len(ends) == 2 and len(ends[0]) == len(ends[1]) == 1:
            return each_date(ends[0][0], min(ends[1][0], ends[0][0] + LONGEST_RANGE)) or ends[1]
        return [day for days in ends for day in days]


@dataclass(frozen=True, slots=True)
class StartEnd:
    """One shift from a noted date and time to another. `times`: what the two may mean, in minutes."""

    first: int
    last: int
    times: tuple[tuple[int, int], ...]

    @property
    def places(self) -> tuple[int, ...]:
        """The noted dates that it stands on."""
        return (self.first, self.last)

    def days(self, settled: SettledDates) -> list[date]:
        first, last = settled.day(self.first), settled.day(self.last)
        if self.times in WHOLE_DAYS and first <= last <= first + LONGEST_RANGE:
            # Programs write whole days so: from midnight to the midnight after the last one.
            days = each_date(first, last)
            return days[:-1] if self.times == MIDNIGHTS and len(days) > 1 else days
        over_midnight = {end <= begin for begin, end in self.times}
        if last - first not in {timedelta(later) for later in over_midnight}:
            raise UnreadError("its end is not within a day of its start")
        return [first]

    def possible_days(self, settled: SettledDates) -> list[date]:
        return OnDates(self.first, self.last).possible_days(settled)


@dataclass(frozen=True, slots=True)
class InWeek:
    """A weekday of a week that a heading names: the seven days from a date, or up to it, or of a range.

    `begins`: the weekday that the date must be, where nothing says that a week begins on it.
    """

    weekday: int
    dates: OnDates
    ending: bool = False
    begins: int | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """The noted dates that it stands on."""
        return self.dates.places

    def days(self, settled: SettledDates) -> list[date]:
        first = settled.day(self.dates.first)
        last = first + SIX_DAYS if self.dates.last is None else settled.day(self.dates.last)
        if self.ending:
            first, last = first - SIX_DAYS, first
        if self.begins not in (None, first.weekday()):
            raise UnreadError(f"{long_date(first)} is not the first day of the week above")
        named = [day for day in each_date(first, last) if day.weekday() == self.weekday]
        if last - first > SIX_DAYS or len(named) != 1:
            raise UnreadError(f"it is not clear which {WEEKDAYS[self.weekday]} is meant")
        return named

    def check_listed(self, listed: Sequence[int], settled: SettledDates) -> None:
        """`listed`: the weekdays under the heading, in their order. Raises UnreadError.

        Where a list begins with Sunday over the date of a Monday, its Sunday may be the one before it.
        """
        whole = self.ending or self.dates.last is not None or self.begins is not None
        if whole or not listed or listed[0] not in WEEK_BEGINS:
            return
        first = settled.day(self.dates.first).weekday()
        later = [(number - first) % 7 for number in listed]
        if not later[0]:
            return
        fall = next((n for n, (one, two) in enumerate(pairwise(later), 1) if two < one), 0)
        if self.weekday in listed[:fall]:
            raise UnreadError(f"it is not clear which {WEEKDAYS[self.weekday]} is meant")

    def possible_days(self, settled: SettledDates) -> list[date]:
        days = self.dates.possible_days(settled)
        first = min(days, default=date.min) - (SIX_DAYS if self.ending else timedelta(0))
        around = each_date(first, max(days) + SIX_DAYS) if days else []
        return [day for day in around if day.weekday() == self.weekday]


DateRef = OnDates | StartEnd | InWeek


def has_range(date_refs: Iterable[DateRef]) -> bool:
    """Whether dates have a range among them."""
    return any(isinstance(ref, OnDates) and ref.last is not None for ref in date_refs)
