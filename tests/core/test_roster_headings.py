"""Labels and headings that take days back, or leave open whose or which they are: such days are listed."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import (
    LONGEST_LINE,
    MOST_CELLS,
    Table,
    TableSource,
    TextSource,
)

START = date(2025, 7, 28)


def read(text: str) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, START))


def told(roster: Roster) -> str:
    """2 D, 3 -: the day of the month and its letter."""
    return ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings)


def listed(roster: Roster) -> str:
    """The days of the month that are listed, in order."""
    days = sorted({day for each in roster.unread for day in each.dates})
    return " ".join(str(day.day) for day in days)


TABLES = [
    ("\t8/11\t8/12\t8/13\nCancelled\t9a-9p\t\t12p-12a", "", "11 13"),
    ("\t8/11\t8/12\nOpen shifts\t9a-9p\t9a-9p", "", "11 12"),
    ("\t8/11\t8/12\nNot available\t9a-9p\t9a-9p", "", "11 12"),
    ("\t8/11\t8/12\nUnassigned\t9a-9p\t9a-9p", "", "11 12"),
    ("\t8/11\t8/12\nVacation\t9a-9p\t9a-9p", "", "11 12"),
    ("Cancelled\t8/11\t8/12\nLee\t9a-9p\t9a-9p", "", "11 12"),
    ("Date\tAvailable\n8/11\t9a-9p\n8/13\t12p-12a", "", "11 13"),
    ("Date\tShift\tCancelled\n8/14\t9a-9p\tno\n8/15\t9a-9p\tyes", "14 D", "15"),
    ("Date,8/11,8/12,8/13\nShift,9a-9p,off,\nOT,,12p-12a,9a-9p", "11 D, 12 -", "12 13"),
    ("Date,Shift,OT\n8/14,9a-9p,0\n8/15,,9a-9p", "14 D", "15"),
    ("Date,Shift,Date,Shift\n8/12,off,8/26,off\n8/13,-,8/27,A", "", "12 13 26 27"),
    ("Date,Shift,Date,Shift\n8/12,off,,\n,,8/27,A", "12 -, 27 A", ""),
    ("Date,Start,End,Date,Start,End\n8/12,9a,9p,8/26,12p,12a", "", "12 26"),
    ("Date,In,Out,In,Out\n8/13,9:00 AM,1:00 PM,2:00 PM,9:00 PM", "", "13"),
    ("Date,Start,End,Start Time,End Time\n8/13,9:00 AM,9:00 PM,12:00 PM,12:00 AM", "", "13"),
    ("Date,Lee,Date,Lee Park\n8/13,D,8/14,off", "", "13 14"),
    ("Date,Shift,Role\n8/13,9a-9p,Sub for Sam\n8/14,9a-9p,EMT", "14 D", "13"),
    ("Date,Shift,Role\n8/13,9a-9p,Unassigned\n8/14,9a-9p,Trainee", "", "13 14"),
    ("Date,Shift,Location\n8/13,9a-9p,Excused\n8/14,9a-9p,Furlough", "", "13 14"),
    ("8/4, 8/5\n9a-9p\n8/6, 8/7\n12p-12a", "", "4 5 6 7"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "days"), TABLES)
def test_labels_of_tables_that_leave_a_day_open(text: str, expected: str, days: str) -> None:
    roster = read(text)
    assert (told(roster), listed(roster)) == (expected, days)


@pytest.mark.parametrize("separator", ["|", "\t", ",", ";", " "])
def test_of_a_line_of_a_megabyte_no_more_is_cut_than_shows_its_length(separator: str) -> None:
    from heartplanner.core.roster.shapes.tables.rows import rows_of_text

    lines = [f"8/13{separator}9a-9p"] * 4
    rows = rows_of_text("\n".join([*lines, separator.join("x" * 100_000)]))
    assert max(len(row.cells) for row in rows) <= max(MOST_CELLS, LONGEST_LINE) + 1
    assert [row.is_too_long for row in rows] == [False] * 4 + [True]


LINES = [
    ("Off\nAug 13\nDay shift\nAug 14\nEvening shift\nAug 15\nAdmin\nAug 16", "", "13 14 15 16"),
    ("9a-9p:\n8/13, 8/14\n12p-12a:\n8/15, 8/16", "", "13 14 15 16"),
    ("Days off:\n8/13\n8/14\nWorking:\n8/15\n8/16", "", "13 14 15 16"),
    ("Out:\n8/13\n8/14\nWorking:\n8/15\n8/16", "", "13 14 15 16"),
    ("9a-9p\nWed 8/13\n12p-12a\nThu 8/14", "", "13 14"),
    ("8/13\n8/14\n9a-9p", "", "13 14"),
    ("8/13\n9a-9p\n8/14\noff", "13 D, 14 -", ""),
    ("9a-9p:\n8/13 9a-9p\n8/14 off", "13 D, 14 -", ""),
    ("Cancelled:\n8/13 9a-9p\n8/14 9a-9p", "", "13 14"),
    ("CANCELLED SHIFTS\n8/13 9a-9p\n8/14 9a-9p", "", "13 14"),
    ("DRAFT - do not use\n\n8/13 9a-9p\n\n8/14 9a-9p", "", "13 14"),
    ("DRAFT - do not use\nDate\tShift\n8/13\t9a-9p", "", "13"),
    ("Open shifts:\n8/13 9a-9p\n\nMy shifts:\n8/14 9a-9p", "14 D", "13"),
    ("8/13 9a-9p\n\nSam has this one:\n8/14 9a-9p", "13 D", "14"),
    ("8/13 9a-9p\n\nOn call:\n8/14 9a-9p", "13 D", "14"),
    ("8/13 9a-9p\n8/14 9a-9p\nAll shifts this week are cancelled.", "", "13 14"),
    ("8/13 9a-9p\n8/14 9a-9p\n\nCancelled.", "", "13 14"),
    ("8/13 9a-9p\ncancelled\n8/14 9a-9p\n\n8/15 off", "15 -", "13 14"),
    ("Hi Lee, here is your schedule:\n8/13 9a-9p\n\nCall Dana if it is not right.", "13 D", ""),
    ("Lee's shifts:\n8/13 9a-9p", "", "13"),
    ("8/13 9a-9p\n\nSam's shifts:\n8/14 9a-9p", "13 D", "14"),
    ("8/13 9a-9p\n\nThe above is cancelled, new dates:\n8/14 off", "", "13 14"),
    ("September 2025\n29 9a-9p\n30 off\n1 9a-9p\n2 12p-12a", "29 D, 30 -", "1 2 1 2"),
    ("September 2025\n15 Mon 9a-9p\n8 Mon 9a-9p", "8 D, 15 D", ""),
    ("August 2025\n29 9a-9p\nSeptember 2025\n1 off", "29 D, 1 -", ""),
    ("8/13 9a-9p\n8/14 off\n\nDisregard 8/13.", "14 -", "13"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "days"), LINES)
def test_headings_that_leave_a_day_open(text: str, expected: str, days: str) -> None:
    roster = read(text)
    assert (told(roster), listed(roster)) == (expected, days)


@pytest.mark.parametrize("name", ["Cancelled", "Old", "Draft", "Template"])
def test_a_sheet_whose_name_takes_it_back_is_listed(name: str) -> None:
    rows = ((1, ("Date", "Shift")), (2, ("8/13", "9a-9p")))
    other = ((1, ("Date", "Shift")), (2, ("8/14", "off")))
    source = TableSource((Table(rows, name), Table(other, "Sheet2")))
    roster = read_roster(source, RosterQuestion(START, START))
    assert (told(roster), listed(roster)) == ("14 -", "13")
