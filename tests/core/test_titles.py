"""Whose a list is said to be, in its title, and whether that is the one who is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.harmless.titles import named_person
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.review import without_lines
from heartplanner.core.roster.roster import Remedy, Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

DAYS = "12/14 9a-9p\n12/15 off"
FORWARDED = (
    "Begin forwarded message:\n\nFrom: Dana\nSubject: {}\nDate: November 23, 2026\nTo: {}\n\n"
)


def read(text: str, name: str = "") -> Roster:
    question = RosterQuestion(date(2025, 7, 28), date(2026, 11, 28), name=name)
    return read_roster(TextSource(text), question)


@pytest.mark.parametrize(
    ("line", "name", "sure"),
    [
        ("Employee: Kim Park", "Kim Park", True),
        ("Name: Quentavius Okafor", "Quentavius Okafor", True),
        ("Schedule for Kim", "Kim", True),
        ("Kim's December schedule", "Kim", True),
        ("Kim's list", "Kim", False),
        ("For Kim", "Kim", False),
        ("Attn: Kim Park", "Kim Park", False),
        ("Re: Kim", "Kim", False),
    ],
)
def test_the_person_of_a_title(line: str, name: str, sure: bool) -> None:
    assert named_person(line) == (name, sure)
    for other in ("Schedule for December", "Shifts for Team 2", "For review", "HEART's schedule"):
        assert named_person(other) is None


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Employee: Kim Park", True),
        ("The schedule has been published for Kim", True),
        ("Schedule for Kim", False),
        ("Kim's schedule", False),
        ("Kim's Dec schedule", False),
    ],
)
def test_a_list_of_one_person_is_ones_own_where_a_program_made_it_for_that_one(
    line: str, own: bool
) -> None:
    text = f"{line}\n{DAYS}"
    assert len(read(text).readings) == 2 * own
    assert read(text).doubts.people == (() if own else ("Kim",))
    assert len(read(text, "Kim").readings) == 2
    assert read(text, "Jo").readings == ()
    assert {each.why for each in read(text, "Jo").unread if each.dates} == {
        f"'Jo' is not one of its names: {'Kim Park' if 'Park' in line else 'Kim'}"
    }


@pytest.mark.parametrize("line", ["Okafor", "Priya Natarajan", "Opposite"])
def test_what_may_be_an_uncommon_name_above_all_days_is_asked_about(line: str) -> None:
    text = f"{line}\n{DAYS}"
    assert read(text).doubts.people == (line,)
    assert read(text).readings == ()
    assert len(read(text, line.split(maxsplit=1)[0]).readings) == 2


def test_a_name_that_is_not_common_is_anothers_where_one_is_asked_for() -> None:
    assert read(f"Schedule for Priya\n{DAYS}", "Okafor").readings == ()
    assert len(read(f"Schedule for Priya\n{DAYS}", "Priya").readings) == 2
    assert len(read(f"Schedule for Christmas\n{DAYS}", "Priya").readings) == 2


@pytest.mark.parametrize(
    "head",
    [
        "For Kim\n",
        "Kim's list\n",
        FORWARDED.format("Schedule", "Kim"),
        FORWARDED.format("Schedule for Kim", "Kim"),
    ],
)
def test_a_list_that_is_for_somebody_asks_for_the_name(head: str) -> None:
    roster = read(head + DAYS)
    assert roster.readings == ()
    assert roster.doubts.people == ("Kim",)
    assert {line.remedy for line in roster.unread if line.dates} == {Remedy.NAME}
    assert len(read(head + DAYS, "Kim").readings) == 2
    assert read(head + DAYS, "Jo").readings == ()


def test_two_labels_are_two_people() -> None:
    text = f"Employee: Kim\n{DAYS}\n\nEmployee: Jo\n12/16 9a-9p"
    assert read(text).doubts.people == ("Kim", "Jo")
    assert [each.date.day for each in read(text, "Jo").readings] == [16]


def test_a_title_of_another_month_leaves_the_days_open() -> None:
    assert read(f"{DAYS}\n\nJanuary dates").readings == ()
    assert len(read(f"{DAYS}\n\nDecember dates").readings) == 2


def test_below_ones_own_heading_the_days_are_nobody_elses() -> None:
    text = "Lee's days\n12/14 9a-9p\n\nYour days\n12/15 off"
    assert [each.date.day for each in read(text).readings] == [15]
    assert [each.date.day for each in without_lines(read(text), {1}).readings] == [14, 15]


@pytest.mark.parametrize("heading", ["A. Kim:", "Kim, A.", "A. Kim"])
def test_a_name_with_initials_between_days_begins_anothers(heading: str) -> None:
    text = f"{DAYS}\n\n{heading}\n12/21 9a-9p\n12/22 off"
    name = heading.strip(":")
    assert read(text).readings == ()
    assert read(text).doubts.people == (name,)
    assert [each.date.day for each in read(text, "Kim").readings] == [21, 22]


def test_a_possessive_before_a_day_begins_anothers_days() -> None:
    roster = read(f"{DAYS}\nAlex's: 12/21 9a-9p\n12/22 9a-9p")
    assert roster.readings == ()
    assert roster.doubts.people == ("Alex",)
