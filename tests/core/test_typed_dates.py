"""Dates as people type them. Every expected day was read off a calendar."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartplanner.core.words.english import brief_day, full_date, long_date, month_day
from heartplanner.core.words.typed_dates import typed_date

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 24", date(2027, 7, 24)),
        ("jul 24", date(2027, 7, 24)),
        ("24 July", date(2027, 7, 24)),
        ("7/24", date(2027, 7, 24)),
        ("7-24", date(2027, 7, 24)),
        ("7/24/26", date(2026, 7, 24)),
        ("7/24/2026", date(2026, 7, 24)),
        ("  JULY   24 ,2026 ", date(2026, 7, 24)),
        ("July 4th", date(2027, 7, 4)),
        ("2026-07-24", date(2026, 7, 24)),
        ("Fri, July 24, 2026", date(2026, 7, 24)),
        ("Saturday July 24", date(2027, 7, 24)),
        ("Sept 28", date(2026, 9, 28)),  # sixty days back
        ("September 27", date(2027, 9, 27)),  # sixty-one
        ("Nov 26", date(2026, 11, 26)),
        ("1/5", date(2027, 1, 5)),
        ("feb 29", date(2028, 2, 29)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 28)),
        ("yesterday", date(2026, 11, 26)),
    ],
)
def test_what_people_type(text: str, expected: date) -> None:
    assert typed_date(text, TODAY) == expected


def test_the_year_turns_within_sixty_days() -> None:
    assert typed_date("12/20", date(2027, 1, 10)) == date(2026, 12, 20)
    assert typed_date("1/10", date(2026, 12, 20)) == date(2027, 1, 10)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "there is no date: type a date such as July 24 or 7/24"),
        ("24/7", "'24/7' is not in the calendar: type a date such as July 24 or 7/24"),
        ("Feb 30", "'Feb 30' is not in the calendar: type a date such as July 24 or 7/24"),
        ("2/29/2027", "'2/29/2027' is not in the calendar: type a date such as July 24 or 7/24"),
        ("Foo 3", "'foo' is not a month: type a date such as July 24 or 7/24"),
        ("soon", "'soon' is not a date: type a date such as July 24 or 7/24"),
        ("2026", "'2026' is not a date: type a date such as July 24 or 7/24"),
        ("Mon, July 24, 2026", "July 24, 2026 is a Friday, not a Monday"),
    ],
)
def test_what_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        typed_date(text, TODAY)


@given(st.dates(date(1950, 1, 1), date(2200, 12, 31)), st.dates(date(1951, 1, 1), date(2190, 1, 1)))
def test_what_the_program_writes_it_also_reads(day: date, today: date) -> None:
    """A date with its year reads back as itself; without, as a day of that name in the year that begins
    60 days back, or later for a leap day."""
    assert typed_date(full_date(day), today) == day
    assert typed_date(long_date(day), today) == day
    for text in (month_day(day), brief_day(day)):
        taken = typed_date(text, today)
        assert (taken.month, taken.day) == (day.month, day.day)
        within = 366 if (day.month, day.day) != (2, 29) else 8 * 366
        assert timedelta(days=-60) <= taken - today < timedelta(days=within - 60)


@given(st.text(max_size=20), st.dates(date(1951, 1, 1), date(2190, 1, 1)))
def test_any_text_is_a_date_or_a_sentence(text: str, today: date) -> None:
    with suppress(ValueError):
        assert isinstance(typed_date(text, today), date)
