"""Questions that are offered: by what one has, and each of them has an answer."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.question import Context
from heartplanner.core.ask.refused.examples import examples
from heartplanner.core.edits.calendars import add_calendar
from heartplanner.core.edits.colleagues import add_colleague
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.leave import LeaveAccount, LeaveKind
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 9, 10, tzinfo=UTC)
TODAY = date(2025, 9, 10)


def answers(plan: Plan) -> tuple[str, ...]:
    """The questions, once each has been answered."""
    offered = examples(plan)
    assert len(set(offered)) == 6
    for question in offered:
        told = ask(Schedule(plan), question, Context(plan, TODAY, {}))
        assert "not known yet" not in told.sentence
    return offered


def test_of_nothing_but_shifts_there_are_six_questions() -> None:
    plan = example_plan()
    offered = answers(plan)
    assert "four days in a row in October" in offered
    assert "when is my next break" in offered


def test_what_one_has_is_asked_about() -> None:
    leave = (LeaveAccount(LeaveKind.VACATION, date(2025, 9, 1), Fraction(40)),)
    pay = PaySchedule(date(2025, 8, 25), 14, 5)
    plan = example_plan()._replace(leave=leave, pay=pay)
    assert {
        "do I have enough leave for next week",
        "what should be on my pay stub for the last pay period",
    } <= set(answers(plan))
    school = OtherCalendar("Kids' school, K-5", "school.ics")
    with_school = add_calendar(plan, school, AT)
    assert "when are Kids' school, K-5 and I both free next month" in examples(with_school)
    lee = add_colleague(with_school, "Lee", Assignment(date(2025, 7, 28), confirmed=True), AT)
    offered = answers(lee)
    assert "when are Lee and I both free next month" in offered
    assert "who can take my shift tomorrow" in offered
