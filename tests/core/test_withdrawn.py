"""Changes that the roster does not have any more are taken back; admin moves with its shift."""

from __future__ import annotations

from datetime import date, time

import pytest

from heartplanner.core.compare.choice import first_choice
from heartplanner.core.compare.comparison import compare
from heartplanner.core.compare.comparison_text import no_way, take_over_title
from heartplanner.core.compare.take_over import TakeOverKind, WaysByDate, likeliest, take_over
from heartplanner.core.compare.ways import ways
from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Absence, AbsenceKind, ChangeDetail, MovedAdmin, Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import TextSource
from heartplanner.core.schedule.schedule import Schedule

PLAN = example_plan()
AT = PLAN.history[0].at
# The example works September 30, October 1 and 3, with admin on October 2; 6 to 8, and admin on the 9th.


def october(day: int) -> date:
    return date(2025, 10, day)


def offered(text: str, plan: Plan) -> WaysByDate:
    schedule = Schedule(plan)
    question = RosterQuestion(plan.start, october(1), changes=True)
    return ways(schedule, compare(schedule, read_roster(TextSource(text), question)))


def left(text: str, plan: Plan) -> list[ChangeDetail]:
    after = take_over(plan, likeliest(offered(text, plan)).values(), AT).plan
    return [change.what for change in after.changes]


def test_leave_that_was_withdrawn_is_taken_back() -> None:
    plan = add_change(PLAN, Absence(AbsenceKind.LEAVE, october(7), october(7)), AT)
    way = offered("Oct 7 9a-9p", plan)[october(7)][0]
    assert take_over_title(way, october(7)) == "Leave taken back"
    assert left("Oct 7 9a-9p", plan) == []


def test_leave_stays_on_the_days_that_the_roster_leaves_free() -> None:
    plan = add_change(PLAN, Absence(AbsenceKind.LEAVE, october(6), october(8)), AT)
    assert left("Oct 7 9a-9p", plan) == [
        Absence(AbsenceKind.LEAVE, october(6), october(6)),
        Absence(AbsenceKind.LEAVE, october(8), october(8)),
    ]


def test_a_swap_is_taken_back_only_where_the_roster_tells_of_both_days() -> None:
    plan = add_change(PLAN, Swap(october(3), october(4)), AT)
    assert left("Oct 3 9a-9p\nOct 4 off", plan) == []
    assert Swap(october(3), october(4)) in left("Oct 3 9a-9p", plan)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oct 2 off\nOct 3 10a-2p admin",
            [
                Absence(AbsenceKind.CALLED_OFF, october(3), october(3)),
                MovedAdmin(october(2), october(3), time(10)),
            ],
        ),
        (
            "Oct 2 9a-9p\nOct 3 9a-1p admin",
            [
                Swap(october(3), None),
                MovedAdmin(october(2), october(3), time(9)),
                Swap(None, october(2)),
            ],
        ),
        (
            "Oct 2 off\nOct 3 10a-2p admin\nOct 4 9a-9p",
            [Swap(october(3), october(4)), MovedAdmin(october(2), october(3), time(10))],
        ),
    ],
)
def test_admin_on_a_shift_day_is_moved_admin(text: str, expected: list[ChangeDetail]) -> None:
    assert left(text, PLAN) == expected


def test_admin_and_the_swap_of_the_shift_in_its_way_are_one_step() -> None:
    found = offered("Oct 2 off\nOct 3 10a-2p admin\nOct 4 9a-9p", PLAN)
    first = first_choice(found)
    assert [take_over_title(way, day) for day, way in sorted(first.chosen.items())] == [
        "Admin to Fri, Oct 3, with a swap",
        "Shift to Sat, Oct 4, admin here",
        "Swapped, from Fri, Oct 3",
    ]
    assert first.with_taken(october(4), on=False).taken == frozenset()
    apart = first.with_way(october(4), TakeOverKind.EXTRA)
    assert [(way.kind, way.dates) for way in apart.taken_over] == [
        (TakeOverKind.ADMIN, (october(2), october(3))),
        (TakeOverKind.EXTRA, (october(4),)),
    ]
    again = apart.with_way(october(3), TakeOverKind.ADMIN_SWAP)
    assert again.taken_over == first.taken_over


def test_a_shift_that_another_day_lost_is_not_swapped_with_that_of_moved_admin() -> None:
    found = offered("Oct 1 off\nOct 2 off\nOct 3 10a-2p admin\nOct 4 9a-9p", PLAN)
    kinds = {day: [way.kind for way in ways] for day, ways in found.items()}
    assert TakeOverKind.ADMIN_SWAP not in kinds[october(3)]
    assert kinds[october(4)][-1] is TakeOverKind.SWAP


@pytest.mark.parametrize("text", ["Oct 4 admin 10a-2p", "Oct 3 admin 10a-2p"])
def test_admin_that_is_gone_from_no_other_day_is_no_extra_shift(text: str) -> None:
    assert offered(text, PLAN) == {}
    question = RosterQuestion(PLAN.start, october(1), changes=True)
    (day,) = compare(Schedule(PLAN), read_roster(TextSource(text), question)).differences
    assert no_way(day) == "admin that is gone from no other day: move your admin day yourself"
