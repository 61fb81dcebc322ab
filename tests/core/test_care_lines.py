"""All that asks for care, in one place: what is found elsewhere once, and free weekends and the break."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import plans, spots

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.hours.care import IN_BREAK, NO_WEEKEND, all_cares, care_lines
from heartplanner.core.plan.change import Extra, Swap
from heartplanner.core.plan.hours import BAND_HOURS, Band
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.rest import Care, cares
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 7, 28, tzinfo=UTC)
AUGUST = date(2025, 8, 1), date(2025, 8, 31)
DAY = BAND_HOURS[Band.DAY]


def with_extra(*days: date) -> Schedule:
    plan: Plan = example_plan()
    for day in days:
        plan = add_change(plan, Extra(day, Band.DAY, DAY), AT)
    return Schedule(plan)


def of_kind(schedule: Schedule, kind: str, first: date, last: date) -> list[tuple[date, date]]:
    found = all_cares(schedule, first, last)
    return [(care.first, care.last) for care in found if care.kind == kind]


def test_the_example_asks_for_nothing_that_is_new() -> None:
    schedule = Schedule(example_plan())
    assert all_cares(schedule, *AUGUST) == cares(schedule, *AUGUST)


def test_two_working_weekends_in_a_row_leave_nineteen_days_without_a_free_one() -> None:
    """August 16-17 is worked; with the 23rd the free weekends are August 9-10 and 30-31."""
    schedule = with_extra(date(2025, 8, 23))
    found = of_kind(schedule, NO_WEEKEND, *AUGUST)
    assert found == [(date(2025, 8, 11), date(2025, 8, 29))]
    assert (found[0][1] - found[0][0]).days + 1 == 19
    assert of_kind(schedule, NO_WEEKEND, date(2025, 8, 1), date(2025, 8, 10)) == []
    assert of_kind(schedule, NO_WEEKEND, date(2025, 8, 29), date(2025, 8, 29)) == found


def test_a_break_that_is_cut_into_names_the_day() -> None:
    """The break is August 29 to September 3; a shift that is taken cuts it as an extra one does."""
    plan = add_change(example_plan(), Swap(None, date(2025, 8, 30)), AT)
    schedule = Schedule(add_change(plan, Extra(date(2025, 9, 2), Band.DAY, DAY), AT))
    days = (date(2025, 8, 30), date(2025, 9, 2))
    assert of_kind(schedule, IN_BREAK, date(2025, 8, 1), date(2025, 9, 30)) == [
        (day, day) for day in days
    ]
    lines = list(care_lines(all_cares(schedule, date(2025, 8, 28), date(2025, 9, 3))))
    assert (
        "Take care: work in your break: Saturday, August 30, 2025; Tuesday, September 2, 2025"
        in lines
    )


def test_no_more_than_three_places_are_named() -> None:
    day = date(2025, 8, 1)
    many = [Care(day, day, "kind", f"place {n}") for n in range(5)]
    quiet = Care(day, day, "a quiet thing", "there", mention=day)
    assert list(care_lines([quiet, *many])) == [
        "Take care: kind: place 0; place 1; place 2 and 2 more times",
        "A quiet thing: there",
    ]
    assert list(care_lines(many[:4])) == [
        "Take care: kind: place 0; place 1; place 2 and 1 more time"
    ]


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Plan, date, date]:
    plan = draw(plans())
    first = draw(spots(plan))
    return plan, first, first + timedelta(draw(st.integers(0, 60)))


@settings(max_examples=tries(20, 60))
@given(ranges())
def test_nothing_is_doubled_and_weekends_and_breaks_are_as_the_days_have_them(
    question: tuple[Plan, date, date],
) -> None:
    plan, first, last = question
    schedule = Schedule(plan)
    found = all_cares(schedule, first, last)
    assert len(set(found)) == len(found)
    assert set(cares(schedule, first, last)) <= set(found)
    days = {day.date: day for day in schedule.days(plan.start, last + timedelta(60))}
    cut = [day for day in days if first <= day <= last and days[day].in_break and days[day].blocks]
    assert of_kind(schedule, IN_BREAK, first, last) == [(day, day) for day in cut]
    for begin, end in of_kind(schedule, NO_WEEKEND, first, last):
        inside = [day for day in days if begin <= day <= end and day.weekday() >= 5]
        assert len(inside) >= 3  # two weekends, the first perhaps cut by the start date
        assert all(days[day].weekend == "on" for day in inside)
