"""Work weeks: which days are counted together, whatever day a page begins on and wherever they change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import plans, spots

from heartplanner.core.cells.cells import week_cell
from heartplanner.core.cells.rotation_board import board
from heartplanner.core.cells.rule_lines import rule_lines
from heartplanner.core.cells.transition import transition
from heartplanner.core.edits.edits import add_change, assign, new_plan
from heartplanner.core.explain.changes.change_effects import effects
from heartplanner.core.plan.change import Extra
from heartplanner.core.plan.hours import BAND_HOURS, Band
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.schedule.ranges.month import Month, month_rows
from heartplanner.core.schedule.ranges.rows import calendar_rows, week_title
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Totals, total, weeks
from heartplanner.core.schedule.work_weeks import work_week
from heartplanner.core.words.display_format import DisplayFormat

NOW = datetime(2025, 7, 28, tzinfo=UTC)
START = date(2025, 7, 28)
ONE_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
# Weeks from Saturday: SSSA--- ---ASSS --SSAS- SSS---A --SSAS- --SSAS-, written Monday first.
BY_SATURDAY = Rotation.parse("SSAS-SS SA----- -ASSS-- SSAS-SS S---A-- SSAS---")
SATURDAYS = Assignment(START, BY_SATURDAY, confirmed=True, work_week=SATURDAY)
RANGE = (START, date(2026, 7, 26))


def saturday_plan() -> Plan:
    return new_plan("p", SATURDAYS, NOW)


def test_a_break_from_wednesday_is_fine_in_a_week_from_saturday_and_in_no_other() -> None:
    schedule = Schedule(saturday_plan())
    in_break = [day.date for day in schedule.days(START, date(2025, 9, 7)) if day.in_break]
    assert in_break == [date(2025, 8, 6) + n * ONE_DAY for n in range(6)]
    assert [verdict.rule for verdict in check(schedule, *RANGE) if not verdict.holds] == []
    for other in (0, 1, 2, 3, 4, 6):
        plan = new_plan("p", SATURDAYS._replace(work_week=other), NOW)
        assert not all(verdict.holds for verdict in check(Schedule(plan), *RANGE))


def test_what_is_worked_does_not_depend_on_the_work_week() -> None:
    plan = new_plan("p", SATURDAYS._replace(work_week=0), NOW)
    assert Schedule(plan).days(*RANGE)[0]._replace(at=None).blocks
    by_monday, by_saturday = (
        [(day.date, day.blocks, day.off, day.in_break, day.weekend) for day in one.days(*RANGE)]
        for one in (Schedule(plan), Schedule(saturday_plan()))
    )
    assert by_monday == by_saturday


def test_weeks_begin_on_their_day_and_the_first_is_cut_by_the_start_date() -> None:
    first, second, *_ = weeks(Schedule(saturday_plan()), START, date(2025, 8, 31))
    assert (first.first, first.last, first.partial) == (date(2025, 7, 26), date(2025, 8, 1), True)
    assert (second.first, second.last, second.partial) == (
        date(2025, 8, 2),
        date(2025, 8, 8),
        False,
    )
    # Saturday, Sunday and Monday are worked, and admin on Tuesday.
    assert (second.totals.shifts, second.totals.minutes) == (3, 40 * 60)
    assert second.at is not None
    assert second.at.week == 2


def test_the_board_sums_work_weeks_beside_the_row_with_most_of_their_days() -> None:
    assert [row.total.hours for row in board(SATURDAYS, START)] == ["40 h"] * 6
    by_row = [row.total.hours for row in board(SATURDAYS._replace(work_week=0), START)]
    assert by_row == ["64 h", "16 h", "40 h", "64 h", "16 h", "40 h"]
    holds = [line.holds for line in rule_lines(SATURDAYS, START)]
    assert holds == [True] * 6


@pytest.mark.parametrize(
    ("work_week", "sunday_first", "title"),
    [
        (0, False, "Week"),
        (0, True, "Mon-Sun"),
        (SUNDAY, True, "Week"),
        (SUNDAY, False, "Sun-Sat"),
        (SATURDAY, False, "Sat-Fri"),
        (2, True, "Wed-Tue"),
    ],
)
def test_the_week_column_says_which_days_it_sums(
    work_week: int, sunday_first: bool, title: str
) -> None:
    plan = new_plan("p", SATURDAYS._replace(work_week=work_week), NOW)
    rows = month_rows(Schedule(plan), Month(2026, 2), DisplayFormat(sunday_first=sunday_first))
    assert week_title(rows) == title


def seam() -> Plan:
    """Weeks from Monday until Wednesday, September 10, 2025, and weeks from Saturday from Thursday on."""
    monday = new_plan("p", Assignment(START, confirmed=True), NOW)
    later = Assignment(date(2025, 9, 11), confirmed=True, work_week=SATURDAY)
    return assign(monday, later, NOW)


def test_a_new_work_week_on_the_last_day_of_a_week_cuts_it_too() -> None:
    monday = new_plan("p", Assignment(START, confirmed=True), NOW)
    plan = assign(monday, Assignment(date(2025, 9, 14), confirmed=True, work_week=SATURDAY), NOW)
    week = weeks(Schedule(plan), date(2025, 9, 8), date(2025, 9, 8))[0]
    assert (week.first, week.last, week.partial) == (date(2025, 9, 8), date(2025, 9, 13), True)


def test_an_assignment_with_the_same_work_week_leaves_its_week_whole() -> None:
    monday = new_plan("p", Assignment(START, confirmed=True), NOW)
    plan = assign(monday, Assignment(date(2025, 9, 10), confirmed=True), NOW)
    for n in range(7):
        week = work_week(plan, date(2025, 9, 8) + n * ONE_DAY)
        assert week == (date(2025, 9, 8), date(2025, 9, 14)), n


def test_at_a_change_of_the_work_week_two_weeks_are_cut_and_no_day_is_lost() -> None:
    found = weeks(Schedule(seam()), date(2025, 9, 1), date(2025, 9, 26))
    assert [(week.first.isoformat(), len(week.days), week.partial) for week in found] == [
        ("2025-09-01", 7, False),
        ("2025-09-08", 3, True),
        ("2025-09-11", 2, True),
        ("2025-09-13", 7, False),
        ("2025-09-20", 7, False),
    ]
    rows = month_rows(Schedule(seam()), Month(2025, 9))
    # -SSAS-- from Monday: two shifts up to Wednesday, then admin and a shift, in the same row.
    assert [week_cell(row).hours for row in rows][:2] == ["40 h", "24 + 16 h"]
    assert week_cell(rows[1]).remark == "3 and 2 days"
    assert week_title(rows) == "Work week"
    judged = check(Schedule(seam()), date(2025, 9, 8), date(2025, 9, 12))
    (hours_rule,) = (verdict for verdict in judged if verdict.rule == "P2")
    # The second rotation differs as it is written; the weeks that are cut are not judged.
    assert all(day == date(2025, 9, 11) for day in hours_rule.where)


def test_the_transition_tells_of_the_cut_weeks() -> None:
    before = new_plan("p", Assignment(START, confirmed=True), NOW)
    later = Assignment(date(2025, 9, 11), confirmed=True, work_week=SATURDAY)
    sentences = transition(before, later, NOW).sentences
    assert "Your work week begins on Saturday from then on." in sentences
    assert any(
        text.startswith("September 8-10, 2025 is a week of 3 days: 24 h") for text in sentences
    )


def test_an_extra_shift_is_counted_in_its_work_week() -> None:
    plan = saturday_plan()
    day = date(2025, 8, 8)  # a Friday: the last day of the week from August 2
    extra = Extra(day, Band.DAY, BAND_HOURS[Band.DAY])
    after = add_change(plan, extra, NOW)
    told = [effect.text for effect in effects(Schedule(plan), Schedule(after), extra)]
    assert "Week of August 2: 52 h (40 h planned)." in told


@given(st.data())
def test_every_day_is_in_one_week_and_weeks_add_up_to_the_days(data: st.DataObject) -> None:
    plan = data.draw(plans())
    spot = data.draw(spots(plan))
    first = spot - data.draw(st.integers(0, 40)) * ONE_DAY
    last = first + data.draw(st.integers(0, 80)) * ONE_DAY
    schedule = Schedule(plan)
    found = weeks(schedule, first, last)
    days = [day for week in found for day in week.days]
    assert days == schedule.days(days[0].date, days[-1].date)
    assert days[0].date <= first <= last <= days[-1].date
    # Walked day by day: a week begins on its weekday, and where another work week takes over.
    assert [week.first for week in found[1:]] == [
        day.date for day in days[1:] if begins(plan, day.date)
    ]
    assert begins(plan, found[0].first)
    sums = [sum(each) for each in zip(*(week.totals for week in found), strict=True)]
    assert Totals(*sums) == total(days)


def begins(plan: Plan, day: date) -> bool:
    today, yesterday = work_week_on(plan, day), work_week_on(plan, day - ONE_DAY)
    return day.weekday() == today or today != yesterday


def work_week_on(plan: Plan, day: date) -> int:
    begun = [each for each in plan.assignments if each.start <= day]
    return (begun or plan.assignments)[-1 if begun else 0].work_week


@given(st.data())
def test_rows_sum_each_work_week_once(data: st.DataObject) -> None:
    plan = data.draw(plans())
    spot = data.draw(spots(plan))
    first = spot - timedelta(days=(spot.weekday() + data.draw(st.sampled_from([0, 1]))) % 7 + 14)
    rows = calendar_rows(Schedule(plan), first, first + timedelta(days=41))
    summed = [week for row in rows for week in row.weeks]
    assert all(row.weeks for row in rows)
    assert all(one.last + ONE_DAY == two.first for one, two in pairwise(summed))
