"""Weeks of which the days are letters."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import TextSource

QUESTION = RosterQuestion(date(2025, 7, 28), date(2026, 11, 28))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # December 7, 2026 is a Monday, so which Sunday stands above it is not clear.
        (
            "Week of 12/7\nSu off\nM 9a-9p\nT 9a-9p\nW off\nTh off\nF 12p-12a\nSa off",
            "7 D, 8 D, 9 -, 10 -, 11 E, 12 -",
        ),
        (
            "Week of 12/6\nS off\nM 9a-9p\nT off\nW off\nR off\nF off\nS 9a-9p",
            "6 -, 7 D, 8 -, 9 -, 10 -, 11 -, 12 D",
        ),
        ("Week of 12/7\nM: D\nT: E\nW: off\nT: D\nF: off", "7 D, 8 E, 9 -, 10 D, 11 -"),
        # Three letters alone may be anything, and so may those out of their order.
        ("Week of 12/7\nM 9a-9p\nT 9a-9p\nW off", ""),
        ("Week of 12/7\nT 9a-9p\nM 9a-9p\nW off\nT off\nF off", ""),
        # Nothing says of which week these are.
        ("M 9a-9p\nT 9a-9p\nW off\nTh off\nF off", ""),
        ("Next week: Mon 9a-9p, Tue off", ""),
        ("This week\nMon 9a-9p\nTue off\nNext week\nMon 12p-12a", ""),
        ("Mon 14th 9a-9p\nTue 15th off", ""),
        ("December 2026\nMon 14th 9a-9p\nTue 15th off", "14 D, 15 -"),
    ],
)
def test_letters_are_weekdays_where_a_whole_week_of_them_stands(text: str, days: str) -> None:
    roster = read_roster(TextSource(text), QUESTION)
    assert ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings) == days
    told = {each.line for each in roster.readings} | {line.line for line in roster.unread}
    said = {n for n, line in enumerate(text.splitlines(), 1) if not line.startswith("Week of")}
    assert told >= said - ({1} if text.startswith("December") else set())
