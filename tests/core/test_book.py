"""The book of hours: by hand over two pay periods, and against a replay of random plans by the minute."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from examples import tries
from hours_replay import replay
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import plans, spots

from heartplanner.core.edits.edits import add_change, add_holiday, assign, new_plan
from heartplanner.core.edits.example import example_plan
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.hours.book import HoursSum, hours_book
from heartplanner.core.hours.book_text import DATED, book_title, figure_lines, sentence
from heartplanner.core.hours.figures import COUNTS, Figure
from heartplanner.core.hours.units import HoursSpan, Unit, hours_spans
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS, NIGHT_HOURS, Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, PlanError
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import total

AT = datetime(2025, 7, 28, tzinfo=UTC)
ONE_DAY = timedelta(days=1)
NOON = datetime(2025, 9, 11, 12, tzinfo=ZONE)
FIRST, SECOND = (
    HoursSpan(date(2025, 9, 8), date(2025, 9, 21)),
    HoursSpan(date(2025, 9, 22), date(2025, 10, 5)),
)
FIESTA = {date(2025, 9, 28): "Fiesta"}


def sept(day: int) -> date:
    return date(2025, 9, day)


CHANGES: tuple[ChangeDetail, ...] = (
    OtherHours(sept(10), Hours(time(9), time(22, 30))),
    Extra(sept(13), Band.DAY, BAND_HOURS[Band.DAY]),
    Training(sept(15), Hours(time(13), time(17))),
    Absence(AbsenceKind.LEAVE, sept(19), sept(19)),
    Swap(sept(30), sept(22), Band.EVENING, "Lee"),
    Absence(AbsenceKind.SICK, date(2025, 10, 1), date(2025, 10, 1)),
    Absence(AbsenceKind.CALLED_OFF, date(2025, 10, 2), date(2025, 10, 2)),
)


@pytest.fixture
def schedule() -> Schedule:
    """The example rotation with two pay periods full of changes."""
    plan = with_pay(example_plan(), PaySchedule(sept(8), 14, 5), AT)
    for what in CHANGES:
        plan = add_change(plan, what, AT)
    return Schedule(plan)


def in_hours(of: HoursSum) -> dict[str, tuple[float, float]]:
    """So far and to come of each figure of which there is any; the counts as they are."""
    return {
        row.figure: (row.so_far, row.to_come)
        if row.figure in COUNTS
        else (row.so_far / 60, row.to_come / 60)
        for row in of.rows
        if row.together
    }


def test_two_pay_periods_worked_out_by_hand(schedule: Schedule) -> None:
    """-SSAS-- twice: Wednesday ran to 10:30 pm; then ---ASSS -SSAS--, with an evening for Tuesday."""
    book = hours_book(schedule, HoursSpan(sept(8), sept(22)), Unit.PERIOD, FIESTA, NOON)
    first, second = book.sums
    assert (first.first, first.last, first.payday) == (*FIRST, sept(26))
    assert (second.first, second.last, second.payday) == (*SECOND, date(2025, 10, 10))
    assert in_hours(first) == {
        "shifts": (24, 36),  # Tue 9, Wed 10; Fri 12, Tue 16, Wed 17
        "admin": (0, 8),  # Thursday's lasts until 1 pm, so at noon it is still to come
        "extra": (0, 12),
        "late": (1.5, 0),
        "training": (0, 4),
        "worked": (25.5, 60),
        "leave": (0, 12),
        "credited": (25.5, 72),
        "overtime": (0, 13.5),  # 41.5 h by Friday, and all of Saturday
        "planned": (24, 56),
        "night": (0.5, 0),
        "weekend": (0, 12),
        "shift_count": (2, 4),
        "working_weekends": (0, 1),
    }
    assert in_hours(second) == {
        "shifts": (0, 60),  # Mon 22 to midnight, Fri 26 to Sun 28, Fri Oct 3
        "admin": (0, 4),
        "worked": (0, 64),
        "sick": (0, 12),
        "called_off": (0, 4),
        "credited": (0, 80),
        "overtime": (0, 12),  # 40 h by Saturday
        "planned": (0, 80),
        "night": (0, 2),
        "weekend": (0, 24),
        "holiday": (0, 12),
        "shift_count": (0, 5),
        "working_weekends": (0, 1),
    }
    assert in_hours(book.total)["worked"] == (25.5, 124)
    assert book.total.payday is None


def test_each_figure_names_its_days(schedule: Schedule) -> None:
    book = hours_book(schedule, FIRST, None, {}, NOON)
    named = {figure: book.total.row(figure).dates for figure in DATED}
    assert {figure: days for figure, days in named.items() if days} == {
        "extra": (sept(13),),
        "late": (sept(10),),
        "training": (sept(15),),
        "leave": (sept(19),),
        "overtime": (sept(12), sept(13)),
    }


def test_the_lines_of_the_table_leave_out_what_there_is_nothing_of(schedule: Schedule) -> None:
    book = hours_book(schedule, FIRST, Unit.PERIOD, {}, NOON)
    lines = [(line.title, *line.amounts, line.note) for line in figure_lines(book.total)]
    assert lines == [
        ("Shifts", "24 h", "36 h", "60 h", ""),
        ("Admin", "0 h", "8 h", "8 h", ""),
        ("Extra shifts", "0 h", "12 h", "12 h", "Sat, Sep 13"),
        ("Shifts, beyond usual hours", "1.5 h", "0 h", "1.5 h", "Wed, Sep 10"),
        ("Training", "0 h", "4 h", "4 h", "Mon, Sep 15"),
        ("Worked", "25.5 h", "60 h", "85.5 h", ""),
        ("Leave", "0 h", "12 h", "12 h", "Fri, Sep 19"),
        ("Worked and time off", "25.5 h", "72 h", "97.5 h", ""),
        ("Overtime over 40 h a week", "0 h", "13.5 h", "13.5 h", "Fri, Sep 12; Sat, Sep 13"),
        ("Rotation without your changes", "24 h", "56 h", "80 h", ""),
        ("Worked 10 pm-6 am", "0.5 h", "0 h", "0.5 h", ""),
        ("Worked on weekends", "0 h", "12 h", "12 h", ""),
        ("Number of shifts", "2", "4", "6", ""),
        ("Working weekends", "0", "1", "1", ""),
    ]
    assert book_title(book) == "Pay period September 8-21, 2025"
    assert sentence(book.total, "Now") == (
        "Now: 25.5 h worked so far, 60 h to come; 12 h leave and 13.5 h overtime."
    )


def test_a_night_over_each_clock_change_has_its_real_hours() -> None:
    """7 pm-7 am in the nights to November 2, 2025 (13 h) and March 8, 2026 (11 h): no late end."""
    plan = new_plan("p", Assignment(date(2025, 7, 28), shift_hours=NIGHT_HOURS), AT)
    for night, worked, at_night in ((date(2025, 11, 1), 13, 9), (date(2026, 3, 7), 11, 7)):
        swapped = Schedule(add_change(plan, Swap(None, night), AT))
        book = hours_book(swapped, HoursSpan(night, night), None, {}, NOON)
        found = in_hours(book.total)
        assert found["shifts"] == found["worked"] == (0, worked)
        assert found["night"] == (0, at_night)
        assert "late" not in found


def test_a_night_shift_counts_on_its_first_day_once_it_has_ended() -> None:
    plan = new_plan("p", Assignment(date(2025, 7, 28), shift_hours=NIGHT_HOURS), AT)
    evening = date(2025, 7, 31) + ONE_DAY  # Friday, August 1
    early, late = (datetime(2025, 8, 2, hour, tzinfo=ZONE) for hour in (6, 7))
    for now, worked in ((early, (0, 12)), (late, (12, 0))):
        book = hours_book(Schedule(plan), HoursSpan(evening, evening), None, {}, now)
        assert in_hours(book.total)["worked"] == worked
        nothing = hours_book(
            Schedule(plan), HoursSpan(evening + ONE_DAY, evening + ONE_DAY), None, {}, now
        )
        assert in_hours(nothing.total) == {}


def test_overtime_starts_anew_where_the_work_week_changes() -> None:
    """From Friday, September 5, work weeks begin on Fridays: Monday's is cut after 16 hours."""
    plan = add_change(example_plan(), Extra(sept(4) - ONE_DAY, Band.DAY, BAND_HOURS[Band.DAY]), AT)
    whole = hours_book(Schedule(plan), HoursSpan(sept(1), sept(7)), None, {}, NOON)
    assert in_hours(whole.total)["overtime"] == (12, 0)  # 12 + 4 + 36 hours
    cut = assign(plan, plan.assignments[0]._replace(start=sept(5), cycle_week=6, work_week=4), AT)
    book = hours_book(Schedule(cut), HoursSpan(sept(1), sept(7)), Unit.WEEK, {}, NOON)
    assert [(of.first, of.last) for of in book.sums] == [
        (sept(1), sept(4)),
        (sept(5), sept(11)),
    ]
    # An extra shift and admin; then Friday to Sunday, Tuesday and Wednesday, and admin to come.
    assert [in_hours(of)["worked"] for of in book.sums] == [(16, 0), (60, 4)]
    assert [in_hours(of).get("overtime") for of in book.sums] == [None, (20, 4)]


def test_units_are_whole_and_cycles_begin_with_week_1() -> None:
    plan = with_pay(example_plan(), PaySchedule(date(2025, 8, 4), 7), AT)
    first, last = date(2025, 8, 5), date(2025, 9, 9)
    assert hours_spans(plan, Unit.CYCLE, first, last) == [
        (date(2025, 7, 28), date(2025, 9, 7)),
        (date(2025, 9, 8), date(2025, 10, 19)),
    ]
    assert hours_spans(plan, Unit.MONTH, first, last) == [
        (date(2025, 8, 1), date(2025, 8, 31)),
        (date(2025, 9, 1), date(2025, 9, 30)),
    ]
    assert hours_spans(plan, Unit.YEAR, first, last) == [(date(2025, 1, 1), date(2025, 12, 31))]
    periods = hours_spans(plan, Unit.PERIOD, date(2025, 8, 3), first)
    assert periods == [
        (date(2025, 7, 28), date(2025, 8, 3)),
        (date(2025, 8, 4), date(2025, 8, 10)),
    ]


def test_a_new_assignment_begins_a_cycle_early_only_where_it_says_week_1() -> None:
    plan = example_plan()
    same = assign(plan, plan.assignments[0]._replace(start=date(2025, 8, 20), cycle_week=4), AT)
    early = assign(plan, plan.assignments[0]._replace(start=date(2025, 8, 20), cycle_week=1), AT)
    again = assign(plan, plan.assignments[0]._replace(start=date(2025, 8, 4), cycle_week=1), AT)
    for changed, begins in (
        (same, [date(2025, 7, 28), date(2025, 9, 8)]),
        (early, [date(2025, 7, 28), date(2025, 8, 20)]),
        (again, [date(2025, 7, 28), date(2025, 8, 4)]),  # week 1 twice in a row
    ):
        cycles = hours_spans(changed, Unit.CYCLE, date(2025, 8, 1), date(2025, 9, 9))
        assert [cycle.first for cycle in cycles] == begins


def test_what_cannot_be_summed_is_refused() -> None:
    schedule = Schedule(example_plan())
    with pytest.raises(PlanError, match="your pay periods are not known yet"):
        hours_book(schedule, FIRST, Unit.PERIOD, {}, NOON)
    early = HoursSpan(date(2024, 1, 1), date(2024, 2, 1))
    with pytest.raises(PlanError, match="before your start date"):
        hours_book(schedule, early, Unit.CYCLE, {}, NOON)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Plan, HoursSpan, datetime]:
    plan = draw(plans())
    first = draw(spots(plan)) - timedelta(draw(st.integers(0, 9)))
    last = first + timedelta(draw(st.integers(0, 20)))
    moment = datetime.combine(first, time(0), ZONE) + timedelta(hours=draw(st.integers(-30, 600)))
    return plan, HoursSpan(first, last), moment


@settings(max_examples=tries(20, 80))
@given(asked())
def test_a_replay_minute_by_minute_finds_the_same(
    question: tuple[Plan, HoursSpan, datetime],
) -> None:
    plan, stretch, now = question
    schedule = Schedule(plan)
    names = holidays(plan, {}, *stretch)
    book = hours_book(schedule, stretch, None, names, now)
    days = schedule.days(stretch.first - 7 * ONE_DAY, stretch.last)
    expected = replay(plan, days, *stretch, names, now)
    found = {str(row.figure): (row.so_far, row.to_come) for row in book.total.rows if row.together}
    assert found == {
        figure: (sums[True], sums[False]) for figure, sums in expected.items() if sums.total()
    }


@settings(max_examples=tries(12, 60))
@given(asked(), st.sampled_from(Unit), st.integers(0, 400))
def test_sums_add_up(question: tuple[Plan, HoursSpan, datetime], unit: Unit, later: int) -> None:
    plan, (first, last), now = question
    plan = with_pay(plan, PaySchedule(date(2025, 9, 3), 10, 3), AT)
    schedule = Schedule(plan)
    first = max(first, plan.start)
    stretch = HoursSpan(first, max(first, last))
    names = holidays(plan, {}, first - 400 * ONE_DAY, last + 400 * ONE_DAY)
    book = hours_book(schedule, stretch, unit, names, now)
    after = hours_book(schedule, stretch, unit, names, now + timedelta(hours=later))
    for index, row in enumerate(book.total.rows):
        # The units are without gaps, and each figure of the whole is the sum of theirs.
        assert row.so_far == sum(of.rows[index].so_far for of in book.sums)
        assert row.to_come == sum(of.rows[index].to_come for of in book.sums)
        # Time moves hours from what is to come to what is so far, and changes nothing else.
        assert after.total.rows[index].together == row.together
        assert after.total.rows[index].so_far >= row.so_far
    of = {figure: book.total.row(figure).together for figure in Figure}
    kinds = ("shifts", "admin", "extra", "late", "training")
    assert of[Figure.WORKED] == sum(of[Figure(kind)] for kind in kinds)
    off = [kind.replace("-", "_") for kind in AbsenceKind]
    assert of[Figure.CREDITED] == of[Figure.WORKED] + sum(of[Figure(kind)] for kind in off)
    sums = total(schedule.days(book.total.first, book.total.last))
    assert (of[Figure.WORKED], of[Figure.PLANNED]) == (sums.minutes, sums.planned_minutes)
    assert (of[Figure.SHIFT_COUNT], of[Figure.WEEKENDS]) == (sums.shifts, sums.weekends_on)


@settings(max_examples=tries(12, 60))
@given(asked())
def test_the_sentence_has_the_figures_of_the_rows(
    question: tuple[Plan, HoursSpan, datetime],
) -> None:
    plan, stretch, now = question
    of = hours_book(Schedule(plan), stretch, None, {}, now).total
    text = sentence(of, "X").removeprefix("X: ").removesuffix(".")
    said = dict.fromkeys(("worked", "to come", "leave", "sick", "called off", "overtime"), 0)
    for whole, tenth, minutes, what in re.findall(
        r"(\d+)(?:\.(\d))? h(?: (\d+) min)? (worked|to come|leave|sick|called off|overtime)", text
    ):
        said[what] = int(whole) * 60 + int(tenth or 0) * 6 + int(minutes or 0)
    worked = of.row(Figure.WORKED)
    assert (said["worked"], said["to come"]) == (worked.so_far, worked.to_come)
    for what in ("leave", "sick", "called off", "overtime"):
        assert said[what] == of.row(Figure(what.replace(" ", "_"))).together


def test_holidays_are_the_responders_own_too() -> None:
    plan = add_holiday(example_plan(), sept(9), "My day", AT)
    names = holidays(plan, {}, *FIRST)
    book = hours_book(Schedule(plan), FIRST, None, names, NOON)
    assert book.total.row(Figure.HOLIDAY).dates == (sept(9),)


def test_days_of_another_year_are_named_with_it() -> None:
    """The rotation has a shift on Wednesday, December 31, and admin time on Thursday."""
    off = Absence(AbsenceKind.LEAVE, date(2025, 12, 31), date(2026, 1, 1))
    schedule = Schedule(add_change(example_plan(), off, AT))
    asked = HoursSpan(date(2025, 12, 29), date(2026, 1, 4))
    book = hours_book(schedule, asked, None, {}, NOON)
    notes = {line.title: line.note for line in figure_lines(book.total)}
    assert notes["Leave"] == "Wed, Dec 31; Thu, Jan 1, 2026"


def test_a_weekend_counts_once_the_last_block_of_its_sunday_has_ended() -> None:
    sunday = sept(28)
    late = Training(sunday, Hours(time(21, 30), time(23)))
    book = hours_book(
        Schedule(add_change(example_plan(), late, AT)),
        HoursSpan(sept(22), sunday),
        None,
        {},
        datetime(2025, 9, 28, 22, tzinfo=ZONE),
    )
    row = book.total.row(Figure.WEEKENDS)
    assert (row.so_far, row.to_come) == (0, 1)
