"""Laws that hold for every plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from strategies import SHIFT_HOURS

from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    Assignment,
    Plan,
    PlanError,
    Rotation,
    each_date,
)
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.ranges.month import Month, month_rows
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Totals, total, weeks
from heartplanner.core.words.display_format import DisplayFormat

NOW = datetime(2025, 7, 28, tzinfo=UTC)
DATES = st.dates(date(2025, 7, 28), date(2032, 12, 31))
LETTERS = st.lists(st.sampled_from("SSSAA---DE"), min_size=CYCLE_DAYS, max_size=CYCLE_DAYS)
SPAN = st.integers(0, 200)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    rotation = Rotation("".join(draw(LETTERS)))
    start = date(2025, 7, 28) + timedelta(days=draw(st.integers(0, 60)))
    assignment = Assignment(
        start,
        rotation,
        draw(st.integers(1, 6)),
        draw(st.sampled_from(Band)),
        work_week=draw(st.integers(0, 6)),
        shift_hours=draw(st.none() | SHIFT_HOURS),
    )
    return new_plan("law", assignment, NOW)


def facts(day: Day) -> tuple[object, ...]:
    """A day but for its date, and for what a clock change makes of its hours."""
    blocks = [(b.kind, b.band, b.hours, b.minutes if same_clock(b) else 0) for b in day.blocks]
    return (day.at and day.at.letter, blocks, day.off, day.in_break, day.weekend)


def same_clock(block: Block) -> bool:
    """Whether no clock change lies within two hours of a block."""
    around = (block.start - timedelta(hours=2), block.end + timedelta(hours=2))
    return len({moment.utcoffset() for moment in (*around, block.start, block.end)}) == 1


@given(plans(), DATES)
def test_a_day_is_as_it_was_a_cycle_before(plan: Plan, day: date) -> None:
    day = max(day, plan.start + timedelta(CYCLE_DAYS))  # a break cut by the start date is another
    later = day + timedelta(CYCLE_DAYS)
    one, two = (Schedule(plan).days(each, each)[0] for each in (day, later))
    if all(same_clock(block) for each in (one, two) for block in each.blocks):
        assert facts(one) == facts(two)
    else:
        assert [b.hours for b in one.blocks] == [b.hours for b in two.blocks]


@given(plans(), DATES)
def test_a_block_begins_on_its_day_and_ends_within_a_day(plan: Plan, day: date) -> None:
    for worked in Schedule(plan).days(max(day, plan.start), max(day, plan.start) + timedelta(9)):
        for block in worked.blocks:
            assert block.start.date() == worked.date
            assert 0 < block.minutes < 25 * 60
            # On the clock it is as long as its hours say, and really as the change of the offset makes it.
            begin, end = (
                moment.hour * 60 + moment.minute for moment in (block.hours.start, block.hours.end)
            )
            change = (block.start.utcoffset() or timedelta()) - (
                block.end.utcoffset() or timedelta()
            )
            if (
                block.start.hour == block.hours.start.hour
                and block.end.hour == block.hours.end.hour
            ):
                assert block.minutes == (end - begin) % (24 * 60) + change // timedelta(minutes=1)


@given(plans(), DATES)
def test_a_work_week_is_as_it_was_a_cycle_before(plan: Plan, day: date) -> None:
    day = max(day, plan.start + timedelta(CYCLE_DAYS))
    (week,) = weeks(Schedule(plan), day, day)
    (later,) = weeks(Schedule(plan), day + timedelta(CYCLE_DAYS), day + timedelta(CYCLE_DAYS))
    assert later.first == week.first + timedelta(CYCLE_DAYS)
    assert later.first.weekday() == plan.assignments[0].work_week
    assert len(later.days) == 7
    # A shift over a clock change is an hour longer or shorter: only its week's total is another then.
    if all(
        same_clock(block) for each in (week, later) for day in each.days for block in day.blocks
    ):
        assert later.totals == week.totals


@given(plans(), DATES, SPAN, SPAN)
def test_days_over_a_split_are_the_same_days(plan: Plan, first: date, one: int, two: int) -> None:
    middle = first + timedelta(one)
    last = middle + timedelta(two)
    halves = Schedule(plan).days(first, middle) + Schedule(plan).days(middle + timedelta(1), last)
    assert Schedule(plan).days(first, last) == halves
    assert [day.date for day in halves] == each_date(first, last)


@given(plans(), DATES, SPAN, SPAN)
def test_totals_add_over_a_split(plan: Plan, first: date, one: int, two: int) -> None:
    covered = Schedule(plan).days(first, first + timedelta(one + two))
    left, right = total(covered[:one]), total(covered[one:])
    assert total(covered) == Totals(
        left.planned_minutes + right.planned_minutes,
        left.minutes + right.minutes,
        left.shifts + right.shifts,
        left.weekends_on + right.weekends_on,
    )


@given(plans(), DATES, st.integers(0, 30), st.sampled_from(AbsenceKind))
def test_a_change_touches_its_own_dates_and_their_weekend_only(
    plan: Plan, first: date, length: int, kind: AbsenceKind
) -> None:
    first = max(first, plan.start)
    last = first + timedelta(length)
    around = (first - timedelta(20), last + timedelta(20))
    try:
        changed = add_change(plan, Absence(kind, first, last), NOW)
    except PlanError:
        assert not any(day.blocks for day in Schedule(plan).days(first, last))
        return
    for before, after in zip(
        Schedule(plan).days(*around), Schedule(changed).days(*around), strict=True
    ):
        if not first <= before.date <= last:
            assert (before.blocks, before.off, before.in_break, before.changes) == (
                after.blocks, after.off, after.in_break, after.changes,
            )  # fmt: skip


@given(plans(), DATES, st.sampled_from(Band))
def test_what_is_taken_and_given_again_is_as_if_it_had_not_been(
    plan: Plan, day: date, band: Band
) -> None:
    day = max(day, plan.start)
    before = Schedule(plan).days(day, day)[0]
    if before.blocks:
        return
    changed = add_change(add_change(plan, Swap(None, day, band), NOW), Swap(day, None), NOW)
    after = Schedule(changed).days(day, day)[0]
    assert (after.blocks, after.off, after.weekend) == (before.blocks, before.off, before.weekend)


@given(plans(), DATES, SPAN)
def test_breaks_are_apart_and_as_long_as_any_window_sees_them(
    plan: Plan, first: date, length: int
) -> None:
    last = first + timedelta(length)
    found = breaks(plan, first, last)
    assert all(one.last + timedelta(1) < two.first for one, two in pairwise(found))
    assert all(each.length >= 6 for each in found)
    wide = breaks(plan, first - timedelta(50), last + timedelta(50))
    assert found == [each for each in wide if each.first <= last and each.last >= first]


@given(st.integers(1951, 2199), st.integers(1, 12), st.integers(-12, 12))
def test_turning_pages_there_and_back_leads_home(year: int, number: int, months: int) -> None:
    month = Month(year, number)
    assert month.plus(months).plus(-months) == month
    assert month.plus(1).first == month.last + timedelta(1)


@given(plans(), st.integers(2025, 2060), st.integers(1, 12), st.booleans())
def test_a_month_s_page_is_whole_weeks_around_it(
    plan: Plan, year: int, number: int, sunday_first: bool
) -> None:
    month = Month(year, number)
    rows = month_rows(Schedule(plan), month, DisplayFormat(sunday_first=sunday_first))
    dates = [day.date for row in rows for day in row.days]
    assert 4 <= len(rows) <= 6
    assert dates == each_date(dates[0], dates[-1])
    assert dates[0].weekday() == (6 if sunday_first else 0)
    # Between the two first days lie 0 to 3 days one way or the other: so many are not in the row.
    apart = (plan.assignments[0].work_week - dates[0].weekday()) % 7
    for row in rows:
        (week,) = row.weeks
        assert len(set(row.days) & set(week.days)) == 7 - min(apart, 7 - apart)
    assert dates[0] <= month.first < month.last <= dates[-1]
    assert any(map(month.holds, dates[:7]))
    assert any(map(month.holds, dates[-7:]))
