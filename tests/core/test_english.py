"""The dash of print stands between hours and dates alone; months and long lists are told in short."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.words.english import listed_first, months_title, screen_dashes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("9 am-9 pm", "9 am\u20139 pm"),
        ("noon-12 am", "noon\u201312 am"),
        ("October 6-10 is a break", "October 6\u201310 is a break"),
        ("August 29 - September 3", "August 29 \u2013 September 3"),
        ("/home/kim/HEART 6 am.ics, 9-9", "/home/kim/HEART 6 am.ics, 9\u20139"),
        ("/home/kim/shifts-6-10/a5-6b.ics is saved.", "/home/kim/shifts-6-10/a5-6b.ics is saved."),
        (r"C:\shifts 6\10-12.ics", r"C:\shifts 6\10-12.ics"),
        ("http://10.1.2.3/7kkl2-iolk5-6diwj", "http://10.1.2.3/7kkl2-iolk5-6diwj"),
    ],
)
def test_hyphens_of_places_are_kept(text: str, shown: str) -> None:
    assert screen_dashes(text) == shown


def test_months_are_named_once_each() -> None:
    december = date(2026, 12, 31)
    assert months_title(date(2026, 12, 1), december) == "December 2026"
    assert months_title(date(2026, 11, 29), december) == "November-December 2026"
    assert months_title(december, date(2027, 1, 1)) == "December 2026-January 2027"


def test_of_a_long_list_the_first_are_named_and_the_others_counted() -> None:
    assert listed_first([], 2) == ""
    assert listed_first(["Mon", "Tue"], 2) == "Mon and Tue"
    assert listed_first(["Mon", "Tue", "Wed"], 2) == "Mon, Tue and 1 more"
    assert listed_first(["Mon", "Tue", "Wed", "Thu", "Fri"], 2) == "Mon, Tue and 3 more"
