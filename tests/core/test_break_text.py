"""A break on some of whose days one works, wherever it is named: October 10-15, 2025, by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.question import Context
from heartplanner.core.edits.edits import add_change
from heartplanner.core.explain.break_text import break_text
from heartplanner.core.explain.day_text import month_words
from heartplanner.core.explain.upcoming import upcoming
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.breaks import Break
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.month import SheetOptions, month_sheet
from heartplanner.core.sheets.year import year_sheet

AT = datetime(2025, 9, 10, tzinfo=UTC)
NOW = datetime(2025, 9, 10, 12, tzinfo=ZONE)
BREAK = Break(date(2025, 10, 10), date(2025, 10, 15))


@pytest.fixture
def schedule(example: Plan) -> Schedule:
    """A shift taken on the break's first day, Friday, October 10."""
    return Schedule(add_change(example, Swap(None, date(2025, 10, 10), None, "Lee"), AT))


def with_shifts(plan: Plan, *days: int) -> Schedule:
    for day in days:
        plan = add_change(plan, Swap(None, date(2025, 10, day)), AT)
    return Schedule(plan)


def test_at_a_glance_has_the_free_days_of_the_break(schedule: Schedule) -> None:
    fact = next(one for one in upcoming(schedule, NOW) if one.about == "Next break")
    assert fact.answer == "Oct 11-15 (you work on Oct 10, day 1)"
    assert fact.distance == "in 31 days"
    assert fact.shorter == ("Oct 11-15 (you work on Oct 10, day 1)", "Oct 11-15")


def test_a_question_for_the_break_says_it_too(schedule: Schedule) -> None:
    context = Context(schedule.plan, NOW.date(), {}, NOW)
    answer = ask(schedule, "when is my next break", context)
    assert answer.sentence == "Next break: Oct 11-15 (you work on Oct 10, day 1), in 31 days."
    assert answer.reading.taken == AskedDays(*BREAK)
    sentence = ask(schedule, "am I free my break", context).sentence
    assert sentence.endswith("you work on 1 of 6 days: 1 shift, 12 h.")


def test_the_months_and_the_years_words_and_sheets_have_the_free_days(schedule: Schedule) -> None:
    _, words = month_words(schedule, Month(2025, 10), NOW)
    assert words == "Break: October 11-15, 2025 (you work on Oct 10, day 1)"
    _, before = month_words(schedule, Month(2025, 9), NOW)
    assert before.startswith("Break: August 29 - September 3, 2025")
    options = SheetOptions(NOW.date())
    sheet = month_sheet(schedule, Month(2025, 10), {}, options)
    assert sheet.sums[2] == "Break: October 11-15."
    year = year_sheet(schedule, 2025, options)
    assert year.sums[2] == "Breaks: Aug 29 - Sep 3, Oct 11-15, Nov 21-26."


@pytest.mark.parametrize(
    ("worked", "text"),
    [
        ((), "Oct 10-15"),
        ((15,), "Oct 10-14 (you work on Oct 15, day 6)"),
        ((13,), "Oct 10-12 and Oct 14-15 (you work on Oct 13, day 4)"),
        ((11, 12), "Oct 10 and Oct 13-15 (you work on Oct 11, day 2; Oct 12, day 3)"),
    ],
)
def test_a_break_is_said_by_its_free_days(
    example: Plan, worked: tuple[int, ...], text: str
) -> None:
    assert break_text(with_shifts(example, *worked), BREAK) == text


def test_of_a_break_that_is_all_worked_no_day_is_free(example: Plan) -> None:
    said = break_text(with_shifts(example, *range(10, 16)), BREAK)
    assert said.startswith("none (you work on Oct 10, day 1; Oct 11, day 2;")
