"""Seasons by whole months, as one names them in each part of a year."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.days.season_phrases import read_season
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context
from heartplanner.core.edits.example import example_plan

SUMMER_26 = AskedDays(date(2026, 6, 1), date(2026, 8, 31))
SUMMER_27 = AskedDays(date(2027, 6, 1), date(2027, 8, 31))
WINTER_25 = AskedDays(date(2025, 12, 1), date(2026, 2, 28))
WINTER_26 = AskedDays(date(2026, 12, 1), date(2027, 2, 28))
WINTER_27 = AskedDays(date(2027, 12, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("text", "today", "taken", "other"),
    [
        ("this summer", date(2026, 7, 4), SUMMER_26, None),
        ("this summer", date(2026, 8, 31), SUMMER_26, None),
        ("this summer", date(2026, 9, 1), SUMMER_27, SUMMER_26),
        ("this summer", date(2026, 10, 30), SUMMER_27, SUMMER_26),
        ("this summer", date(2026, 10, 31), SUMMER_27, None),
        ("the summer", date(2026, 1, 1), SUMMER_26, None),
        ("next summer", date(2026, 2, 1), SUMMER_26, SUMMER_27),
        ("next summer", date(2026, 7, 4), SUMMER_27, None),
        ("winter", date(2027, 1, 15), WINTER_26, None),
        ("next winter", date(2027, 1, 15), WINTER_27, None),
        ("next winter", date(2026, 11, 28), WINTER_26, WINTER_27),
        ("the winter of 2026", date(2026, 11, 28), WINTER_26, WINTER_25),
        ("autumn 2026", date(2026, 1, 1), AskedDays(date(2026, 9, 1), date(2026, 11, 30)), None),
    ],
)
def test_a_season_is_under_way_or_the_coming_one(
    text: str, today: date, taken: AskedDays, other: AskedDays | None
) -> None:
    assert read_season(text, Context(example_plan(), today, {})) == DatePhrase(taken, other)


def test_the_break_of_a_school_is_no_season() -> None:
    with pytest.raises(NotUnderstoodError, match="Each school sets its own spring break"):
        read_season("the week of spring break", Context(example_plan(), date(2026, 1, 1), {}))
    assert read_season("my break", Context(example_plan(), date(2026, 1, 1), {})) is None
