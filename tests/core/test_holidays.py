"""Holidays in the words of a cell."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.schedule.holidays import SHORT_NAMES, wording
from heartplanner.files import public_holidays

LETTERS = 10
"""About what stands in a cell of a small window without being cut."""


@pytest.mark.parametrize(
    ("note", "shorter"),
    [
        ("Thanksgiving Day, working", ("Thanksgiving Day", "Thanksgiving", "Thanksg.")),
        ("Day After Thanksgiving", ("After Thanksg.", "Day after")),
        ("Veterans Day, working", ("Veterans Day", "Veterans")),
        (
            "Veterans Day (observed)",
            ("Veterans Day (observed)", "Veterans obs.", "Veterans"),
        ),
        ("Martin Luther King Jr. Day", ("M. L. King Day", "MLK Day")),
        ("Christmas Day (observed); Christmas Eve, working", ("Christmas Eve", "Xmas Eve")),
        ("Lee's Big Day", ("Lee's Big",)),
    ],
)
def test_a_holiday_is_said_ever_shorter(note: str, shorter: tuple[str, ...]) -> None:
    words = wording(note)
    assert words[0] == note
    assert words[-len(shorter) :] == shorter
    assert [len(text) for text in words] == sorted(map(len, words), reverse=True)


def test_every_public_holiday_has_a_short_name_made_by_hand() -> None:
    names = public_holidays.between(date(2025, 1, 1), date(2045, 12, 31)).values()
    assert len(set(names)) >= 14
    for name in names:
        assert name.split("; ")[-1].removesuffix(" (observed)") in SHORT_NAMES
        assert len(wording(f"{name}, working")[-1]) <= LETTERS, name
