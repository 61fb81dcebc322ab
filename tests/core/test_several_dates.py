"""Lines with several dates: a shift is given to no date that has lost its own."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

START = date(2025, 7, 28)
TODAY = date(2026, 11, 20)


def read(text: str) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, TODAY))


def letters(roster: Roster) -> str:
    return " ".join(f"{each.date.day}{each.letter}" for each in roster.readings)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12/7 D, 12/8 -, 12/9 E", "7D 8- 9E"),
        ("12/7 -, 12/8 --, 12/9 E", "7- 8- 9E"),
        ("12/7: D; 12/8: \u2013; 12/9: E", "7D 8- 9E"),
        ("12/7 D | 12/8 \u2014 | 12/9 E", "7D 8- 9E"),
        ("Mon 12/7 9a-9p / Tue 12/8 - / Wed 12/9 12p-12a", "7D 8- 9E"),
        ("12/7 D and 12/8 - and 12/9 E", "7D 8- 9E"),
        ("12/7 D  12/8 -  12/9 E  12/10 -  12/12 D", "7D 8- 9E 10- 12D"),
        ("Dec 7: D, Dec 8: -, Dec 9: -", "7D 8- 9-"),
        ("2026-12-07 D, 2026-12-08 -, 2026-12-09 E", "7D 8- 9E"),
        ("Week of 12/7\nMon D, Tue -, Wed E, Thu -, Fri A", "7D 8- 9E 10- 11A"),
        ("2026-12-07 -\t2026-12-08 D", "7- 8D"),
        # What surely joins dates still does.
        ("12/7, 12/8 off", "7- 8-"),
        ("12/7 D, 12/8-12/10 off", "7D 8- 9- 10-"),
        ("12/7 and 12/8 D, 12/9 E", "7D 8D 9E"),
    ],
)
def test_a_dash_in_the_place_of_a_shift_is_a_free_day(text: str, days: str) -> None:
    roster = read(text)
    assert (letters(roster), roster.unread) == (days, ())


@pytest.mark.parametrize(
    "text",
    [
        "12/7 D 12/8 12/9 E",
        "12/7 D 12/8 - 12/9 E",
        "12/7 D, 12/8, 12/9 E",
        "12/7: , 12/8: D",
        "12/7: / 12/8: D",
        "12/7,D,12/8,-,12/9,E",
        "12/7 D, 12/8 (-), 12/9 E",
        "12/7 D, 12/8 ., 12/9 E",
        '12/7 D, 12/8 "", 12/9 E',
        "12/8 -  12/9 E",
        "Week of 12/7\nMon D Tue - Wed E",
        "Week of 12/7: Mon D, Tue -, Wed E",
    ],
)
def test_a_date_without_a_shift_of_its_own_takes_no_other_ones(text: str) -> None:
    roster = read(text)
    assert not roster.readings
    assert [line.line for line in roster.unread if not line.aside]
