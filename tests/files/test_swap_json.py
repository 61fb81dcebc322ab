"""Pending swaps and settled ones in the plan file: there and back, and read strictly."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.overtaken import MOST_PENDING
from heartplanner.core.edits.swaps import ask_swap, settle_swap
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.files.plan import planfile

AT = datetime(2030, 1, 1, tzinfo=UTC)
FRIDAY, NEXT_FRIDAY = date(2025, 9, 12), date(2025, 9, 19)


@pytest.fixture
def plan(example: Plan) -> Plan:
    plan = settle_swap(add_change(example, Swap(FRIDAY, None, None, "Kim"), AT), 1)
    return ask_swap(plan, Swap(NEXT_FRIDAY, None, None, "Lee"), AT)


def test_the_file_keeps_what_is_asked_and_what_is_settled(plan: Plan, example: Plan) -> None:
    value = json.loads(planfile.dump(plan))
    assert value["changes"] == [
        {"id": 1, "kind": "swap", "give": "2025-09-12", "with": "Kim", "settled": True}
    ]
    assert value["pending_swaps"] == [
        {"id": 2, "kind": "swap", "give": "2025-09-19", "with": "Lee"}
    ]
    overtaken = plan._replace(pending=(plan.pending[0]._replace(overtaken=True),))
    settled = plan.pending[0].swap._replace(settled=True)
    was_settled = plan._replace(pending=(overtaken.pending[0]._replace(swap=settled),))
    for one in (plan, overtaken, was_settled):
        assert planfile.parse(planfile.dump(one)) == one
    assert b"pending" not in planfile.dump(example)
    assert b"settled" not in planfile.dump(add_change(example, Swap(FRIDAY, None), AT))


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"id": 1}, r"pending_swaps\[0\].id: 1 is used twice"),
        (
            {"kind": "note", "date": "2025-09-12", "text": "x"},
            r"pending_swaps\[0\].kind: expected swap",
        ),
        ({"settled": True}, r"pending_swaps\[0\]: a swap that is not agreed has nothing to settle"),
        ({"give": None}, r"pending_swaps\[0\].give: expected"),
        ({"overtaken": 1}, r"pending_swaps\[0\].overtaken: expected"),
        ({"phone": "919"}, r"pending_swaps\[0\].phone: unknown key"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(plan: Plan, parts: dict[str, Any], why: str) -> None:
    value = json.loads(planfile.dump(plan))
    value["pending_swaps"][0].update(parts)
    if parts.get("kind") == "note":
        del value["pending_swaps"][0]["give"], value["pending_swaps"][0]["with"]
    with pytest.raises(PlanError, match=why):
        planfile.parse(json.dumps(value).encode())


def test_the_list_is_short_and_of_this_version(plan: Plan) -> None:
    value = json.loads(planfile.dump(plan))
    with pytest.raises(PlanError, match="pending_swaps: it names none; leave it out"):
        planfile.parse(json.dumps({**value, "pending_swaps": []}).encode())
    with pytest.raises(PlanError, match="pending_swaps"):
        planfile.parse(
            json.dumps(
                {**value, "pending_swaps": value["pending_swaps"] * (MOST_PENDING + 1)}
            ).encode()
        )
    full = plan._replace(pending=plan.pending * MOST_PENDING)
    with pytest.raises(PlanError, match="the book holds at most 100 open swaps"):
        ask_swap(full, Swap(NEXT_FRIDAY, None), AT)
