"""Lines without a date that may be about days of the list: those are left open, in any words."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

QUESTION = RosterQuestion(date(2025, 7, 28), date(2026, 11, 28))
THREE = "12/14 9a-9p\n12/15 9a-9p\n12/16 off\n"
"""A Monday, a Tuesday and a Wednesday."""


def read(text: str) -> Roster:
    return read_roster(TextSource(text), QUESTION)


def days(roster: Roster) -> str:
    """14 D, 16 -: what is read of December."""
    return ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Lee will take the 15th.", "14 D, 16 -"),
        ("15th is Lee's now", "14 D, 16 -"),
        ("Lee has you on the fifteenth", "14 D, 16 -"),
        ("Switch the 14th and the 16th.", "15 D"),
        ("On the 16th you work after all", "14 D, 15 D"),
        ("PS 15 is a mistake", "14 D, 16 -"),
        ("Tuesday you are off.", "14 D, 16 -"),
        ("NOTE: Tues is Lee", "14 D, 16 -"),
        ("Tuesday: Lee", "14 D, 16 -"),
        ("Dana took your Tuesday", "14 D, 16 -"),
        ("Thanks for giving up Tuesday!", "14 D, 16 -"),
        ("See you Wednesday at 9", "14 D, 15 D"),
        ("Lee works for you Mon-Tues", "16 -"),
        ("Please note the first two are swapped to noon-midnight", "16 -"),
        ("ps: the last one is cancelled", ""),
        ("Everything moves one day later", ""),
        ("Posted Monday, pulled Tuesday. Wait for the new one.", ""),
        ("Lines 2 and 14 are swapped with Lee", ""),
        ("wknd of the 15th: given to Lee", ""),
        ("Dec fifteenth is a half day", "14 D, 16 -"),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_line_without_a_date_leaves_the_days_open_that_it_names(
    line: str, left: str, above: bool
) -> None:
    roster = read(f"{line}\n\n{THREE}" if above else f"{THREE}\n{line}")
    # Above all days a word such as "cancelled" heads them, and below them it takes them back.
    assert days(roster) == left
    assert line in {unread.text for unread in roster.unread if not unread.aside}


@pytest.mark.parametrize(
    "line",
    [
        "Last year's schedule",
        "All of these are noon to midnight now",
        "Start times are now noon",
        "Lee's schedule for your info:",
        "These are the open shifts nobody has taken",
        "PROPOSED SCHEDULE - not final",
        "D shift is now 10a-10p",
        "All shifts are 12p-12a this month",
        "Shifts start at noon now",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_line_about_the_whole_list_leaves_all_its_days_open(line: str, above: bool) -> None:
    roster = read(f"{line}\n{THREE}" if above else f"{THREE}\n{line}")
    assert days(roster) == ""
    assert line in {unread.text for unread in roster.unread if not unread.aside}
    assert {day.day for unread in roster.unread for day in unread.dates} == {14, 15, 16}


def test_a_section_that_is_understood_ends_the_doubt() -> None:
    text = "Last year's schedule\n12/14 9a-9p\n\nMy shifts:\n12/15 9a-9p"
    assert days(read(text)) == "15 D"


@pytest.mark.parametrize(
    "line",
    [
        "Here is your schedule for the next two weeks:",
        "Hi Sam, here are your shifts for December.",
        "Here's your schedule, let me know if you have questions.",
        "Attached are your hours for this pay period",
        "Durham HEART Team Schedule",
        "Night shift schedule",
        "These are your shifts:",
        "All times are Eastern.",
        "All shifts are 12 hours.",
        "Total hours: 24",
        "Schedule subject to change.",
        "Please confirm all your shifts in the app.",
        "Let me know if any of these don't work for you.",
        "Weeks run Sunday through Saturday",
        "Thanks for all you do!",
        "Happy Tuesday!",
        "Have a great weekend!",
        "Team meeting Tuesday at 10:00 AM",
        "Paychecks come on Tuesday",
        "Timesheets are due Tuesday",
        "Reply by Tuesday",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_what_is_beside_the_list_leaves_its_days_as_they_are(line: str, above: bool) -> None:
    text = f"{line}\n\n{THREE}" if above else f"{THREE}\n{line}"
    assert days(read(text)) == "14 D, 15 D, 16 -"


def test_a_letter_that_a_line_gives_other_hours_is_left_open() -> None:
    assert days(read("D shift 10a-10p\n\nMy shifts:\n12/14 D\n12/15 E")) == "15 E"


def test_leave_on_a_weekday_counts_where_leave_is_asked_for() -> None:
    text = f"{THREE}\nVacation on Tuesday"
    assert days(read(text)) == "14 D, 15 D, 16 -"
    asked = read_roster(TextSource(text), QUESTION._replace(changes=True))
    assert days(asked) == "14 D, 16 -"


@pytest.mark.parametrize(
    "line",
    [
        "starts at 10, not 9",
        "start 10",
        "10am start",
        "use 10 for start",
        "10-10 not 9-9",
        "switch days and evenings",
        "reverse D and E",
        "tentative",
    ],
)
def test_what_may_change_all_shifts_below_the_list_leaves_all_open(line: str) -> None:
    assert days(read(f"{THREE}\n{line}")) == ""


@pytest.mark.parametrize(
    "line",
    ["(Alex)", "Above: Alex", "Copy of Alex's schedule", "schedule of Alex", "Alex's schedule"],
)
def test_a_name_below_the_list_may_be_that_of_its_owner(line: str) -> None:
    assert days(read(f"{THREE}\n{line}")) == ""


def test_between_days_it_is_about_the_one_above() -> None:
    first, *others = THREE.splitlines()
    text = "\n".join([first, "starts at 10", *others])
    assert days(read(text)) == "15 D, 16 -"


def test_an_arrow_between_two_days_leaves_both_open() -> None:
    assert days(read(f"{THREE}\nMon 12/14 -> Tue 12/15")) == "16 -"
