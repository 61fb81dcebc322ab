"""What the first steps' answers make of a plan."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartplanner.core.edits.edits import add_change, assign, finish_milestone
from heartplanner.core.edits.first_answers import (
    UsualHours,
    mixed,
    usual_hours,
    with_both_hours,
    with_first_confirmed,
    with_other_shift,
    with_rotation,
    with_start,
    with_usual_hours,
)
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.hours import BAND_HOURS, Band
from heartplanner.core.plan.milestones import state
from heartplanner.core.plan.model import (
    Assignment,
    Mark,
    Milestone,
    Plan,
    PlanError,
    Rotation,
    Search,
)
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.plan import planfile

NOW = datetime(2026, 1, 2, 9, tzinfo=UTC)
LATER = date(2026, 1, 5)
OWN = Rotation.parse("SSSA--- ----SSS -SSAS-- -SSAS-- ---ASSS -SSAS--")


def test_a_later_start_brings_its_days_and_its_reminder_date(example: Plan) -> None:
    plan = with_start(example, LATER, NOW)
    assert plan.start == LATER
    assert [each.date for each in plan.milestones] == [date(2026, 3, 6)]
    first_week = Schedule(plan).days(date(2026, 1, 5), date(2026, 1, 9))
    assert [bool(day.blocks) for day in first_week] == [False, True, True, True, True]
    assert Schedule(plan).days(date(2026, 1, 4), date(2026, 1, 4))[0].at is None
    assert plan.history[-1].first == date(2025, 7, 28)


def test_an_earlier_start_can_be_saved(example: Plan) -> None:
    plan = with_start(with_start(example, LATER, NOW), date(2024, 1, 5), NOW)
    assert planfile.parse(planfile.dump(plan)) == plan
    assert plan.history[0].first == date(2024, 1, 5)


def test_a_start_within_a_week_lies_in_week_one(example: Plan) -> None:
    plan = with_start(example, date(2025, 7, 30), NOW)
    days = Schedule(plan).days(date(2025, 7, 29), date(2025, 8, 1))
    assert [len(day.blocks) for day in days] == [0, 1, 1, 1]
    (day,) = Schedule(plan).days(date(2025, 8, 16), date(2025, 8, 16))
    assert day.at is not None
    assert day.at.week == 3


def test_a_reminder_date_that_is_done_or_of_ones_own_stays(example: Plan) -> None:
    done = finish_milestone(example, 1, True, NOW)
    own = Milestone(2, date(2026, 4, 1), "CPR card")
    plan = with_start(done._replace(milestones=(*done.milestones, own)), LATER, NOW)
    assert [each.date for each in plan.milestones] == [date(2025, 9, 26), date(2026, 4, 1)]


def test_a_start_past_the_next_rotation_or_a_change_is_refused(example: Plan) -> None:
    second = assign(example, Assignment(date(2026, 1, 5), OWN), NOW)
    with pytest.raises(PlanError, match="your rotation changes on January 5, 2026"):
        with_start(second, LATER, NOW)
    leave = Absence(AbsenceKind.LEAVE, date(2025, 8, 5), date(2025, 8, 5))
    with pytest.raises(PlanError, match="take that back first"):
        with_start(add_change(example, leave, NOW), LATER, NOW)


def test_the_search_begins_no_earlier_than_the_start(example: Plan) -> None:
    marks = (Mark(date(2025, 8, 5), "S"), Mark(date(2026, 1, 6), "S"))
    plan = with_start(example._replace(search=Search(example.start, marks)), LATER, NOW)
    assert plan.search == Search(LATER, marks[1:])


def test_both_hours_are_said_day_by_day(example: Plan) -> None:
    assert usual_hours(example.assignments[0]) is UsualHours.DAY
    both = with_both_hours(example, NOW)
    assert usual_hours(both.assignments[0]) is UsualHours.BOTH
    assert not mixed(both.assignments[0].rotation)
    one = with_other_shift(both, 1, NOW)
    assert one.assignments[0].rotation.text.startswith("-EDAD-- -DDAD--")
    assert mixed(one.assignments[0].rotation)
    (day,) = Schedule(one).days(date(2025, 7, 29), date(2025, 7, 29))
    assert f"{day.blocks[0].start:%H:%M}" == "12:00"
    with pytest.raises(PlanError, match="no shift"):
        with_other_shift(one, 0, NOW)
    evening = with_usual_hours(one, BAND_HOURS[Band.EVENING], NOW).assignments[0]
    assert (evening.rotation, evening.band) == (example.assignments[0].rotation, Band.EVENING)


def test_an_answer_that_is_true_already_changes_nothing(example: Plan) -> None:
    assert with_start(example, example.start, NOW) is example
    assert with_usual_hours(example, BAND_HOURS[Band.DAY], NOW) is example
    assert with_rotation(example, example.assignments[0].rotation, NOW) is example


def test_a_typed_rotation_is_ones_own_once_it_is_confirmed(example: Plan) -> None:
    plan = with_rotation(example, OWN, NOW)
    assert (plan.assignments[0].rotation, plan.example) == (OWN, True)
    assert not with_first_confirmed(plan, NOW).example


def test_confirming_tells_no_phone_anything_new_and_leaves_guesses_what_they_are(
    example: Plan,
) -> None:
    first = example.assignments[0]._replace(guesses=(2, 3))
    plan = with_first_confirmed(example._replace(assignments=(first,)), NOW)
    assert (plan.example, plan.assignments[0].guesses) == (False, (2, 3))
    assert plan.history == example.history


def test_no_reminder_date_is_late_that_had_passed_before_the_first_answer(example: Plan) -> None:
    answered = datetime(2026, 11, 28, 9, tzinfo=UTC)
    today = answered.date()
    past = with_start(example, LATER, answered)
    assert state(past, past.milestones[0], today) == "was due"
    long_ago = with_usual_hours(example, BAND_HOURS[Band.EVENING], answered)
    assert state(long_ago, long_ago.milestones[0], today) == "was due"
    coming = with_start(example, date(2026, 12, 7), answered)
    assert state(coming, coming.milestones[0], today) == "69 days left"
