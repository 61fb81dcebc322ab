"""What a change does, said before it is accepted. Days and hours were counted by hand on the example."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.edits.edits import with_change
from heartplanner.core.explain.changes.change_effects import effects
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule

NOW = datetime(2025, 9, 1, tzinfo=UTC)


def said(plan: Plan, detail: ChangeDetail) -> list[str]:
    """Each effect as a line, those that are warnings with an exclamation mark before them."""
    after = with_change(plan, detail, NOW)
    return [
        f"{'! ' if effect.severity == 'warning' else ''}{effect.text}"
        for effect in effects(Schedule(plan), after, detail)
    ]


def evening(day: date) -> Extra:
    return Extra(day, Band.EVENING, BAND_HOURS[Band.EVENING])


def test_a_swap_is_a_short_list(example: Plan) -> None:
    swap = Swap(date(2025, 9, 9), date(2025, 9, 22), Band.EVENING, "Lee")
    assert said(example, swap) == [
        "Week of September 8: 28 h (40 h planned); week of September 22: 52 h (40 h planned).",
        "2 full days off between Mon, Sep 22 and Thu, Sep 25.",
        "It differs from HEART's schedule rules: 40 hours a week and three shifts a week.",
    ]


def test_warnings_come_first(example: Plan) -> None:
    """From the evening of Monday 8 to the day shift of Tuesday 9 are nine hours, after a worked weekend."""
    assert said(example, evening(date(2025, 9, 8)))[:3] == [
        "! Take care: nine worked days in a row, September 4-12, 2025.",
        "! Take care: 9 h of rest, Monday, September 8, 2025 to Tuesday.",
        "Week of September 8: 52 h (40 h planned).",
    ]


def test_work_in_the_break_is_a_warning(example: Plan) -> None:
    assert said(example, evening(date(2025, 9, 1)))[0] == (
        "! Take care: Mon, Sep 1 is in your six-day break."
    )


def test_a_weekend_that_becomes_a_working_one_is_named(example: Plan) -> None:
    lines = said(example, evening(date(2025, 10, 4)))
    assert "New working weekend: October 4-5." in lines
    assert "You then work weekends in a row: September 27-28 and October 4-5." in lines


def test_leave_is_part_of_the_weeks_hours_and_differs_from_no_rule(example: Plan) -> None:
    leave = Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 9))
    assert said(example, leave) == [
        "This takes off 3 shifts and 1 admin block, 40 h.",
        "Week of October 6: 40 h (40 h leave).",
        "12 full days off between Fri, Oct 3 and Thu, Oct 16.",
    ]


def test_leave_on_a_working_weekend_makes_it_a_free_one(example: Plan) -> None:
    leave = Absence(AbsenceKind.SICK, date(2025, 9, 27), date(2025, 9, 28))
    assert said(example, leave)[-1] == "New free weekend: September 27-28."


def test_a_late_end_says_the_rest_that_is_left(example: Plan) -> None:
    late = OtherHours(date(2025, 9, 9), Hours(time(9), time(22)))
    assert said(example, late) == [
        "Week of September 8: 41 h (40 h planned).",
        "The shortest rest before or after it is 11 h, between Tue, Sep 9 and Wed, Sep 10.",
    ]


def test_a_late_end_says_nothing_of_the_rest_before_it(example: Plan) -> None:
    """Friday, September 12 until 10:30 pm: free until Tuesday 16. Before it the rest was 20 h and is so."""
    late = OtherHours(date(2025, 9, 12), Hours(time(9), time(22, 30)))
    assert said(example, late) == [
        "Week of September 8: 41.5 h (40 h planned).",
        "3 full days off between Fri, Sep 12 and Tue, Sep 16.",
    ]


def test_many_weeks_are_counted(example: Plan) -> None:
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 8), date(2025, 10, 19))
    assert said(example, leave)[1].endswith(
        "week of September 22: 40 h (40 h leave); 3 more weeks."
    )


def test_what_is_taken_back_takes_nothing_off(example: Plan) -> None:
    leave = Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 9))
    with_leave = with_change(example, leave, NOW)
    texts = [effect.text for effect in effects(with_leave, Schedule(example), leave)]
    assert texts[0] == "Week of October 6: 40 h."


@pytest.mark.parametrize("day", [date(2025, 9, 9), date(2025, 9, 8)])
def test_a_note_has_no_effect(example: Plan, day: date) -> None:
    assert said(example, Note(day, "cake")) == []


def test_training_is_work_that_leave_takes_off(example: Plan) -> None:
    """November 1 and 2, 2025 are free in the example; October 31 has a shift, and training beside it."""
    plan = example
    for day in (date(2025, 10, 31), date(2025, 11, 1), date(2025, 11, 2)):
        plan = with_change(plan, Training(day, Hours(time(22), time(23))), NOW).plan
    off = [
        said(plan, Absence(AbsenceKind.LEAVE, first, last))[0]
        for first, last in (
            (date(2025, 11, 1), date(2025, 11, 1)),
            (date(2025, 11, 1), date(2025, 11, 2)),
            (date(2025, 10, 31), date(2025, 11, 2)),
        )
    ]
    assert off == [
        "This takes off 1 training, 1 h.",
        "This takes off 2 trainings, 2 h.",
        "This takes off 1 shift and 3 trainings, 15 h.",
    ]
