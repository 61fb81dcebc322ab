"""Sentences that people read: why a day is so, titles, names of cells, plain words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.cells.cells import cell, week_cell
from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.explain.reasons import why
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.ranges.default_range import first_day, last_day
from heartplanner.core.schedule.ranges.month import Month, month_rows
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words import english
from heartplanner.core.words.display_format import DisplayFormat

NOW = datetime(2025, 7, 28, tzinfo=UTC)
LEE = Swap(date(2025, 9, 9), date(2025, 9, 22), Band.EVENING, "Lee")


def day_of(plan: Plan, day: date) -> Day:
    return Schedule(plan).days(day, day)[0]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2025, 7, 27), "Before your start date: not part of your schedule."),
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
        "swap, you give Tuesday, September 9, 2025 and take Monday, September 22, 2025,"
        " noon-midnight (with Lee)",
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 8, 29), "Friday, August 29, 2025: break, day 1 of 6."),
        (date(2025, 8, 16), "Saturday, August 16, 2025: day shift, 9 am-9 pm, working weekend."),
        (date(2025, 8, 7), "Thursday, August 7, 2025: admin, 9 am-1 pm."),
        (date(2025, 8, 4), "Monday, August 4, 2025: day off."),
    ],
)
def test_a_cell_has_a_name_for_a_screen_reader(example: Plan, day: date, name: str) -> None:
    assert cell(day_of(example, day)).name == name


def test_a_cell_shows_what_is_gone_and_where_in_the_day_a_shift_lies(example: Plan) -> None:
    plan = add_change(example, LEE, NOW)
    given, taken = cell(day_of(plan, date(2025, 9, 9))), cell(day_of(plan, date(2025, 9, 22)))
    assert given.gone is not None
    assert (given.gone.title[:2], given.gone.detail[0]) == (
        ("Given to Lee", "To Lee"),
        "was day shift",
    )
    assert [(chip.title, chip.detail, chip.begin, chip.end) for chip in taken.chips] == [
        (("Evening shift", "Evening"), ("noon–midnight", "noon–12 am"), 0.5, 1.0)
    ]
    assert given.name == (
        "Tuesday, September 9, 2025: given to Lee; it was a day shift, 9 am-9 pm."
    )
    assert taken.name == (
        "Monday, September 22, 2025: evening shift, noon-midnight, swap with Lee."
    )


@pytest.mark.parametrize(
    ("detail", "day", "name"),
    [
        (
            Absence(AbsenceKind.LEAVE, date(2025, 9, 9), date(2025, 9, 11)),
            date(2025, 9, 9),
            "Tuesday, September 9, 2025: leave; it was a day shift, 9 am-9 pm.",
        ),
        (
            Absence(AbsenceKind.CALLED_OFF, date(2025, 9, 9), date(2025, 9, 11)),
            date(2025, 9, 11),
            "Thursday, September 11, 2025: called off; it was admin, 9 am-1 pm.",
        ),
        (
            MovedAdmin(date(2025, 9, 11), date(2025, 9, 8)),
            date(2025, 9, 11),
            "Thursday, September 11, 2025: admin moved to Monday, September 8, 2025;"
            " it was admin, 9 am-1 pm.",
        ),
        (
            Swap(date(2025, 9, 27), None),
            date(2025, 9, 27),
            "Saturday, September 27, 2025: given away; it was a day shift, 9 am-9 pm,"
            " working weekend.",
        ),
        (
            OtherHours(date(2025, 9, 9), Hours(time(9), time(23, 30))),
            date(2025, 9, 9),
            "Tuesday, September 9, 2025: day shift, 9 am-11:30 pm, changed from 9 am-9 pm.",
        ),
        (
            Training(date(2025, 9, 11), Hours(time(14), time(16))),
            date(2025, 9, 11),
            "Thursday, September 11, 2025: admin, 9 am-1 pm and training, 2 pm-4 pm.",
        ),
    ],
)
def test_the_spoken_name_says_what_the_cell_shows(
    example: Plan, detail: ChangeDetail, day: date, name: str
) -> None:
    assert cell(day_of(add_change(example, detail, NOW), day)).name == name


def test_today_is_said(example: Plan) -> None:
    day = date(2025, 8, 4)
    assert cell(day_of(example, day), today=day).name == "Monday, August 4, 2025, today: day off."
    assert cell(day_of(example, day), today=date(2025, 8, 5)).name == (
        "Monday, August 4, 2025: day off."
    )


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (time(9), time(21), "9-9"),
        (time(12), time(0), "noon-12 am"),
        (time(10, 15), time(21, 45), "10:15a-9:45p"),
    ],
)
def test_hours_in_a_small_cell(start: time, end: time, text: str) -> None:
    day = date(2025, 8, 4)
    begin, last = (datetime.combine(day, moment, UTC) for moment in (start, end))
    assert english.tight_span(begin, last) == text


def test_a_clock_of_24_hours_has_two_digits() -> None:
    display = DisplayFormat(hours24=True)
    day = datetime(2025, 8, 4, tzinfo=UTC)
    assert english.clock_span(time(9), time(21), display) == "09:00-21:00"
    assert english.clock_span(time(12), time(0), display) == "12:00-24:00"
    assert english.brief_span(day.replace(hour=9), day.replace(hour=21), display) == "9-21"


def test_a_week_with_other_hours_says_what_was_planned(example: Plan) -> None:
    plan = add_change(example, LEE, NOW)
    rows = [week_cell(row) for row in month_rows(Schedule(plan), Month(2025, 9))]
    assert [(row.hours, row.remark) for row in rows] == [
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


def test_a_working_weekend_is_told_by_its_bar_and_not_again_beside_the_number(
    example: Plan,
) -> None:
    saturday = date(2025, 8, 16)
    (planned,) = Schedule(example).days(saturday, saturday)
    assert cell(planned).worked_weekend
    assert cell(planned).caption == ("",)
