"""Version 2 of the plan file: milestones and holidays, read strictly; version 1 goes on being read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from heartplanner.core.plan import Milestone, OwnHoliday, PlanError
from heartplanner.files import planfile

PLANS = Path(__file__).parents[1] / "plans"
SPECIMEN = (PLANS / "v2.json").read_bytes()
LICENCE = "North Carolina driver's licence"
GONE = object()

WRONG: list[tuple[str, Any, str]] = [
    # where, the wrong value, the message's beginning
    ("milestones", GONE, "milestones: missing"),
    ("milestones", {}, "milestones: expected a list"),
    ("milestones", [{}] * 1001, "milestones: 1001 entries, at most 1000 are read"),
    ("milestones.1", 5, "milestones[1]: expected an object"),
    ("milestones.1.id", 1, "milestones[1].id: 1 is used twice"),
    ("milestones.1.id", 0, "milestones[1].id: expected a whole number"),
    ("milestones.1.date", "2025-02-29", "milestones[1].date: 2025-02-29 is no date"),
    ("milestones.1.date", "1949-12-31", "milestones[1].date: 1949-12-31 is not in the years"),
    ("milestones.1.title", "", "milestones[1]: a milestone has a title"),
    ("milestones.1.title", " ", "milestones[1]: a milestone has a title"),
    ("milestones.1.title", "a\u2028b", "milestones[1]: a text is one line"),
    ("milestones.1.title", None, "milestones[1].title: expected text"),
    ("milestones.1.done", 1, "milestones[1].done: expected true or false"),
    ("milestones.1.done", GONE, "milestones[1].done: missing"),
    ("milestones.1.time", "09:00", "milestones[1].time: unknown key"),
    ("holidays", GONE, "holidays: missing"),
    ("holidays.1", [], "holidays[1]: expected an object"),
    ("holidays.1.date", "2025-09-01", "holidays[1].date: not after the holiday before it"),
    ("holidays.1.date", "2025-08-31", "holidays[1].date: not after the holiday before it"),
    ("holidays.1.date", "tomorrow", "holidays[1].date: expected a date"),
    ("holidays.1.name", " ", "holidays[1]: a holiday has a name"),
    ("holidays.1.name", "a\u001bb", "holidays[1]: a text is one line"),
    ("holidays.1.name", GONE, "holidays[1].name: missing"),
    ("holidays.1.off", True, "holidays[1].off: unknown key"),
    ("version", 1, "milestones: unknown key"),
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
    assert plan.milestones == (
        Milestone(1, date(2025, 9, 26), LICENCE, True),
        Milestone(3, date(2025, 7, 14), 'Badge photo: "hat off" \\ 50 % light, Zoë 🌧', False),
        Milestone(2, date(2025, 9, 26), "CPR card", False),
    )
    assert plan.holidays == (
        OwnHoliday(date(2025, 9, 1), ""),
        OwnHoliday(date(2025, 10, 31), "Día de los Muertos, eve"),
        OwnHoliday(date(2025, 12, 26), "Kwanzaa"),
    )
    assert planfile.dump(plan) == SPECIMEN


def test_version_1_gets_what_a_new_plan_begins_with() -> None:
    plan = planfile.load(PLANS / "v1.json").plan
    assert plan.milestones == (Milestone(1, date(2025, 9, 26), LICENCE, False),)
    assert plan.holidays == ()
    newest = planfile.parse(SPECIMEN)
    assert plan._replace(milestones=newest.milestones, holidays=newest.holidays) == newest
    assert json.loads(planfile.dump(plan))["version"] == 2
