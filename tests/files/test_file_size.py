"""Calendar files over 1 MB: said before, with what would make them smaller."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import CalendarPart, ExportOptions
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.ranges.default_range import last_day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical
from heartplanner.files.calendar.file_size import FEW, large_text

FIRST, LAST = date(2025, 7, 28), date(2033, 7, 27)
EVERYTHING = ExportOptions(frozenset(CalendarPart), alarm=60, admin_alarm=60)


def test_eight_years_of_everything_are_too_large_and_what_is_said_makes_them_small_enough(
    example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = events(Schedule(example), FIRST, LAST, EVERYTHING)
    assert large_text(shown, (FIRST, LAST), EVERYTHING) == (
        "This calendar has 1.1 MB, and Google takes no file over 1 MB. It is smaller with no days after"
        " September 18, 2032, no days off or no alarms."
    )
    until = date(2032, 9, 18)
    fewer = events(Schedule(example), FIRST, until, EVERYTHING)
    data = ical.calendar_of(fewer, EVERYTHING)
    assert 950_000 < len(data) <= 1_000_000
    # It is not made twice: that takes a second.
    monkeypatch.setattr(
        ical, "calendar_of", lambda *made_of: made_of == (fewer, EVERYTHING) and data
    )
    assert large_text(fewer, (FIRST, until), EVERYTHING) == ""


def test_a_year_of_everything_is_small_and_is_not_even_made(example: Plan) -> None:
    last = last_day(FIRST)
    shown = events(Schedule(example), FIRST, last, EVERYTHING)
    assert len(shown) <= FEW
    assert large_text(shown, (FIRST, last), EVERYTHING) == ""
