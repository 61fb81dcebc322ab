"""Pay periods and paydays: arithmetic, limits, and where they are shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartplanner.core.calendar.home_times import home_times
from heartplanner.core.edits.example import example_plan
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.explain.pay_text import pay_text, payday_notes
from heartplanner.core.explain.plan_diff import plan_differences
from heartplanner.core.plan.model import PlanError
from heartplanner.core.plan.pay import PaydayPlace, PaySchedule
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.family import family_sheet
from heartplanner.core.sheets.month import SheetOptions, month_sheet

AT = datetime(2025, 7, 28, tzinfo=UTC)
START = date(2025, 7, 28)
PAY = PaySchedule(date(2025, 9, 8), 14, 5, PaydayPlace.PAPER)


def test_every_second_friday_five_days_after_its_period() -> None:
    assert PAY.period_of(date(2025, 9, 7)) == (date(2025, 8, 25), date(2025, 9, 7))
    assert PAY.period_of(date(2025, 9, 21)) == (date(2025, 9, 8), date(2025, 9, 21))
    paid_on = PAY.paydays(START, date(2025, 9, 1), date(2025, 10, 10))
    assert paid_on == [date(2025, 9, 12), date(2025, 9, 26), date(2025, 10, 10)]
    assert PAY.paid_for(date(2025, 9, 26)) == (date(2025, 9, 8), date(2025, 9, 21))


def test_the_first_payday_is_that_of_the_period_in_which_one_starts() -> None:
    """The period of July 28 ends on August 10; the one before it was another's."""
    assert PAY.paydays(START, date(2025, 7, 1), date(2025, 8, 20)) == [date(2025, 8, 15)]


def test_without_a_lag_no_payday_is_made_up() -> None:
    unknown = PaySchedule(date(2025, 9, 8), 14)
    assert unknown.paydays(START, date(2025, 9, 1), date(2026, 9, 1)) == []
    assert unknown.payday(date(2025, 9, 21)) is None


@given(
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.integers(7, 42),
    st.integers(0, 60),
    st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    st.integers(0, 200),
)
def test_each_day_is_in_one_period_and_each_period_has_one_payday(
    first: date, days: int, lag: int, day: date, more: int
) -> None:
    pay = PaySchedule(first, days, lag)
    begin, end = pay.period_of(day)
    assert begin <= day <= end
    assert (end - begin).days + 1 == days
    assert (begin - first).days % days == 0
    last = day + timedelta(more)
    every = [day + timedelta(n) for n in range(more + 1)]
    # A payday is a day whose distance from the first known one is a whole number of periods.
    known = first + timedelta(days - 1 + lag)
    wanted = [
        paid_on
        for paid_on in every
        if (paid_on - known).days % days == 0 and paid_on - timedelta(lag) >= START
    ]
    assert pay.paydays(START, day, last) == wanted


@pytest.mark.parametrize(
    ("pay", "said"),
    [
        (PAY._replace(days=6), "a pay period has 7 to 42 days"),
        (PAY._replace(days=43), "a pay period has 7 to 42 days"),
        (PAY._replace(lag=61), "a payday is 0 to 60 days after"),
        (PAY._replace(lag=-1), "a payday is 0 to 60 days after"),
        (PAY._replace(lag=None), "paydays can be shown once it is known"),
        (PAY._replace(first=date(1949, 12, 31)), "dates lie from 1950 to 2200"),
    ],
)
def test_what_cannot_be_is_refused(pay: PaySchedule, said: str) -> None:
    with pytest.raises(PlanError, match=said):
        with_pay(example_plan(), pay, AT)


def test_nothing_that_is_worked_changes() -> None:
    plan = with_pay(example_plan(), PAY, AT)
    assert plan._replace(pay=None) == example_plan()
    assert with_pay(plan, None, AT) == example_plan()


def test_what_differs_is_said() -> None:
    plan = with_pay(example_plan(), PAY, AT)
    text = (
        "14 days from September 8, 2025, payday 5 days after each;"
        " paydays are in the calendar and on paper"
    )
    assert pay_text(PAY) == text
    assert plan_differences(example_plan(), plan) == [f"Pay periods: {text}, not none."]
    assert pay_text(PaySchedule(date(2025, 9, 8), 7)) == "7 days from September 8, 2025"


def test_paydays_stand_where_they_are_wanted_and_on_no_sheet_for_others() -> None:
    days = date(2025, 9, 1), date(2025, 9, 30)
    september, options = Month(2025, 9), SheetOptions(START)
    for shown, in_calendar, on_paper in (
        (PaydayPlace.NOWHERE, 0, 0),
        (PaydayPlace.CALENDAR, 2, 0),
        (PaydayPlace.PAPER, 2, 2),
    ):
        schedule = Schedule(with_pay(example_plan(), PAY._replace(shown=shown), AT))
        assert len(payday_notes(schedule.plan, *days)) == in_calendar
        assert len(payday_notes(schedule.plan, *days, on_paper=True)) == on_paper
        sheet = month_sheet(schedule, september, {}, options)
        names = [day.cell.name for row in sheet.rows for day in row.days if not day.outside]
        assert sum("Payday" in name for name in names) == on_paper
        assert "Payday" not in str(family_sheet(schedule, september, options))
        assert "Payday" not in str(home_times(schedule, *days))
