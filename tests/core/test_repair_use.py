"""A roster in which a few days differ from the rotation, and what becomes of each of them in the plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.edits.edits import add_change
from heartplanner.core.finder.counting.marks import read_marks
from heartplanner.core.finder.repair.differences import DayAnswer, differences, of_days
from heartplanner.core.finder.repair.repair import repair
from heartplanner.core.finder.repair.repair_text import (
    answer_text,
    dates_text,
    difference_text,
    headline,
)
from heartplanner.core.finder.repair.repair_use import BesideMarks, use_repaired
from heartplanner.core.finder.search import search_of
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    OtherHours,
    Swap,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import (
    EXAMPLE_ROTATION,
    BreakDays,
    Mark,
    Options,
    Plan,
    PlanError,
    Rotation,
    Search,
)
from heartplanner.core.schedule.schedule import Schedule

START = date(2025, 7, 28)
NOW = datetime(2025, 9, 1, tzinfo=UTC)
NINTH, SEVENTEENTH, THIRTIETH = (date(2025, 8, day) for day in (9, 17, 30))
AUGUST = (
    "S--"  # Friday 1, as in the example rotation, but for three days
    "-SSASS-"  # Saturday 9 worked
    "---ASS-"  # Sunday 17 free
    "-SSAS--"
    "SSSA-S-"  # Saturday 30 worked
)
EXTRA, LEAVE, MISREAD = DayAnswer.EXTRA, DayAnswer.LEAVE, DayAnswer.MISREAD
HOURS, MOVED, SWAP = DayAnswer.HOURS, DayAnswer.MOVED, DayAnswer.SWAP
DAY_HOURS, EVENING_HOURS = BAND_HOURS[Band.DAY], BAND_HOURS[Band.EVENING]


def august(letters: str = AUGUST) -> Search:
    return Search(START, tuple(read_marks(letters, date(2025, 8, 1))))


def cycle(day: int, letter: str) -> Search:
    """The whole example rotation marked, but for one day, 1 to 42."""
    letters = EXAMPLE_ROTATION.letters
    return Search(START, tuple(read_marks(letters[: day - 1] + letter + letters[day:], START)))


def changes(plan: Plan) -> list[ChangeDetail]:
    return [change.what for change in plan.changes]


def test_the_roster_of_august_differs_on_three_days() -> None:
    # Counted by hand: July 28 to 31 have two shifts, admin and a free day, in any order, which are twelve
    # ways; after the break September 4 and 5 have a shift and admin, in either order.
    found = repair(august())
    assert found is not None
    assert (found.marked, found.differing, found.left.total, found.alike) == (31, 3, 24, 24)
    assert found.first.rotation == EXAMPLE_ROTATION
    assert found.first.differs == (NINTH, SEVENTEENTH, THIRTIETH)
    assert headline(found) == "28 of 31 days fit in 24 rotations; August 9, 17 and 30 differ."
    assert [difference_text(day) for day in differences(august(), EXAMPLE_ROTATION)] == [
        "Sat, Aug 9: a shift, but free in the rotation",
        "Sun, Aug 17: free, but a shift in the rotation",
        "Sat, Aug 30: a shift, but free in the rotation",
    ]


def test_one_rotation_is_said_to_be_one() -> None:
    found = repair(cycle(7, "S"))
    assert found is not None
    assert headline(found) == "41 of 42 days fit one rotation; August 3 differs."
    assert found.ask_next is None


def test_nothing_is_repaired_where_a_rotation_fits_or_none_can() -> None:
    fits = Search(START, tuple(read_marks(EXAMPLE_ROTATION.letters, START)))
    assert repair(fits) is None
    weekly = Options(breaks=BreakDays.SEVEN)  # for which admin must move between weeks
    assert repair(cycle(7, "S")._replace(options=weekly)) is None


def test_too_many_days_that_differ_are_not_told_where_that_is_asked() -> None:
    assert repair(august(), one_in=10) is not None
    assert repair(august(), one_in=11) is None


def test_what_the_days_were_becomes_changes_of_the_plan(example: Plan) -> None:
    answers = {NINTH: EXTRA, SEVENTEENTH: LEAVE, THIRTIETH: MISREAD}
    plan = use_repaired(example, august(), EXAMPLE_ROTATION, answers, NOW)
    assert plan.assignments[0].rotation == EXAMPLE_ROTATION
    assert plan.assignments[0].confirmed
    assert changes(plan) == [
        Extra(NINTH, Band.DAY, DAY_HOURS),
        Absence(AbsenceKind.LEAVE, SEVENTEENTH, SEVENTEENTH),
    ]
    # Three days' marks are gone, for they are not the rotation's; July and September stay guesses.
    assert len(search_of(plan).marks) == 28
    assert plan.assignments[0].guesses == (1, 2, 3, 4, 39, 40)
    worked = {day.date: len(day.blocks) for day in Schedule(plan).days(NINTH, THIRTIETH)}
    assert (worked[NINTH], worked[SEVENTEENTH], worked[THIRTIETH]) == (1, 0, 0)


@pytest.mark.parametrize(
    ("day", "marked", "answer", "expected"),
    [
        (2, "-", LEAVE, [Absence(AbsenceKind.LEAVE, date(2025, 7, 29), date(2025, 7, 29))]),
        (2, "N", DayAnswer.SICK, [Absence(AbsenceKind.SICK, *[date(2025, 7, 29)] * 2)]),
        (2, "-", DayAnswer.CALLED_OFF, [Absence(AbsenceKind.CALLED_OFF, *[date(2025, 7, 29)] * 2)]),
        (2, "-", SWAP, [Swap(date(2025, 7, 29), None)]),
        (2, "A", HOURS, [OtherHours(date(2025, 7, 29), Hours(time(9), time(13)))]),
        (2, "A", MISREAD, []),
        (4, "-", LEAVE, [Absence(AbsenceKind.LEAVE, date(2025, 7, 31), date(2025, 7, 31))]),
        (
            4,
            "E",
            EXTRA,
            [
                Absence(AbsenceKind.CALLED_OFF, date(2025, 7, 31), date(2025, 7, 31)),
                Extra(date(2025, 7, 31), Band.EVENING, EVENING_HOURS),
            ],
        ),
        (7, "E", SWAP, [Swap(None, date(2025, 8, 3), Band.EVENING)]),
        (7, "W", EXTRA, [Extra(date(2025, 8, 3), Band.DAY, DAY_HOURS)]),
        (1, "A", EXTRA, [Extra(date(2025, 7, 28), None, Hours(time(9), time(13)))]),
    ],
)
def test_each_answer_is_its_change(
    example: Plan, day: int, marked: str, answer: DayAnswer, expected: list[ChangeDetail]
) -> None:
    search = cycle(day, marked)
    (difference,) = differences(search, EXAMPLE_ROTATION)
    assert answer in difference.answers
    plan = use_repaired(example, search, EXAMPLE_ROTATION, {difference.date: answer}, NOW)
    assert changes(plan) == expected
    Schedule(plan)


def test_hours_that_a_roster_states_are_kept(example: Plan) -> None:
    ten = Hours(time(10), time(22))
    plan = use_repaired(
        example, cycle(7, "S"), EXAMPLE_ROTATION, {date(2025, 8, 3): EXTRA}, NOW,
        BesideMarks({date(2025, 8, 3): ten}),
    )  # fmt: skip
    assert changes(plan) == [Extra(date(2025, 8, 3), None, ten)]


@pytest.mark.parametrize(
    ("usual", "other", "hours"), [("D", "E", EVENING_HOURS), ("E", "D", DAY_HOURS)]
)
def test_a_shift_of_the_other_hours_is_no_other_rotation(
    example: Plan, usual: str, other: str, hours: Hours
) -> None:
    rotation = Rotation(EXAMPLE_ROTATION.letters.replace("S", usual))
    search = Search(START, (*read_marks(rotation.letters, START), Mark(date(2025, 9, 9), other)))
    found = repair(search)
    assert found is not None
    # Day 2 is marked once with either hours: it has the usual ones, and the one other shift differs.
    assert (found.differing, found.left.total) == (1, 1)
    assert found.first == (rotation, (date(2025, 9, 9),))
    plan = use_repaired(example, search, rotation, {date(2025, 9, 9): HOURS}, NOW)
    assert changes(plan) == [OtherHours(date(2025, 9, 9), hours)]


def test_admin_on_another_day_was_moved(example: Plan) -> None:
    letters = list(EXAMPLE_ROTATION.letters)
    letters[0], letters[3] = "A", "-"
    monday, thursday = date(2025, 7, 28), date(2025, 7, 31)
    search = Search(START, tuple(read_marks("".join(letters), START)))
    # The rotation with admin on Monday keeps the rules too: this one is what the person says it is.
    both = differences(search, EXAMPLE_ROTATION)
    assert [(day.date, day.partner, day.answers[0]) for day in both] == [
        (monday, thursday, MOVED),
        (thursday, monday, MOVED),
    ]
    assert [answer_text(day, MOVED) for day in both] == [
        "Keep as admin moved from Thu, Jul 31",
        "Keep as admin moved to Mon, Jul 28",
    ]
    plan = use_repaired(example, search, EXAMPLE_ROTATION, {monday: MOVED, thursday: MOVED}, NOW)
    assert changes(plan) == [MovedAdmin(thursday, monday)]
    with pytest.raises(PlanError, match="admin moved between July 31, 2025 and July 28, 2025"):
        use_repaired(example, search, EXAMPLE_ROTATION, {monday: EXTRA, thursday: MOVED}, NOW)


def test_a_day_that_was_changed_already_gets_no_second_change(example: Plan) -> None:
    leave = Absence(AbsenceKind.LEAVE, SEVENTEENTH, SEVENTEENTH)
    extra = Extra(NINTH, Band.DAY, DAY_HOURS)
    plan = add_change(add_change(example, leave, NOW), extra, NOW)
    answers = {NINTH: SWAP, SEVENTEENTH: LEAVE, THIRTIETH: MISREAD}
    assert changes(use_repaired(plan, august(), EXAMPLE_ROTATION, answers, NOW)) == [leave, extra]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "August 9, 2025, August 17, 2025 and August 30, 2025 differ from this rotation"),
        ({NINTH: EXTRA, SEVENTEENTH: LEAVE}, "August 30, 2025 differs from this rotation"),
        (
            {NINTH: LEAVE, SEVENTEENTH: LEAVE, THIRTIETH: EXTRA},
            "Saturday, August 9, 2025 cannot be leave: it may be extra, swap, misread",
        ),
        (
            dict.fromkeys((NINTH, THIRTIETH), EXTRA)
            | dict.fromkeys((SEVENTEENTH, date(2025, 8, 5)), LEAVE),
            "Tuesday, August 5, 2025 does not differ",
        ),
    ],
)
def test_no_day_is_passed_over_and_none_is_taken_for_what_it_cannot_be(
    example: Plan, answers: dict[date, DayAnswer], said: str
) -> None:
    with pytest.raises(PlanError, match=said):
        use_repaired(example, august(), EXAMPLE_ROTATION, answers, NOW)


def test_dates_say_their_month_once() -> None:
    days = [date(2025, 8, 9), date(2025, 8, 17), date(2025, 9, 2), date(2025, 9, 4)]
    assert dates_text(days) == "August 9, 17, September 2 and 4"
    assert dates_text([date(2025, 12, 31), date(2026, 1, 1)]) == (
        "December 31, 2025 and January 1, 2026"
    )
    assert dates_text(days[:1]) == "August 9"


def test_days_of_no_line_are_no_halves_of_a_rosters_swap() -> None:
    """A newcomer was offered a swap of two days that stood in no line of the mail."""
    # August 5 is a shift of the sample and August 9, in the same week, is free.
    fifth, ninth = date(2025, 8, 5), date(2025, 8, 9)
    search = Search(date(2025, 7, 28), (Mark(fifth, "-"), Mark(ninth, "S")))
    found = differences(search, EXAMPLE_ROTATION)
    assert [one.answers[0] for one in found] == [DayAnswer.SWAP, DayAnswer.SWAP]
    assert of_days(found, {fifth, ninth}) == found
    absences = (DayAnswer.LEAVE, DayAnswer.SICK, DayAnswer.CALLED_OFF)
    given, taken = of_days(found, set())
    assert given.answers == (*absences, DayAnswer.MISREAD)
    assert taken.answers == (DayAnswer.EXTRA, DayAnswer.MISREAD)
    # The roster's own day may have been given away, to whomever.
    given, taken = of_days(found, {fifth})
    assert given.answers == (*absences, DayAnswer.SWAP, DayAnswer.MISREAD)
    assert (given.partner, taken.partner) == (None, None)
