"""Colleagues and their rotation cards as they stand in a plan file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from heartplanner.core.edits.colleagues import MOST_CARDS, MOST_COLLEAGUES, check_colleague
from heartplanner.core.plan.model import Colleague, PlanError
from heartplanner.files.json_fields import Fields, list_of
from heartplanner.files.plan.assignment_json import assignment_out, assignments_in

KEY = "colleagues"


def colleagues_in(top: Fields, version: int) -> tuple[Colleague, ...]:
    """The colleagues of a plan file; it names none where it has no such list. Raises PlanError."""
    if not top.has(KEY):
        return ()
    colleagues: list[Colleague] = []
    for fields in list_of(top.list(KEY, MOST_COLLEAGUES)):
        name = fields.text("name")
        cards = assignments_in(fields.list("cards", MOST_CARDS), version)
        fields.end()
        colleague = Colleague(name, cards)
        fields.must(check_colleague, colleague)
        if colleagues and name.casefold() <= colleagues[-1].name.casefold():
            raise PlanError(f"{fields.at('name')}: not after the name before it")
        colleagues.append(colleague)
    if not colleagues:
        raise PlanError(f"{KEY}: it names nobody; leave it out")
    return tuple(colleagues)


def colleagues_out(colleagues: Sequence[Colleague]) -> dict[str, Any]:
    """What a plan file has of colleagues: nothing, or one key."""
    if not colleagues:
        return {}
    return {
        KEY: [
            {"name": one.name, "cards": [assignment_out(card) for card in one.assignments]}
            for one in colleagues
        ]
    }
