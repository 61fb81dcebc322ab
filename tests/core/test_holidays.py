"""Holidays in the words of a cell."""

from __future__ import annotations

import pytest

from heartplanner.core.schedule.holidays import note_wording


@pytest.mark.parametrize(
    ("note", "shortest"),
    [
        ("Thanksgiving Day, working", "Thanksgiving"),
        ("Day After Thanksgiving, off", "Day after"),
        ("Day After Christmas (observed), off", "Day after"),
        ("Independence Day (observed), working", "Independence Day"),
        ("call Lee, then Kim", "call Lee"),
        ("Lee's Big Day", "Lee's Big Day"),
    ],
)
def test_a_holiday_is_said_ever_shorter_and_a_note_keeps_its_words(
    note: str, shortest: str
) -> None:
    wording = note_wording(note)
    assert (wording[0], wording[-1]) == (note, shortest)
    assert [len(words) for words in wording] == sorted(map(len, wording), reverse=True)
