"""On which dates an appointment lies: by hand, and as dateutil's recurrence rules have it (RFC 5545)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from dateutil.rrule import DAILY, MO, WEEKLY, rrule, rruleset
from entry_examples import FIRST, THERAPY, TRIP
from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import own_entries

from heartplanner.core.edits.own_entries import settled
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat, next_date

SPOT = date(2026, 10, 20)
"""Two weeks before the clocks change."""


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 (dateutil's dates have no zone)


def by_rule(entry: OwnEntry, first: date, last: date) -> list[date]:
    """The dates by another program."""
    rules = rruleset()
    if entry.repeat:
        until = entry.repeat.until
        rule = rrule(
            WEEKLY,
            dtstart=midnight(entry.first),
            interval=entry.repeat.weeks,
            wkst=MO,
            byweekday=entry.repeat.weekdays,
            until=midnight(until) if until else None,
        )
    else:
        rule = rrule(DAILY, dtstart=midnight(entry.first), until=midnight(entry.last))
    rules.rrule(rule)
    for day in entry.skipped:
        rules.exdate(midnight(day))
    return [moment.date() for moment in rules.between(midnight(first), midnight(last), inc=True)]


def test_each_second_tuesday_but_for_one() -> None:
    therapy = THERAPY._replace(skipped=(date(2026, 12, 15),))
    found = therapy.dates(date(2026, 11, 1), date(2027, 1, 31))
    assert found == [date(2026, 12, 1), date(2026, 12, 29), date(2027, 1, 12), date(2027, 1, 26)]
    assert therapy.lies_on(date(2026, 12, 29))
    assert not therapy.lies_on(date(2026, 12, 15))
    assert therapy.is_planned_on(date(2026, 12, 15))


def test_several_days_and_one_of_them_left_out() -> None:
    assert TRIP.dates(date(2026, 12, 19), date(2027, 1, 1)) == [
        date(2026, 12, 19),
        date(2026, 12, 20),
    ]
    assert TRIP.dates(date(2027, 1, 1), date(2026, 1, 1)) == []


def test_the_next_date_passes_over_those_left_out() -> None:
    repeat = WeeklyRepeat(2, (1,), date(2027, 1, 12))
    skipped = tuple(FIRST + timedelta(14 * n) for n in range(3))
    entry = THERAPY._replace(repeat=repeat, skipped=skipped)
    assert next_date(entry, date(2020, 1, 1)) == date(2027, 1, 12)
    assert next_date(entry, date(2027, 1, 12)) is None
    assert next_date(THERAPY, FIRST) == date(2026, 12, 15)


@settings(max_examples=tries(150, 1500))
@given(own_entries(SPOT), st.integers(-60, 400), st.integers(0, 300))
def test_dates_are_those_of_the_recurrence_rule(drawn: OwnEntry, begin: int, days: int) -> None:
    entry = settled(drawn)
    first = SPOT + timedelta(begin)
    last = first + timedelta(days)
    assert entry.dates(first, last) == by_rule(entry, first, last)
    after = by_rule(entry, first, first + timedelta(800))
    assert next_date(entry, first - timedelta(1)) == (after[0] if after else None)
