"""Sentences that people read: why a day is so, titles, names of cells, plain words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.cells.cells import cell, week_cell
from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.explain.reasons import change_title, why
from heartplanner.core.plan.change import Absence, AbsenceKind, Note, Swap
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.default_range import first_day, last_day
from heartplanner.core.schedule.month import Month, month_rows
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words import english

NOW = datetime(2025, 7, 28, tzinfo=UTC)
LEE = Swap(date(2025, 9, 9), date(2025, 9, 22), Band.EVENING, "Lee")


def day_of(plan: Plan, day: date) -> Day:
    return Schedule(plan).days(day, day)[0]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2025, 7, 27), "Before your start date: not part of this plan."),
        (date(2025, 7, 28), "Week 1 of 6. The rotation leaves this Monday free."),
        (
            date(2025, 7, 29),
            "Week 1 of 6. The rotation has a day shift, 9 am-9 pm, on this Tuesday.",
        ),
        (
            date(2025, 7, 31),
            "Week 1 of 6. The rotation has admin time on this Thursday, 9 am-1 pm.",
        ),
        (
            date(2025, 8, 29),
            "Week 5 of 6. Day 1 of your six-day break, built into the rotation.",
        ),
    ],
)
def test_why_a_day_of_the_rotation_is_so(example: Plan, day: date, sentence: str) -> None:
    assert why(day_of(example, day)) == sentence


def test_why_a_swapped_day_is_so_and_what_of_it_is_private(example: Plan) -> None:
    taken = day_of(add_change(example, LEE, NOW), date(2025, 9, 22))
    assert why(taken) == (
        "Week 3 of 6. The rotation leaves this Monday free."
        " You took this shift from Lee, for yours on September 9."
    )
    assert "from a colleague, for yours" in why(taken, private=False)


def test_a_note_is_read_by_its_owner_only(example: Plan) -> None:
    noted = day_of(add_change(example, Note(date(2025, 8, 4), "dentist"), NOW), date(2025, 8, 4))
    assert why(noted).endswith("Note: dentist")
    assert "dentist" not in why(noted, private=False)


def test_an_evening_shift_has_its_article() -> None:
    plan = new_plan("p", Assignment(date(2025, 7, 28), Rotation.parse("E" * 42)), NOW)
    assert "has an evening shift, noon-midnight" in why(day_of(plan, date(2025, 7, 28)))


def test_titles_of_changes(example: Plan) -> None:
    leave = Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 10))
    plan = add_change(add_change(example, leave, NOW), LEE, NOW)
    assert [change_title(each) for each in plan.changes] == [
        "leave, October 6-10, 2025",
        "swap, gives Tuesday, September 9, 2025 and takes Monday, September 22, 2025,"
        " noon-midnight (with Lee)",
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 8, 29), "Friday, August 29, 2025: break, day 1 of 6"),
        (date(2025, 8, 16), "Saturday, August 16, 2025: Day shift 9-9, weekend on"),
        (date(2025, 8, 7), "Thursday, August 7, 2025: Admin 9 am-1 pm"),
        (date(2025, 8, 4), "Monday, August 4, 2025: day off"),
    ],
)
def test_a_cell_has_a_name_for_a_screen_reader(example: Plan, day: date, name: str) -> None:
    assert cell(day_of(example, day)).name == name


def test_a_cell_shows_what_is_gone_and_where_in_the_day_a_shift_lies(example: Plan) -> None:
    plan = add_change(example, LEE, NOW)
    given, taken = cell(day_of(plan, date(2025, 9, 9))), cell(day_of(plan, date(2025, 9, 22)))
    assert given.gone is not None
    assert (given.gone.title[0], given.gone.detail[0]) == ("Given away", "was day shift")
    assert [(each.title[0], each.begin, each.end) for each in taken.chips] == [
        ("noon – midnight", 0.5, 1.0)
    ]


def test_a_week_with_other_hours_says_what_was_planned(example: Plan) -> None:
    plan = add_change(example, LEE, NOW)
    rows = [week_cell(row.week) for row in month_rows(Schedule(plan), Month(2025, 9))]
    assert [(row.hours, row.planned) for row in rows] == [
        ("40 h", ""), ("28 h", "40 h planned"), ("40 h", ""), ("52 h", "40 h planned"), ("40 h", ""),
    ]  # fmt: skip


def test_the_break_s_band_says_break_once_a_row(example: Plan) -> None:
    covered = Schedule(example).days(date(2025, 8, 29), date(2025, 9, 3))
    bands = [cell(each).break_band for each in covered]
    assert [band.text[0] for band in bands if band] == [
        "Break, day 1 of 6", "day 2 of 6", "day 3 of 6",
        "Break, day 4 of 6", "day 5 of 6", "day 6 of 6",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2025, 10, 6), date(2025, 10, 6), "October 6, 2025"),
        (date(2025, 10, 6), date(2025, 10, 10), "October 6-10, 2025"),
        (date(2025, 8, 29), date(2025, 9, 3), "August 29 - September 3, 2025"),
        (date(2025, 12, 29), date(2026, 1, 2), "December 29, 2025 - January 2, 2026"),
    ],
)
def test_spans(first: date, last: date, text: str) -> None:
    assert english.span(first, last) == text


@pytest.mark.parametrize(
    ("clock", "text"),
    [
        (time(0), "midnight"),
        (time(0, 30), "12:30 am"),
        (time(9), "9 am"),
        (time(12), "noon"),
        (time(12, 5), "12:05 pm"),
        (time(21), "9 pm"),
    ],
)
def test_clock_times(clock: time, text: str) -> None:
    assert english.clock(clock) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(2400, "40 h"), (690, "11.5 h"), (440, "7 h 20 min"), (0, "0 h")]
)
def test_hours(minutes: int, text: str) -> None:
    assert english.hours(minutes) == text


def test_twelve_months_end_the_day_before_the_same_date(example: Plan) -> None:
    assert first_day(example, date(2025, 1, 1)) == date(2025, 7, 28)
    assert first_day(example, date(2026, 1, 1)) == date(2026, 1, 1)
    assert last_day(date(2025, 7, 28)) == date(2026, 7, 27)
    assert last_day(date(2028, 2, 29)) == date(2029, 2, 27)
