"""What comes next, at a moment. Days and hours were counted by hand on the example."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.explain.upcoming import upcoming
from heartplanner.core.plan.change import Absence, AbsenceKind, OtherHours
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule

THURSDAY = datetime(2025, 9, 11, 12, tzinfo=ZONE)
"""Admin, 9 am-1 pm, is under way; Tuesday's and Wednesday's shifts are over, Friday's is to come."""


def facts(plan: Plan, now: datetime = THURSDAY) -> dict[str, tuple[str, str]]:
    return {fact.about: (fact.answer, fact.distance) for fact in upcoming(Schedule(plan), now)}


def test_what_a_responder_asks_first(example: Plan) -> None:
    assert facts(example) == {
        "Today": ("Admin 9 am-1 pm", "now"),
        "Next shift": ("Fri, Sep 12, 9-9", "in 21 h"),
        "Next day off": ("Sat, Sep 13 (3 days)", "in 2 days"),
        "Free weekend": ("Sep 13-14", "in 2 days"),
        "Next break": ("Oct 10-15", "in 29 days"),
        "This week": ("24 h worked so far, 16 h to come", ""),
    }


def test_an_evening_ends_at_midnight_however_short_it_is_said(example: Plan) -> None:
    evenings = example._replace(assignments=(example.assignments[0]._replace(band=Band.EVENING),))
    friday = datetime(2025, 9, 12, 9, tzinfo=ZONE)
    (today, *_) = upcoming(Schedule(evenings), friday)
    assert today.answer == "Evening shift noon-midnight"
    assert "Evening noon-12 am" in today.shorter
    assert not [words for words in today.shorter if "12a" in words]


def test_a_shift_that_begins_this_very_minute_is_now(example: Plan) -> None:
    at_nine = datetime(2025, 9, 12, 9, tzinfo=ZONE)
    assert facts(example, at_nine)["Next shift"] == ("Fri, Sep 12, 9-9", "now")


def test_while_a_shift_goes_on_the_next_one_is_told(example: Plan) -> None:
    """Today's line tells of the one that goes on: Tuesday, 9 am-9 pm; Wednesday's is next."""
    at_ten = datetime(2025, 9, 9, 10, tzinfo=ZONE)
    assert facts(example, at_ten)["Today"] == ("Day shift 9-9", "now")
    assert facts(example, at_ten)["Next shift"] == ("Wed, Sep 10, 9-9", "in 23 h")
    at_nine = datetime(2025, 9, 9, 21, tzinfo=ZONE)
    assert facts(example, at_nine)["Today"] == ("Day shift 9-9", "")


@pytest.mark.parametrize(
    ("now", "hours"),
    [
        (datetime(2025, 9, 8, 8, tzinfo=ZONE), "40 h to come"),
        (datetime(2025, 9, 11, 13, tzinfo=ZONE), "28 h worked so far, 12 h to come"),
        (datetime(2025, 9, 12, 21, tzinfo=ZONE), "40 h worked"),
    ],
)
def test_the_weeks_hours_say_what_they_count(example: Plan, now: datetime, hours: str) -> None:
    assert facts(example, now)["This week"] == (hours, "")


def test_leave_is_told_beside_the_weeks_hours(example: Plan) -> None:
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 12), date(2025, 9, 12))
    plan = add_change(example, leave, THURSDAY.astimezone(UTC))
    assert facts(plan)["This week"] == ("24 h worked so far, 4 h to come", "12 h leave")


def test_before_the_start_date_it_is_the_first_week(example: Plan) -> None:
    first = facts(example, datetime(2025, 7, 1, tzinfo=ZONE))
    assert first["First week"] == ("40 h to come", "")


def test_a_shift_that_is_not_confirmed_says_so_until_its_hours_are_entered() -> None:
    unsure = Assignment(date(2025, 7, 28), confirmed=True, guesses=(5,))  # the Friday of week 1
    plan = new_plan("p", unsure, THURSDAY.astimezone(UTC))
    assert facts(plan)["Next shift"][0] == "Fri, Sep 12, 9-9 (not confirmed yet)"
    late = OtherHours(date(2025, 9, 12), Hours(time(9), time(22)))
    entered = add_change(plan, late, THURSDAY.astimezone(UTC))
    assert facts(entered)["Next shift"][0] == "Fri, Sep 12, 9 am-10 pm"


def test_each_answer_has_a_shorter_wording_that_keeps_its_doubt() -> None:
    unsure = Assignment(
        date(2025, 7, 28), band=Band.EVENING, confirmed=True, guesses=(5,)
    )  # the Friday of week 1
    plan = new_plan("p", unsure, THURSDAY.astimezone(UTC))
    shorter = {fact.about: fact.shorter for fact in upcoming(Schedule(plan), THURSDAY)}
    assert shorter["Next shift"] == (
        "Fri, Sep 12, noon-midnight ?", "Fri, Sep 12, noon ?", "Fri, Sep 12 ?",
    )  # fmt: skip
    assert shorter["Next day off"] == ("Sat, Sep 13 (3 days)", "Sat, Sep 13")
    # Never "24 h, 16 h to come": the 16 are none of the 24.
    assert shorter["This week"] == (
        "24 h worked, 16 h to come", "24 of 40 h worked", "24 of 40 h", "40 h", "16 h to come",
    )  # fmt: skip


def test_today_is_said_shorter_where_there_is_little_room(example: Plan) -> None:
    """Cut to dots, "Admin 9 am-1..." did not say when it ends."""
    today = upcoming(Schedule(example), THURSDAY)[0]
    assert today.shorter[-1] == "Admin 9a-1p"


def test_a_shift_of_today_gives_up_words_and_not_its_end(example: Plan) -> None:
    tuesday = datetime(2025, 9, 9, 8, tzinfo=ZONE)
    today = upcoming(Schedule(example), tuesday)[0]
    assert today.answer == "Day shift 9-9"
    assert today.shorter[-2:] == ("Day 9-9", "Day")


def test_a_sick_day_is_no_day_off(example: Plan) -> None:
    # Friday, September 12 is a shift, then come three days off.
    friday = THURSDAY.date().replace(day=12)
    at = datetime(2025, 9, 11, tzinfo=UTC)
    sick = add_change(example, Absence(AbsenceKind.SICK, friday, friday), at)
    assert facts(sick)["Next day off"] == ("Sat, Sep 13 (3 days)", "in 2 days")
    leave = add_change(example, Absence(AbsenceKind.LEAVE, friday, friday), at)
    assert facts(leave)["Next day off"] == ("Fri, Sep 12 (4 days)", "tomorrow")


def test_a_week_with_a_late_end_keeps_its_hours_where_there_is_little_room(example: Plan) -> None:
    tuesday = THURSDAY.date().replace(day=9)
    late = OtherHours(tuesday, Hours(time(9), time(22, 40)))
    plan = add_change(example, late, datetime(2025, 9, 11, tzinfo=UTC))
    week = next(fact for fact in upcoming(Schedule(plan), THURSDAY) if fact.about == "This week")
    assert week.shorter[1:] == (
        "25 h 40 min of 41 h 40 min worked",
        "25 h 40 min of 41 h 40 min",
        "41 h 40 min",
        "16 h to come",
    )
