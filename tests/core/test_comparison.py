"""A roster beside the example's October 2025: which days are the same, and which differ."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from heartplanner.core.compare.comparison import Comparison, compare
from heartplanner.core.compare.comparison_text import roster_line, summary
from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Absence, AbsenceKind, ChangeDetail, OtherHours, Swap
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Assignment
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.rest_free import with_rest_free
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import TextSource
from heartplanner.core.schedule.schedule import Schedule

EXAMPLE = Schedule(example_plan())
TODAY = date(2025, 10, 1)
# The example's week from September 29, 2025 is week 4, -SSAS--; the next one week 5, SSSA---.


def of(text: str, schedule: Schedule = EXAMPLE, *, rest_free: bool = False) -> Comparison:
    question = RosterQuestion(schedule.plan.start, TODAY, changes=True)
    roster = read_roster(TextSource(text), question)
    return compare(schedule, with_rest_free(roster) if rest_free else roster)


def changed(*details: ChangeDetail) -> Schedule:
    plan = example_plan()
    for detail in details:
        plan = add_change(plan, detail, plan.history[0].at)
    return Schedule(plan)


def october(day: int) -> date:
    return date(2025, 10, day)


@pytest.mark.parametrize(
    "text",
    [
        "Oct 1 9a-9p",
        "Oct 1 D",
        "Oct 1 day shift",
        "Oct 1 shift",
        "Oct 1 working",
        "Oct 1 OT 9a-9p",
        "Oct 2 9a-1p",
        "Oct 2 admin",
        "Oct 2 no shift",
        "Oct 4 off",
        "Oct 4 no shift",
        "Oct 4 vacation",
        "Oct 12 RDO",
    ],
)
def test_the_same_work_is_the_same_whatever_it_is_called(text: str) -> None:
    assert summary(of(text)) == "1 day is the same."


@pytest.mark.parametrize(
    ("text", "roster"),
    [
        ("Oct 1 off", "day off"),
        ("Oct 1 no shift", "no shift"),
        ("Oct 1 noon-midnight", "Evening shift noon-midnight"),
        ("Oct 1 evening", "Evening shift noon-midnight"),
        ("Oct 1 10a-8p", "Shift 10 am-8 pm"),
        ("Oct 1 admin", "Admin"),
        ("Oct 1 9a-9p training", "Training 9 am-9 pm"),
        ("Oct 1 sick", "sick"),
        ("Oct 1 called off", "called off"),
        ("Oct 2 1p-5p", "Admin 1 pm-5 pm"),
        ("Oct 2 shift", "Shift"),
        ("Oct 4 9a-9p", "Day shift 9-9"),
        ("Oct 4 working", "work, without hours"),
        ("Oct 1 9a-9p\nOct 1 9p-10p training", "Day shift 9-9, Training 9 pm-10 pm"),
    ],
)
def test_other_work_differs(text: str, roster: str) -> None:
    found = of(text)
    assert [roster_line(compared) for compared in found.differences] == [roster]
    assert [compared.line for compared in found.differences] == [1]
    assert found.same == ()


def test_what_the_roster_does_not_say_is_no_difference() -> None:
    found = of("Oct 1 9-9\nOct 7 9-9")
    assert (len(found.same), found.differences) == (2, ())
    assert found.silent == tuple(map(october, range(2, 7)))
    assert summary(found) == "2 days are the same. The roster says nothing of 5 days."


def test_a_line_that_is_not_understood_is_neither_the_same_nor_silent() -> None:
    found = of("Oct 1 9-9\nOct 2 holiday\nOct 3 9-9")
    told = "2 days are the same. 1 line was not understood, so 1 day was not compared."
    assert summary(found) == told
    assert found.open_days == (october(2),)
    assert found.silent == ()


def test_days_that_no_line_names_may_be_free() -> None:
    found = of("Oct 1 9-9\nOct 6 9-9", rest_free=True)
    assert [(compared.date, compared.line) for compared in found.differences] == [
        (october(2), None),
        (october(3), None),
    ]


def test_only_some_days_are_compared() -> None:
    roster = read_roster(
        TextSource("Oct 1 off\nOct 3 off\nOct 6 off"),
        RosterQuestion(EXAMPLE.plan.start, TODAY, changes=True),
    )
    found = compare(EXAMPLE, roster, october(2), october(5))
    assert [compared.date for compared in found.differences] == [october(3)]
    assert compare(EXAMPLE, roster, october(7)).days == ()


def test_what_one_entered_is_compared_and_not_the_rotation() -> None:
    schedule = changed(
        Absence(AbsenceKind.LEAVE, october(1), october(1)),
        Swap(october(3), october(4)),
        OtherHours(october(6), Hours(time(10), time(20))),
    )
    found = of("Oct 1 off\nOct 3 off\nOct 4 9-9\nOct 6 10a-8p", schedule)
    assert (len(found.same), found.differences) == (4, ())
    # A day shift is 9-9; a shift without more is one, whatever its hours are.
    assert len(of("Oct 6 day shift", schedule).differences) == 1
    assert of("Oct 6 shift", schedule).differences == ()


def test_the_last_minute_of_a_day_is_midnight() -> None:
    schedule = changed(OtherHours(october(1), Hours(time(12), time(23, 59))))
    assert of("Oct 1 noon-midnight", schedule).differences == ()
    assert of("Oct 1 12:00-23:59", schedule).differences == ()


def test_shifts_of_hours_of_ones_own_are_compared_by_their_hours() -> None:
    at = datetime.fromisoformat("2025-07-01T00:00:00+00:00")
    nights = Assignment(date(2025, 7, 28), shift_hours=Hours(time(19), time(7)))
    schedule = Schedule(new_plan("p", nights, at))
    assert len(of("Oct 1 7p-7a\nOct 3 night 7p-7a\nOct 6 S", schedule).same) == 3
    assert len(of("Oct 1 9a-9p\nOct 3 7a-7p", schedule).differences) == 2


def test_a_night_over_a_clock_change_is_the_same() -> None:
    at = datetime.fromisoformat("2025-07-01T00:00:00+00:00")
    nights = Assignment(date(2025, 7, 28), shift_hours=Hours(time(19), time(7)))
    schedule = Schedule(new_plan("p", nights, at))
    # The clocks go back in the night of November 1; the example works the weekend of November 8.
    swapped = add_change(schedule.plan, Swap(None, date(2025, 11, 1)), at)
    assert of("Nov 1 7p-7a", Schedule(swapped)).differences == ()
