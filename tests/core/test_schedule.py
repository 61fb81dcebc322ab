"""The days of the example plan, written by hand from the roster of the domain."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from heartplanner.core.edits.edits import new_plan
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment, Plan, Rotation, each_date
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.breaks import Break, breaks, next_break
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.schedule import Schedule

NOW = datetime(2025, 7, 1, tzinfo=UTC)
START = date(2025, 7, 28)
SHIFTS = [
    (7, 29), (7, 30), (8, 1), (8, 5), (8, 6), (8, 8), (8, 15), (8, 16), (8, 17),
    (8, 19), (8, 20), (8, 22), (8, 25), (8, 26), (8, 27), (9, 5), (9, 6), (9, 7),
]  # fmt: skip
ADMINS = [(7, 31), (8, 7), (8, 14), (8, 21), (8, 28), (9, 4)]


def plan(letters: str, start: date = START, week: int = 1, band: Band = Band.DAY) -> Plan:
    return new_plan("p", Assignment(start, Rotation.parse(letters), week, band), NOW)


def worked(over: Plan, kind: Kind, first: date, last: date) -> list[tuple[int, int]]:
    return [
        (day.date.month, day.date.day)
        for day in Schedule(over).days(first, last)
        for block in day.blocks
        if block.kind is kind
    ]


def test_first_cycle_is_the_roster_of_the_domain(example: Plan) -> None:
    assert worked(example, Kind.SHIFT, START, date(2025, 9, 7)) == SHIFTS
    assert worked(example, Kind.ADMIN, START, date(2025, 9, 7)) == ADMINS


def test_weekends_on_are_three_weeks_apart(example: Plan) -> None:
    on = [
        day.date for day in Schedule(example).days(START, date(2025, 10, 31)) if day.weekend == "on"
    ]
    saturdays = [date(2025, 8, 16), date(2025, 9, 6), date(2025, 9, 27), date(2025, 10, 18)]
    assert on == [each + timedelta(n) for each in saturdays for n in (0, 1)]


def test_break_is_counted_over_the_turn_of_the_month(example: Plan) -> None:
    found = [
        day for day in Schedule(example).days(date(2025, 8, 28), date(2025, 9, 4)) if day.in_break
    ]
    assert [day.date for day in found] == each_date(date(2025, 8, 29), date(2025, 9, 3))
    assert [(day.in_break.day, day.in_break.of) for day in found if day.in_break] == [
        (1, 6), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6),
    ]  # fmt: skip
    assert {day.off for day in found} == {DayOffKind.BREAK}


def test_second_cycle_begins_on_september_8(example: Plan) -> None:
    before, after = Schedule(example).days(date(2025, 9, 7), date(2025, 9, 8))
    assert before.at is not None
    assert after.at is not None
    assert (before.at.cycle, before.at.week) == (1, 6)
    assert (after.at.cycle, after.at.week) == (2, 1)


def test_evening_shift_ends_at_midnight_of_the_next_day() -> None:
    evening = plan("-SSAS-- " * 6, band=Band.EVENING)
    (day,) = Schedule(evening).days(date(2025, 7, 29), date(2025, 7, 29))
    (block,) = day.blocks
    assert block.start.isoformat() == "2025-07-29T12:00:00-04:00"
    assert block.end.isoformat() == "2025-07-30T00:00:00-04:00"
    assert block.minutes == 720


@pytest.mark.parametrize("day", [date(2026, 3, 8), date(2026, 11, 1)])
@pytest.mark.parametrize("letter", ["D", "E"])
def test_a_shift_has_twelve_real_hours_when_the_clocks_change(day: date, letter: str) -> None:
    (found,) = Schedule(plan(letter * 42)).days(day, day)
    assert found.minutes == 720


def test_letters_of_a_band_overrule_the_assigned_one() -> None:
    (first, second) = Schedule(plan("DE-----" * 6, band=Band.EVENING)).days(
        START, date(2025, 7, 29)
    )
    assert first.blocks[0].band is Band.DAY
    assert second.blocks[0].band is Band.EVENING


def test_days_before_the_start_are_no_part_of_the_plan(example: Plan) -> None:
    before, first = Schedule(example).days(date(2025, 7, 27), START)
    assert (before.at, before.off, before.weekend, before.blocks) == (None, None, None, ())
    assert first.at is not None


def test_a_break_cut_by_the_start_date_is_days_off() -> None:
    begins_in_break = plan("-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS", date(2025, 8, 3), 5)
    found = Schedule(begins_in_break).days(date(2025, 8, 3), date(2025, 8, 6))
    assert [day.off for day in found] == [DayOffKind.DAY_OFF] * 4


def test_free_days_without_an_end_are_no_break() -> None:
    nothing = plan("-" * 42)
    assert breaks(nothing, START, date(2030, 1, 1)) == []
    assert next_break(nothing, START) is None
    assert Schedule(nothing).days(START, START)[0].off is DayOffKind.DAY_OFF


def test_next_break_begins_on_the_day_or_later(example: Plan) -> None:
    second = Break(date(2025, 10, 10), date(2025, 10, 15))
    assert next_break(example, date(2025, 8, 29)) == Break(date(2025, 8, 29), date(2025, 9, 3))
    assert next_break(example, date(2025, 8, 30)) == second
