"""What changes do to days, and what they refuse."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from heartplanner.core.edits.checks import check_change
from heartplanner.core.edits.edits import add_change, assign, continued, remove_change
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
from heartplanner.core.plan.model import Assignment, Plan, PlanError, Rotation
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule

NOW = datetime(2025, 7, 28, 9, tzinfo=UTC)
FREE_MONDAY = date(2025, 8, 4)
SHIFT_TUESDAY = date(2025, 8, 5)
ADMIN_THURSDAY = date(2025, 8, 7)
BREAK_DAY = date(2025, 8, 31)


def leave(first: date, last: date | None = None) -> Absence:
    return Absence(AbsenceKind.LEAVE, first, last or first)


def after(plan: Plan, day: date, *changes: ChangeDetail) -> Day:
    for what in changes:
        plan = add_change(plan, what, NOW)
    return Schedule(plan).days(day, day)[0]


def hours(day: Day) -> list[str]:
    return [f"{block.kind} {block.start:%H:%M}-{block.end:%H:%M}" for block in day.blocks]


@pytest.mark.parametrize(
    ("day", "what", "expected"),
    [
        (SHIFT_TUESDAY, leave(SHIFT_TUESDAY), []),
        (FREE_MONDAY, Swap(None, FREE_MONDAY), ["shift 09:00-21:00"]),
        (FREE_MONDAY, Swap(SHIFT_TUESDAY, FREE_MONDAY, Band.EVENING), ["shift 12:00-00:00"]),
        (SHIFT_TUESDAY, Swap(SHIFT_TUESDAY, FREE_MONDAY), []),
        (FREE_MONDAY, MovedAdmin(ADMIN_THURSDAY, FREE_MONDAY), ["admin 09:00-13:00"]),
        (FREE_MONDAY, MovedAdmin(ADMIN_THURSDAY, FREE_MONDAY, time(22)), ["admin 22:00-02:00"]),
        (ADMIN_THURSDAY, MovedAdmin(ADMIN_THURSDAY, FREE_MONDAY), []),
        (
            SHIFT_TUESDAY,
            OtherHours(SHIFT_TUESDAY, Hours(time(10), time(18))),
            ["shift 10:00-18:00"],
        ),
        (
            ADMIN_THURSDAY,
            Training(ADMIN_THURSDAY, Hours(time(14), time(16))),
            ["admin 09:00-13:00", "training 14:00-16:00"],
        ),
        (
            FREE_MONDAY,
            Extra(FREE_MONDAY, Band.EVENING, BAND_HOURS[Band.EVENING]),
            ["extra 12:00-00:00"],
        ),
        (SHIFT_TUESDAY, Note(SHIFT_TUESDAY, "bring cake"), ["shift 09:00-21:00"]),
    ],
)
def test_change_gives_these_hours(
    example: Plan, day: date, what: ChangeDetail, expected: list[str]
) -> None:
    assert hours(after(example, day, what)) == expected


def test_leave_over_a_weekend_off_leaves_it_as_it_is(example: Plan) -> None:
    plan = add_change(example, leave(date(2025, 8, 8), date(2025, 8, 10)), NOW)
    friday, saturday, sunday = Schedule(plan).days(date(2025, 8, 8), date(2025, 8, 10))
    assert (friday.off, saturday.off, sunday.off) == (
        DayOffKind.LEAVE,
        DayOffKind.DAY_OFF,
        DayOffKind.DAY_OFF,
    )
    assert [len(each.changes) for each in (friday, saturday, sunday)] == [1, 0, 0]


def test_a_worked_day_of_a_break_keeps_its_place_in_the_count(example: Plan) -> None:
    day = after(example, BREAK_DAY, Swap(None, BREAK_DAY))
    assert day.off is None
    assert day.in_break is not None
    assert (day.in_break.day, day.in_break.of) == (3, 6)
    assert day.weekend == "on"


def test_changes_apply_in_the_order_in_which_they_were_made(example: Plan) -> None:
    extra = Extra(SHIFT_TUESDAY, None, Hours(time(14), time(18)))
    assert hours(after(example, SHIFT_TUESDAY, leave(SHIFT_TUESDAY), extra)) == [
        "extra 14:00-18:00"
    ]
    with pytest.raises(PlanError, match="overlap"):
        after(example, SHIFT_TUESDAY, extra, leave(SHIFT_TUESDAY))


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (leave(FREE_MONDAY), "nothing is worked on August 4, 2025"),
        (Swap(FREE_MONDAY, None), "Monday, August 4, 2025 has no shift"),
        (Swap(ADMIN_THURSDAY, None), "has no shift"),
        (MovedAdmin(SHIFT_TUESDAY, FREE_MONDAY), "has no admin block"),
        (Swap(None, SHIFT_TUESDAY), "9 am-9 pm and 9 am-9 pm overlap"),
        (OtherHours(FREE_MONDAY, Hours(time(9), time(10))), "has no shift"),
        (Note(date(2025, 7, 27), "too early"), "is before the start date"),
        (Swap(None, None), "gives a shift, takes one, or both"),
        (leave(SHIFT_TUESDAY, FREE_MONDAY), "2025-08-04 is before 2025-08-05"),
        (leave(SHIFT_TUESDAY, date(2026, 8, 6)), "at most 366 days"),
        (Note(FREE_MONDAY, "a\x1b[31mb"), "without control characters"),
        (Note(FREE_MONDAY, "a\u202eb"), "without control characters"),
        (Note(FREE_MONDAY, "x" * 2001), "at most 2000 characters"),
        (Extra(date(2026, 3, 8), None, Hours(time(2, 30), time(3, 10))), "have no length"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(
    example: Plan, what: ChangeDetail, said: str
) -> None:
    with pytest.raises(PlanError, match=said):
        add_change(example, what, NOW)


def test_a_removal_on_which_a_later_change_stands_is_refused(example: Plan) -> None:
    plan = add_change(example, Swap(None, FREE_MONDAY), NOW)
    plan = add_change(plan, OtherHours(FREE_MONDAY, Hours(time(8), time(12))), NOW)
    with pytest.raises(PlanError, match="change 2 builds on it: take back 2 first"):
        remove_change(plan, 1, NOW)
    assert remove_change(remove_change(plan, 2, NOW), 1, NOW).changes == ()


def test_an_extra_shift_may_have_other_hours_where_the_day_has_no_other_shift(
    example: Plan,
) -> None:
    late = Hours(time(9), time(22, 30))
    plan = add_change(example, Extra(FREE_MONDAY, Band.DAY, BAND_HOURS[Band.DAY]), NOW)
    (before,) = Schedule(plan).days(FREE_MONDAY, FREE_MONDAY)
    (after,) = Schedule(add_change(plan, OtherHours(FREE_MONDAY, late), NOW)).days(
        FREE_MONDAY, FREE_MONDAY
    )
    (block,) = after.blocks
    assert (block.kind, block.hours, block.minutes) == (Kind.EXTRA, late, 13 * 60 + 30)
    assert block.slot == before.blocks[0].slot  # a phone moves the event that it has


def test_a_new_assignment_leaves_every_day_before_its_date(example: Plan) -> None:
    second_start = date(2025, 9, 10)
    rotation = Rotation.parse("SSS-A--" * 6)
    plan = assign(example, Assignment(second_start, rotation, 4, Band.EVENING), NOW)
    first, last = date(2025, 7, 28), second_start - timedelta(days=1)
    assert Schedule(plan).days(first, last) == Schedule(example).days(first, last)
    day = Schedule(plan).days(second_start, second_start)[0]
    assert day.at is not None
    assert (day.at.letter, day.at.week, day.at.cycle) == ("S", 4, 1)
    assert hours(day) == ["shift 12:00-00:00"]


def test_a_break_runs_on_across_a_new_assignment(example: Plan) -> None:
    longer = Rotation.parse("-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- -----SS")
    plan = assign(example, Assignment(date(2025, 9, 3), longer, 6), NOW)
    places = [day.in_break for day in Schedule(plan).days(date(2025, 8, 29), date(2025, 9, 6))]
    assert [place.of if place else None for place in places] == [8] * 8 + [None]


def test_an_assignment_on_a_date_replaces_the_one_of_that_date(example: Plan) -> None:
    plan = assign(example, Assignment(example.start, band=Band.EVENING), NOW)
    assert [each.band for each in plan.assignments] == [Band.EVENING]


def test_continuing_keeps_the_days_as_they_are(example: Plan) -> None:
    plan = assign(example, continued(example, date(2025, 9, 17)), NOW)
    first, last = date(2025, 9, 1), date(2025, 12, 31)
    kept = [(day.date, hours(day), day.off) for day in Schedule(example).days(first, last)]
    assert [(day.date, hours(day), day.off) for day in Schedule(plan).days(first, last)] == kept


def test_a_change_that_a_new_assignment_would_leave_hanging_is_named(example: Plan) -> None:
    plan = add_change(example, OtherHours(SHIFT_TUESDAY, Hours(time(9), time(17))), NOW)
    with pytest.raises(PlanError, match="change 1: Tuesday, August 5, 2025 has no shift"):
        assign(plan, Assignment(date(2025, 8, 1), Rotation.parse("-" * 42)), NOW)


def test_stamps_rise_with_each_edit_where_the_clock_goes_back(example: Plan) -> None:
    plan = add_change(example, leave(SHIFT_TUESDAY), NOW)
    plan = add_change(plan, leave(ADMIN_THURSDAY), NOW - timedelta(days=9))
    assert [each.at for each in plan.history][1:] == [NOW, NOW + timedelta(seconds=1)]


def test_a_note_states_no_day_anew_for_it_is_in_no_calendar(example: Plan) -> None:
    plan = add_change(example, Note(SHIFT_TUESDAY, "a"), NOW)
    assert plan.history == example.history
    assert remove_change(plan, 1, NOW).history == example.history


def test_a_day_of_leave_on_which_a_shift_is_taken_and_given_is_a_day_off(example: Plan) -> None:
    # Whoever gives the shift away is off by the swap, and no longer by the leave before it.
    taken, given = Swap(None, SHIFT_TUESDAY), Swap(SHIFT_TUESDAY, None)
    day = after(example, SHIFT_TUESDAY, leave(SHIFT_TUESDAY), taken, given)
    assert (day.off, day.blocks) == (DayOffKind.DAY_OFF, ())


def test_a_text_is_checked_in_whatever_field_of_a_change_it_stands() -> None:
    """A text where training has its hours stands for a field that a new kind of change may have."""
    hours: Any = "a\nDTSTART:x"
    with pytest.raises(PlanError, match="a text is one line"):
        check_change(Training(FREE_MONDAY, hours))
    with pytest.raises(PlanError, match="a text is one line"):
        check_change(Swap(None, FREE_MONDAY, colleague="a\nb"))
