"""The edits of appointments: added, changed, left out on a day, removed, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from entry_examples import DENTIST, FIRST, THERAPY, TRIP

from heartplanner.core.edits.own_entries import (
    LONGEST_TITLE,
    MOST_ENTRIES,
    MOST_SKIPPED,
    add_entry,
    check_entry,
    entry_of,
    keep_entry,
    remove_entry,
    replace_entry,
    replace_on,
    skip_entry,
)
from heartplanner.core.explain.plan_diff import plan_differences
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.own_entry import EntryStamp, OwnEntry, WeeklyRepeat

AT = datetime(2026, 11, 28, 12, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
SECOND = date(2026, 12, 15)


@pytest.fixture
def plan(example: Plan) -> Plan:
    return add_entry(add_entry(example, THERAPY, AT), TRIP, AT)


def test_an_entry_gets_a_number_and_a_stamp_and_no_history(example: Plan, plan: Plan) -> None:
    assert [entry.id for entry in plan.entries] == [1, 2]
    assert entry_of(plan, 1) == THERAPY._replace(id=1, stamp=EntryStamp(AT, AT))
    assert plan.history == example.history
    assert remove_entry(remove_entry(plan, 1, AT), 2, AT) == example


def test_the_first_date_is_the_first_weekday_that_it_repeats_on(example: Plan) -> None:
    monday = date(2026, 12, 7)
    entry = THERAPY._replace(first=monday, last=monday, skipped=(monday, date(2026, 12, 22)))
    (added,) = add_entry(example, entry, AT).entries
    assert (added.first, added.last) == (date(2026, 12, 8), date(2026, 12, 8))
    assert added.skipped == (date(2026, 12, 22),)


def test_a_date_is_left_out_and_comes_back(plan: Plan) -> None:
    without = skip_entry(plan, 1, SECOND, LATER)
    assert entry_of(without, 1).skipped == (SECOND,)
    assert entry_of(without, 1).stamp == EntryStamp(AT, LATER, 1)
    back = keep_entry(without, 1, SECOND, AT)
    # A clock that goes back gives a later stamp all the same.
    stamp = EntryStamp(AT, LATER + timedelta(seconds=1), 2)
    assert entry_of(back, 1) == THERAPY._replace(id=1, stamp=stamp)
    with pytest.raises(PlanError, match="'Therapy' is not on Wednesday, December 16, 2026"):
        skip_entry(plan, 1, date(2026, 12, 16), AT)
    with pytest.raises(PlanError, match="does not leave out"):
        keep_entry(plan, 1, SECOND, AT)


def test_the_last_day_is_not_left_out_but_the_entry_removed(example: Plan) -> None:
    plan = add_entry(example, DENTIST, AT)
    with pytest.raises(PlanError, match="remove it instead"):
        skip_entry(plan, 1, DENTIST.first, AT)


def test_one_day_alone_becomes_an_entry_of_its_own(plan: Plan) -> None:
    other = entry_of(plan, 1)._replace(
        first=SECOND, last=SECOND, repeat=None, hours=Hours(time(19), time(20))
    )
    after = replace_on(plan, other, SECOND, LATER)
    assert entry_of(after, 1).skipped == (SECOND,)
    assert entry_of(after, 3) == other._replace(id=3, stamp=EntryStamp(LATER, LATER))


def test_its_last_day_alone_is_the_whole_of_it(example: Plan) -> None:
    plan = add_entry(example, TRIP._replace(skipped=(TRIP.first, TRIP.last)), AT)
    other = DENTIST._replace(id=1)
    (after,) = replace_on(plan, other, date(2026, 12, 19), LATER).entries
    assert after == other._replace(stamp=EntryStamp(AT, LATER, 1))


def test_an_entry_that_is_stated_as_it_is_gets_no_new_stamp(plan: Plan) -> None:
    assert replace_entry(plan, entry_of(plan, 1), LATER) is plan


def test_a_difference_says_the_entry_and_not_its_number_or_stamp(example: Plan, plan: Plan) -> None:
    assert plan_differences(example, plan) == [
        "Added: appointment, Therapy, every second Tuesday from December 1, 2026, 5 pm-6 pm;"
        " on the phone.",
        "Added: appointment, Trip, December 18-20, 2026.",
    ]
    again = add_entry(remove_entry(plan, 1, AT), THERAPY, LATER)
    assert plan_differences(plan, again) == ["No difference."]


def repeating(**parts: object) -> OwnEntry:
    return THERAPY._replace(repeat=WeeklyRepeat(2, (1,))._replace(**parts))


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (DENTIST._replace(title="  "), "has a name"),
        (DENTIST._replace(title="x" * (LONGEST_TITLE + 1)), "at most 100 characters"),
        (DENTIST._replace(title="a\nb"), "one line"),
        (DENTIST._replace(title="a\u202eb"), "control characters"),
        (DENTIST._replace(last=date(2026, 12, 2)), "2026-12-02 is before 2026-12-03"),
        (DENTIST._replace(last=date(2027, 12, 4)), "at most 366 days"),
        (DENTIST._replace(first=date(1949, 1, 1), last=date(1949, 1, 1)), "years|lie from"),
        (DENTIST._replace(hours=Hours(time(9), time(9))), "ends later than it begins"),
        (repeating(weeks=0), "every 1 to 52 weeks"),
        (repeating(weeks=53), "every 1 to 52 weeks"),
        (repeating(weekdays=()), "at least one weekday"),
        (repeating(weekdays=(7,)), "at least one weekday"),
        (repeating(until=date(2026, 11, 30)), "before it begins"),
        (repeating(until=date(2201, 1, 1)), "lie from 1950 to 2200"),
        (repeating(weekdays=(2,)), "none of the weekdays"),
        (THERAPY._replace(last=FIRST + timedelta(1)), "several days in a row does not repeat"),
        (THERAPY._replace(skipped=(SECOND, SECOND)), "each once"),
        (THERAPY._replace(skipped=(date(2026, 12, 8),)), "none of its dates"),
        (TRIP._replace(skipped=tuple(TRIP.dates(TRIP.first, TRIP.last))), "no day of it"),
        (
            THERAPY._replace(
                skipped=tuple(FIRST + timedelta(14 * n) for n in range(MOST_SKIPPED + 1))
            ),
            "at most 1000 dates",
        ),
    ],
)
def test_what_cannot_be_is_refused(entry: OwnEntry, why: str) -> None:
    with pytest.raises(PlanError, match=why):
        check_entry(entry)


def test_there_are_not_more_than_a_thousand(example: Plan) -> None:
    full = example._replace(entries=(DENTIST,) * MOST_ENTRIES)
    with pytest.raises(PlanError, match="at most 1000 appointments"):
        add_entry(full, DENTIST, AT)
    with pytest.raises(PlanError, match="there is no appointment 7"):
        remove_entry(example, 7, AT)
