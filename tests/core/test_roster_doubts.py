"""Lines and columns by which another line's day may not hold: such a day is listed, and never read."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import DateOrder, Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

START, TODAY = date(2025, 7, 28), date(2026, 11, 28)
THREE = "Mon 12/7 9a-9p\nTue 12/8 9a-9p\nWed 12/9 9a-9p\n"


def read(text: str, name: str = "", *, changes: bool = False) -> Roster:
    question = RosterQuestion(START, TODAY, name=name, changes=changes)
    return read_roster(TextSource(text), question)


def days(roster: Roster) -> str:
    """7 D, 8 -: what is read of December."""
    return ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings)


@pytest.mark.parametrize(
    "line",
    [
        "Marcus is taking your 12/8",
        "12/8 has been cut, low call volume.",
        "nvm about 12/8",
        "Pat has 12/8 now",
        "FYI 12/8 starts at noon",
        "12/8: you are coming in at noon",
        "12/8 swapped with Sam",
        "12/8 is a double",
        "Correction: Tuesday starts at noon",
        "Sorry, correction - Tuesday is noon to midnight, not 9a.",
        "Tuesdays are switched this week",
    ],
)
def test_a_line_that_names_a_day_by_itself_leaves_it_open(line: str) -> None:
    roster = read(f"{THREE}\n{line}")
    assert days(roster) == "7 D, 9 D"
    listed = [unread for unread in roster.unread if unread.text == "Tue 12/8 9a-9p"]
    assert [unread.why for unread in listed] == [
        "line 5 may change December 8, 2026: drop that line if it does not"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Team meeting Tue 12/8 at 10:00 AM in room 204",
        "Posted 12/8",
        "Schedule starting 12/8",
        "Paychecks are due 12/8",
        "12/8 vacation",  # of the rotation it says nothing
        "Tuesday is pizza day",
    ],
)
def test_what_is_beside_a_shift_leaves_it_as_it_is(line: str) -> None:
    assert days(read(f"{THREE}\n{line}")) == "7 D, 8 D, 9 D"


def test_leave_takes_a_day_back_where_days_themselves_are_asked_for() -> None:
    assert days(read(f"{THREE}\n12/8 vacation with the family", changes=True)) == "7 D, 9 D"


@pytest.mark.parametrize(
    "note", ["leaving at 5 for dentist", "come in at noon", "ends early", "(traded)"]
)
def test_a_note_below_a_day_that_gives_it_other_hours_leaves_it_open(note: str) -> None:
    assert days(read(f"Dec 7 9a-9p\n  {note}\nDec 8 9a-9p")) == "8 D"


@pytest.mark.parametrize(
    "heading",
    [
        "Available shifts to pick up",
        "Open shifts this week, text me if you want one",
        "Shifts needed:",
        "Requested shifts",
    ],
)
def test_shifts_on_offer_are_nobodys_yet(heading: str) -> None:
    roster = read(f"{heading}\nDec 7 9a-9p\n\nMy schedule:\nDec 8 9a-9p")
    assert days(roster) == "8 D"


def test_a_name_beside_for_or_with_is_a_colleagues() -> None:
    assert days(read("12/7 9a-9p Lee\n12/8 Lee 9a-9p\n12/9 9a-9p Lee")) == "7 D, 8 D, 9 D"
    assert days(read("12/7 9a-9p w/ Lee\n12/8 Lee 9a-9p\n12/9 9a-9p Lee")) == ""


STATES = [
    ("Scheduled", "D"),
    ("APPROVED", "D"),
    ("Confirmed", "D"),
    ("Published", "D"),
    ("Worked", "D"),
    ("", "D"),
    ("Cancelled", ""),
    ("Declined", ""),
    ("Requested", ""),
    ("Pending", ""),
    ("Tentative", ""),
    ("Draft", ""),
    ("Unpublished", ""),
    ("Not approved", ""),
    ("Dropped", ""),
]


@pytest.mark.parametrize(("state", "letter"), STATES)
@pytest.mark.parametrize("heading", ["Status", "State", "Shift Status"])
def test_a_state_counts_or_leaves_its_row_open(heading: str, state: str, letter: str) -> None:
    roster = read(f"Date,Start,End,{heading}\n12/14,9:00 AM,9:00 PM,{state}")
    assert days(roster) == (f"14 {letter}" if letter else "")
    if not letter:
        (unread,) = roster.unread
        assert (unread.why, unread.dates) == (f"its status is {state!r}", (date(2026, 12, 14),))


def test_a_column_of_states_may_say_itself_what_a_day_is() -> None:
    roster = read("Date,Shift,City,State\n12/14,9a-9p,Durham,NC\n12/15,off,Durham,NC")
    assert days(roster) == "14 D, 15 -"
    assert days(read("From,To,Status\n12/14/2026,12/15/2026,Off")) == "14 -, 15 -"


def test_an_open_row_of_a_colleague_is_not_about_ones_own_day() -> None:
    head = "Employee,Date,Start,End,Status\n"
    mine, theirs = (f"{name},12/14/2026,9:00 AM,9:00 PM" for name in ("Dana Lee", "Sam Roe"))
    roster = read(f"{head}{mine},Published\n{theirs},Cancelled\n{theirs[:-1]}M,Published", "Dana")
    assert (days(roster), roster.unread) == ("14 D", ())


WHOLE = "Start,End,Event\n2026-12-07 09:00,2026-12-07 21:00,Shift\n"


@pytest.mark.parametrize(
    ("row", "last"),
    [
        ("2026-12-18 00:00,2026-12-23 00:00,Vacation", 22),
        ("2026-12-18 00:00,2026-12-22 23:59,Vacation", 22),
        ("2026-12-18 00:00,2026-12-19 00:00,PTO", 18),
        ("2026-12-18 00:00,2026-12-18 23:59,Off", 18),
    ],
)
def test_whole_days_from_midnight_to_midnight(row: str, last: int) -> None:
    roster = read(WHOLE + row, changes=True)
    assert [each.date.day for each in roster.readings] == [7, *range(18, last + 1)]
    assert all(each.letter == "-" for each in roster.readings[1:])


def test_a_shift_from_midnight_to_midnight_is_listed() -> None:
    assert days(read(f"{WHOLE}2026-12-18 00:00,2026-12-19 00:00,Shift", changes=True)) == "7 D"


def test_on_a_clock_of_24_hours_nine_to_nine_is_no_day_shift() -> None:
    head = "Date,Start,End\n12/14/2026,"
    assert days(read(f"{head}9:00,9:00\n12/15/2026,12:00,12:00")) == "14 D, 15 E"
    mixed = read(f"{head}9:00,21:00\n12/15/2026,9:00,9:00\n12/16/2026,10:00,14:00")
    assert days(mixed) == "14 D, 16 A"
    assert "clock of 12 hours" in mixed.unread[0].why
    assert days(read(f"{head}9:00 AM,9:00 PM\n12/15/2026,9:00,9:00")) == "14 D, 15 D"


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("12/15 vacation day approved", "leave"),
        ("12/15 approved leave", "leave"),
        ("12/15 PTO (approved)", "leave"),
        ("12/15 off (swap)", "given"),
        ("12/15 off - traded", "given"),
        ("12/15 vacation not approved", None),
        ("12/15 off approved", None),
        ("12/15 off (swap with Lee)", None),
    ],
)
def test_leave_that_is_granted_and_shifts_that_are_given(line: str, change: str | None) -> None:
    roster = read(line, changes=True)
    assert [each.change for each in roster.readings] == ([change] if change else [])


def test_how_dates_in_digits_were_taken_is_told() -> None:
    likely = read("2/12 9a-9p\n5/12 9a-9p\n6/12 9a-9p").order
    assert likely
    assert likely[:3] == (DateOrder.DAY_FIRST, "2/12", date(2026, 12, 2))
    proved = read("2/12/2026 9a-9p\n14/12/2026 9a-9p").order
    assert proved
    assert (proved.order, proved.why) == (DateOrder.DAY_FIRST, "14/12/2026 can be no other date")
    weekdays = read("Wed 2/12/2026 9a-9p\nSat 5/12/2026 9a-9p").order
    assert weekdays
    assert "weekdays" in weekdays.why
    # The usual order, proved by a date that has no other, is not worth a line; nor is what was asked for.
    assert read("12/2 9a-9p\n12/14 9a-9p").order is None
    asked = RosterQuestion(START, TODAY, DateOrder.DAY_FIRST)
    assert read_roster(TextSource("2/12 9a-9p"), asked).order is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # December 7, 2026, is a Monday: a list that begins with Sunday may begin on the 6th.
        ("Week of 12/7\nSun 9a-9p\nMon off\nTue 9a-9p\nSat 12p-12a", "7 -, 8 D, 12 E"),
        ("Week of 12/7 (Sun-Sat)\nSun 9a-9p\nMon off\nSat 9a-9p", "7 -, 12 D"),
        ("Week of 12/7\nSun,Mon,Tue,Wed,Thu,Fri,Sat\n9a-9p,off,9a-9p,off,off,off,off", "7 -, 8 D"),
        ("Week of 12/7\nMon, Wed 9a-9p\nTue off\nSun off", "7 D, 8 -, 9 D, 13 -"),
        ("Week of 12/7\nSun 9a-9p", "13 D"),
        ("Week ending 12/12\nSun 9a-9p\nMon off", "6 D, 7 -"),
        ("Week of 12/6\nSun 9a-9p\nMon off", "6 D, 7 -"),
    ],
)
def test_a_list_from_sunday_on_over_the_date_of_a_monday_leaves_its_sunday_open(
    text: str, expected: str
) -> None:
    assert days(read(text)).startswith(expected)


@pytest.mark.parametrize(
    "line", ["12/9 9a-9p [ ]", "12/9 9a-9p [x]", "[ ] 12/9 9a-9p", "12/9 ☐ 9a-9p"]
)
def test_a_box_to_tick_leaves_its_day_open(line: str) -> None:
    assert days(read(f"12/7 9a-9p\n12/8 off [12:00]\n{line}")) == "7 D"


@pytest.mark.parametrize(
    "line",
    ["Day shifts: 10a-10p", "Days are 8-8", "day shift = 8a-8p", "Days = 8a-8p", "All day shifts are 8a-8p",
     "Effective immediately all day shifts are 8a-8p."],
)  # fmt: skip
def test_other_hours_for_all_shifts_of_a_kind_leave_these_open(line: str) -> None:
    text = "Mon 12/7 9a-9p\nTue 12/8 12p-12a\nWed 12/9 off\n"
    for roster in (read(f"{text}\n{line}"), read(f"{line}\n{text}")):
        assert days(roster) == "8 E, 9 -"
        assert [each.held.date.day for each in roster.unread if each.held] == [7]


def test_hours_of_a_kind_that_are_those_of_the_days_change_none() -> None:
    assert days(read("Day shift: 7a-7p\n12/7 7a-7p\n12/8 Day 7a-7p\n12/9 off")) == "7 S, 8 S, 9 -"
    assert days(read(f"{THREE}\nDay shift: 9a-9p")) == "7 D, 8 D, 9 D"
    assert days(read("12/7\nDay 8a-8p\n\n12/8\nDay 9a-9p")) == "7 S, 8 D"


@pytest.mark.parametrize(
    "line",
    ["Second platoon", "Second job", "Wednesday's meeting decided we go to 10s", "11/25 update: ignore",
     "11/25: ignore", "Approved: 7, 9", "M-Tu approved, W denied"],
)  # fmt: skip
def test_an_ordinal_a_weekday_or_a_date_that_tells_no_row_may_be_about_all(line: str) -> None:
    assert read(f"{line}\n{THREE}").readings == ()
    assert read(f"{THREE}\n{line}").readings == ()


@pytest.mark.parametrize("word", ["PENDING", "TBD", "SWAPPED", "ON HOLD", "TRADED", "COVERED"])
def test_a_word_in_capitals_between_days_leaves_those_on_both_sides_open(word: str) -> None:
    text = f"12/6 off\n12/7 9a-9p\n{word}\n12/8 9a-9p\n12/9 9a-9p\n\n12/10 off"
    assert days(read(text)) == "6 -"


def test_a_star_is_a_bullet_where_all_days_and_nothing_else_have_it() -> None:
    bullets = "".join(f"* {line}\n" for line in THREE.splitlines())
    assert days(read(f"Shifts:\n{bullets}* Stay safe.\n\nThanks,\nDana")) == "7 D, 8 D, 9 D"
    assert days(read(f"{bullets}Thu 12/10 off")) == "10 -"
    assert days(read(f"{bullets}*tentative")) == ""
    assert days(read(bullets.replace("12/8 9a-9p", "12/8 9a-9p *"))) == ""
    assert days(read("* Mon 12/7 9a-9p")) == ""


@pytest.mark.parametrize("heading", ["Gym", "Clinic open", "Trash pickup", "School days"])
def test_a_list_of_something_else_than_shifts_is_not_read(heading: str) -> None:
    assert days(read(f"{heading}\n{THREE}")) == ""
    assert days(read(f"{THREE}\n{heading}")) == ""


@pytest.mark.parametrize("title", ["Kim Lee, CRT", "Team Kim"])
def test_a_title_with_another_name_than_the_one_asked_for_holds_its_days(title: str) -> None:
    assert days(read(f"{title}\n\n{THREE}", "Reyes")) == ""
    assert days(read(f"{title}\n\n{THREE}", "Kim")) == "7 D, 8 D, 9 D"
    assert days(read(f"Hi Ana,\n\n{THREE}", "Reyes")) == "7 D, 8 D, 9 D"


def test_a_shift_in_brackets_is_less_sure_than_one_without() -> None:
    assert days(read("12/7 9a-9p\n12/8 (D)\n12/9 off")) == "7 D, 9 -"
    assert days(read("12/7 (9a-9p)\n12/8 (D)\n12/9 off")) == "7 D, 8 D, 9 -"
    assert days(read("12/7 9a-9p (Day)\n12/8 (Tue) D")) == "7 D, 8 D"


def test_a_line_with_two_dates_of_which_one_is_contradicted_tells_of_neither() -> None:
    roster = read("12/7 D\n12/8 12/9 D\n12/9 E")
    assert days(roster) == "7 D"
    assert {line.line for line in roster.unread} == {2, 3}
