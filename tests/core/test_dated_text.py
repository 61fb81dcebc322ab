"""What may be a roster: a text that names dates."""

from __future__ import annotations

import pytest

from heartplanner.core.roster.dates.dated_text import has_dates


@pytest.mark.parametrize(
    "text",
    [
        "Hi all,\nhere is the schedule.\n\n10/1 off\n10/2 9a-9p",
        "Sept 15 - 9am-9pm",
        "2025-10-04 admin",
        "Monday 15th: off\nTuesday 16th: 9-9",
        "October 2025\n1 off\n2 9-9",
    ],
)
def test_a_roster_names_dates(text: str) -> None:
    assert has_dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you, see you on Monday",
        "https://example.org/a?b=12345",
        "919 555 0123",
        "Room 204, door code 7731",
        "x" * 300_000 + " 10/1",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert not has_dates(text)
