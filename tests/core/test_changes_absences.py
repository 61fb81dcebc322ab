"""Each kind of absence has its name and its words wherever a day or a change is told."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartplanner.core.cells.day_marks import AwayKind, away_kind
from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.explain.hours_text import taken_off_text
from heartplanner.core.explain.reasons import change_title, why
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.json_fields import Fields
from heartplanner.files.plan.change_json import what_in, what_out

SHIFT_DAY = date(2025, 9, 16)
AT = datetime(2025, 9, 1, tzinfo=UTC)


@pytest.mark.parametrize("kind", AbsenceKind)
def test_an_absence_is_told_by_its_name(kind: AbsenceKind) -> None:
    name = kind.value.replace("-", " ")
    plan = add_change(example_plan(), Absence(kind, SHIFT_DAY, SHIFT_DAY), AT)
    (day,) = Schedule(plan).days(SHIFT_DAY, SHIFT_DAY)
    assert day.off == name
    assert away_kind(day) == AwayKind(name)
    assert taken_off_text([day]) == f"12 h {name}"
    assert change_title(plan.changes[0]) == f"{name}, September 16, 2025"
    planned, _, reason = why(day).partition(", on this Tuesday. ")
    assert planned == "Week 2 of 6. The rotation has a day shift, 9 am-9 pm"
    assert reason.endswith(".")


@pytest.mark.parametrize("kind", AbsenceKind)
def test_plan_file_keeps_an_absence(kind: AbsenceKind) -> None:
    what = Absence(kind, SHIFT_DAY, SHIFT_DAY)
    assert what_in(Fields(what_out(what), "")) == what
