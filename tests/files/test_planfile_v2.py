"""Version 2 of the plan file goes on being read, and version 1."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from heartplanner.core.plan.model import Milestone, OwnHoliday
from heartplanner.files.plan import planfile

PLANS = Path(__file__).parents[1] / "plans"
SPECIMEN = (PLANS / "v2.json").read_bytes()
LICENSE = "Driver's license"


def test_specimen_is_read() -> None:
    plan = planfile.parse(SPECIMEN)
    assert plan.milestones == (
        Milestone(1, date(2025, 9, 26), "North Carolina driver's licence", True),
        Milestone(3, date(2025, 7, 14), 'Badge photo: "hat off" \\ 50 % light, Zoë 🌧', False),
        Milestone(2, date(2025, 9, 26), "CPR card", False),
    )
    assert plan.holidays == (
        OwnHoliday(date(2025, 9, 1), ""),
        OwnHoliday(date(2025, 10, 31), "Día de los Muertos, eve"),
        OwnHoliday(date(2025, 12, 26), "Kwanzaa"),
    )
    assert plan.search is None
    assert [each.guesses for each in plan.assignments] == [(), ()]


def test_what_is_written_is_the_newest_version() -> None:
    newest = json.loads(planfile.dump(planfile.parse(SPECIMEN)))
    assert newest.pop("version") == 4
    assert [each.pop("guesses") for each in newest["assignments"]] == [[], []]
    assert [each.pop("work_week") for each in newest["assignments"]] == ["mon", "mon"]
    old = json.loads(SPECIMEN)
    del old["version"]
    assert newest == old


def test_version_1_gets_what_a_new_plan_begins_with() -> None:
    plan = planfile.load(PLANS / "v1.json").plan
    assert plan.milestones == (Milestone(1, date(2025, 9, 26), LICENSE, False),)
    assert plan.holidays == ()
    newest = planfile.parse(SPECIMEN)
    assert plan._replace(milestones=newest.milestones, holidays=newest.holidays) == newest
