"""The longest time off, against all windows of a range tried one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.question import Stretch
from heartplanner.core.ask.stretches import stretches
from heartplanner.core.edits import edits
from heartplanner.core.edits.leave import with_leave
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.leave.balances import outlook
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.leave import Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.schedule import Schedule
from tests.strategies import plans

AT = datetime(2025, 7, 28, tzinfo=UTC)
PAY = PaySchedule(date(2025, 9, 8), 14)
KNOWN = st.builds(
    LeaveAccount,
    st.just(LeaveKind.VACATION),
    st.just(PAY.first),
    st.integers(-5, 60).map(Fraction),
    st.none()
    | st.builds(Accrual, st.integers(1, 40).map(lambda n: Fraction(n, 7)), st.sampled_from(Per)),
    st.none() | st.integers(0, 30).map(Fraction),
)
SPANS = st.tuples(st.integers(0, 30), st.integers(1, 5))
YEAR = AskedDays(date(2025, 8, 1), date(2026, 7, 31))


def spans(start: date, places: list[tuple[int, int]]) -> tuple[AskedDays, ...]:
    firsts = [(start + timedelta(begin), days) for begin, days in places]
    return tuple(AskedDays(day, day + timedelta(days - 1)) for day, days in firsts)


@given(
    plans(), st.integers(0, 30), st.integers(1, 35), st.integers(0, 3000),
    st.lists(SPANS, max_size=1), st.lists(SPANS, max_size=2),
)  # fmt: skip
def test_no_window_within_the_leave_is_longer_and_all_of_that_length_are_there(
    plan: Plan,
    begin: int,
    length: int,
    minutes: int,
    held: list[tuple[int, int]],
    barred: list[tuple[int, int]],
) -> None:
    schedule, first = Schedule(plan), plan.start + timedelta(begin)
    within = AskedDays(first, first + timedelta(length - 1))
    asked = Stretch(within, minutes, spans(first, held), spans(first, barred))
    days = schedule.days(within.first, within.last)
    possible = [
        (n - k, days[k].date, days[n].date)
        for k in range(length)
        for n in range(k, length)
        if sum(day.minutes for day in days[k : n + 1]) <= minutes
        and all(days[k].date <= one.first and one.last <= days[n].date for one in asked.held)
        and all(days[n].date < one.first or one.last < days[k].date for one in asked.barred)
    ]
    longest = max((number for number, _, _ in possible), default=None)
    expected = {(one, two) for number, one, two in possible if number == longest}
    options = stretches(schedule, asked).options
    assert {(one.first, one.last) for one in options} == expected
    assert len(options) == len(expected)
    assert [one.minutes for one in options] == sorted(one.minutes for one in options)


@settings(max_examples=tries(15, 60))
@given(
    plans(most=4), st.integers(1, 20), st.integers(600, 3000), KNOWN,
)  # fmt: skip
def test_with_a_known_balance_no_way_takes_more_than_there_is(
    plan: Plan, length: int, minutes: int, known: LeaveAccount
) -> None:
    """Each window is entered as leave, and the balance of that plan looked at day by day."""
    first = plan.start + timedelta(3)
    account = known._replace(on=plan.start)
    plan = with_leave(with_pay(plan, PAY, AT), account, AT)
    schedule, within = Schedule(plan), AskedDays(first, first + timedelta(length - 1))
    days = schedule.days(within.first, within.last)

    def missing(one: Schedule) -> Fraction:
        return outlook(one, account, within.last).short

    possible = []
    for k in range(length):
        for n in range(k, length):
            window = days[k : n + 1]
            if sum(day.minutes for day in window) <= minutes and (
                not any(day.blocks for day in window)
                or missing(
                    edits.with_change(
                        plan,
                        Absence(AbsenceKind.LEAVE, days[k].date, days[n].date),
                        plan.history[-1].at,
                    )
                )
                <= missing(schedule)
            ):
                possible.append((n - k, days[k].date, days[n].date))
    longest = max((number for number, _, _ in possible), default=None)
    expected = {(one, two) for number, one, two in possible if number == longest}
    options = stretches(schedule, Stretch(within, minutes)).options
    assert {(one.first, one.last) for one in options} == expected


@given(plans(), st.integers(0, 3000))
def test_the_leave_that_it_says_makes_all_of_it_free(plan: Plan, minutes: int) -> None:
    within = AskedDays(plan.start, plan.start + timedelta(60))
    for one in stretches(Schedule(plan), Stretch(within, minutes)).options:
        if one.change:
            after = edits.with_change(plan, one.change, plan.history[-1].at)
            assert not any(day.blocks for day in after.days(one.first, one.last))
        assert one.minutes <= minutes


@pytest.mark.parametrize(("hours", "days"), [(0, 6), (4, 7), (16, 8), (32, 10), (40, 12)])
def test_the_example_rotation_stretches_leave(example: Plan, hours: int, days: int) -> None:
    options = stretches(Schedule(example), Stretch(YEAR, hours * 60)).options
    assert {one.days for one in options} == {days}


def test_the_late_summer_is_one_of_the_ways(example: Plan) -> None:
    answer = stretches(Schedule(example), Stretch(YEAR, 32 * 60))
    ways = {(one.first, one.last, one.minutes) for one in answer.options}
    assert (date(2025, 8, 27), date(2025, 9, 5), 32 * 60) in ways
    assert answer.facts[-1] == "32 h: 10 days off."


def test_no_time_off_is_said(example: Plan) -> None:
    week = AskedDays(date(2025, 9, 9), date(2025, 9, 9))
    answer = stretches(Schedule(example), Stretch(week, 0))
    assert answer.sentence == "0 h of leave, September 9, 2025: no time off is possible."
    assert answer.options == ()


def test_a_balance_that_holds_the_answer_down_is_said(example: Plan) -> None:
    account = LeaveAccount(LeaveKind.VACATION, YEAR.first, Fraction(4), None, None)
    plan = with_leave(example, account, AT)
    asked = Stretch(YEAR, 32 * 60)
    held_down = stretches(Schedule(plan), asked).sentence
    assert "7 days off" in held_down
    assert held_down.endswith("; your vacation reaches for 4 h of these 32 h.")
    assert "vacation" not in stretches(Schedule(example), asked).sentence
