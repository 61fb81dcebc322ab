"""What a heavy plan costs to load, to edit and to save: each change the same, whatever the others are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from heartplanner.core.edits.edits import add_change, remove_change
from heartplanner.core.edits.example import START, example_plan
from heartplanner.core.explain.plan_diff import plan_differences
from heartplanner.core.plan.change import Absence, AbsenceKind, Change, ChangeDetail, Note, Swap
from heartplanner.core.plan.model import Plan
from heartplanner.files.plan import planfile
from tests.counting import lines_run

NOW = datetime(2025, 9, 11, 12, 30, tzinfo=UTC)
WORKED, FREE = date(2025, 8, 1), date(2025, 8, 2)
WEEK, YEAR = timedelta(7), timedelta(365)
FEW, MANY = 60, 240


def with_changes(plan: Plan, whats: Iterator[ChangeDetail], count: int) -> Plan:
    changes = (Change(number, what) for number, what in enumerate(islice(whats, count), 1))
    return plan._replace(changes=tuple(changes))


def swaps(count: int) -> Plan:
    """Between two days, there and back."""
    turns = (Swap(*days) for _ in range(count) for days in ((WORKED, FREE), (FREE, WORKED)))
    return with_changes(example_plan(), turns, count)


def notes(count: int) -> Plan:
    """All on one day."""
    return with_changes(example_plan(), (Note(FREE, f"note {n}") for n in range(count)), count)


def leave(count: int) -> Plan:
    """A year each, over all that was taken before and a week of its own; a rotation from each week on."""
    plan = example_plan()
    rotations = [plan.assignments[0]._replace(start=START + n * WEEK) for n in range(count)]
    # The week of a break has no work to take off: its leave reaches on to the week after it.
    ends = (START + n * WEEK + timedelta(6) for n in range(1, 3 * count) if n % 6 not in (2, 5))
    years = (Absence(AbsenceKind.LEAVE, max(START, end - YEAR), end) for end in ends)
    return with_changes(plan._replace(assignments=tuple(rotations)), years, count)


def load(plan: Plan) -> Callable[[], object]:
    return partial(planfile.schedule_in, planfile.dump(plan))


def save(plan: Plan) -> Callable[[], object]:
    return partial(planfile.readable, Path("plan.json"), planfile.schedule_in(planfile.dump(plan)))


def add(plan: Plan) -> Callable[[], object]:
    return partial(add_change, plan, Note(WORKED, "one more"), NOW)


def take_back(plan: Plan) -> Callable[[], object]:
    return partial(remove_change, plan, len(plan.changes), NOW)


def compare(plan: Plan) -> Callable[[], object]:
    """As each version is compared with the one before it."""
    return partial(plan_differences, plan, plan._replace(changes=plan.changes[:-1]))


@pytest.mark.parametrize("work", [load, save, add, take_back, compare])
@pytest.mark.parametrize("made", [swaps, notes, leave])
def test_each_change_costs_the_same(
    made: Callable[[int], Plan], work: Callable[[Plan], Callable[[], object]]
) -> None:
    few, many = (lines_run(work(made(count))) for count in (FEW, MANY))
    assert few < many < 1.1 * few * MANY / FEW
    assert many < 700 * MANY
