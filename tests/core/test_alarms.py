"""Alarms by kind of block: so long before it, or at a time of the evening before."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.calendar.alarms import alarm_words
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import Alarm, ExportOptions, check_options
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Extra, Training
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule

NOW = datetime(2025, 8, 1, tzinfo=UTC)


def alarms(plan: Plan, options: ExportOptions, first: date, last: date) -> list[int | None]:
    found = events(Schedule(plan), first, last, options)
    return [event.alarm for event in found if not event.all_day]


def test_shifts_admin_and_training_have_alarms_of_their_own(example: Plan) -> None:
    """From Tuesday, July 29, 2025: shift, shift, admin, shift; then training and an extra shift."""
    plan = add_change(example, Training(date(2025, 8, 2), Hours(time(9), time(12))), NOW)
    plan = add_change(plan, Extra(date(2025, 8, 3), Band.DAY, Hours(time(9), time(21))), NOW)
    week = date(2025, 7, 29), date(2025, 8, 3)
    # 9 am is 13 hours after 8 pm.
    assert alarms(plan, ExportOptions(alarm=time(20), admin_alarm=15), *week) == [
        780, 780, 15, 780, None, 780,
    ]  # fmt: skip
    assert alarms(plan, ExportOptions(admin_alarm=time(21, 30)), *week) == [
        None, None, 690, None, None, None,
    ]  # fmt: skip


def test_the_evening_before_a_clock_change_is_an_hour_more_or_less_away(example: Plan) -> None:
    """Sunday, November 2, 2025 and March 8, 2026: 9 am is 14 and 12 hours after 8 pm."""
    for sunday, minutes in ((date(2025, 11, 2), 840), (date(2026, 3, 8), 720)):
        plan = add_change(example, Extra(sunday, Band.DAY, Hours(time(9), time(21))), NOW)
        assert alarms(plan, ExportOptions(alarm=time(20)), sunday, sunday) == [minutes]


@pytest.mark.parametrize(
    ("alarm", "words"),
    [
        (None, "None"),
        (30, "30 minutes before"),
        (60, "1 hour before"),
        (95, "95 minutes before"),
        (time(20), "8 pm the evening before"),
    ],
)
def test_alarms_in_words(alarm: Alarm | None, words: str) -> None:
    assert alarm_words(alarm) == words


def test_an_evening_does_not_begin_before_noon() -> None:
    check_options(ExportOptions(alarm=time(12)))
    with pytest.raises(PlanError, match="the evening before is at noon or later"):
        check_options(ExportOptions(admin_alarm=time(11, 59)))
