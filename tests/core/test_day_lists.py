"""Lists of people below a date, as staffing programs print them, and dates that stand once for several."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.rest_free import with_rest_free
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

START = date(2025, 7, 28)
TELESTAFF = """Roster for Monday, August 4, 2025
HQ
H1
Responder   Lee, Sam      09:00 - 21:00  12.00
Responder   Park, Jo      12:00 - 00:00  12.00

Roster for Tuesday, August 5, 2025
HQ
Responder   Park, Jo      09:00 - 21:00  12.00

Roster for Wednesday, August 6, 2025
H2
Responder   Lee, Sam      12:00 - 00:00  12.00
"""
DATE_ONCE = """Date,Name,Shift
8/4/2025,Sam Lee,9a-9p
,Jo Park,12p-12a
8/5/2025,,
,Jo Park,off
,Sam Lee,off
"""


def read(text: str, name: str = "") -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, START, name=name))


def told(roster: Roster) -> str:
    return ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TELESTAFF, "4 D, 6 E"),
        (DATE_ONCE, "4 D, 5 -"),
        ("8/4/2025,,\nSam Lee,09:00,21:00\nJo Park,12:00,00:00\n8/5/2025,,\nSam Lee,off,", "4 D, 5 -"),
        ("8/4\nSam Lee 9a-9p\nJo Park 12p-12a\n8/5\nSam Lee 9a-9p (swap)\nJo Park 9a-9p", "4 D"),
        ("8/4\nSam Lee 9a-9p\nJo Park 12p-12a\n8/5\nSam Lee 9a-9p\nJo Park off\nSam Lee off", "4 D"),
        ("8/4\nSam Lee 9a-9p\nJo Park 12p-12a\nSam is sick\n8/5\nSam Lee 9a-9p\nJo Park off", "5 D"),
        ("8/4\nSam Lee 9a-9p\nJo Park 12p-12a\nSam\n8/5\nSam Lee 9a-9p\nJo Park off", "5 D"),
        ("8/4\nSam Lee 9a-9p\nJo Park for Sam Lee 9a-9p\n8/5\nSam Lee 9a-9p\nJo Park off", "5 D"),
        ("Date,Name,Shift\n8/4,Sam Lee,D\n8/5,Sam Lee,D\n8/5,Jo for Sam Lee,D", "4 D"),
    ],
)  # fmt: skip
def test_below_a_date_only_the_days_of_the_one_asked_for_are_read(text: str, expected: str) -> None:
    assert told(read(text, "Sam Lee")) == expected


@pytest.mark.parametrize("text", [TELESTAFF, DATE_ONCE])
def test_without_a_name_the_people_below_a_date_are_named(text: str) -> None:
    roster = read(text)
    assert (told(roster), len(roster.doubts.people)) == ("", 2)


def test_stations_between_names_leave_a_day_free_on_which_one_is_not_named() -> None:
    roster = with_rest_free(read(TELESTAFF, "Sam Lee"))
    assert told(roster) == "4 D, 5 -, 6 E"
    assert {line.text for line in roster.unread if line.aside} == {"HQ", "H1", "H2"}


def test_lines_below_a_date_that_name_nobody_are_no_list_of_people() -> None:
    roster = read("8/4\n9a-9p\nHQ\n\n8/5\n9a-9p\nHQ")
    assert (told(roster), roster.doubts.people) == ("4 D, 5 D", ())


def test_what_a_heading_may_take_back_is_never_a_colleagues() -> None:
    below = "Canceled\n8/5\nSam Lee 9a-9p\nJo Park 12p-12a\n8/6\nJo Park 9a-9p"
    text = f"8/4\nSam Lee 9a-9p\nJo Park 12p-12a\n\n{below}"
    roster = read(text, "Sam Lee")
    assert told(roster) == "4 D"
    assert [line.held.letter for line in roster.unread if line.held] == ["D"]
    assert not any("Jo" in line.text for line in roster.unread)
