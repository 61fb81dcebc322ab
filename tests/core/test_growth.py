"""What days cost: a plan's changes are applied once, and all else grows with what is asked for alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from functools import partial

import pytest

from heartplanner.cli.text.show_text import show_lines
from heartplanner.core.edits.example import START
from heartplanner.core.people.keeping import near_plan
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    Change,
    ChangeDetail,
    Extra,
    Note,
    Swap,
)
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.ranges.month import Month, month_rows
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from tests.counting import changes_applied, lines_run, positions

LEAVE = AbsenceKind.LEAVE
FREE, WORKED = date(2025, 8, 2), date(2025, 8, 1)
LATER = date(2026, 3, 2)
WHOLE_WEEKS = Rotation.parse(" ".join(["SSSSSSS"] * 6))


def with_changes(plan: Plan, whats: Iterable[ChangeDetail]) -> Plan:
    return plan._replace(changes=tuple(Change(n, what) for n, what in enumerate(whats, 1)))


def years(count: int) -> date:
    """The last day of so many years from the start date on."""
    return START.replace(year=START.year + count) - timedelta(1)


def test_changes_are_applied_once_for_a_plan(
    example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    applied = changes_applied(monkeypatch)
    schedule = Schedule(with_changes(example, [Note(WORKED, "cake")]))
    assert applied.count == 1
    schedule.days(START, years(1))
    month_rows(schedule, Month(2025, 9), DisplayFormat(sunday_first=True))
    check(schedule, START, years(1))
    assert applied.count == 1


@pytest.mark.parametrize("count", [1, 2, 42, 3652])
@pytest.mark.parametrize("first", [START, FREE, date(2025, 8, 31), LATER])
def test_a_day_is_placed_once(
    example: Plan, monkeypatch: pytest.MonkeyPatch, first: date, count: int
) -> None:
    schedule = Schedule(with_changes(example, [Absence(LEAVE, START, years(1))]))
    last = first + timedelta(count - 1)
    assert positions(monkeypatch).during(lambda: schedule.days(first, last)) == count


def test_check_grows_with_the_years(example: Plan) -> None:
    schedule = Schedule(with_changes(example, [Absence(LEAVE, START, years(1))]))
    two, ten = (lines_run(lambda n=n: check(schedule, START, years(n))) for n in (2, 10))
    assert 4 * two < ten < 5.5 * two


def test_check_asks_for_a_day_once_and_for_a_break_again(
    example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule, last = Schedule(example), START + timedelta(41)
    # 42 days, and the six of the one break
    assert positions(monkeypatch).during(lambda: check(schedule, START, last)) == 48


def test_show_asks_for_its_days_once_and_for_those_around_them(
    example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule, last = Schedule(example), START + timedelta(41)
    # 42 days of the weeks, and as many with the 28 after them that a run of work may reach into
    shown = partial(show_lines, schedule, START, last, {})
    assert positions(monkeypatch).during(lambda: list(shown())) == 42 + 70


def back_and_forth(count: int) -> list[ChangeDetail]:
    """Swaps that give a shift away and take it back."""
    return [Swap(*((WORKED, FREE) if n % 2 == 0 else (FREE, WORKED))) for n in range(count)]


def minutes(count: int) -> list[ChangeDetail]:
    """Extra blocks of a minute, all on one day."""
    clock = [time(n // 60, n % 60) for n in range(count + 1)]
    return [Extra(FREE, None, Hours(clock[n], clock[n + 1])) for n in range(count)]


def notes(count: int) -> list[ChangeDetail]:
    return [Note(WORKED, str(n)) for n in range(count)]


def leaves(count: int) -> list[ChangeDetail]:
    """Leave of a day each, each reaching back over all that was taken before."""
    return [Absence(LEAVE, LATER, LATER + timedelta(n)) for n in range(count)]


@pytest.mark.parametrize("made", [back_and_forth, minutes, notes, leaves])
def test_changes_cost_the_same_each(made: Callable[[int], list[ChangeDetail]]) -> None:
    plan = Plan("p", (Assignment(START, WHOLE_WEEKS),))
    free = plan.assignments[0]._replace(rotation=Rotation.parse(" ".join(["SSSSS--"] * 6)))
    plan = plan._replace(assignments=(free, plan.assignments[0]._replace(start=LATER)))
    few, many = (lines_run(lambda n=n: Schedule(with_changes(plan, made(n)))) for n in (60, 240))
    assert 3 * few < many < 4.4 * few


def test_leave_that_takes_off_one_day_costs_no_more_the_longer_it_is(example: Plan) -> None:
    short, long = (
        [Absence(LEAVE, START, years(1)), Extra(FREE, None, Hours(time(9), time(21))), again]
        for again in (Absence(LEAVE, FREE, FREE), Absence(LEAVE, START, years(1)))
    )
    one, two = (lines_run(lambda w=w: Schedule(with_changes(example, w))) for w in (short, long))
    assert two - one < 10


def test_a_free_time_of_a_century_is_stepped_over(example: Plan) -> None:
    free = Assignment(date(2026, 1, 5), Rotation("-" * 42))
    plan = example._replace(assignments=(*example.assignments, free, Assignment(date(2126, 1, 7))))
    day = date(2076, 1, 1)
    (found,) = breaks(plan, day, day)
    # Week 5 of the example ends free from Friday, January 2 on; its week 1 begins with a free Monday.
    assert (found.first, found.last) == (date(2026, 1, 2), date(2126, 1, 7))
    assert lines_run(lambda: breaks(plan, day, day)) < 1000  # of 36,526 days


def test_the_changes_near_some_days_are_found_in_one_pass(example: Plan) -> None:
    """Notes on ever more days around these: each is held against the days before it by a search."""

    def noted(count: int) -> Plan:
        return with_changes(
            example, (Note(START + timedelta(n % 60), str(n)) for n in range(count))
        )

    few, many = (
        lines_run(partial(near_plan, noted(n), START, START + timedelta(6))) for n in (200, 800)
    )
    assert 3 * few < many < 4.4 * few
    assert len(near_plan(noted(60), START, START + timedelta(6)).changes) < 60
