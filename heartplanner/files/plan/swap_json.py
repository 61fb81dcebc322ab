"""Swaps that are in the book and not in the calendar, as they stand in a plan file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from heartplanner.core.edits.overtaken import MOST_PENDING
from heartplanner.core.edits.swaps import check_pending
from heartplanner.core.plan.change import Change, PendingSwap, Swap
from heartplanner.core.plan.model import PlanError
from heartplanner.files.json_fields import Fields, list_of
from heartplanner.files.plan.change_json import what_in, what_out

KEY = "pending_swaps"
LAST_ID = 1_000_000


def pending_in(top: Fields, changes: Iterable[Change]) -> tuple[PendingSwap, ...]:
    """The pending swaps of a plan file with these changes; it has none where it has no such list.

    Raises PlanError.
    """
    if not top.has(KEY):
        return ()
    pending: list[PendingSwap] = []
    known = {change.id for change in changes}
    for fields in list_of(top.list(KEY, MOST_PENDING)):
        number = fields.integer("id", 1, LAST_ID)
        if number in known:
            raise PlanError(f"{fields.at('id')}: {number} is used twice")
        known.add(number)
        swap = what_in(fields)
        if not isinstance(swap, Swap):
            raise PlanError(f"{fields.at('kind')}: expected swap")
        overtaken = fields.has("overtaken") and fields.flag("overtaken")
        fields.end()
        one = PendingSwap(number, swap, overtaken)
        fields.must(check_pending, one)
        pending.append(one)
    if not pending:
        raise PlanError(f"{KEY}: it names none; leave it out")
    return tuple(pending)


def pending_out(pending: Sequence[PendingSwap]) -> dict[str, Any]:
    """What a plan file has of pending swaps: nothing, or one key."""
    if not pending:
        return {}
    return {
        KEY: [
            {
                "id": one.id,
                **what_out(one.swap),
                **({"overtaken": True} if one.overtaken else {}),
            }
            for one in pending
        ]
    }
