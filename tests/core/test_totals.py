"""Totals that do not agree with the days that are read: then a line may have been read wrongly."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import TextSource

QUESTION = RosterQuestion(date(2025, 7, 28), date(2026, 11, 28))
THREE = "Mon 12/14 9a-9p\nTue 12/15 9a-9p\nWed 12/16 9a-1p admin\n"


@pytest.mark.parametrize(
    ("total", "count"),
    [
        ("Total: 0 hrs", 0),
        ("Total shifts: 4", 0),
        ("Total 36 hrs", 0),
        ("Total: 28 hrs (4 shifts)", 0),
        ("Total: 28 hrs (2 shifts)", 3),
        ("Total hours: 24", 3),
        ("Total shifts: 3", 3),
        ("Total: 28", 3),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_total_counts_the_days_that_are_read(total: str, count: int, above: bool) -> None:
    text = f"{total}\n\n{THREE}" if above else f"{THREE}\n{total}"
    assert len(read_roster(TextSource(text), QUESTION).readings) == count


def test_each_total_is_that_of_the_days_since_the_one_before() -> None:
    text = f"{THREE}Total: 28 hrs\n\nMon 12/21 9a-9p\nTotal: 12 hrs\n"
    assert len(read_roster(TextSource(text), QUESTION).readings) == 4
    # A line that is not understood may have the rest.
    text = f"{THREE}Thu 12/17 9a-9p Mo\n\nTotal: 40 hrs"
    assert len(read_roster(TextSource(text), QUESTION).readings) == 3
