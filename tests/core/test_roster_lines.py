"""Rosters as lines of text: what is read of them, and what is not, with why."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.plan.hours import Hours
from heartplanner.core.roster.language.undated import days_meant
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.review import without_lines
from heartplanner.core.roster.roster import DateOrder, Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource
from tests.examples import tries

START = date(2025, 7, 28)


def read(text: str, today: date = START, order: DateOrder | None = None, name: str = "") -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, today, order, name))


def told(roster: Roster) -> str:
    """2025-08-02 D 09:00-21:00, for each day."""
    words = []
    for each in roster.readings:
        hours = f" {each.start:%H:%M}-{each.end:%H:%M}" if each.start and each.end else ""
        words.append(f"{each.date} {each.letter}{hours}")
    return ", ".join(words)


READ = [
    ("Aug 2-3 9a-9p", "2025-08-02 D 09:00-21:00, 2025-08-03 D 09:00-21:00"),
    ("Aug 3-4, 2025 9a-9p", "2025-08-03 D 09:00-21:00, 2025-08-04 D 09:00-21:00"),
    (
        "Week of 8/4\nMon D, Tue D, Wed A, Thu D, Fri off",
        "2025-08-04 D, 2025-08-05 D, 2025-08-06 A, 2025-08-07 D, 2025-08-08 -",
    ),
    ("8/2 9a-9p", "2025-08-02 D 09:00-21:00"),
    ("\U0001f5d3\ufe0f Sat 8/2 9a-9p", "2025-08-02 D 09:00-21:00"),
    ("Sat, Aug 02 09:00 AM-09:00 PM (12.00) HEART\\CRT", "2025-08-02 D 09:00-21:00"),
    ("8/2/25 9am to 9pm", "2025-08-02 D 09:00-21:00"),
    ("Sat 8/2, 9-9", "2025-08-02 D 09:00-21:00"),
    ("9a-9p Sat 8/2", "2025-08-02 D 09:00-21:00"),
    ("Saturday, August 2, 2025: 9 a.m. - 9 p.m.", "2025-08-02 D 09:00-21:00"),
    ("2025-08-02 0900-2100 Team", "2025-08-02 D 09:00-21:00"),
    ("2025/08/02 09:00:00-21:00:00", "2025-08-02 D 09:00-21:00"),
    ("2 Aug 09:00 \u2013 21:00", "2025-08-02 D 09:00-21:00"),
    ("28-Jul-25 9a to 9p", "2025-07-28 D 09:00-21:00"),
    ("28Jul 9-21", "2025-07-28 D 09:00-21:00"),
    ("8/2 9a/9p", "2025-08-02 D 09:00-21:00"),
    ("8/2 9:00-9:00", "2025-08-02 D 09:00-21:00"),
    ("8/2 from 9a until 9p", "2025-08-02 D 09:00-21:00"),
    ("8/2 9:00 AM 9:00 PM", "2025-08-02 D 09:00-21:00"),
    ("8/2 9a, 12 hrs", "2025-08-02 D 09:00-21:00"),
    ("8/2 9a-9p (12 hours) Station 6", "2025-08-02 D 09:00-21:00"),
    ("8/2 9a-9p 11.5 hrs", "2025-08-02 D 09:00-21:00"),
    ("8/2 9a-9p 11 hrs", "2025-08-02 D 09:00-21:00"),
    ("8/8 Fri 9a-9p HEART 12.0", "2025-08-08 D 09:00-21:00"),
    ("Aug 2nd noon to midnight", "2025-08-02 E 12:00-00:00"),
    ("8/2 12p-12a", "2025-08-02 E 12:00-00:00"),
    ("8/2 12-12", "2025-08-02 E 12:00-00:00"),
    ("8/2 noon-mid", "2025-08-02 E 12:00-00:00"),
    ("8/2 1200-2400", "2025-08-02 E 12:00-00:00"),
    ("8/2 12:00-23:59", "2025-08-02 E 12:00-00:00"),
    ("8/2 12p-12a (+1)", "2025-08-02 E 12:00-00:00"),
    ("8/2 7a-7p", "2025-08-02 S 07:00-19:00"),
    ("8/2 day 7a-7p", "2025-08-02 S 07:00-19:00"),
    ("8/2 7-7", "2025-08-02 S"),
    ("8/2 night 9p-9a", "2025-08-02 S 21:00-09:00"),
    ("8/2 2100-0900 next day", "2025-08-02 S 21:00-09:00"),
    ("8/7 Thu 0900-1300 ADMIN 4.0", "2025-08-07 A 09:00-13:00"),
    ("7/31 1-5", "2025-07-31 A 13:00-17:00"),
    ("7/31 admin", "2025-07-31 A"),
    ("8/3 off", "2025-08-03 -"),
    ("8/3 RDO", "2025-08-03 -"),
    ("Fri 1/2 off\n1/14 off", "2026-01-02 -, 2026-01-14 -"),
    ("8/3 rest", "2025-08-03 -"),
    ("8/3 Day-off", "2025-08-03 -"),
    ("8/3 -", "2025-08-03 -"),
    ("8/29 Break, 6 days", "2025-08-29 -"),
    ("8/4 S", "2025-08-04 S"),
    ("8/4 d", "2025-08-04 D"),
    ("8/4 evening shift", "2025-08-04 E"),
    ("8/4 working", "2025-08-04 W"),
    ("8/4 no shift", "2025-08-04 N"),
    ("Mon 8/4 - Wed 8/6 off", "2025-08-04 -, 2025-08-05 -, 2025-08-06 -"),
    ("8/3..8/5 off", "2025-08-03 -, 2025-08-04 -, 2025-08-05 -"),
    ("8/8-8/10 OFF", "2025-08-08 -, 2025-08-09 -, 2025-08-10 -"),
    ("Aug 2-4: off", "2025-08-02 -, 2025-08-03 -, 2025-08-04 -"),
    ("Fri 8/8 - Sun 8/10 off", "2025-08-08 -, 2025-08-09 -, 2025-08-10 -"),
    ("Aug 4, 5 & 7, 2025 off", "2025-08-04 -, 2025-08-05 -, 2025-08-07 -"),
    ("8/2, 8/3 12p-12a", "2025-08-02 E 12:00-00:00, 2025-08-03 E 12:00-00:00"),
    ("8/5 12pm to 8/6 12am shift", "2025-08-05 E 12:00-00:00"),
    ("2025-08-02T13:00:00Z - 2025-08-03T01:00:00Z", "2025-08-02 D 09:00-21:00"),
    ("8/4 9a-9p, 8/5 off", "2025-08-04 D 09:00-21:00, 2025-08-05 -"),
    ("8/4 D 8/5 D 8/6 A", "2025-08-04 D, 2025-08-05 D, 2025-08-06 A"),
    ("Monday, August 4\n9 am - 9 pm", "2025-08-04 D 09:00-21:00"),
    ("August 2025\nSat 2 9-9\n4 admin\n5-7 off", "2025-08-02 D 09:00-21:00, 2025-08-04 A, "
     "2025-08-05 -, 2025-08-06 -, 2025-08-07 -"),
    ("Week of 8/3\nSun 9-9\nMon-Tue: off", "2025-08-03 D 09:00-21:00, 2025-08-04 -, 2025-08-05 -"),
    ("Week ending 8/17: Sat & Sun off", "2025-08-16 -, 2025-08-17 -"),
    ("8/4 - 8/10\nOff: Sun", "2025-08-10 -"),
    ("A = 9a-9p, N = 7p-7a\n8/4 A\n8/5 N", "2025-08-04 D 09:00-21:00, 2025-08-05 S 19:00-07:00"),
    ("8-2 9-9\n8-3 off", "2025-08-02 D 09:00-21:00, 2025-08-03 -"),
    ("8/4 9a-9p Lee\n8/5 off Lee\n8/6 9a-9p Lee\n8/7 9-9 Lee", "2025-08-04 D 09:00-21:00, 2025-08-05 -, "
     "2025-08-06 D 09:00-21:00, 2025-08-07 D 09:00-21:00"),
    ("8/2 9a-9p\n8/2 day shift", "2025-08-02 D 09:00-21:00"),
    ("1/5 9a-9p\n1/15 off", "2026-01-05 D 09:00-21:00, 2026-01-15 -"),
]  # fmt: skip
UNREAD = [
    ("8/2/2025 12/24 9-9", "more than six weeks apart"),
    ("Mon D, Tue D, Wed A, Thu D, Fri off", "it has no date"),
    ("Aug 2, 4 9a-9p", "a number in it may be a day or hours"),
    ("8/20 leave", "a line with 'leave' says nothing of your rotation"),
    ("8/21 vacation 9a-9p", "a line with 'vacation' says nothing of your rotation"),
    ("8/21 OT 9a-9p", "a line with 'OT' says nothing of your rotation"),
    ("2025-08-21 HEART 9-9 (a guess)", "a line with 'guess' says nothing of your rotation"),
    ("7/1/25 9a-9p", "July 1, 2025 is before the start, July 28, 2025"),
    ("2/30 off", "2/30 is no date of the calendar"),
    ("9/15 8a-5p", "it has 9 h; a shift has 12 hours and an admin block 4"),
    ("9/15 25:00-3:00", "'25:00' is not known"),
    ("9/15 call Lee", "'call' is not known"),
    ("Bring water", "it has no date"),
    ("9/15", "it has a date and no hours"),
    ("- 9/15", "it has a date and no hours"),
    ("9/15-9/1 off", "its dates are no range"),
    ("9/15/2500 off", "the year 2500 cannot be meant"),
    ("Day shift,08/22/2025,12:00 PM,08/23/2025,12:00 AM", "it says two things"),
    ("8/14 not working", "'not' is not known"),
    ("8/14 office closed", "'office' is not known"),
    ("8/14 9a-9p cancelled", "it says 'cancelled'"),
    ("8/14 9a-9p?", "'?' is not known"),
    ("8/14 9a-9p*", "'*' may stand for a note"),
    ("9/15 Labor Day", "'Labor' is not known"),
    ("8/14 Team off", "it is not clear what 'Team off' means"),
    ("8/14 City day", "it is not clear what 'City day' means"),
    ("8/14 X", "'X' may mean that you work or that you are off"),
    ("8/14 N", "'N' may be a night shift"),
    ("8/14 night shift", "the hours of a night shift are not stated"),
    ("8/22 a shift", "it says two things"),
    ("8/22 off at 9pm", "'at' is not known"),
    ("8/22 on call", "'call' is not known"),
    ("8/22 8.00-4.00", "it has a date and no hours"),
    ("8/14 dentist 10-2", "'dentist' is not known"),
    ("8/14 9a", "it has a start and no end"),
    ("8/14 9a-1p admin, 1p-9p shift", "it has several hours"),
    ("8/14 9a-9p 8 hrs", "8 hours do not fit what else it says"),
    ("8/14 9a-9p 10.9 hrs", "10.9 hours do not fit what else it says"),
    ("8/14 9a-9p 13 hrs", "13 hours do not fit what else it says"),
    ("2025-02-30T09:00:00Z D", "it has no date"),
    ("8/14 half day", "'half' is not known"),
    ("1/2 day", "it has no date"),
    ("Mon, Wed 8/11-8/15 9-9", "it is not clear which of its days its weekdays mean"),
    ("8/22/2025 8/23/2025 12:00 PM 12:00 AM", "one shift over midnight, or a shift on each day"),
    ("8/14 9a-9p to 8/15 off", "'to' is not known"),
    ("8/13 D\n8/14 S", "'S' may be a shift or a sick day"),
    ("8/14 \u00bd day", "is not known"),
    ("8/14 9-9 off", "it says two things"),
    ("8/14, 9-12 off", "it can be read in two ways"),
    ("8/13-8/14 12p-12a", "one shift over midnight, or a shift on each day"),
    ("8/14\u0663 off", "is not known"),
    ("9a-9p 8/14, off 8/15", "several dates with words between them"),
    ("8/14, 8/15\n9-9", "the hours of several dates stand on another line"),
    ("aug" * 20_000, "it is too long a line"),
    ("8/14 A\n8/15 B", "'A' is a shift's name here"),
    ("8/14 E\n8/15 L", "'E' is a shift's name here"),
    ("V = Vacation\n8/14 V", "'V' is explained in words that are not known"),
    ("8/13/25 9a-9p\n8/13/25 off", "lines 1 and 2 say different things of August 13, 2025"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_is_read(text: str, expected: str) -> None:
    roster = read(text)
    assert (told(roster), roster.unread) == (expected, ())


@pytest.mark.parametrize(("text", "why"), UNREAD)
def test_what_is_not_read_is_listed_with_why(text: str, why: str) -> None:
    roster = read(text)
    assert told(roster) in ("", "2025-08-15 A", "2025-08-13 D")
    assert any(why in each.why for each in roster.unread)
    assert all(
        text.startswith(each.text[:20].split(" / ")[0]) or "\n" in text for each in roster.unread
    )


def test_words_that_look_like_dates_prove_nothing() -> None:
    assert (
        told(read("Open 24/7\n8/4 D\n8/5 D\nPage 1/2\n8/6 D"))
        == "2025-08-04 D, 2025-08-05 D, 2025-08-06 D"
    )


def test_each_reading_and_each_unread_line_has_its_line() -> None:
    roster = read(
        "My shifts\n\n8/14 9a-9p\n8/15\nnoon-midnight\n8/16 lunch\nWeek of 8/18\nMon off\n"
    )
    assert [(each.date.day, each.line) for each in roster.readings] == [(14, 3), (15, 4), (18, 8)]
    assert [(each.line, each.text) for each in roster.unread] == [
        (1, "My shifts"),
        (6, "8/16 lunch"),
    ]


def test_a_line_without_a_date_may_change_the_one_above() -> None:
    assert told(read("8/14 9a-9p\ncancelled")) == ""
    assert told(read("8/14 9a-1p\n5p-9p")) == ""
    assert told(read("8/14 9a-9p\nlunch with Lee")) == "2025-08-14 D 09:00-21:00"
    assert told(read("8/14 9a-9p\n\n8/14 cancelled")) == ""


def test_a_legend_holds_whatever_its_letters_mean_elsewhere() -> None:
    assert told(read("A = Annual leave\n8/14 A\n8/15 D")) == "2025-08-15 D"
    assert told(read("D = 7a-7p\n8/14 D")) == "2025-08-14 S 07:00-19:00"


def test_a_band_with_other_hours_somewhere_is_no_band_anywhere() -> None:
    assert told(read("8/14 day 7a-7p\n8/15 day")) == "2025-08-14 S 07:00-19:00"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("8/14 9a-9p Lee\n8/15 off Sam", "Lee", "2025-08-14 D 09:00-21:00"),
        ("8/14 9a-9p Lee\n8/15 off Sam", "", ""),
        ("Lee\n8/14 9a-9p\nSam\n8/15 off", "", ""),
        ("Lee\n8/14 9a-9p\nSam\n8/15 off", "sam", "2025-08-15 -"),
        ("Lee Park\n8/14 9a-9p\n8/15 off", "", "2025-08-14 D 09:00-21:00, 2025-08-15 -"),
        ("8/14 9a-9p Orientation\n8/15 9a-9p Orientation\n8/16 9a-9p Orientation", "", ""),
        ("8/14 9a-9p Standby\n8/15 9a-9p Standby\n8/16 9a-9p Standby", "", ""),
        ("8/13 9a-9p\n\nSam:\n8/14 9a-9p", "", ""),
        ("8/13 Friends off\n8/14 Friends off\n8/15 Friends off", "", ""),
    ],
)
def test_names_in_lines(text: str, name: str, expected: str) -> None:
    assert told(read(text, name=name)) == expected


def test_a_long_text_is_read_up_to_a_limit() -> None:
    roster = read("8/14 9a-9p\n" + "-----\n" * 4000)
    assert told(roster) == "2025-08-14 D 09:00-21:00"
    assert (roster.unread[0].line, roster.unread[0].why) == (2001, "only 2000 lines are read")


@pytest.mark.parametrize("text", ["8/14 9a-9p\n{}\n8/14 off", "Date,Shift\n8/14,D\n{}8/14,off\n"])
def test_all_days_wait_for_what_stands_below_the_last_line_that_is_read(text: str) -> None:
    blank = "\n" if "Date" not in text else ",\n"
    roster = read(text.format(blank * 2100))
    assert told(roster) == ""
    *held, rest = roster.unread
    assert {line.by for line in held} == {(rest.line,)}
    assert (rest.aside, rest.why) == (False, "only 2000 lines are read")
    assert told(without_lines(roster, {rest.line})).startswith("2025-08-14 D")


@pytest.mark.parametrize("text", ["", "\n \n", "August 2025\nM\tT\tW\tT\tF\tS\tS\n\t\t\t\t1\t2\t3"])
def test_nothing_is_said(text: str) -> None:
    roster = read(text)
    assert [each.why for each in roster.unread] == ["there is nothing in it"]


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        (Hours(time(20), time(6)), "8/2 8p-6a", "2025-08-02 S 20:00-06:00"),
        (Hours(time(20), time(6)), "8/2 8-6, 10 hrs", "2025-08-02 S 20:00-06:00"),
        (Hours(time(20), time(6)), "8/2 9-9", "2025-08-02 D 09:00-21:00"),
        (Hours(time(20), time(6)), "8/2 8p-7a", ""),
        (Hours(time(19), time(7)), "8/2 7-7", "2025-08-02 S 19:00-07:00"),
        (Hours(time(9), time(13)), "8/2 9-1", "2025-08-02 A 09:00-13:00"),
        (None, "8/2 8p-6a", ""),
    ],
)
def test_hours_of_ones_own_are_a_shift_of_any_length(
    own: Hours | None, text: str, expected: str
) -> None:
    question = RosterQuestion(START, START, shift_hours=own)
    assert told(read_roster(TextSource(text), question)) == expected


VOCABULARY = (
    "8/2 9-9 Aug 2 28 July 2025 Sat Mon off D E A S N X - -- , : ; | = & and to 9a 9p 9:00 AM PM 12 hrs"
    " noon midnight Week of ending Date Start End Hours Name Lee Day 1 31 30 2/30 13/13 2025-08-02"
    " 2025-13-45 2025-02-30T09:00:00Z 9999-12-31T23:00:00Z +1 * ( ) .. 2/29 0 24:00 99 1/2 next"
)


@settings(max_examples=tries(90, 150), deadline=None)
@given(
    st.lists(
        st.sampled_from([*VOCABULARY.split(), "\t", "\n", "  "]) | st.text(max_size=3), max_size=50
    )
)
def test_any_text_gives_readings_in_order_or_reasons(words: list[str]) -> None:
    roster = read(" ".join(words))
    days = [each.date for each in roster.readings]
    assert days == sorted(set(days))
    assert all(each.why for each in roster.unread)
    assert roster.readings or roster.unread


def test_a_place_of_nought_names_no_day() -> None:
    letters = {date(2025, 8, 4): {"D"}, date(2025, 8, 6): {"D"}}
    assert days_meant("swapped the 0th", letters) == {*letters}
    assert days_meant("swapped the 0th", {}) == set()
    assert days_meant("swapped the 2nd one", letters) == {date(2025, 8, 6)}
