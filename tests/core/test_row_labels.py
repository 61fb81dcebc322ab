"""Tables of several people: what stands beside or above a day and may take it back."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.rest_free import with_rest_free
from heartplanner.core.roster.review import without_lines
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import Table, TableSource, TextSource

TODAY = date(2026, 11, 28)
QUESTION = RosterQuestion(date(2025, 7, 28), TODAY, name="Reyes")
GRID = "Name\t12/14\t12/15\t12/16\nReyes\tD\tD\tE\nKim\tE\tE\tD"
ALL = "14 D, 15 D, 16 E"


def read(text: str, name: str = "Reyes", *, changes: bool = False) -> Roster:
    return read_roster(TextSource(text), QUESTION._replace(name=name, changes=changes))


def told(roster: Roster) -> str:
    return ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings)


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Fri 12/25", "25 D, "),
        ("Fri 12/25 Christmas", "25 D, "),
        ("Christmas Day 12/25", "25 D, "),
        ("Fri 12/25 X-mas", "25 D, "),
        ("Fri 12/25 payday", "25 D, "),
        ("Fri 12/25 New Year's Eve", "25 D, "),
        ("Fri 12/25 (closed)", ""),
        ("(closed) 12/25", ""),
        ("Fri 12/25 (1.5x)", ""),
        ("Fri 12/25 Inservice", ""),
    ],
)
def test_a_date_with_words_above_a_column_is_read_or_listed(heading: str, day: str) -> None:
    text = f"Name\tThu 12/24\t{heading}\tSat 12/26\nReyes\tD\tD\tE\nKim\tE\tE\tD"
    roster = with_rest_free(read(text))
    assert told(roster) == f"24 D, {day}26 E"
    assert bool(day) == (not any(line.text == "D" for line in roster.unread))


def test_a_column_without_a_date_among_dates_frees_no_day() -> None:
    roster = with_rest_free(read("Name\t12/24\tXmas\t12/26\nReyes\tD\tD\tE\nKim\tE\tE\tD"))
    assert told(roster) == "24 D, 26 E"
    assert [(line.line, line.text) for line in roster.unread] == [(2, "D")]


def test_a_weekday_with_words_above_a_week_frees_no_day() -> None:
    text = "Week\tMon\tTue (closed)\tWed\tThu\tFri\tSat\tSun\n12/14/2026\tD\tD\tD\t\t\t\t"
    assert told(with_rest_free(read(text, ""))) == "14 D, 16 D"


@pytest.mark.parametrize(
    ("remark", "days"),
    [
        ("", ALL),
        ("36 hrs", ALL),
        ("Bring your badge", ALL),
        ("Kim has Tue", ""),
        ("off 12/15", ""),
        ("DRAFT", ""),
        ("on leave from 12/15", ""),
    ],
)
def test_a_remark_beside_a_row_leaves_its_days_open(remark: str, days: str) -> None:
    head, own, other = GRID.split("\n")
    roster = read(f"{head}\tRemarks\n{own}\t{remark}\n{other}\t")
    assert told(roster) == days
    assert told(without_lines(roster, {2})) == ("" if days else ALL)


def test_a_remark_beside_a_week_leaves_its_days_open() -> None:
    head = "Week of\tMon\tTue\tWed\tThu\tFri\tSat\tSun\tNotes"
    text = f"{head}\n12/14/2026\tD\tD\tD\t\t\t\t\tKim has Tue\n12/21/2026\t\tE\tE\tE\t\t\t\t"
    assert told(read(text, "")) == "22 E, 23 E, 24 E"


@pytest.mark.parametrize(
    ("row", "days"),
    [
        ("Open\t9a-9p\t9a-9p\t", ALL),
        ("Lee\tKim\t\t", ALL),
        ("REVISED\t\tReyes E\t", ""),
        ("Reyes new\t\tE\tD", ""),
        ("Swaps\t\tR/K\t", ""),
        ("Updates: Reyes is off\t\t\t", ""),
        ("Reyes out Tue", ""),
        ("*Tue = Kim", ""),
        ("Out\t\tReyes\t", "14 D, 16 E"),
        ("Events\t\tCity holiday - closed\t", "14 D, 16 E"),
        ("Lee\t\tcovers Reyes\t", "14 D, 16 E"),
        ("Lee\t\tReyes D\t", "14 D, 16 E"),
        ("\t\tR>K\t", "14 D, 16 E"),
        ("\tclosed\tclosed\tclosed", ""),
        ("Closed\t\tX\t", "14 D, 16 E"),
        ("Holiday (no ops)\t\t*\t", "14 D, 16 E"),
        ("Sick\t\tReyes\t", "14 D, 16 E"),
        ("PTO\t\t12\t", "14 D, 16 E"),
        ("Everyone\t\toff\t", "14 D, 16 E"),
        ("ALL\t\tTraining\t", "14 D, 16 E"),
    ],
)
def test_a_row_that_may_be_about_the_one_asked_for_leaves_days_open(row: str, days: str) -> None:
    assert told(read(f"{GRID}\n{row}")) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Name,Date,Shift,For\nReyes,12/14/2026,D,\nReyes,12/15/2026,D,\nKim,12/15/2026,D,Reyes", "14 D"),
        ("Reyes\n12/14 9a-9p\n12/15 9a-9p\nKim\n12/15 9a-9p covers for Reyes", "14 D"),
        ("Name,Date,Shift\nReyes,12/14/2026,D\nReyes,12/15/2026,D\nStaff,12/15/2026,off", "14 D"),
        ("Name,Date,Shift\nReyes,12/14/2026,D\nReyes,12/15/2026,D\n,12/15/2026,off", "14 D"),
        ("Name,Date,Shift\nReyes,12/14/2026,D\nReyes,12/15/2026,D\n,12/15/2026,D", "14 D, 15 D"),
        ("Name,Date,Shift,Change\nReyes,12/14/2026,D,\nReyes,12/15/2026,D,-", "14 D"),
        ("Date,Shift,red = on leave\n12/14,D,\n12/15,D,", ""),
    ],
)  # fmt: skip
def test_a_line_that_may_be_about_the_one_asked_for_leaves_days_open(text: str, days: str) -> None:
    assert told(read(text)) == days


def test_a_state_in_brackets_beside_a_name_leaves_its_days_open() -> None:
    marked = GRID.replace("Reyes", "Reyes (LOA)")
    assert told(read(marked, changes=True)) == ""
    assert told(read(GRID.replace("Reyes", "Reyes (EMT)"), changes=True)) == ALL


DAYS = ("12/14", "12/15", "12/16")


@pytest.mark.parametrize(
    ("line", "name", "days"),
    [
        ("{} 9a-9p HEART CRT Reyes", "Reyes", "14 D, 15 D, 16 D"),
        ("{} 9a-9p Kim", "", "14 D, 15 D, 16 D"),
        ("{} 9a-9p Kim", "Reyes", ""),
        ("Kim: {} 9a-9p", "Reyes", ""),
        ("{} 9a-9p @Kim", "Reyes", ""),
        ("{} 9a-9p Kim Reyes", "Reyes", ""),
        ("{}\t9a-9p\tKim", "Reyes", ""),
        ("{} 9a-9p Canx", "", ""),
        ("{} 9a-9p UTC", "", ""),
        ("{} 9a-9p Wife", "", ""),
    ],
)
def test_a_word_on_every_line_is_left_out_only_if_it_is_known(
    line: str, name: str, days: str
) -> None:
    assert told(read("\n".join(line.format(day) for day in DAYS), name)) == days


def test_lines_without_the_name_asked_for_are_nobodys_where_others_have_it() -> None:
    assert told(read("12/14 Reyes 9a-9p\n12/15 9a-9p\n12/16 Reyes 9a-9p")) == "14 D, 16 D"
    pairs = "12/14 Reyes 9a-9p Kim 12p-12a\n12/15 Kim 9a-9p Reyes 12p-12a\n12/16 Kim 9a-9p"
    assert told(read(pairs)) == ""
    assert told(read("12/14 9a-9p Kim\n12/15 9a-9p")) == ""
    assert told(read("12/14 9a-9p swap w/ Kim\n12/15 9a-9p")) == "15 D"


@pytest.mark.parametrize("heading", ["Assigned To", "Assigned", "Agent"])
def test_a_row_that_is_assigned_to_nobody_is_nobodys(heading: str) -> None:
    rows = "12/14/2026,09:00,21:00,{0}\n12/15/2026,09:00,21:00,\n12/16/2026,12:00,24:00,{0}"
    head = f"Date,Start,End,{heading}\n"
    assert told(read(head + rows.format("Reyes"))) == "14 D, 16 E"
    assert told(read(head + rows.format("Kim"))) == ""


def test_a_sheet_or_a_heading_of_another_is_not_read() -> None:
    rows = ((1, ("Date", "Shift")), (2, ("12/14/2026", "D")))
    named = TableSource((Table(rows, "Kim"),))
    assert told(read_roster(named, QUESTION)) == ""
    assert told(read_roster(named, QUESTION._replace(name="Kim"))) == "14 D"
    assert told(read("KIM LEE - EMT\n12/14 9a-9p\n12/15 9a-9p")) == ""


def test_in_and_out_for_two_people_are_not_taken_for_one() -> None:
    head = "\tKim\t\tReyes\t\nDate\tIn\tOut\tIn\tOut"
    assert told(read(f"{head}\n12/14/2026\t9:00\t21:00\t\t\n12/15/2026\t\t\t9:00\t21:00")) == ""


@pytest.mark.parametrize("line", ["Option B", "Sorry!", "Whoops"])
def test_a_line_of_no_name_is_not_taken_for_one(line: str) -> None:
    roster = read(f"{line}\n12/14 9a-9p\n12/15 9a-9p", "")
    assert (told(roster), roster.unread[0].text) == ("", line)
    assert told(without_lines(roster, {1})) == "14 D, 15 D"


def test_a_time_zone_beside_a_heading_is_no_person() -> None:
    roster = read("Date,Start (UTC),End (UTC)\n12/14/2026,14:00,02:00", "")
    assert (roster.readings, roster.doubts.people) == ((), ())
