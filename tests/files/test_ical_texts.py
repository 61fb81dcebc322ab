"""Texts of a calendar file: other libraries read each as it was entered, backslashes and all."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import vobject
from hypothesis import example as case
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar.prop import vText
from strategies import TEXTS

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.export_options import ExportOptions
from heartplanner.files.calendar import ical

DAY = date(2025, 8, 5)
NASTY = st.text(st.sampled_from('\\Nn;,: "a'), max_size=12)


def shown(text: str) -> Event:
    return Event(
        "x@heartplanner", text, text, DAY, DAY, True, 0, datetime(2025, 8, 1, tzinfo=UTC), alarm=5
    )


@given(st.one_of(TEXTS, NASTY))
@case("Swap\\North")
@case("\\N\\n\\\\N")
@settings(max_examples=60)
def test_every_text_reads_back_as_it_is(text: str) -> None:
    data = ical.calendar_of([shown(text)], ExportOptions(name=text, word="HEART"))
    calendar = icalendar.Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    assert [str(event["SUMMARY"]), str(alarm["DESCRIPTION"])] == [text, text]
    assert str(event.get("DESCRIPTION", "")) == text
    other = vobject.readOne(data.decode())
    assert other.vevent.summary.value == text
    assert other.vevent.valarm.description.value == text
    if text.strip():
        names = [other.contents[each][0].value for each in ("name", "x-wr-calname")]
        assert names == [text, text]


def test_the_library_s_own_text_does_not() -> None:
    """If this fails, ical.Text is no longer needed."""
    assert vText("a\\Nb").to_ical() == b"a\\nb"
