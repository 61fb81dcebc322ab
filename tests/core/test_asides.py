"""Lines that tell of no day: when a range of dates is taken for that of the whole roster."""

from __future__ import annotations

from datetime import date, timedelta

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

START = date(2025, 7, 28)
SQUAD = "Squad 2, Aug 4 - Aug 10\n"


def read(text: str) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, START))


def test_a_range_with_one_other_line_in_it_leaves_its_days_open() -> None:
    (line,) = read(SQUAD + "Aug 5 9a-9p").unread
    assert not line.aside
    assert line.dates == tuple(date(2025, 8, 4) + timedelta(days=n) for n in range(7))


def test_a_range_with_two_other_lines_in_it_is_that_of_the_roster() -> None:
    (line,) = read(SQUAD + "Aug 5 9a-9p\nAug 7 off").unread
    assert (line.aside, line.dates) == (True, ())
    assert line.why == "it names the dates of the whole roster, and says nothing of a single day"
