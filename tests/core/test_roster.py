"""Rosters as people write them: what is read of them, and what is not, with why."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.edits.edits import new_plan
from heartplanner.core.edits.example import example_plan
from heartplanner.core.finder.roster import (
    Roster,
    only_band,
    read_roster,
    with_rest_free,
    without_band,
)
from heartplanner.core.finder.search import found, search_of, with_roster
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment, Mark, Search

START = date(2025, 7, 28)

READ = [
    ("8/2 9a-9p", "2025-08-02 D"),
    ("8/2/25 9am to 9pm", "2025-08-02 D"),
    ("Sat 8/2, 9-9", "2025-08-02 D"),
    ("Saturday, August 2, 2025: 9 a.m. - 9 p.m.", "2025-08-02 D"),
    ("2025-08-02 0900-2100 Team", "2025-08-02 D"),
    ("2 Aug 09:00 – 21:00", "2025-08-02 D"),
    ("Aug 2nd noon to midnight", "2025-08-02 E"),
    ("8/2 12p-12a", "2025-08-02 E"),
    ("8/2 12-12", "2025-08-02 E"),
    ("8/2 12:00-24:00", "2025-08-02 E"),
    ("8/2 7a-7p", "2025-08-02 S"),
    ("7/31 9a-1p", "2025-07-31 A"),
    ("7/31 1-5", "2025-07-31 A"),
    ("7/31 admin", "2025-07-31 A"),
    ("8/3 off", "2025-08-03 -"),
    ("8/3\tX", "2025-08-03 -"),
    ("8/3 -", "2025-08-03 -"),
    ("8/29 Break, 6 days", "2025-08-29 -"),
    ("8/4 S", "2025-08-04 S"),
    ("8/4 d", "2025-08-04 D"),
    ("8/4 evening shift", "2025-08-04 E"),
    ("8/4 working", "2025-08-04 W"),
    ("8/4 no shift", "2025-08-04 N"),
    ("8/8-8/10 OFF", "2025-08-08 - 2025-08-09 - 2025-08-10 -"),
    ("8/8, 8/10 OFF", "2025-08-08 - 2025-08-10 -"),
    ("Monday, August 4\n9 am - 9 pm", "2025-08-04 D"),
    ("1/5 9a-9p", "2026-01-05 D"),
    ("2025-08-02 09:00-21:00 HEART 9-9", "2025-08-02 D"),
]
UNREAD = [
    ("Fri 8/2 9a-9p", "the date is a Saturday, August 2, 2025"),
    ("8/20 leave", "'leave' says nothing of the rotation"),
    ("8/21 vacation 9a-9p", "'vacation' says nothing"),
    ("8/21 OT 9a-9p", "'ot' says nothing"),
    ("2025-08-21 HEART 9-9 (a guess)", "'guess' says nothing"),
    ("7/1 9a-9p", "before the start, July 28, 2025"),
    ("2/30 off", "2/30 is no date of the calendar"),
    ("9/1 8a-5p", "neither twelve hours nor four"),
    ("9/1 25:00-3:00", "no time of the day"),
    ("9/1 call Lee", "'call' is not known"),
    ("Date  Shift", "it has no date"),
    ("9/1", "it has a date and no hours"),
    ("9/5-9/1 off", "its dates are no range"),
    ("9/1/2500 off", "past the year 2200"),
    ("8/4 9a-9p, 8/5 off", "several dates with words between them"),
    ("8/4 D 8/5 D 8/6 A", "several dates with words between them"),
    ("8/5 12pm to 8/6 12am shift", "several dates with words between them"),
    ("Day shift,08/02/2025,12:00 PM,08/03/2025,12:00 AM", "several dates"),
    ("8/4 not working", "'not' is not known"),
    ("8/4 office closed", "'office' is not known"),
    ("8/4 9a-9p cancelled", "'cancelled' is not known"),
    ("9/1 Labor Day", "'labor' is not known"),
    ("9/1 rest day", "'rest' is not known"),
    ("8/2 a shift", "it says two things"),
    ("8/2 off at 9pm", "'at' is not known"),
    ("8/2 on call", "'call' is not known"),
    ("8/2 8.00-4.00", "neither twelve hours nor four"),
    ("8/4 dentist 10-2", "'dentist' is not known"),
    ("8/4 9a-1p admin, 1p-9p shift", "neither twelve hours nor four"),
    ("Aug 4-6: 9a-9p", "is not known"),
    ("8/4,5,7 9a-9p", "is not known"),
    ("8/4 & 5 9-9", "is not known"),
    ("8/4 9-9 off", "it says two things"),
    ("aug" * 20_000, "too long a line"),
]


@pytest.mark.parametrize(("text", "marks"), READ)
def test_what_is_read(text: str, marks: str) -> None:
    words = marks.split()
    expected = [
        Mark(date.fromisoformat(day), letter)
        for day, letter in zip(words[::2], words[1::2], strict=True)
    ]
    assert read_roster(text, START) == Roster(tuple(expected), ())


@pytest.mark.parametrize(("text", "why"), UNREAD)
def test_what_is_not_read_is_listed_with_why(text: str, why: str) -> None:
    found_ = read_roster(text, START)
    assert found_.marks == ()
    assert len(found_.unread) == 1
    assert found_.unread[0].startswith(text[:50])
    assert why in found_.unread[0]


def test_the_days_between_may_be_free() -> None:
    roster = with_rest_free(read_roster("7/29 9-9\n8/1 9-9", START))
    assert "".join(mark.letter for mark in roster.marks) == "D--D"
    assert with_rest_free(Roster((), ())) == Roster((), ())
    unclear = with_rest_free(read_roster("8/4 9-9\n8/5 vacation\n8/6 9a-5p\n8/8 9-9", START))
    assert [mark.date.day for mark in unclear.marks if mark.letter == "-"] == [7]


def test_a_year_that_is_missing_is_the_nearest() -> None:
    text = "11/24 9a-9p\n1/5 off\n6/1 off"
    found_ = read_roster(text, START, date(2026, 11, 24))
    assert [str(mark.date) for mark in found_.marks] == ["2026-06-01", "2026-11-24", "2027-01-05"]


def test_a_long_text_is_read_up_to_a_limit() -> None:
    found_ = read_roster("8/2 9a-9p\n" * 4000, START)
    assert len(found_.marks) == 1
    assert "only 3000 lines are read" in found_.unread[0]


def test_one_band_is_told_and_two_are_not() -> None:
    evenings = read_roster("7/29 noon-midnight\n7/31 admin", START)
    assert only_band(evenings) is Band.EVENING
    assert only_band(read_roster("7/29 9-9\n7/30 noon-midnight", START)) is None
    assert only_band(read_roster("7/31 admin", START)) is None
    assert [mark.letter for mark in without_band(evenings).marks] == ["S", "A"]


def test_a_roster_of_evenings_assigns_evenings() -> None:
    at = example_plan().history[0].at
    plan = new_plan("p", Assignment(START), at)
    after = with_roster(plan, read_roster("7/29 noon-midnight\n7/31 admin", START), at)
    assert after.assignments[0].band is Band.EVENING
    assert [mark.letter for mark in search_of(after).marks] == ["S", "A"]
    mixed = with_roster(plan, read_roster("7/29 9-9\n7/30 noon-midnight", START), at)
    assert mixed.assignments[0].band is Band.DAY
    assert [mark.letter for mark in search_of(mixed).marks] == ["D", "E"]


def test_six_weeks_of_a_roster_lead_to_one_rotation() -> None:
    lines = []
    weeks = ("-SSAS--", "-SSAS--", "---ASSS", "-SSAS--", "SSSA---", "---ASSS")
    for n, letter in enumerate("".join(weeks)):
        day = date.fromordinal(START.toordinal() + n)
        if letter != "-":
            lines.append(f"{day:%m/%d} {'9a-9p' if letter == 'S' else '9a-1p'}")
    roster = with_rest_free(read_roster("\n".join(lines), START))
    assert roster.unread == ()
    assert found(Search(START, roster.marks)).total == 1
