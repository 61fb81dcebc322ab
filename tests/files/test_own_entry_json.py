"""Appointments in the plan file: there and back, and read strictly."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from entry_examples import DENTIST, THERAPY
from hypothesis import given
from hypothesis import strategies as st
from strategies import own_entries, plans

from heartplanner.core.edits.own_entries import add_entry, skip_entry
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.files.plan import planfile

AT = datetime(2026, 11, 28, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 28, 13, tzinfo=UTC)
SKIPPED = date(2026, 12, 15)


@given(plans(most=2), st.lists(own_entries(date(2026, 10, 20)), max_size=4))
def test_all_that_is_dumped_is_read_back(plan: Plan, entries: list[OwnEntry]) -> None:
    for entry in entries:
        with suppress(PlanError):  # all of its days may be left out
            plan = add_entry(plan, entry, AT)
    assert planfile.parse(planfile.dump(plan)) == plan


def test_a_plan_without_appointments_is_the_file_that_it_was(example: Plan) -> None:
    assert b"entries" not in planfile.dump(example)


@pytest.fixture
def plan(example: Plan) -> Plan:
    with_both = add_entry(add_entry(example, THERAPY, AT), DENTIST, AT)
    return skip_entry(with_both, 1, SKIPPED, LATER)


def test_an_appointment_stands_in_the_file_as_the_reference_says(plan: Plan) -> None:
    assert json.loads(planfile.dump(plan))["entries"] == [
        {
            "id": 1,
            "title": "Therapy",
            "first": "2026-12-01",
            "start": "17:00",
            "end": "18:00",
            "repeat": {"weeks": 2, "weekdays": ["tue"]},
            "skipped": ["2026-12-15"],
            "on_phone": True,
            "on_paper": False,
            "made": "2026-11-28T12:00:00Z",
            "changed": "2026-11-28T13:00:00Z",
            "revision": 1,
        },
        {
            "id": 2,
            "title": "Dentist",
            "first": "2026-12-03",
            "last": "2026-12-03",
            "start": "15:00",
            "end": "15:45",
            "on_phone": False,
            "on_paper": False,
            "made": "2026-11-28T12:00:00Z",
            "changed": "2026-11-28T12:00:00Z",
            "revision": 0,
        },
    ]


def damaged(plan: Plan, **parts: Any) -> bytes:
    value = json.loads(planfile.dump(plan))
    value["entries"][0].update(parts)
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"title": ""}, r"entries\[0\]: an appointment has a name"),
        ({"title": "a\u0007"}, r"entries\[0\]: .*control characters"),
        ({"id": 2}, r"entries\[1\].id: not after the number before it"),
        ({"first": "2026-12-02"}, r"entries\[0\]: .*none of the weekdays"),
        ({"last": "2026-12-01"}, r"entries\[0\].last: unknown key"),
        ({"end": "24:00"}, r"entries\[0\].end: expected a time"),
        ({"end": "17:00"}, r"entries\[0\]: .*ends later"),
        ({"repeat": None}, r"entries\[0\].repeat: expected an object"),
        ({"repeat": {"weeks": 99, "weekdays": ["tue"]}}, r"entries\[0\].repeat.weeks"),
        ({"repeat": {"weeks": 2, "weekdays": ["Tue"]}}, r"entries\[0\].repeat.weekdays\[?.?0"),
        ({"repeat": {"weeks": 2, "weekdays": ["tue", "mon"]}}, r"entries\[0\]: .*one weekday"),
        ({"repeat": {"weeks": 2, "weekdays": ["tue"], "count": 3}}, "count: unknown key"),
        ({"skipped": "2026-12-15"}, r"entries\[0\].skipped: expected a list"),
        ({"skipped": [15]}, r"entries\[0\].skipped.*0\]?: expected text"),
        ({"skipped": ["2026-12-08"]}, r"entries\[0\]: .*none of its dates"),
        ({"on_phone": 1}, r"entries\[0\].on_phone: expected true or false"),
        ({"changed": "2026-11-28T11:59:59Z"}, r"entries\[0\].changed: before it was made"),
        ({"revision": -1}, r"entries\[0\].revision: expected a whole number"),
        ({"color": "red"}, r"entries\[0\].color: unknown key"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    plan: Plan, parts: dict[str, Any], why: str
) -> None:
    with pytest.raises(PlanError, match=why):
        planfile.parse(damaged(plan, **parts))


def test_an_empty_list_and_one_of_an_older_version_are_refused(example: Plan) -> None:
    value = json.loads(planfile.dump(example))
    with pytest.raises(PlanError, match="entries: there is none"):
        planfile.parse(json.dumps({**value, "entries": []}).encode())
    with pytest.raises(PlanError, match="entries: 1001 entries, at most 1000"):
        planfile.parse(json.dumps({**value, "entries": [{}] * 1001}).encode())
    old = json.loads((Path(__file__).parents[1] / "plans" / "v3.json").read_bytes())
    with pytest.raises(PlanError, match="entries: unknown key"):
        planfile.parse(json.dumps({**old, "entries": []}).encode())
