"""Questions about one's own work: what comes next, and hours, with the words of the book of hours."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.days.holiday_phrases import holiday_range
from heartplanner.core.ask.not_understood import NotUnderstoodError, Place
from heartplanner.core.ask.phrases import read_question
from heartplanner.core.ask.question import (
    Answer,
    Context,
    HoursAsked,
)
from heartplanner.core.ask.work.work_answers import hours_worked
from heartplanner.core.edits import edits
from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.hours.figures import Figure
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.leave import LeaveAccount, LeaveKind
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 9, 10, tzinfo=UTC)
TODAY = date(2025, 9, 10)
NOON = datetime(2025, 9, 10, 12, tzinfo=ZONE)
"""Within the shift of Wednesday, 9 am-9 pm: Thursday is an admin day, and Friday is worked."""


@pytest.fixture
def plan(example: Plan) -> Plan:
    return with_pay(edits.confirm(example, AT), PaySchedule(date(2025, 9, 8), 14, 5), AT)


def asked(plan: Plan, text: str, now: datetime | None = NOON) -> Answer:
    return ask(Schedule(plan), text, Context(plan, TODAY, {}, now))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("when do I work next", "Next work: admin time, Thu, Sep 11, 9 am-1 pm, tomorrow."),
        ("next time I work", "Next work: admin time, Thu, Sep 11, 9 am-1 pm, tomorrow."),
        ("when is my next shift", "Next shift: Fri, Sep 12, 9-9, in 45 h."),
        ("when is my next break", "Next break: Oct 10-15, in 30 days."),
        # Periods begin on September 8 and end on the 21st; the one before is paid on the 12th.
        ("when do I get paid next", "Next payday: Friday, September 12, 2025, in 2 days."),
        ("what time do I start on Friday", "Friday, September 12, 2025: you work 9 am-9 pm."),
        (
            "how many shifts this week",
            "Work week September 8-14, 2025: 1 shift so far, 2 shifts to come.",
        ),
        ("hours this week", "Work week September 8-14, 2025: 12 h worked so far, 28 h to come."),
        ("how much overtime did I work this week", "Work week September 8-14, 2025: no overtime."),
        (
            "what should be on my pay stub for the last pay period",
            "Pay period August 25 - September 7, 2025: 80 h worked.",
        ),
        (
            "pay stub for the current pay period",
            "Pay period September 8-21, 2025: 12 h worked so far, 68 h to come.",
        ),
        (
            "how many hours will I be paid on Sep 26",
            "Pay period September 8-21, 2025: 12 h worked so far, 68 h to come.",
        ),
        (
            "what should my next paycheck be",
            "Pay period August 25 - September 7, 2025: 80 h worked.",
        ),
        (
            "what should be on my pay stub on September 12",
            "Pay period August 25 - September 7, 2025: 80 h worked.",
        ),
        (
            "pay stub of Friday",
            "Pay period August 25 - September 7, 2025: 80 h worked.",
        ),
        (
            "what will be on my Sep 26 pay stub",
            "Pay period September 8-21, 2025: 12 h worked so far, 68 h to come.",
        ),
        (
            "pay stub for Aug 25 - Sep 7",
            "Pay period August 25 - September 7, 2025: 80 h worked.",
        ),
        (
            "when's payday in October",
            "Paydays, October 1-31, 2025: Fri, Oct 10 and Fri, Oct 24.",
        ),
        (
            "holiday hours last pay period",
            "Pay period August 25 - September 7, 2025: none on holidays.",
        ),
    ],
)
def test_the_sentence_answers_what_was_asked(plan: Plan, text: str, sentence: str) -> None:
    assert asked(plan, text).sentence == sentence


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "how many hours will I be paid on Sep 25",
            "Thursday, September 25, 2025 is no payday: the paydays nearby are September 12, 2025 and "
            "September 26, 2025.",
        ),
        (
            "what should be on my pay stub next week",
            "September 15-21, 2025 is no pay period: the paydays nearby are September 12, 2025 and "
            "September 26, 2025.",
        ),
        (
            "pay stub for Sep 8-20",
            "September 8-20, 2025 is no pay period: the paydays nearby are August 29, 2025 and "
            "September 12, 2025.",
        ),
        (
            "pay stub of today",
            "Wednesday, September 10, 2025 is no payday: the paydays nearby are August 29, 2025 and "
            "September 12, 2025.",
        ),
    ],
)
def test_only_a_payday_pays_for_a_period(plan: Plan, text: str, reason: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        asked(plan, text)
    assert refused.value.reason == reason
    assert refused.value.place is Place.HOURS


def test_where_the_payday_is_not_known_no_check_is_the_next(plan: Plan) -> None:
    without = with_pay(plan, PaySchedule(date(2025, 9, 8), 14), AT)
    with pytest.raises(NotUnderstoodError, match="Your paydays are not known yet"):
        asked(without, "what should my next paycheck be")


@pytest.mark.parametrize(
    ("last", "named"),
    [(date(2026, 7, 31), "(Tue, Sep 9)"), (date(2026, 8, 31), "(Tue, Sep 9, 2025)")],
)
def test_in_a_stretch_longer_than_a_year_dates_have_theirs(
    plan: Plan, last: date, named: str
) -> None:
    context = Context(plan, TODAY, {date(2025, 9, 9): "Fiesta"}, NOON)
    days = HoursAsked(AskedDays(date(2025, 8, 1), last), None, Figure.WORKED)
    facts = hours_worked(Schedule(plan), days, context).facts
    assert any(fact.startswith("Worked on holidays: 12 h") and named in fact for fact in facts)


def test_hours_of_a_season_that_is_just_over_are_told_and_those_of_the_next_offered(
    plan: Plan,
) -> None:
    told = asked(plan, "how many hours this summer")
    assert told.reading.taken == AskedDays(date(2025, 6, 1), date(2025, 8, 31))
    assert told.reading.other == AskedDays(date(2026, 6, 1), date(2026, 8, 31))


def test_the_first_shift_after_some_days_names_the_admin_time_before_it(plan: Plan) -> None:
    """The break ends on Wednesday, October 15; Thursday has admin time, and Friday a shift."""
    told = asked(plan, "first shift after my break")
    assert told.sentence == "First shift after October 15, 2025: Fri, Oct 17, 9 am-9 pm."
    assert told.facts[-1] == "Before it: admin time, Thu, Oct 16, 9 am-1 pm."
    assert told.reading.taken == AskedDays(date(2025, 10, 17), date(2025, 10, 17))
    for text in (
        "when do I work next after my break",
        "first day back after my October break",
        "when am I back at work after my break",
    ):
        told = asked(plan, text)
        begin = "First work after October 15, 2025: admin time, Thu, Oct 16, 9 am-1 pm."
        assert told.sentence == begin
        assert told.facts[-1] == "First shift after October 15, 2025: Fri, Oct 17, 9 am-9 pm."
        assert told.reading.taken == AskedDays(date(2025, 10, 16), date(2025, 10, 16))


def test_what_the_second_reading_comes_to_is_said_beside_the_first(plan: Plan) -> None:
    """Shifts are on Wednesday, the 10th, and on Friday, the 12th: until then with it or without it."""
    told = asked(plan, "how many shifts until Friday")
    assert told.sentence == "September 10-12, 2025: 2 shifts to come."
    assert told.facts[-1] == "If you mean September 10-11, 2025: 1 shift to come."


def test_what_is_on_the_stub_stands_below_with_its_payday(plan: Plan) -> None:
    told = asked(plan, "what should my last paycheck say")
    assert told.place is Place.HOURS
    assert told.facts[0] == "Payday: Friday, September 12, 2025."
    # Two work weeks of three 12-hour shifts and four admin hours.
    assert {"Shifts: 72 h.", "Admin: 8 h.", "Worked: 80 h.", "Number of shifts: 6."} <= {
        *told.facts
    }


def test_without_a_moment_nothing_of_today_is_worked(plan: Plan) -> None:
    before = asked(plan, "how many shifts this week", None)
    assert before.sentence.endswith("1 shift so far, 2 shifts to come.")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("how much is my next paycheck", Place.HOURS),
        ("who works with me tomorrow", Place.COLLEAGUES),
        ("will it rain on Friday", None),
    ],
)
def test_what_is_no_question_is_said_to_stand_elsewhere(
    plan: Plan, text: str, place: Place | None
) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        read_question(text, Context(plan, TODAY, {}))
    assert refused.value.place is place


def test_before_pay_periods_are_known_it_says_where_to_say_them(example: Plan) -> None:
    plan = edits.confirm(example, AT)
    told = asked(plan, "when is payday")
    assert told.sentence == "Next payday: your paydays are not known yet."
    assert (told.facts, told.place) == ((), Place.PAY)
    with pytest.raises(NotUnderstoodError, match="pay periods are not known yet"):
        asked(plan, "hours this pay period")


def test_holidays_worked_are_said_as_in_the_book_of_hours(plan: Plan) -> None:
    """Friday, September 5 is worked 9-9, in the last pay period; the days of 2023 are not looked up."""
    context = Context(plan, TODAY, {date(2025, 9, 5): "Founders Day"}, NOON)

    def told(text: str) -> Answer:
        return ask(Schedule(plan), text, context)

    line = "Worked on holidays: 12 h (Fri, Sep 5)."
    for text in ("what should be on my pay stub for the last pay period", "hours in September"):
        assert line in told(text).facts
    holidays = told("holiday hours last pay period")
    period = "Pay period August 25 - September 7, 2025"
    assert holidays.sentence == f"{period}: 12 h on holidays so far."
    assert line in holidays.facts
    assert told("how many hours did I work on holidays this week").sentence.endswith(
        "none on holidays."
    )
    later = told("holiday hours in 2029")
    assert later.sentence == "2029: worked on holidays is not looked up for these years here."
    assert "Worked on holidays: not looked up for these years here." in later.facts


def test_in_january_the_holidays_of_december_are_known() -> None:
    assert holiday_range(date(2026, 1, 5)) == (date(2025, 1, 1), date(2029, 12, 31))


def test_the_window_is_not_told_of_commands(example: Plan) -> None:
    plan = edits.confirm(example, AT)
    with pytest.raises(NotUnderstoodError) as refused:
        asked(plan, "hours this pay period")
    assert refused.value.reason == "Your pay periods are not known yet."
    for text in ("when is payday", "how much vacation do I have left"):
        assert "heartplanner" not in " ".join(asked(plan, text).facts)


def test_a_pay_stub_has_the_balances_of_leave_at_the_end_of_its_period(plan: Plan) -> None:
    """40 h on September 8; the shift of Friday the 12th is taken off, in the period of September 8-21."""
    known = plan._replace(leave=(LeaveAccount(LeaveKind.VACATION, date(2025, 9, 8), Fraction(40)),))
    absence = Absence(AbsenceKind.LEAVE, date(2025, 9, 12), date(2025, 9, 12))
    known = add_change(known, absence, AT)
    line = "Vacation: 28 h left on September 21, 2025 (12 h taken)."
    assert line in asked(known, "pay stub for the current pay period").facts
    assert line not in asked(known, "hours this pay period").facts
    assert not any("Vacation" in fact for fact in asked(known, "pay stub").facts)
