"""A roster's readings as marks of a search, and as the band that is assigned."""

from __future__ import annotations

from datetime import date, time

import pytest

from heartplanner.core.edits.edits import new_plan
from heartplanner.core.edits.example import example_plan
from heartplanner.core.finder.search import counts_of, search_of, with_roster
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Mark, Search
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.rest_free import with_rest_free
from heartplanner.core.roster.roster import (
    Roster,
    RosterQuestion,
    only_hours,
    without_band,
)
from heartplanner.core.roster.source import TextSource

START = date(2025, 7, 28)


def read(text: str) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, START))


def test_the_days_between_may_be_free() -> None:
    roster = with_rest_free(read("7/29 9-9\n8/1 9-9"))
    assert "".join(mark.letter for mark in roster.marks) == "D--D"
    assert [each.line for each in roster.readings] == [1, None, None, 2]
    assert with_rest_free(Roster()) == Roster()


def test_the_title_says_from_when_to_when_days_left_out_are_free() -> None:
    title = "Hi all, here is the schedule for 7/28 - 8/3:"
    roster = with_rest_free(read(f"{title}\n7/29 9-9\n8/1 9-9"))
    days = [(f"{reading.date:%-m/%-d}", reading.letter) for reading in roster.readings]
    free = [(day, "-") for day in ("7/28", "7/30", "7/31", "8/2", "8/3")]
    assert days == sorted([("7/29", "D"), ("8/1", "D"), *free])


@pytest.mark.parametrize(
    "line",
    [
        "Requests for 7/28 - 8/10 are due",  # no title
        "Schedule for 7/30 - 8/10",  # not all days read lie between its dates
    ],
)
def test_other_ranges_are_not_that_of_the_roster(line: str) -> None:
    roster = with_rest_free(read(f"{line}\n7/29 9-9\n7/31 9-9"))
    assert max(reading.date for reading in roster.readings) == date(2025, 7, 31)


def test_a_day_of_which_something_is_said_is_not_free() -> None:
    roster = with_rest_free(read("7/28 9-9\n7/29 vacation\n7/30 9a-5p\n8/1 9-9\n8/2\n8/4 9-9"))
    assert [mark.date.day for mark in roster.marks if mark.letter == "-"] == [31, 3]


def test_marks_are_in_the_order_of_their_dates() -> None:
    assert read("8/14 D\n8/13 A").marks == (
        Mark(date(2025, 8, 13), "A"),
        Mark(date(2025, 8, 14), "D"),
    )


def test_the_same_hours_are_told_and_others_are_not() -> None:
    evenings = read("7/29 noon-midnight\n7/31 admin")
    assert only_hours(evenings) == Hours(time(12), time(0))
    assert only_hours(read("7/29 9-9\n7/30 noon-midnight")) is None
    assert only_hours(read("7/29 9-9\n7/30 7p-7a")) is None
    nights = "7/29 7p-7a\n7/31 admin\n8/1 7p-7a"
    assert only_hours(read(f"{nights}\n8/2 7p-7a")) == Hours(time(19), time(7))
    assert only_hours(read(nights)) is None  # days that were changed, perhaps
    assert only_hours(read(f"{nights}\n8/2 8p-8a")) is None
    assert only_hours(read("7/31 admin")) is None
    assert [mark.letter for mark in without_band(evenings).marks] == ["S", "A"]


def test_a_roster_of_evenings_assigns_evenings() -> None:
    at = example_plan().history[0].at
    plan = new_plan("p", Assignment(START), at)
    after = with_roster(plan, read("7/29 noon-midnight\n7/31 admin"), at)
    assert after.assignments[0].band is Band.EVENING
    assert [mark.letter for mark in search_of(after).marks] == ["S", "A"]
    mixed = with_roster(plan, read("7/29 9-9\n7/30 noon-midnight"), at)
    assert mixed.assignments[0].band is Band.DAY
    assert [mark.letter for mark in search_of(mixed).marks] == ["D", "E"]


def test_six_weeks_of_a_roster_lead_to_one_rotation() -> None:
    lines = []
    weeks = ("-SSAS--", "-SSAS--", "---ASSS", "-SSAS--", "SSSA---", "---ASSS")
    for n, letter in enumerate("".join(weeks)):
        day = date.fromordinal(START.toordinal() + n)
        if letter != "-":
            lines.append(f"{day:%m/%d} {'9a-9p' if letter == 'S' else '9a-1p'}")
    roster = with_rest_free(read("\n".join(lines)))
    assert roster.unread == ()
    assert counts_of(Search(START, roster.marks)).total == 1
