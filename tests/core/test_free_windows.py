"""When could I, against all windows of a range written out one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.ask.ask import ask, context_of
from heartplanner.core.ask.asked_days import AskedDays, Part
from heartplanner.core.ask.free_windows import MOST, when_free
from heartplanner.core.ask.question import (
    Answer,
    Context,
    Wanted,
)
from heartplanner.core.ask.taken import taken_of
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from tests.examples import tries
from tests.strategies import plans

ONE = timedelta(days=1)


def within(plan: Plan, begin: int, length: int) -> AskedDays:
    first = plan.start + timedelta(begin)
    return AskedDays(first, first + timedelta(length - 1))


def cost(schedule: Schedule, wish: AskedDays) -> int:
    """The minutes that stand against these days alone; test_free.py holds them to the days' minutes."""
    return sum(day.minutes for day in taken_of(schedule, wish))


@settings(max_examples=tries(18, 30))
@given(plans(), st.integers(0, 30), st.integers(1, 40), st.integers(1, 8))
def test_days_in_a_row_are_all_that_there_are_cheapest_first(
    plan: Plan, begin: int, length: int, days: int
) -> None:
    schedule, span = Schedule(plan), within(plan, begin, length)
    free = {day.date: not day.blocks for day in schedule.days(span.first, span.last)}
    spans = [AskedDays(one, two) for one in free for two in free if (two - one).days + 1 >= days]
    whole = {
        (wish.first, wish.last, 0)
        for wish in spans
        if all(is_off for day, is_off in free.items() if wish.first <= day <= wish.last)
        and not free.get(wish.first - ONE)
        and not free.get(wish.last + ONE)
    }
    paid = {
        (wish.first, wish.last, cost(schedule, wish))
        for wish in spans
        if wish.length == days
        if any(day.blocks for day in schedule.days(wish.first, wish.last))
    }
    # Of single days the earliest comes first, whatever run it begins.
    expected = sorted(
        whole | paid, key=lambda one: (one[2], (one[0] - one[1]) * (days > 1), one[0])
    )
    options = when_free(schedule, Wanted(span, days)).options
    assert [(one.first, one.last, one.minutes) for one in options] == expected[:MOST]


@settings(max_examples=tries(18, 30))
@given(
    plans(), st.integers(1, 30), st.integers(1, 40), st.none() | st.integers(0, 6),
    st.sampled_from(Part),
)  # fmt: skip
def test_parts_are_those_that_are_free_when_asked_for_alone(
    plan: Plan, begin: int, length: int, weekday: int | None, part: Part
) -> None:
    schedule, span = Schedule(plan), within(plan, begin, length)
    days = [span.first + timedelta(n) for n in range(length)]
    wishes = [
        AskedDays(day, day, part) for day in days if weekday is None or day.weekday() == weekday
    ]
    expected = sorted((cost(schedule, wish), wish.first) for wish in wishes)
    options = when_free(schedule, Wanted(span, weekday=weekday, part=part)).options
    assert [(one.minutes, one.first) for one in options] == expected[:MOST]


@settings(max_examples=tries(18, 30))
@given(plans(), st.integers(0, 30), st.integers(1, 60), st.integers(1, 7))
def test_weeks_with_so_many_evenings_are_those_that_have_them(
    plan: Plan, begin: int, length: int, count: int
) -> None:
    schedule, span = Schedule(plan), within(plan, begin, length)
    wanted = Wanted(span, part=Part.EVENING, a_week=count)
    mondays = [span.first + timedelta(n) for n in range(length - 6)]
    expected = [
        monday
        for monday in mondays
        if monday.weekday() == 0
        and sum(
            not cost(schedule, AskedDays(day, day, Part.EVENING))
            for day in (monday + timedelta(n) for n in range(7))
        )
        >= count
    ]
    assert [one.first for one in when_free(schedule, wanted).options] == expected[:MOST]


def asked(plan: Plan, text: str) -> Answer:
    return ask(Schedule(plan), text, Context(plan, date(2025, 9, 10), {}))


def test_four_days_in_october_are_the_break_and_then_what_costs_least(example: Plan) -> None:
    answer = asked(example, "four days in a row in October")
    assert answer.sentence == ("Four days in a row, October 1-31, 2025: Oct 10-15, without leave.")
    assert [(one.first.day, one.last.day, one.minutes) for one in answer.options[:5]] == [
        (10, 15, 0), (9, 12, 240), (13, 16, 240), (24, 27, 720), (25, 28, 720)
    ]  # fmt: skip
    assert answer.options[0].why == "6 days: in your break"


def test_weekends_of_may_that_are_free_come_first(example: Plan) -> None:
    options = asked(example, "a weekend off in May").options
    assert [(one.first.day, one.minutes) for one in options] == [
        (2, 0), (9, 0), (23, 0), (30, 0), (16, 1440)
    ]  # fmt: skip


def test_where_there_is_none_it_is_said(example: Plan) -> None:
    answer = asked(example, "nine days in a row this week")
    assert answer.options == ()
    assert answer.sentence == "Nine days in a row, September 10-14, 2025: there is none."


@pytest.mark.parametrize("text", ["a free night before Sep 14", "free nights before Sep 14"])
def test_a_free_night_is_the_evening_and_the_night_after_it_is_said_beside_it(
    example: Plan, text: str
) -> None:
    # Wednesday and Friday, September 10 and 12: 9 am-9 pm. Thursday has admin time; the weekend is free.
    told = asked(example, text)
    assert [option.why for option in told.options if not option.minutes] == [
        "Free; you work until 1 pm",
        "Free",
    ]
    begin = "If you mean the night: free night (10 pm-6 am), September 10-13, 2025: "
    (night,) = [fact for fact in told.facts if fact.startswith("If you mean")]
    named = "Sep 10, Sep 11, Sep 12 and Sep 13" if "nights" in text else "Wed, Sep 10"
    assert night == f"{begin}{named}, without leave."
    assert told.reading.taken.part is Part.EVENING


def test_a_long_weekend_begins_on_its_friday_or_saturday(example: Plan) -> None:
    told = asked(example, "a long weekend in May")
    assert {option.first.weekday() for option in told.options} == {4, 5}
    assert all(option.days == 3 for option in told.options)


def test_the_next_free_day_is_named_without_a_range(example: Plan) -> None:
    """Wednesday, September 10, 2025: the next free days are Saturday to Monday, September 13-15."""
    context = context_of(example, date(2025, 9, 10), {})
    for text in ("next day off", "when am I off next"):
        told = ask(Schedule(example), text, context)
        assert told.sentence == "Next free day: Sep 13-15, without leave."
    weekend = ask(Schedule(example), "my next free weekend", context)
    assert weekend.sentence == "Next free weekend: Sep 13-14, without leave."
    within = ask(Schedule(example), "next free weekend in October", context)
    assert within.sentence == "Free weekend, October 1-31, 2025: Oct 4-5, without leave."


def test_a_day_of_leave_among_the_first_free_days_is_no_free_day_for_nothing(example: Plan) -> None:
    """Monday, January 4, 2027 is free; of Tuesday to Thursday the first is a shift, taken off here."""
    leave = Absence(AbsenceKind.LEAVE, date(2027, 1, 5), date(2027, 1, 5))
    plan = add_change(example, leave, datetime(2026, 11, 28, tzinfo=UTC))
    context = context_of(plan, date(2026, 11, 28), {})
    told = ask(Schedule(plan), "first day off in January", context)
    assert told.sentence == "Free day, January 1-31, 2027: Jan 4-5, without more leave."
    plain = ask(Schedule(example), "first day off in January", context)
    assert plain.sentence == "Free day, January 1-31, 2027: Mon, Jan 4, without leave."


def test_all_that_are_asked_for_are_named_or_the_first_and_how_many_more(example: Plan) -> None:
    """Mondays of February 2027 by hand: the 1st, 8th and 15th are free. Weekends until March: ten are."""
    context = context_of(example, date(2026, 11, 28), {})
    for text in (
        "free Mondays in February",
        "Mondays off in February",
        "any free Monday in February",
    ):
        told = ask(Schedule(example), text, context)
        assert told.sentence == (
            "Free Monday, February 1-28, 2027: Feb 1, Feb 8 and Feb 15, without leave."
        )
    one = ask(Schedule(example), "a free Monday in February", context)
    assert one.sentence == "Free Monday, February 1-28, 2027: Mon, Feb 1, without leave."
    many = ask(Schedule(example), "weekends off until March", context)
    assert many.sentence == (
        "Free weekend, November 28, 2026 - February 28, 2027:"
        " Nov 28-29, Dec 5-6, Dec 19-20, Dec 26-27, Jan 9-10 and 5 more, without leave."
    )


def test_days_off_of_a_month_are_counted(example: Plan) -> None:
    """December 2026 by hand: 4-9, 14, 19-21 and 26-30, which are 6, 1, 3 and 5 days."""
    context = context_of(example, date(2026, 11, 28), {})
    told = ask(Schedule(example), "how many days off in December", context)
    assert told.sentence == (
        "Free day, December 1-31, 2026: Dec 4-9, Dec 14, Dec 19-21 and Dec 26-30, without leave,"
        " 15 days in all."
    )
    for other in ("a free Monday in December", "three days off a week in December", "next day off"):
        assert "in all" not in ask(Schedule(example), other, context).sentence


def test_a_next_one_that_is_today_says_so_and_names_the_one_after_it(example: Plan) -> None:
    """Saturday, September 13: free until Monday; the next free days are September 20-24."""
    context = context_of(example, date(2025, 9, 13), {})
    told = ask(Schedule(example), "next day off", context)
    assert told.sentence == "Next free day: today, Sep 13-15, without leave; then Sep 20-24."
    weekend = ask(Schedule(example), "my next free weekend", context)
    assert (
        weekend.sentence == "Next free weekend: this one, Sep 13-14, without leave; then Sep 20-21."
    )
