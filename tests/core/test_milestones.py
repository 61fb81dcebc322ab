"""Milestones and holidays: what a plan holds of them, and what is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from heartplanner.core.calendar.events import events
from heartplanner.core.edits import edits
from heartplanner.core.edits.history import facts
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.milestones import LICENSE, milestones, reason, words
from heartplanner.core.plan.model import Assignment, Milestone, Plan, PlanError
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.schedule.holidays import words as holiday_words
from heartplanner.core.schedule.schedule import Schedule

NOW = datetime(2025, 7, 28, 9, tzinfo=UTC)
START = date(2025, 7, 28)
DUE = date(2025, 9, 26)
PUBLIC = {
    date(2025, 7, 4): "Independence Day",
    date(2025, 9, 1): "Labor Day",
    date(2025, 11, 11): "Veterans Day",
    date(2025, 11, 27): "Thanksgiving Day",
}


def test_a_new_plan_begins_with_the_license_sixty_days_on(example: Plan) -> None:
    assert example.milestones == (Milestone(1, DUE, "Driver's license", False),)
    assert "job posting asks for a North Carolina driver's license" in reason(example.milestones[0])
    earlier = example.milestones[0]._replace(title="North Carolina driver's license")
    assert reason(earlier) == reason(example.milestones[0])
    assert reason(Milestone(2, DUE, "Badge photo", False)) == ""
    plan = edits.new_plan("p", Assignment(date(2026, 1, 15)), NOW)
    assert [each.date for each in plan.milestones] == [date(2026, 3, 16)]


@pytest.mark.parametrize(("start", "count"), [(date(2200, 11, 1), 1), (date(2200, 11, 2), 0)])
def test_no_milestone_is_due_after_the_last_year(start: date, count: int) -> None:
    assert len(edits.new_plan("p", Assignment(start), NOW).milestones) == count


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 9, 11), "15 days left"),
        (date(2025, 9, 25), "1 day left"),
        (DUE, "today"),
        (date(2025, 9, 27), "1 day late"),
        (date(2025, 9, 29), "3 days late"),
    ],
)
def test_how_many_days_a_milestone_leaves(today: date, said: str) -> None:
    plan = edits.new_plan("p", Assignment(START), NOW)
    assert words(plan, plan.milestones[0], today) == f"Driver's license: {said}"
    finished = edits.finish_milestone(plan, 1, True, NOW)
    assert words(finished, finished.milestones[0], today) == "Driver's license: done"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (datetime(2025, 9, 26, 13, tzinfo=UTC), "427 days late"),
        (datetime(2025, 9, 27, 13, tzinfo=UTC), "was due"),
        (datetime(2026, 11, 27, 13, tzinfo=UTC), "was due"),
    ],
)
def test_nothing_is_late_that_had_passed_when_the_plan_was_made(made: datetime, said: str) -> None:
    plan = edits.new_plan("p", Assignment(START), made)
    assert words(plan, plan.milestones[0], date(2026, 11, 27)) == f"{LICENSE}: {said}"


def test_the_example_is_late_for_nobody_until_they_make_it_theirs(example: Plan) -> None:
    today = date(2026, 11, 27)
    assert words(example, example.milestones[0], today) == f"{LICENSE}: was due"
    assert (
        words(example, example.milestones[0], DUE - timedelta(days=2)) == f"{LICENSE}: 2 days left"
    )
    leave = Absence(AbsenceKind.LEAVE, date(2025, 8, 5), date(2025, 8, 5))
    own = edits.add_change(example, leave, datetime(2025, 8, 1, 12, tzinfo=UTC))
    assert words(own, own.milestones[0], today) == f"{LICENSE}: 427 days late"


def test_milestones_come_in_the_order_of_their_dates(example: Plan) -> None:
    plan = edits.add_milestone(example, date(2025, 10, 31), "CPR card", NOW)
    plan = edits.add_milestone(plan, date(2025, 7, 1), "Badge photo", NOW)
    plan = edits.add_milestone(plan, DUE, "Uniform", NOW)
    assert [each.id for each in plan.milestones] == [1, 2, 3, 4]
    listed = milestones(plan, date(2025, 7, 1), date(2025, 10, 31))
    assert [each.title for each in listed] == ["Badge photo", LICENSE, "Uniform", "CPR card"]
    assert [each.title for each in milestones(plan, date(2025, 7, 2), date(2025, 10, 30))] == [
        LICENSE,
        "Uniform",
    ]


def test_a_milestone_is_finished_taken_up_again_and_removed(example: Plan) -> None:
    plan = edits.add_milestone(example, DUE, "Uniform", NOW)
    done = edits.finish_milestone(plan, 2, True, NOW)
    assert [each.done for each in done.milestones] == [False, True]
    assert edits.finish_milestone(done, 2, False, NOW) == plan
    assert facts(edits.remove_milestone(plan, 2, NOW)) == facts(example)
    assert edits.remove_milestone(example, 1, NOW).milestones == ()


@pytest.mark.parametrize(
    ("day", "title", "said"),
    [
        (DUE, "", "has a title"),
        (DUE, " \u00a0", "has a title"),
        (DUE, "a\nb", "control characters"),
        (DUE, "a\u202eb", "control characters"),
        (DUE, "x" * 2001, "at most 2000"),
        (date(1949, 12, 31), "early", "1950 to 2200"),
        (date(2201, 1, 1), "late", "1950 to 2200"),
    ],
)
def test_what_is_no_milestone_and_no_holiday_is_refused(
    example: Plan, day: date, title: str, said: str
) -> None:
    with pytest.raises(PlanError, match=said):
        edits.add_milestone(example, day, title, NOW)
    with pytest.raises(PlanError, match=said.replace("title", "name")):
        edits.add_holiday(example, day, title, NOW)


@pytest.mark.parametrize("milestone", [0, 2])
def test_a_milestone_that_is_not_there_is_refused(example: Plan, milestone: int) -> None:
    with pytest.raises(PlanError, match=f"there is no reminder date {milestone}"):
        edits.remove_milestone(example, milestone, NOW)
    with pytest.raises(PlanError, match=f"there is no reminder date {milestone}"):
        edits.finish_milestone(example, milestone, True, NOW)


def test_lists_have_an_end(example: Plan) -> None:
    duty, feast = example.milestones[0], date(2025, 8, 1)
    full = example._replace(milestones=(duty,) * 1000)
    with pytest.raises(PlanError, match="at most 1000 reminder dates"):
        edits.add_milestone(full, DUE, "one more", NOW)
    for number in range(1000):
        day = date.fromordinal(feast.toordinal() + number)
        example = edits.add_holiday(example, day, "feast", NOW)
    with pytest.raises(PlanError, match="at most 1000 holidays"):
        edits.add_holiday(example, date(2025, 7, 31), "one more", NOW)
    assert edits.add_holiday(example, feast, "other name", NOW).holidays[0].name == "other name"


def test_holidays_are_the_public_ones_without_edits(example: Plan) -> None:
    found = holidays(example, PUBLIC, date(2025, 9, 1), date(2025, 11, 26))
    assert found == {date(2025, 9, 1): "Labor Day", date(2025, 11, 11): "Veterans Day"}


def test_holidays_are_removed_renamed_and_added(example: Plan) -> None:
    plan = edits.remove_holiday(example, date(2025, 11, 11), NOW)
    plan = edits.add_holiday(plan, date(2025, 11, 27), "Turkey", NOW)
    plan = edits.add_holiday(plan, date(2025, 10, 31), "Halloween", NOW)
    found = holidays(plan, PUBLIC, date(2025, 8, 1), date(2025, 12, 31))
    assert list(found.items()) == [
        (date(2025, 9, 1), "Labor Day"),
        (date(2025, 10, 31), "Halloween"),
        (date(2025, 11, 27), "Turkey"),
    ]
    back = edits.add_holiday(plan, date(2025, 11, 11), "Veterans Day", NOW)
    assert holidays(back, PUBLIC, date(2025, 11, 11), date(2025, 11, 11)) == {
        date(2025, 11, 11): "Veterans Day"
    }
    assert [each.date.month for each in back.holidays] == [10, 11, 11]


def test_a_holiday_is_removed_once(example: Plan) -> None:
    plan = edits.remove_holiday(example, date(2025, 9, 1), NOW)
    with pytest.raises(PlanError, match="Monday, September 1, 2025 is already no holiday"):
        edits.remove_holiday(plan, date(2025, 9, 1), NOW)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 9, 1), "Labor Day"),  # in the break: off by that, not by the holiday
        (date(2025, 11, 11), "Veterans Day, working"),  # week 4 of the third cycle: -SSAS--
        (date(2025, 11, 27), "Thanksgiving Day, working"),  # week 6: admin on Thursday
        (date(2025, 7, 4), "Independence Day"),  # before the start date
    ],
)
def test_a_holiday_is_worked_or_not(example: Plan, day: date, said: str) -> None:
    assert holiday_words(PUBLIC[day], Schedule(example).days(day, day)[0]) == said


def test_a_holiday_on_leave_is_not_worked_and_no_holiday_frees_a_day(example: Plan) -> None:
    day = date(2025, 11, 11)
    named = edits.add_holiday(example, day, "Veterans Day", NOW)
    assert Schedule(named).days(day, day) == Schedule(example).days(day, day)
    away = edits.add_change(named, Absence(AbsenceKind.LEAVE, day, day), NOW)
    assert holiday_words("Veterans Day", Schedule(away).days(day, day)[0]) == "Veterans Day"


def test_confirming_makes_every_rotation_one_s_own(example: Plan) -> None:
    evening = edits.continued(example, date(2026, 1, 5))
    plan = edits.assign(example, evening, NOW)
    assert plan.example
    confirmed = edits.confirm(plan, NOW)
    assert not confirmed.example
    assert [each.confirmed for each in confirmed.assignments] == [True, True]
    unsaid = [each._replace(confirmed=False) for each in confirmed.assignments]
    assert tuple(unsaid) == plan.assignments
    assert edits.confirm(confirmed, NOW) == confirmed


def test_no_event_on_a_phone_is_touched(example: Plan) -> None:
    later = datetime(2025, 9, 1, tzinfo=UTC)
    plan = edits.confirm(example, later)
    plan = edits.add_milestone(plan, DUE, "Uniform", later)
    plan = edits.add_holiday(plan, DUE, "My birthday", later)
    year = (date(2025, 7, 28), date(2026, 7, 27))
    assert events(Schedule(plan), *year) == events(Schedule(example), *year)
