"""Times of day as people type them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import clock
from heartplanner.core.words.typed_times import typed_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11pm", time(23)),
        ("11 PM", time(23)),
        ("11 p.m.", time(23)),
        ("23", time(23)),
        ("9", time(9)),
        ("9:30a", time(9, 30)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("21:05", time(21, 5)),
        ("noon", time(12)),
        ("12 noon", time(12)),
        ("12 pm", time(12)),
        ("12:15 pm", time(12, 15)),
        ("midnight", time(0)),
        ("12am", time(0)),
        ("24:00", time(0)),
        ("0", time(0)),
    ],
)
def test_what_people_type(text: str, expected: time) -> None:
    assert typed_time(text) == expected


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", "there is no time: "),
        ("25", "there is no 25 on the clock: "),
        ("9:75", "there is no 9:75 on the clock: "),
        ("13pm", "there is no 13 pm: "),
        ("0 am", "there is no 0 am: "),
        ("24:30", "there is no 24:30 on the clock: "),
        ("nine", "'nine' is not a time: "),
        ("9-5", "'9-5' is not a time: "),
    ],
)
def test_what_is_refused(text: str, begins: str) -> None:
    with pytest.raises(
        ValueError, match=f"^{re.escape(begins)}type a time such as 9:30 am, 11pm, noon or 21:30$"
    ):
        typed_time(text)


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)), st.booleans())
def test_what_the_program_writes_it_also_reads(moment: time, hours24: bool) -> None:
    assert typed_time(clock(moment, DisplayFormat(hours24=hours24))) == moment


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_a_sentence(text: str) -> None:
    with suppress(ValueError):
        assert typed_time(text).second == 0
