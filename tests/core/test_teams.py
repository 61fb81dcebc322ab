"""Rosters of several teams."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource


def read(text: str, name: str) -> Roster:
    question = RosterQuestion(date(2025, 7, 28), date(2026, 11, 28), name=name)
    return read_roster(TextSource(text), question)


@pytest.mark.parametrize(
    "text",
    [
        "Date,Team,Shift\n12/14/2026,1,D\n12/15/2026,2,D\n12/16/2026,1,E",
        "Date,Unit,Shift\n12/14/2026,HEART 1,D\n12/15/2026,HEART 2,D\n12/16/2026,HEART 1,E",
        "12/14 Team 1 9a-9p\n12/15 Team 2 9a-9p\n12/16 Team 1 12p-12a",
        "TEAM 1\n12/14 9a-9p\n12/16 12p-12a\nTEAM 2\n12/15 9a-9p",
        "Week of\tMon\tTue\tWed\tThu\tFri\tSat\tSun\tTeam\n12/14/2026\tD\t\tE\t\t\t\t\t1\n"
        "12/21/2026\t\tE\tE\tE\t\t\t\t2",
    ],
)
def test_of_several_teams_none_is_read_until_one_is_named(text: str) -> None:
    for name in ("", "Reyes"):
        assert read(text, name).readings == ()
    own = read(text, "Team 1").readings
    assert [(each.date.day, each.letter) for each in own if each.date.day <= 16] == [
        (14, "D"),
        (16, "E"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("East Team", "West Team"),
        ("Group 1: Sam, Jo", "Group 2: Ana, Kim"),
        ("Car 1", "Car 2"),
        ("North", "South"),
        ("Durham Central", "Durham East"),
        ("Crisis Response", "Community Response"),
    ],
)
def test_days_below_two_groups_headings_are_nobodys(first: str, second: str) -> None:
    for name in ("", "Kim"):
        assert read(f"{first}\n12/14 9a-9p\n12/15 off\n{second}\n12/16 off", name).readings == ()
    assert len(read(f"{first}\n12/14 9a-9p\n12/15 off", "").readings) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Team North 12/13 9a-9p\nTeam South 12/15 9a-9p",
        "Team North\n12/13 9a-9p\nTeam South\n12/15 9a-9p",
        "Team 1: 12/13 9a-9p, 12/14 off\nTeam 2: 12/15 9a-9p",  # the first is not understood
    ],
)
def test_teams_on_their_lines_are_several_too(text: str) -> None:
    assert not any(read(text, name).readings for name in ("", "Kim"))


def test_one_team_on_every_line_says_nothing() -> None:
    roster = read("12/14 Team 1 9a-9p\n12/15 Team 1 9a-9p\n12/16 Team 1 9a-9p", "")
    assert (len(roster.readings), roster.unread) == (3, ())
