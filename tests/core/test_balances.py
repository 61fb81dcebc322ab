"""Balances of leave: by hand over half a year, and against a replay of random plans in whole numbers."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from math import lcm

import pytest
from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import plans

from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.edits.example import example_plan
from heartplanner.core.edits.leave import with_leave, without_leave
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.leave.balances import LeaveBook, last_taken, outlook
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.leave import Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.model import Assignment, Plan, PlanError
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 7, 28, tzinfo=UTC)
ONE_DAY = timedelta(days=1)
KNOWN = date(2025, 9, 21)
PAY = PaySchedule(date(2025, 9, 8), 14)
BY_PERIOD = Accrual(Fraction("4.62"), Per.PERIOD)
BY_HOUR = Accrual(Fraction(1, 30), Per.HOUR)
BY_MONTH = Accrual(Fraction(10, 3), Per.MONTH)


def account(
    hours: str, accrual: Accrual | None = None, cap: str = "", kind: LeaveKind = LeaveKind.VACATION
) -> LeaveAccount:
    return LeaveAccount(kind, KNOWN, Fraction(hours), accrual, Fraction(cap) if cap else None)


def leave(first: date, last: date, taken_from: LeaveKind | None = None) -> Absence:
    return Absence(AbsenceKind.LEAVE, first, last, taken_from)


def with_all(*changes: Absence) -> Plan:
    """The example rotation, paid every second week, with these absences."""
    plan = with_pay(example_plan(), PAY, AT)
    for change in changes:
        plan = add_change(plan, change, AT)
    return plan


def hours_on(plan: Plan, known: LeaveAccount, day: date) -> Fraction:
    return outlook(Schedule(plan), known, day).hours


def test_half_a_year_with_accrual_each_pay_period_and_a_cap() -> None:
    """40 h is over the cap of 25: nothing accrues until leave is taken; February 8 only fills it up."""
    plan = with_all(
        leave(date(2025, 10, 6), date(2025, 10, 10)),  # SSSA---: 40 h
        leave(date(2025, 11, 17), date(2025, 11, 17)),  # SSSA---: 12 h
        leave(date(2026, 2, 9), date(2026, 2, 10)),  # SSSA---: 24 h
    )
    known = account("40", BY_PERIOD, "25")
    by_hand = {
        date(2025, 9, 21): "40",
        date(2025, 10, 5): "40",
        date(2025, 10, 7): "16",
        date(2025, 10, 10): "0",
        date(2025, 10, 18): "0",
        date(2025, 10, 19): "4.62",
        date(2025, 11, 2): "9.24",
        date(2025, 11, 16): "13.86",
        date(2025, 11, 17): "1.86",
        date(2025, 11, 30): "6.48",
        date(2025, 12, 14): "11.10",
        date(2025, 12, 28): "15.72",
        date(2026, 1, 11): "20.34",
        date(2026, 1, 25): "24.96",
        date(2026, 2, 8): "25",
        date(2026, 2, 9): "13",
        date(2026, 2, 10): "1",
        date(2026, 2, 22): "5.62",
        date(2026, 3, 8): "10.24",
    }
    assert {day: hours_on(plan, known, day) for day in by_hand} == {
        day: Fraction(text) for day, text in by_hand.items()
    }
    whole = outlook(Schedule(plan), known, date(2026, 3, 8))
    # Ten periods bring 4.62; October 5 brings nothing, and February 8 no more than 0.04.
    assert (whole.taken, whole.accrued) == (76, Fraction("46.24"))
    assert (whole.short, whole.short_on) == (0, None)


def test_an_hour_worked_brings_its_part() -> None:
    """September 22-30: admin, three shifts, and a shift on Tuesday: 52 h; sick days bring nothing."""
    known = account("12", BY_HOUR, kind=LeaveKind.SICK)
    assert hours_on(with_all(), known, date(2025, 9, 30)) == 12 + Fraction(52, 30)
    sick = Absence(AbsenceKind.SICK, date(2025, 9, 26), date(2025, 9, 27))
    assert hours_on(with_all(sick), known, date(2025, 9, 30)) == 12 - 24 + Fraction(28, 30)


def test_three_thirds_are_whole() -> None:
    """10/3 h a month: 3.33 three times would be 9.99."""
    known = account("0", BY_MONTH)
    ends = (date(2025, 9, 29), date(2025, 9, 30), date(2025, 10, 31), date(2025, 11, 30))
    assert [hours_on(with_all(), known, day) for day in ends] == [
        0,
        Fraction(10, 3),
        Fraction(20, 3),
        10,
    ]


def test_nothing_accrues_before_the_start_date() -> None:
    plan = new_plan("p", Assignment(date(2025, 11, 3)), AT)
    known = account("5", BY_MONTH)
    assert hours_on(plan, known, date(2025, 11, 29)) == 5
    assert hours_on(plan, known, date(2025, 11, 30)) == 5 + Fraction(10, 3)


def test_each_kind_is_taken_from_its_own_balance() -> None:
    plan = with_all(
        leave(date(2025, 9, 25), date(2025, 9, 26)),  # admin and a shift: 16 h
        leave(date(2025, 9, 27), date(2025, 9, 27), LeaveKind.COMP),
        Absence(AbsenceKind.SICK, date(2025, 9, 28), date(2025, 9, 28)),
        leave(date(2025, 9, 30), date(2025, 9, 30), LeaveKind.HOLIDAY),
        Absence(AbsenceKind.CALLED_OFF, date(2025, 10, 1), date(2025, 10, 1)),
    )
    day = date(2025, 10, 1)
    taken = {
        kind: outlook(Schedule(plan), account("50", kind=kind), day).taken for kind in LeaveKind
    }
    assert list(taken.values()) == [16, 12, 12, 12]
    assert last_taken(plan, LeaveKind.VACATION) == date(2025, 9, 26)


def test_leave_must_be_there_before_more_accrues() -> None:
    """A shift on Sunday, October 5, takes 12 h of 10; that day's 4.62 h come after it."""
    plan = with_pay(
        with_all(leave(date(2025, 9, 28), date(2025, 9, 28))),
        PAY._replace(first=date(2025, 9, 29)),
        AT,
    )
    found = outlook(Schedule(plan), account("10", BY_PERIOD), date(2025, 9, 28))
    assert found.hours == Fraction("2.62")
    assert (found.short, found.short_on) == (2, date(2025, 9, 28))


def test_an_option_is_seen_with_all_that_is_planned_after_it() -> None:
    plan = with_all(leave(date(2025, 11, 17), date(2025, 11, 17)))
    book = LeaveBook(Schedule(plan), account("45"), date(2025, 10, 10))
    first, last = date(2025, 10, 6), date(2025, 10, 10)
    assert book.outlook(last).short == 0
    found = book.outlook(last, more=(first, last))
    assert (found.hours, found.taken) == (5, 40)
    assert (found.short, found.short_on) == (7, date(2025, 11, 17))


def test_before_the_known_day_nothing_is_said() -> None:
    with pytest.raises(PlanError, match="known from September 21, 2025 on"):
        outlook(Schedule(with_all()), account("40"), KNOWN - ONE_DAY)


def test_pay_periods_stay_while_leave_accrues_with_them() -> None:
    with pytest.raises(PlanError, match="your pay periods are not known yet"):
        with_leave(example_plan(), account("40", BY_PERIOD), AT)
    plan = with_leave(with_all(), account("40", BY_PERIOD), AT)
    with pytest.raises(PlanError, match="leave accrues each pay period"):
        with_pay(plan, None, AT)
    assert with_pay(without_leave(plan, LeaveKind.VACATION, AT), None, AT) == example_plan()


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (account("10001"), "at most 10000 hours"),
        (account("1", Accrual(Fraction(0), Per.MONTH)), "more than 0 hours"),
        (account("1", cap="10001"), "a cap is 0 to 10000 hours"),
        (account("1")._replace(on=date(1949, 1, 1)), "dates lie from 1950 to 2200"),
    ],
)
def test_what_cannot_be_is_refused(known: LeaveAccount, said: str) -> None:
    with pytest.raises(PlanError, match=said):
        with_leave(with_all(), known, AT)


def test_only_leave_is_taken_from_another_balance() -> None:
    day = date(2025, 9, 26)
    for absence in (
        Absence(AbsenceKind.SICK, day, day, LeaveKind.COMP),
        leave(day, day, LeaveKind.VACATION),
        leave(day, day, LeaveKind.SICK),
    ):
        with pytest.raises(PlanError, match="only leave is taken from holiday or comp time"):
            add_change(example_plan(), absence, AT)


RATES = st.fractions(Fraction(1, 97), 40, max_denominator=97)
HOURS = st.fractions(-100, 300, max_denominator=60)
ACCRUALS = st.none() | st.builds(Accrual, RATES, st.sampled_from(Per))


@st.composite
def accounts(draw: st.DrawFn, plan: Plan) -> LeaveAccount:
    on = plan.start + timedelta(draw(st.integers(-40, 20)))
    cap = draw(st.none() | st.fractions(0, 300, max_denominator=12))
    return LeaveAccount(draw(st.sampled_from(LeaveKind)), on, draw(HOURS), draw(ACCRUALS), cap)


@settings(max_examples=tries(20, 80))
@given(st.data())
def test_a_replay_in_whole_numbers_finds_the_same(data: st.DataObject) -> None:
    plan = with_pay(data.draw(plans()), PAY._replace(days=data.draw(st.integers(7, 42))), AT)
    known = data.draw(accounts(plan))
    last = known.on + timedelta(data.draw(st.integers(0, 130)))
    unit, by_day = replay(plan, known, last)
    schedule = Schedule(plan)
    assert outlook(schedule, known, last).hours == Fraction(by_day[-1], unit)
    middle = data.draw(st.integers(0, len(by_day) - 1))
    day = known.on + timedelta(middle)
    assert LeaveBook(schedule, known, last).outlook(day).hours == Fraction(by_day[middle], unit)


def replay(plan: Plan, known: LeaveAccount, last: date) -> tuple[int, list[int]]:
    """What there is at the end of each day, in whole parts of an hour of which `unit` are one.

    What an absence takes is found by leaving out all later changes, and then this one too: the minutes
    that go with it are the ones it took.
    """
    taken: Counter[date] = Counter()
    for number, change in enumerate(plan.changes):
        if isinstance(change.what, Absence) and balance_of(change.what) == known.kind:
            first, end = change.what.first, change.what.last
            before, after = (
                Schedule(plan._replace(changes=plan.changes[:n])).days(first, end)
                for n in (number, number + 1)
            )
            for was, now in zip(before, after, strict=True):
                taken[was.date] += was.minutes - now.minutes
    rate = known.accrual.hours if known.accrual else Fraction(0)
    cap = known.cap if known.cap is not None else Fraction(10**9)
    unit = 60 * lcm(known.hours.denominator, rate.denominator, cap.denominator)
    hours, top = (int(each * unit) for each in (known.hours, cap))
    by_day, day = [hours], known.on
    worked = {each.date: each.minutes for each in Schedule(plan).days(known.on, last)}
    while day < last:
        day += ONE_DAY
        hours -= taken[day] * unit // 60
        more = times(plan, known, day, worked[day]) * rate * unit
        assert more.denominator == 1
        if hours < top:
            hours = min(top, hours + more.numerator)
        by_day.append(hours)
    return unit, by_day


def times(plan: Plan, known: LeaveAccount, day: date, minutes: int) -> Fraction:
    """How many times the rate accrues on a day."""
    if known.accrual is None:
        return Fraction(0)
    if known.accrual.per == "hour":
        return Fraction(minutes, 60)
    assert plan.pay is not None
    if known.accrual.per == "period":
        ends = (day + ONE_DAY - plan.pay.first).days % plan.pay.days == 0
    else:
        ends = (day + ONE_DAY).day == 1
    return Fraction(int(ends and day >= plan.start))


def balance_of(absence: Absence) -> str:
    if absence.kind == "called-off":
        return ""
    return absence.taken_from or {"leave": "vacation", "sick": "sick"}[absence.kind]
