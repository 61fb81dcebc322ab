"""Colleagues in the plan file: there and back, and read strictly."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import assignments, plans, starts

from heartplanner.core.edits.colleagues import add_colleague
from heartplanner.core.plan.model import Assignment, Plan, PlanError
from heartplanner.files.plan import planfile

AT = datetime(2030, 1, 1, tzinfo=UTC)
OWN = Assignment(date(2025, 7, 28), confirmed=True)


@given(
    plans(most=3),
    st.lists(st.tuples(st.sampled_from(["Lee", "Ann", "Zoë", "李"]), starts()), max_size=6),
    st.data(),
)
def test_all_that_is_dumped_is_read_back(
    plan: Plan, cards: list[tuple[str, date]], data: st.DataObject
) -> None:
    for name, start in cards:
        plan = add_colleague(plan, name, data.draw(assignments(start)), AT)
    assert planfile.parse(planfile.dump(plan)) == plan


def test_a_plan_without_colleagues_is_the_file_that_it_was(example: Plan) -> None:
    assert b"colleagues" not in planfile.dump(example)


def test_a_card_stands_in_the_file_as_an_assignment_does(example: Plan) -> None:
    value = json.loads(planfile.dump(add_colleague(example, "Lee", OWN, AT)))
    (lee,) = value["colleagues"]
    assert lee == {
        "name": "Lee",
        "cards": [{**value["assignments"][0], "confirmed": True}],
    }


def damaged(plan: Plan, **parts: Any) -> bytes:
    value = json.loads(planfile.dump(plan))
    value["colleagues"][0].update(parts)
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"name": ""}, r"colleagues\[0\]: a colleague has a name"),
        ({"name": " Lee"}, r"colleagues\[0\]: .* single spaces"),
        ({"name": 5}, r"colleagues\[0\].name: expected text"),
        ({"cards": []}, r"colleagues\[0\].cards: expected at least one"),
        ({"cards": [{}]}, r"colleagues\[0\].cards\[0\].from: missing"),
        ({"phone": "919"}, r"colleagues\[0\].phone: unknown key"),
        ({"name": "Sam"}, r"colleagues\[1\].name: not after the name before it"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    example: Plan, parts: dict[str, Any], why: str
) -> None:
    plan = add_colleague(add_colleague(example, "Lee", OWN, AT), "Ned", OWN, AT)
    with pytest.raises(PlanError, match=why):
        planfile.parse(damaged(plan, **parts))


def test_an_empty_list_and_one_of_an_older_version_are_refused(example: Plan) -> None:
    value = json.loads(planfile.dump(example))
    with pytest.raises(PlanError, match="names nobody"):
        planfile.parse(json.dumps({**value, "colleagues": []}).encode())
    old = json.loads((Path(__file__).parents[1] / "plans" / "v3.json").read_bytes())
    with pytest.raises(PlanError, match="colleagues: unknown key"):
        planfile.parse(json.dumps({**old, "colleagues": []}).encode())
