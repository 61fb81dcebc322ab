"""Which days the dates of a roster are: the order of day and month, and years that are not stated."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import DateOrder, Remedy, Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

START = date(2025, 7, 28)


def days(text: str, today: date, order: DateOrder | None = None) -> list[str]:
    return [str(each.date) for each in read(text, today, order).readings]


def read(text: str, today: date, order: DateOrder | None = None) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, today, order))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29/09/2026 9-21\n01/10/2026 9-21", ["2026-09-29", "2026-10-01"]),
        ("9/29/2026 9-21\n10/1/2026 9-21", ["2026-09-29", "2026-10-01"]),
        ("Thu 01/10/2026 9-21", ["2026-10-01"]),
        ("3/4/2026 D\n4/4/2026 D\n5/4/2026 D", ["2026-04-03", "2026-04-04", "2026-04-05"]),
        ("4/3/2026 D\n4/4/2026 D\n4/5/2026 D", ["2026-04-03", "2026-04-04", "2026-04-05"]),
        ("4/3/2026 - 4/9/2026 off", [f"2026-04-0{n}" for n in range(3, 10)]),
        ("5/5/2026 9-21", ["2026-05-05"]),
        (
            "Page 13/1\n4/3/2026 D\n4/4/2026 D\n4/5/2026 D",
            ["2026-04-03", "2026-04-04", "2026-04-05"],
        ),
    ],
)
def test_the_roster_decides_which_number_is_the_month(text: str, expected: list[str]) -> None:
    assert days(text, date(2026, 7, 1)) == expected


def test_an_order_is_asked_for_where_many_weekdays_are_wrong_by_either() -> None:
    # By month first two of five are wrong, by day first four: the weekdays are not to be trusted.
    days_of_roster = ["Fri 4/3", "Sat 4/4", "Sun 4/5", "Fri 4/6", "Fri 4/7"]
    roster = read("\n".join(f"{day}/2026 9-21" for day in days_of_roster), date(2026, 4, 5))
    # April 4 is the same by both.
    assert [reading.date for reading in roster.readings] == [date(2026, 4, 4)]
    assert [line.remedy for line in roster.unread] == [Remedy.ORDER] * 4


@pytest.mark.parametrize(
    "text",
    ["5/6/2026 D", "03/04/2026 D\n05/06/2026 off", "29/09/2026 D\n09/30/2026 D\n5/6/2026 D"],
)
def test_an_order_that_cannot_be_told_is_asked_for(text: str) -> None:
    roster = read(text, date(2026, 11, 28))
    last = roster.unread[-1]
    assert last.remedy is Remedy.ORDER
    assert roster.doubts.order == next(each.dates for each in roster.unread if each.remedy)
    assert len(last.dates) == 2
    ambiguous = text.count("\n") + 1 if "29" not in text else 1
    assert len(roster.unread) == ambiguous
    assert days("5/6/2026 D", date(2026, 11, 28), DateOrder.DAY_FIRST) == ["2026-06-05"]
    assert days("5/6/2026 D", date(2026, 11, 28), DateOrder.MONTH_FIRST) == ["2026-05-06"]


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("8/14 D", date(2025, 8, 1), ["2025-08-14"]),
        ("8/14 D", date(2026, 7, 1), ["2026-08-14"]),
        ("Thu 8/14 D", date(2026, 7, 1), ["2025-08-14"]),
        ("Thu 8/14 D\n8/15 D", date(2026, 7, 1), ["2025-08-14", "2025-08-15"]),
        ("12/28 D\n1/3 D", date(2026, 1, 10), ["2025-12-28", "2026-01-03"]),
        ("12/28/26 D\n1/3 D", date(2026, 1, 10), ["2026-12-28", "2027-01-03"]),
        ("August\n14 D\nThu 21 D", date(2027, 1, 1), ["2025-08-14", "2025-08-21"]),
        ("8/14 D", date(2028, 2, 29), ["2028-08-14"]),
    ],
)
def test_a_year_that_is_not_stated(text: str, today: date, expected: list[str]) -> None:
    assert days(text, today) == expected


def test_a_weekday_that_does_not_belong_to_its_date() -> None:
    roster = read("Thu 8/14 D\nFri 8/15 D\nFri 8/16 D", date(2025, 8, 1))
    assert [each.date.day for each in roster.readings] == [14, 15]
    assert roster.unread[0].why == "Saturday, August 16, 2025 is no Friday"
    assert roster.unread[0].dates == (date(2025, 8, 16),)


@pytest.mark.parametrize(
    ("text", "year"),
    [("9/2 D\n9/13 D", 2026), ("Wed 9/2 D", None), ("9/2/2026 D", None), ("lunch", None)],
)
def test_a_year_that_nothing_tells_is_told_as_a_doubt(text: str, year: int | None) -> None:
    assert read(text, date(2026, 9, 1)).doubts.year == year


def test_being_near_today_alone_does_not_put_the_day_first() -> None:
    assert days("8/1 D", date(2027, 1, 1)) == []
    assert days("9/2 D", date(2026, 9, 1)) == ["2026-09-02"]
    assert days("8/1 D\n20/1 D", date(2027, 1, 1)) == ["2027-01-08", "2027-01-20"]


NOW = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "expected", "unread"),
    [
        ("12/14 A\n12/15 D\nThu 12/16 D\n12/17 D", ["12-14", "12-15", "12-17"], 3),
        ("12/8 D\nTue 12/16 D\n12/17 D\n12/24 A", ["12-08", "12-17", "12-24"], 2),
        ("12/8 D\n12/9 D\nFri 12/10 A\n12/11 D", ["12-08", "12-09", "12-11"], 3),
        ("Tue 12/9 9a-9p\n12/11 9a-9p\n12/12 9a-9p", ["12-11", "12-12"], 1),
        ("Tue 12/15 D\nWed 12/16 D\nFri 12/17 D\nFri 12/18 D", ["12-15", "12-16", "12-18"], 3),
        ("Thu 12/16 9a-9p", [], 1),
    ],
)
def test_one_wrong_weekday_leaves_its_own_line_unread(
    text: str, expected: list[str], unread: int
) -> None:
    roster = read(text, NOW)
    assert [str(each.date) for each in roster.readings] == [f"2026-{day}" for day in expected]
    assert [each.line for each in roster.unread] == [unread]
    assert "2026 is no " in roster.unread[0].why


def test_weekdays_that_agree_on_another_year_prove_it() -> None:
    # December 16 to 18, 2025, are Tuesday to Thursday.
    assert days("Tue 12/16 D\nWed 12/17 D\nThu 12/18 D", NOW) == [
        "2025-12-16",
        "2025-12-17",
        "2025-12-18",
    ]


def test_the_year_is_in_doubt_where_each_weekday_contradicts_its_date() -> None:
    # December 15, 2026, is a Tuesday, and December 16 a Wednesday.
    roster = read("Sun 12/15 D\nMon 12/16 D\nSat 12/17 D", NOW)
    assert roster.readings == ()
    assert [each.line for each in roster.unread] == [1, 2, 3]
    assert roster.doubts.year == 2026


def test_a_leap_day_proves_the_year_of_the_days_around_it() -> None:
    text = "Feb 28 9a-9p\nFeb 29 9a-9p\nMar 1 12p-12a"
    assert days(text, NOW) == ["2028-02-28", "2028-02-29", "2028-03-01"]
    assert days("2/27 9a-9p\n2/28 9a-9p\n2/29 9a-9p\n3/1 off", NOW) == [
        "2028-02-27",
        "2028-02-28",
        "2028-02-29",
        "2028-03-01",
    ]


def test_a_leap_day_beside_right_weekdays_of_another_year_is_a_slip() -> None:
    # February 28, 2027, is a Sunday.
    roster = read("Sun 2/28 9a-9p\n2/29 9a-9p\nMon 3/1 off", NOW)
    assert [str(each.date) for each in roster.readings] == ["2027-02-28", "2027-03-01"]
    assert roster.unread[0].why == "it is not clear of which year 2/29 is: write its year"


def test_a_leap_day_before_the_start_is_of_the_next_leap_year() -> None:
    assert days("2/28 9a-9p\n2/29 9a-9p\n3/1 off", date(2025, 8, 10)) == [
        "2028-02-28",
        "2028-02-29",
        "2028-03-01",
    ]


def test_a_date_that_no_year_has_is_told_as_such() -> None:
    (line,) = read("13/8 9a-9p", NOW, DateOrder.MONTH_FIRST).unread
    assert line.why == "13/8 is no date of the calendar"


def test_a_start_far_ahead_moves_no_roster_a_year_on() -> None:
    # The start was typed a year too late: the roster's dates are near today, and before it.
    question = RosterQuestion(date(2027, 9, 14), date(2026, 11, 28))
    roster = read_roster(TextSource("Nov 2 off\nNov 3 9a-9p"), question)
    assert roster.readings == ()
    assert [line.why for line in roster.unread] == [
        "November 2, 2026 is before the start, September 14, 2027",
        "November 3, 2026 is before the start, September 14, 2027",
    ]
    # A start in the coming half year does: one who is about to begin pastes what is to come.
    soon = RosterQuestion(date(2026, 12, 7), date(2026, 9, 11))
    late = read_roster(TextSource("Jan 4 9a-9p\nJan 5 off"), soon)
    assert [reading.date.year for reading in late.readings] == [2027, 2027]


NOVEMBER = date(2026, 11, 28)


@pytest.mark.parametrize(
    "line",
    ["12/15 1/2 D", "12/15: 1/2 D", "12/15 - 1/2 D", "Dec 15 1/2 E", "12/15/2026\t1/2 admin",
     "12/15 1/3 D", "12/15 1/2 9a-9p"],
)  # fmt: skip
def test_a_fraction_between_a_date_and_a_shift_is_no_date(line: str) -> None:
    assert days(f"12/14/2026 D\n{line}", NOVEMBER) == ["2026-12-14"]


def test_a_fraction_in_a_cell_is_no_date() -> None:
    table = "Date,Shift\n12/14/2026,D\n12/15/2026,1/2 D"
    assert days(table, NOVEMBER) == ["2026-12-14"]


def test_the_second_of_january_is_a_date_where_it_is_one() -> None:
    text = "12/31/2026 D, 1/2 E\n1/3 off\nSat 1/9 D\n12/28/2026 - 12/30/2026 off"
    expected = ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"]
    assert days(text, NOVEMBER) == [*expected, "2027-01-02", "2027-01-03", "2027-01-09"]
    assert len(days("12/31 and 1/2 9a-9p", NOVEMBER)) == 2


def test_a_year_that_leads_back_from_december_to_january_is_doubted() -> None:
    text = "12/28/2026 9a-9p\n12/29/2026 9a-9p\n1/4/2026 9a-9p\n1/5/2026 9a-9p"
    assert days(text, NOVEMBER) == ["2026-12-28", "2026-12-29"]
    assert "may be meant for 2027" in read(text, NOVEMBER).unread[0].why
    assert len(days("1/4/2026 9a-9p\n12/28/2026 9a-9p\n1/4/2027 9a-9p", NOVEMBER)) == 3


def test_two_orders_in_one_roster_leave_open_what_could_be_either() -> None:
    text = (
        "12/01/2026,9:00,21:00\n13/12/2026,9:00,21:00\n12/14/2026,9:00,21:00\n12/12/2026,9:00,21:00"
    )
    assert "2026-12-01" not in days(text, NOVEMBER)
    assert "2026-12-12" in days(text, NOVEMBER)
