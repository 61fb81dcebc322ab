"""The days that a line names, whether it is understood or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from heartplanner.core.roster.dates.date_refs import DateRef, OnDates
from heartplanner.core.roster.dates.dating import SettledDates
from heartplanner.core.roster.language.doubts import SPOKEN
from heartplanner.core.roster.reach.scope import PERIOD_WORDS
from heartplanner.core.roster.roster import Unread


class StatedDays(NamedTuple):
    """The days that a line names one by one, and those from the first to the last of its ranges.

    `by_date`: those of the first that it names by a date of its own, not by a weekday of the week above.
    """

    single: frozenset[date]
    in_ranges: frozenset[date]
    by_date: frozenset[date]
    has_date: bool = False
    """Whether it has a date at all, though it may not be clear which day that is."""


def stated_days(date_refs: Sequence[DateRef], settled: SettledDates) -> StatedDays:
    """The days that a line names."""
    single: set[date] = set()
    in_ranges: set[date] = set()
    by_date: set[date] = set()
    for ref in date_refs:
        is_range = isinstance(ref, OnDates) and ref.last is not None
        (in_ranges if is_range else single).update(ref.possible_days(settled))
        if isinstance(ref, OnDates) and not is_range:
            by_date.update(ref.possible_days(settled))
    return StatedDays(frozenset(single), frozenset(in_ranges), frozenset(by_date), bool(date_refs))


def title_period(
    named: Mapping[Unread, StatedDays], told: Set[date], start: date
) -> tuple[date, date] | None:
    """The first and the last day that the roster's title names; None where it names none.

    Only a title of plain words counts, with all the days that are read (`told`) between its dates:
    "requests for Nov 30 - Dec 27 are due" says nothing of the days between. No day before `start` is in it.
    """
    for line, days in named.items():
        words = {word.lower() for word in SPOKEN.findall(line.text)}
        if not days.in_ranges or days.single or not PERIOD_WORDS.issuperset(words):
            continue
        first, last = min(days.in_ranges), max(days.in_ranges)
        if told and first <= min(told) and max(told) <= last:
            return max(first, start), last
    return None
