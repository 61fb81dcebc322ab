"""Dates and times as people type them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartplanner.core.words.english import clock
from heartplanner.core.words.typed_dates import TypedDateError, other_year, read_date, short_date
from heartplanner.core.words.typed_times import TypedTimeError, read_time

TODAY = date(2026, 11, 27)  # a Friday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03-14", date(2027, 3, 14)),
        ("3/15/2027", date(2027, 3, 15)),
        ("3/15/27", date(2027, 3, 15)),
        ("16 Mar 2027", date(2027, 3, 16)),
        ("March 17th, 2027", date(2027, 3, 17)),
        ("Sat, Aug 2, 2025", date(2025, 8, 2)),
        ("Sat, Aug 3, 2025", date(2025, 8, 3)),  # the weekday that stood there before
        ("July 24", date(2027, 7, 24)),
        ("7/24", date(2027, 7, 24)),
        ("Sep 27", date(2027, 9, 27)),  # 61 days ago
        ("Sep 28", date(2026, 9, 28)),  # 60 days ago
        ("Fri Jan 1", date(2027, 1, 1)),
        ("Feb 29", date(2028, 2, 29)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 28)),
        ("yesterday", date(2026, 11, 26)),
        ("friday", TODAY),
        ("Thurs", date(2026, 12, 3)),
        ("  sept  28 ", date(2026, 9, 28)),
    ],
)
def test_a_date_is_read_as_it_is_typed(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Type a date like"),
        ("1/", "Type a date like"),
        ("24", "Type a date like"),
        ("Sepple 3", "Type a date like"),
        ("Sep 31", "September has no day 31."),
        ("2/29/2027", "February 2027 has no day 29."),
        ("13/5", "There is no month 13."),
        ("Sat Jan 1", "January 1, 2027 is a Friday. Type the year too."),
        ("1/0", "January has no day 0."),
        ("0000-01-01", "January 0 has no day 1."),
        ("\u0661/\u0662", "Type a date like"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str, reason: str) -> None:
    with pytest.raises(TypedDateError) as caught:
        read_date(text, TODAY)
    assert str(caught.value).startswith(reason)


@given(st.dates(date(1970, 1, 1), date(2100, 12, 31)), st.dates(date(1970, 3, 2), date(2090, 1, 1)))
def test_what_a_field_writes_is_read_again(day: date, today: date) -> None:
    assert read_date(short_date(day), today) == day


@given(st.text(max_size=24), st.dates(date(1970, 3, 2), date(2090, 1, 1)))
def test_any_text_is_a_date_or_a_reason(text: str, today: date) -> None:
    reason = ""
    try:
        reason = f"{read_date(text, today):%Y-%m-%d}"
    except TypedDateError as error:
        reason = str(error)
    assert reason


@given(st.integers(1, 12), st.integers(1, 28), st.dates(date(1970, 3, 2), date(2090, 1, 1)))
def test_without_a_year_it_is_the_first_from_sixty_days_back(
    month: int, day: int, today: date
) -> None:
    found = read_date(f"{month}/{day}", today)
    assert timedelta(days=-60) <= found - today <= timedelta(days=306)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("11pm", time(23)),
        ("23", time(23)),
        ("9:30a", time(9, 30)),
        ("noon", time(12)),
        ("Midnight", time(0)),
        ("12 midnight", time(0)),
        ("12am", time(0)),
        ("12 p.m.", time(12)),
        ("2130", time(21, 30)),
        ("930", time(9, 30)),
        ("9.15", time(9, 15)),
        ("24:00", time(0)),
        ("0:05", time(0, 5)),
    ],
)
def test_a_time_is_read_as_it_is_typed(text: str, found: time) -> None:
    assert read_time(text) == found


@pytest.mark.parametrize(
    ("text", "near", "found"),
    [
        ("11", time(21), time(23)),
        ("11:15", time(21), time(23, 15)),
        ("8", time(9), time(8)),
        ("1", time(0), time(1)),  # after a shift that ends at midnight
        ("12", time(21), time(0)),
        ("09:30", time(21), time(9, 30)),
        ("11am", time(21), time(11)),
        ("22", time(9), time(22)),
    ],
)
def test_an_hour_alone_is_the_one_that_is_near(text: str, near: time, found: time) -> None:
    assert read_time(text, near) == found


@pytest.mark.parametrize("text", ["", "25", "9:60", "24:01", "13pm", "0am", "soon", "9m", "1:2"])
def test_what_is_no_time_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(
        TypedTimeError, match=r"Type a time like 9:30 pm, 21:30, noon or midnight\."
    ):
        read_time(text)


@given(st.times(), st.times())
def test_what_the_clock_says_is_read_again(moment: time, near: time) -> None:
    whole = moment.replace(second=0, microsecond=0)
    assert read_time(clock(whole), near) == whole


@pytest.mark.parametrize("text", ["september 14", "9/14", "14 sept", "Mon, Sep 14"])
def test_a_start_without_a_year_is_the_nearest_one(text: str) -> None:
    today = date(2026, 11, 28)
    assert read_date(text, today, nearest=True) == date(2026, 9, 14)
    assert other_year(text, today) == 2027


def test_a_start_to_come_is_near_as_well_and_a_year_that_is_typed_holds() -> None:
    today = date(2026, 11, 28)
    assert read_date("jan 5", today, nearest=True) == date(2027, 1, 5)
    assert other_year("jan 5", today) == 2026
    assert read_date("2/29", today, nearest=True) == date(2028, 2, 29)
    for text in ("9/14/27", "2027-09-14", "today", "monday"):
        assert other_year(text, today) is None
    with pytest.raises(TypedDateError, match="April has no day 31"):
        read_date("4/31", today, nearest=True)
