"""Rosters as tables: each cell belongs to its own day, and a blank cell says nothing."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.harmless.harmless import is_harmless
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.shapes.tables.rows import LONGEST_ROW, rows_of_text
from heartplanner.core.roster.source import Table, TableSource, TextSource

START = date(2025, 7, 28)


def read(text: str, name: str = "") -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, START, name=name))


def told(roster: Roster) -> str:
    """2 D, 3 -: the day of the month and its letter."""
    return ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings)


MONTH = """August 2025
Sun\tMon\tTue\tWed\tThu\tFri\tSat
27\t28\t29\t30\t31\t1\t2
\t\t9-9\t9-9\tadmin\t\t9-9
3\t4\t5\t6\t7\t8\t9
9-9\t\t\tD\t\tOff\t
"""
BLANKS = """August 2025
 Sun    Mon    Tue    Wed    Thu    Fri    Sat
                                     1      2
                                    9-9
  3      4      5      6      7      8      9
 off           9-9    9-9    A              off
"""
IN_CELLS = """August 2025
Mon,Tue,Wed,Thu,Fri,Sat,Sun
,,,,1 9-9,2 off,3 off
4 A,5,6 12-12,7,8 9-9,9,10
"""
COLUMNS = """Date,Day,Start,End,Hours,Location,Notes
08/02/2025,Sat,9:00 AM,9:00 PM,12.0,HQ,
08/03/2025,Sun,12:00 PM,12:00 AM,12.0,HQ,
08/04/2025,Mon,Off,,,,
08/05/2025,Wed,9:00 AM,9:00 PM,12.0,HQ,
08/06/2025,Wed,9:00 AM,9:00 PM,12.0,HQ,training
08/07/2025,Thu,9:00 AM,9:00 PM,8.0,HQ,
08/08/2025,Fri,9:00 AM,9:00 PM,12.0,canceled,
08/09/2025,Sat,9:00 AM,,,HQ,
"""
PEOPLE = """Name\t8/2\t8/3\t8/4
Lee Park\t9-9\t\tOff
Sam Ray\toff\t9-9\t9-9
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8/2/2025\t8/3/2025\t8/4/2025\n9-9\t\t9-9", "2 D, 4 D"),
        ("Sat 8/2\tSun 8/3\tMon 8/4\nD\t-\tA", "2 D, 3 -, 4 A"),
        ("Mon Tue Wed Thu Fri\n8/4 8/5 8/6 8/7 8/8\n9-9 off 9-9 A off", "4 D, 5 -, 6 D, 7 A, 8 -"),
        ("8/4\t8/5\t8/6\nMon\tTue\tWed\n9-9\toff\tA", "4 D, 5 -, 6 A"),
        ("\t8/4\t8/5\nStart\t9:00 AM\t12:00 PM\nEnd\t9:00 PM\t12:00 AM", "4 D, 5 E"),
        ("August 2025\n\t4\t5\t6\t7\t8\nLee\tD\t\tE\tA\toff", "4 D, 6 E, 7 A, 8 -"),
        (MONTH, "29 D, 30 D, 31 A, 2 D, 3 D, 6 D, 8 -"),
        (BLANKS, "1 D, 3 -, 5 D, 6 D, 7 A, 9 -"),
        (IN_CELLS, "1 D, 2 -, 3 -, 4 A, 6 E, 8 D"),
        ("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n8/4,off,9-9,9-9,A,9-9,,", "4 -, 5 D, 6 D, 7 A, 8 D"),
        ("Week of\tSun\tMon\tTue\tWed\tThu\tFri\tSat\n8/3\toff\t9-9\t\tA\t\t\t", "3 -, 4 D, 6 A"),
        ("Week of 8/4\nM\tT\tW\tT\tF\tS\tS\n9-9\t\toff\tA\t\t\t", "4 D, 6 -, 7 A"),
        ("Week ending,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n8/17,off,9-9,9-9,A,,,", "11 -, 12 D, 13 D, 14 A"),
        ("Week ending,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n8/10/2025,off,9-9,,A,,,", "4 -, 5 D, 7 A"),
        ("| Date | Shift |\n|---|---|\n| Sat 8/2 | 9a-9p |\n| Sun 8/3 | off |", "2 D, 3 -"),
        ("Date  Start  End\n8/2/2025  9:00 AM  9:00 PM\n8/3/2025  12:00 PM  12:00 AM", "2 D, 3 E"),
        ("Date\tLee\n8/2\t9-9\n8/3\toff", "2 D, 3 -"),
        ("Day;Shift\n02.08.2025;9-21\n13.08.2025;off", "2 D, 13 -"),
        ('"Aug 2, 2025",9:00 AM,9:00 PM\n"Aug 3, 2025",12:00 PM,12:00 AM', "2 D, 3 E"),
        (
            "Subject,Start Date,Start Time,End Date,End Time,All Day Event\n"
            "HEART 9-9,08/02/2025,09:00 AM,08/02/2025,09:00 PM,False\n"
            "Shift,08/03/2025,12:00 PM,08/04/2025,12:00 AM,False",
            "2 D, 3 E",
        ),
    ],
)  # fmt: skip
def test_tables_are_read_cell_by_cell(text: str, expected: str) -> None:
    roster = read(text)
    assert (told(roster), roster.unread) == (expected, ())


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("8/4\t8/5\n9-9\t\n\toff", "", "several rows stand under its date"),
        ("8/4\t8/5\n9-9\toff\n9-9\t9-9", "4 D", "it says two things"),
        ("8/4\t8/5\n9-9\t8/9", "4 D", "a date stands where hours belong"),
        ("8/4\t8/5", "", "it has a date and no hours"),
        ("8/4 8/5 8/6\n9-9 off", "", "its cells do not stand under the dates above"),
        ("8/4 8/5 8/6\nday shift off", "", "its cells do not stand under the dates above"),
        ("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n8/3,off,9-9,9-9,A,9-9,,", "", "is not the first day of"),
        ("M\tT\tW\tT\tF\tS\tS\n1\t2\t3\t4\t5\t6\t7\nD\t\t\t\t\t\t", "", "its month is not stated"),
        ("August 2025\nM\tT\tW\tT\tF\tS\tS\n1\t2\t3\t4\t5\t6\t7\nD\t\t\t\t\t\t", "", "is no Monday"),
        ("Mon\tTue\tWed\tThu\tFri\n9-9\t\t\t\t", "", "it has no date"),
        ("Date\tStart\tEnd\n8/2/2025\t9:00 AM\t9:00 PM\n\t12:00 PM\t12:00 AM", "", "it has no date"),
    ],
)  # fmt: skip
def test_cells_that_are_not_understood_are_listed(text: str, expected: str, why: str) -> None:
    roster = read(text)
    assert told(roster) == expected
    assert any(why in each.why for each in roster.unread)


def test_columns_must_agree_with_each_other() -> None:
    roster = read(COLUMNS)
    assert told(roster) == "2 D, 3 E, 4 -"
    assert [(each.line, each.why) for each in roster.unread] == [
        (5, "Tuesday, August 5, 2025 is no Wednesday"),
        (6, "a line with 'training' says nothing of your rotation"),
        (7, "8 hours do not fit what else it says"),
        (8, "'canceled' is not known"),
        (9, "it has a start and no end"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (PEOPLE, "", ""),
        (PEOPLE, "Lee", "2 D, 4 -"),
        (PEOPLE, "ray, sam", "2 -, 3 D, 4 D"),
        (PEOPLE, "Kim", ""),
        ("Date\tLee\tSam\n8/2\t9-9\toff\n8/3\t\tD", "Sam", "2 -, 3 D"),
        ("Date,Start,End,Name\n8/2/25,9 am,9 pm,Lee\n8/3/25,9 am,9 pm,Sam", "Lee", "2 D"),
        ("Date,Start,End,Name\n8/2/25,9 am,9 pm,Lee\n8/3/25,9 am,9 pm,Sam", "", ""),
        ("Date,Start,End,Name\n8/2/25,9 am,9 pm,Lee\n8/3/25,9 am,9 pm,Lee", "", "2 D, 3 D"),
        (
            "Week of 8/4\n\tMon\tTue\tWed\tThu\tFri\nLee\t9-9\t\t\tA\t\nSam\t\t9-9\t\t\t",
            "Lee",
            "4 D, 7 A",
        ),
    ],
)
def test_a_table_of_several_people_needs_a_name(text: str, name: str, expected: str) -> None:
    roster = read(text, name)
    assert told(roster) == expected
    if not expected:
        said = "is not one of its names" if name else "it has several people"
        assert all(said in each.why for each in roster.unread)
        assert all("Lee" in each.why and "Sam" in each.why for each in roster.unread)
        assert [person.split()[0] for person in roster.doubts.people] == ["Lee", "Sam"]


def test_sheets_are_read_one_after_the_other_with_their_months() -> None:
    weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    august = Table(((1, weekdays), (2, ("", "", "", "", "1 D", "2 D", "3"))), "Aug 2025")
    september = Table(((4, weekdays), (5, ("1 D", "2 off", "", "", "", "", ""))), "Sep 2025")
    roster = read_roster(TableSource((august, september)), RosterQuestion(START, START))
    assert [str(each.date) for each in roster.readings] == [
        "2025-08-01",
        "2025-08-02",
        "2025-09-01",
        "2025-09-02",
    ]
    assert [each.line for each in roster.readings] == [2, 2, 5, 5]


@pytest.mark.parametrize(
    ("table", "name", "expected"),
    [
        ("Name,8/4/2025,8/5/2025\nLee,9a-9p,off\nSam,off,9a-9p\nTotal,1,1\n", "Sam", "4 -, 5 D"),
        ("Shift ID,Date,Start,End\n88123,8/4/2025,09:00,21:00\n", "", "4 D"),
        ("Date,Original,New\n8/4/2025,9a-9p,12p-12a\n", "", ""),
        ("Date,AM,PM\n8/4/2025,D,\n", "", ""),
        ("Name,8/4/2025,8/5/2025\nOpenShifts,9a-9p,\nSam,off,9a-9p\n", "", "4 -, 5 D"),
        ("Name,8/4/2025,8/5/2025\nSam,9a-9p,\nSam,,12p-12a\nLee,off,off\n", "Sam", "4 D, 5 E"),
    ],
)
def test_sums_and_versions_are_no_people(table: str, name: str, expected: str) -> None:
    assert told(read(table, name=name)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date,Shift,,Code,Hours\n8/4,D,,D,0700-1900\n8/5,D,,E,1900-0700\n8/6,E,,,", ""),
        ("Date,Shift,Store hours\n8/4,D,7a-7p\n8/5,E,", "5 E"),
        ("Date,Shift,Code\n8/4,D,E\n8/5,E,E", "5 E"),
        ("Date,Availability\n8/4,D\n8/5,off", ""),
        ("Date,Can work\n8/4,9a-9p\n8/5,9a-9p", ""),
        ("Date,Vacancies\n8/4,9a-9p\n8/5,9a-9p", ""),
        ("Date,Action,Shift\n8/4,-,9a-9p\n8/5,,9a-9p", "5 D"),
        ("Date,Op,Start,End\n8/4,-,9:00,21:00\n8/5,,12:00,0:00", "5 E"),
        ("Ref,Date,Start,End\n99120,8/4/2025,9:00,21:00", "4 D"),
        ("Date,Min staff,Shift\n8/4,3,D\n8/5,2,E", "4 D, 5 E"),
        ("Shift Date,Posted Date,Shift\n8/4/2025,7/20/2025,9a-9p", "4 D"),
        ("Date,Shift,Break Start,Break End\n8/4,9a-9p,13:00,13:30", "4 D"),
        ("Date,Nancy\n8/4,9a-9p\n8/5,off", "4 D, 5 -"),
    ],
)
def test_a_column_that_is_not_known_passes_only_if_it_cannot_change_its_row(
    text: str, expected: str
) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Name,8/4,8/5,8/6\nSam,D,D,\n(after swap),D,,D\nJo,E,,D", "5:2:3 4:2:3"),
        ("Name,8/4,8/5,8/6\nSam,D,D,\nRevised,D,,D\nJo,E,,D", "5:2:3 4:2:3"),
        ("Name,8/4,8/5,8/6\nJo,E,,D\nRevised,E,E,D\nSam,D,D,", "4 5"),
        ("Name,8/4,8/5,8/6\nSam,D,D,\nUnfilled,D,,D\nJo,E,,D", "4 5"),
        ("Date,Shift\n8/4,D\n,E\n8/5,D", "5 4:2:3"),
        ("Date,Jo,Sam\n8/4,D,E\n,off,D\n8/5,off,D", "5 4:2:3"),
        ("Date,Shift\n8/4,D\n8/5,D\n,,\nTuesday given to Jo,,", "4 5:3:5"),
        ("Date,Name,Shift\n8/4,Sam,D\n,,\n,Sam,E", "4:2:4"),
        ("Name,8/4,8/5\nSam,D,D\nSam (rev),,E\nJo,E,", "4:2:3 5:2:3"),
        ("Date,Shift\n8/4,D\n8/5,D\n,,\nJo: 8/5 off,,", "4 5:3:5"),
        ("Date,Shift,,\n8/4,D,,5th now Jo\n8/5,D,,\n8/6,E,,", "6 5:3:2"),
    ],
)
def test_a_row_that_may_change_another_leaves_that_open(text: str, expected: str) -> None:
    """5:2:3 is the 5th of line 2, which line 3 leaves open."""
    roster = read(text, "Sam" if "Sam" in text else "")
    held = [line for line in roster.unread if line.held]
    days = [str(each.date.day) for each in roster.readings]
    days += [f"{each.dates[0].day}:{each.line}:{each.by[0]}" for each in held]
    assert sorted(days) == sorted(expected.split())


SPOKEN_IN_GRIDS = "Name,8/4,8/5,8/6\nSam,D,D,E\n{},,,\nJo,E,,"


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("Tuesday is Jo's", "4 D, 6 E"),
        ("the 6th is off", "4 D, 5 D"),
        ("Nights", ""),
        ("Cancelled", ""),
        ("D. Smith", "4 D, 5 D, 6 E"),
        ("Open shifts", "4 D, 5 D, 6 E"),
        ("Total", "4 D, 5 D, 6 E"),
    ],
)
def test_a_sentence_in_a_row_of_its_own_is_heeded(remark: str, expected: str) -> None:
    assert told(read(SPOKEN_IN_GRIDS.format(remark), "Sam")) == expected
    assert told(read(SPOKEN_IN_GRIDS.format("Cancelled"), "Jo")) == ""


WHEN_I_WORK = """Employee,"Mon, Aug 4","Tue, Aug 5","Wed, Aug 6",Total
"Lee, Sam","9:00am - 9:00pm
Responder",,"12:00pm - 12:00am
Responder",24
"Park, Jo",,"9:00am - 9:00pm
Responder",,12
"""
HOMEBASE = """Employee,Mon 8/4,Tue 8/5,Wed 8/6,Scheduled Hours
Sam Lee,9:00am-9:00pm Responder,Unavailable,12:00pm-12:00am Responder,24
Jo Park,Time Off (All Day),,9:00am-9:00pm Responder,12
"""
DEPUTY = """Employee,Area,Start Date,Start Time,End Date,End Time,Meal Break,Total Time,Comment,Published
Sam Lee,Crisis,08/04/2025,09:00 AM,08/04/2025,09:00 PM,0:30,11.50,,Yes
Sam Lee,Crisis,08/05/2025,09:00 AM,08/05/2025,09:00 PM,0:30,11.50,,No
Sam Lee,Crisis,08/06/2025,12:00 PM,08/07/2025,12:00 AM,0:30,11.50,,Yes
"""
SEVEN_SHIFTS = """Location,Role,Employee ID,First Name,Last Name,Date,Start,End,Hours,Status
HEART,Responder,7,Sam,Lee,2025-08-04,9:00am,9:00pm,12,Published
HEART,Responder,7,Sam,Lee,2025-08-05,9:00am,9:00pm,12,Offered for trade
HEART,Responder,8,Jo,Park,2025-08-05,9:00am,9:00pm,12,Published
HEART,Responder,7,Sam,Lee,2025-08-06,12:00pm,12:00am,12,Published
"""
TELESTAFF = """Date,Agency,Station,Employee ID,Name,Work Code,From,Through,Hours
08/04/2025,DCSD,HQ,1042,"Lee, Sam",Regular Duty,08/04/2025 09:00,08/04/2025 21:00,12.00
08/05/2025,DCSD,HQ,1042,"Lee, Sam",Vacation,08/05/2025 09:00,08/05/2025 21:00,12.00
08/05/2025,DCSD,HQ,1043,"Park, Jo",Regular Duty,08/05/2025 09:00,08/05/2025 21:00,12.00
08/06/2025,DCSD,HQ,1042,"Lee, Sam",Regular Duty,08/06/2025 12:00,08/07/2025 00:00,12.00
"""
UKG = """Name,Person ID,Mon 8/4,Tue 8/5,Wed 8/6
"Lee, Sam",1042,9:00a-9:00p [12:00],PTO[12:00],12:00p-12:00a
"Park, Jo",1043,,9:00a-9:00p,
"""
ADP = """Employee,Week,Sun,Mon,Tue,Wed,Thu,Fri,Sat
"Lee, Sam",8/3/2025,,9a-9p,,12p-12a,,,
"Park, Jo",8/3/2025,,,9a-9p,,,,
"""
BESIDE = """Sam Lee,,,Jo Park,
Date,Shift,,Date,Shift
8/4,D,,8/4,off
8/6,E,,8/5,D
"""


@pytest.mark.parametrize(
    "export", [WHEN_I_WORK, HOMEBASE, DEPUTY, SEVEN_SHIFTS, TELESTAFF, UKG, ADP, BESIDE]
)
def test_exports_of_scheduling_programs_are_read_for_the_one_asked_for(export: str) -> None:
    """Sam works on the 4th and the 6th in all of them; the 5th tells nothing of the rotation."""
    assert told(read(export, "Sam Lee")) == "4 D, 6 E"
    if "Jo" in export:
        unnamed = read(export)
        assert (told(unnamed), len(unnamed.doubts.people)) == ("", 2)


def test_parts_of_a_shift_in_rows_of_their_own_leave_its_day_open() -> None:
    rows = "8/4/2025,9:00,13:00,Regular\n8/4/2025,13:30,21:00,Regular\n8/5/2025,9:00,21:00,Regular"
    roster = read(f"Date,Start,End,Segment Type\n{rows}")
    assert told(roster) == "5 D"
    assert {line.line for line in roster.unread} == {2, 3}


BELOW_NAMES = """Employee: Sam Lee,,,
Date,Start,End,
8/4,9:00,21:00,
8/5,12:00,0:00,
Total,,24,
Employee: Jo Park,,,
Date,Start,End,
8/4,12:00,0:00,
8/6,9:00,21:00,
"""
NAMES_ALONE = "Sam Lee,,\nDate,Shift,\n8/4,D,\n8/5,E,\n,,\nJo Park,,\nDate,Shift,\n8/4,E,\n8/6,D,"
GRIDS_BELOW = "Sam Lee,,\n8/4,8/5,8/6\nD,E,\n,,\nJo Park,,\n8/4,8/5,8/6\nE,,D"


@pytest.mark.parametrize("text", [BELOW_NAMES, NAMES_ALONE, GRIDS_BELOW])
def test_tables_below_a_name_each_are_of_several_people(text: str) -> None:
    assert told(read(text, "Sam Lee")) == "4 D, 5 E"
    unnamed = read(text)
    assert (told(unnamed), unnamed.doubts.people) == ("", ("Sam Lee", "Jo Park"))


def of_sheets(name: str = "", **days: str) -> Roster:
    """What sheets of these names say, each of a date and what it is."""
    tables = [
        Table(tuple((n, tuple(row.split())) for n, row in enumerate(rows.split(","), 1)), sheet)
        for sheet, rows in days.items()
    ]
    return read_roster(TableSource(tuple(tables)), RosterQuestion(START, START, name=name))


def test_sheets_that_are_named_for_people_are_theirs() -> None:
    assert told(of_sheets("Sam", Sam="8/4 D,8/5 off", Jo="8/4 E,8/6 D")) == "4 D, 5 -"
    unnamed = of_sheets(Sam="8/4 D,8/5 off", Jo="8/4 E,8/6 D")
    assert (told(unnamed), unnamed.doubts.people) == ("", ("Sam", "Jo"))
    assert told(of_sheets(Sheet1="8/4 D", Sheet2="8/6 D")) == "4 D, 6 D"
    assert told(of_sheets(August="8/4 D", September="9/6 D")) == "4 D, 6 D"


@pytest.mark.parametrize("sheet", ["v1", "Availability", "Copy", "Requests", "Backup"])
def test_a_sheet_that_is_another_than_the_one_that_holds_is_listed(sheet: str) -> None:
    assert told(of_sheets(**{"Week1": "8/4 D", sheet: "8/6 D"})) == "4 D"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Date,Sam,Jo,Notes\n8/4,D,E,\n8/5,D,off,Sam and Jo swapped\n8/6,off,D,",
            "Sam",
            "4 D, 6 -",
        ),
        ("Date,Shift,,Swaps\n8/4,D,,8/5 Jo takes Sam\n8/5,D,,\n8/6,off,,", "", "6 -"),
    ],
)
def test_notes_beside_days_are_heeded(text: str, name: str, expected: str) -> None:
    assert told(read(text, name)) == expected


def test_a_blank_row_of_a_table_is_no_line() -> None:
    assert read("Date,Shift\n8/4,D\n,\n8/5,D").unread == ()


@pytest.mark.parametrize("mark", ["\t", "|"])
def test_a_table_of_people_is_read_within_a_mail(mark: str) -> None:
    table = f"Name{mark}8/4{mark}8/5\nKim{mark}D{mark}D\nReyes{mark}D{mark}off"
    mail = (
        f"From: D <d@x.org>\nTo: team\nSubject: Schedule\n\nHi all,\n\nHere is your schedule."
        f"\n\n{table}\n\n"
        "Stay safe.\n\nThanks,\nDana"
    )
    question = RosterQuestion(date(2025, 7, 28), date(2025, 8, 1), name="Reyes")
    roster = read_roster(TextSource(mail), question)
    assert [(each.date.day, each.letter) for each in roster.readings] == [(4, "D"), (5, "-")]


def test_of_a_huge_line_no_more_is_kept_than_shows_its_length() -> None:
    huge = "," * 1_000_000
    (row,) = rows_of_text(huge)
    assert len(row.said) <= LONGEST_ROW
    assert row.is_too_long
    assert not is_harmless(huge)
    rows = rows_of_text("\n".join(["12/7,D"] * 4 + ["12/8" + huge]))
    assert [len(row.said) <= LONGEST_ROW for row in rows] == [True] * 5
    assert rows[-1].is_too_long
