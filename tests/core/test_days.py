"""What a day is: whether it is confirmed, and what an absence took off it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.cycle import planned_block
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule

NOW = datetime(2025, 9, 1, tzinfo=UTC)
MONDAY, TUESDAY, THURSDAY = (date(2025, 9, day) for day in (8, 9, 11))
"""Free, a shift and admin: days 1, 2 and 4 of the second cycle."""
AFTERNOON = Hours(time(14), time(16))


def unsure_plan() -> Plan:
    return new_plan("p", Assignment(date(2025, 7, 28), confirmed=True, guesses=(1, 2, 4)), NOW)


def day_after(plan: Plan, day: date, *details: ChangeDetail) -> Day:
    for detail in details:
        plan = add_change(plan, detail, NOW)
    return Schedule(plan).days(day, day)[0]


@pytest.mark.parametrize("day", [MONDAY, TUESDAY, THURSDAY])
def test_a_day_of_the_rotation_is_a_guess_until_it_is_confirmed(day: date) -> None:
    assert day_after(unsure_plan(), day).guess
    assert day_after(unsure_plan(), day, Note(day, "cake")).guess


@pytest.mark.parametrize(
    ("day", "detail"),
    [
        (MONDAY, Training(MONDAY, AFTERNOON)),
        (MONDAY, Extra(MONDAY, Band.DAY, BAND_HOURS[Band.DAY])),
        (MONDAY, Swap(None, MONDAY)),
        (MONDAY, MovedAdmin(THURSDAY, MONDAY)),
        (THURSDAY, MovedAdmin(THURSDAY, MONDAY)),
        (THURSDAY, MovedAdmin(THURSDAY, THURSDAY, time(13))),
        (TUESDAY, OtherHours(TUESDAY, Hours(time(9), time(22)))),
        (TUESDAY, Swap(TUESDAY, None)),
        (TUESDAY, Absence(AbsenceKind.LEAVE, TUESDAY, TUESDAY)),
    ],
)
def test_what_one_entered_is_no_guess(day: date, detail: ChangeDetail) -> None:
    assert not day_after(unsure_plan(), day, detail).guess


def test_beside_what_one_entered_the_rotations_part_stays_a_guess() -> None:
    day = day_after(unsure_plan(), THURSDAY, Training(THURSDAY, AFTERNOON))
    assert day.guess
    assert {block.kind: day.is_guess(block) for block in day.blocks} == {
        Kind.ADMIN: True,
        Kind.TRAINING: False,
    }


def test_what_absences_took_off_is_known_with_its_kind() -> None:
    plan = unsure_plan()
    sick = Absence(AbsenceKind.SICK, THURSDAY, THURSDAY)
    day = day_after(plan, THURSDAY, Training(THURSDAY, AFTERNOON), sick)
    assert [(off.kind, off.block.kind) for off in day.taken_off] == [
        (DayOffKind.SICK, Kind.ADMIN),
        (DayOffKind.SICK, Kind.TRAINING),
    ]
    leave = Absence(AbsenceKind.LEAVE, TUESDAY, TUESDAY)
    extra = Extra(TUESDAY, Band.EVENING, BAND_HOURS[Band.EVENING])
    late = Absence(AbsenceKind.CALLED_OFF, TUESDAY, TUESDAY)
    day = day_after(plan, TUESDAY, leave, extra, late)
    assert [(off.kind, off.block.kind) for off in day.taken_off] == [
        (DayOffKind.LEAVE, Kind.SHIFT),
        (DayOffKind.CALLED_OFF, Kind.EXTRA),
    ]


def test_a_block_that_ends_at_midnight_does_not_go_on_into_the_next_day(example: Plan) -> None:
    noon_to = [
        day_after(example, date(2025, 9, 13), Extra(date(2025, 9, 13), None, Hours(time(12), end)))
        for end in (time(0), time(0, 15))
    ]
    assert [day.blocks[0].ends_next_day for day in noon_to] == [False, True]


def test_an_admin_hour_that_the_clock_skips_is_worked_right_after() -> None:
    assignment = Assignment(date(2026, 3, 2), admin_start=time(2), admin_minutes=60)
    block = planned_block(assignment, "A", date(2026, 3, 8))
    assert block is not None
    assert (block.start.time(), block.end.time(), block.minutes) == (time(3), time(4), 60)
