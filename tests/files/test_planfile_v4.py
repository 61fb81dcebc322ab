"""Version 4 of the plan file: work weeks and shift hours of one's own, read strictly."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from heartplanner.core.edits.edits import assign
from heartplanner.core.edits.first_answers import with_start
from heartplanner.core.finder.search import search_of, with_search
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Options, Plan, PlanError, Search
from heartplanner.files.plan import planfile

SPECIMEN = (Path(__file__).parents[1] / "plans" / "v4.json").read_bytes()
GONE = object()
NOW = datetime(2026, 3, 1, tzinfo=UTC)

WRONG: list[tuple[str, Any, str]] = [
    # where, the wrong value, the message's beginning
    ("assignments.0.work_week", GONE, "assignments[0].work_week: missing"),
    ("assignments.0.work_week", 0, "assignments[0].work_week: expected text"),
    ("assignments.0.work_week", "any", "assignments[0].work_week: expected mon or tue or"),
    ("assignments.0.work_week", "Mon", "assignments[0].work_week: expected mon or tue or"),
    ("assignments.2.shift_hours", None, "assignments[2].shift_hours: expected an object"),
    (
        "assignments.2.shift_hours.start",
        "24:00",
        "assignments[2].shift_hours.start: expected a time",
    ),
    ("assignments.2.shift_hours.end", GONE, "assignments[2].shift_hours.end: missing"),
    ("assignments.2.shift_hours.minutes", 720, "assignments[2].shift_hours.minutes: unknown key"),
    ("search.work_week", GONE, "search.work_week: missing"),
    ("search.work_week", None, "search.work_week: expected text"),
    ("search.work_week", "all", "search.work_week: expected mon or tue or"),
    ("version", 3, "assignments[0].work_week: unknown key"),
]


@pytest.mark.parametrize(("where", "value", "said"), WRONG)
def test_wrong_value_is_one_line_with_its_place(where: str, value: Any, said: str) -> None:
    plan = json.loads(SPECIMEN)
    *path, last = [int(key) if key.isdigit() else key for key in where.split(".")]
    target = plan
    for key in path:
        target = target[key]
    if value is GONE:
        del target[last]
    else:
        target[last] = value
    with pytest.raises(PlanError) as caught:
        planfile.parse(json.dumps(plan).encode())
    assert str(caught.value).startswith(said)


def test_specimen_is_read_as_written_and_written_as_read() -> None:
    plan = planfile.parse(SPECIMEN)
    assert [each.work_week for each in plan.assignments] == [0, 5, 6]
    night = Hours(time(20), time(8))
    assert [each.shift_hours for each in plan.assignments] == [None, None, night]
    assert search_of(plan).options.work_week is None
    assert planfile.dump(plan) == SPECIMEN


def test_a_search_that_says_nothing_but_the_work_week_of_the_plan_is_left_out() -> None:
    value = json.loads(SPECIMEN)
    value["assignments"][0]["work_week"] = "tue"
    value["search"] = {
        "from": "2025-07-28",
        "admin": "weekly",
        "break": "any",
        "rules": ["P3", "P4", "P6", "P7"],
        "work_week": "tue",
        "marks": [],
    }
    with pytest.raises(PlanError, match="search: it says nothing"):
        planfile.parse(json.dumps(value).encode())


def test_a_search_that_comes_to_say_nothing_by_an_edit_does_not_keep_the_plan_from_being_read(
    example: Plan,
) -> None:
    saturday = with_search(example, Search(example.start, options=Options(work_week=5)), NOW)
    assert saturday.search
    same = assign(saturday, example.assignments[0]._replace(work_week=5), NOW)
    assert (same.search, search_of(same).options.work_week) == (None, 5)
    later = with_search(example, Search(date(2025, 8, 4)), NOW)
    assert later.search
    moved = with_start(later, date(2025, 8, 4), NOW)
    for plan in (same, moved):
        assert planfile.parse(planfile.dump(plan)) == plan


@pytest.mark.parametrize("version", range(1, planfile.VERSION + 1))
def test_a_plan_of_every_version_opens_and_is_the_same_once_it_is_saved(
    version: int, tmp_path: Path
) -> None:
    specimen = Path(__file__).parents[1] / "plans" / f"v{version}.json"
    assert json.loads(specimen.read_bytes())["version"] == version
    plan = planfile.load(specimen).plan
    saved = tmp_path / "saved.heartplanner"
    saved.write_bytes(planfile.dump(plan))
    assert json.loads(saved.read_bytes())["version"] == planfile.VERSION
    assert planfile.load(saved).plan == plan
