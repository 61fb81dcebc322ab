"""The history of a plan as it stands in its file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from heartplanner.core.plan.model import PlanError, Revision
from heartplanner.files.json_fields import Fields, list_of

HIGHEST_NUMBER = 1_000_000_000


def history_in(values: tuple[list[Any], str]) -> tuple[Revision, ...]:
    """The revisions, each under the number after the one before it, unless it has one of its own."""
    history: list[Revision] = []
    for fields in list_of(values):
        history.append(_revision(fields, history[-1].number + 1 if history else 0))
    return tuple(history)


def _revision(fields: Fields, following: int) -> Revision:
    last = fields.date("last") if fields.has("last") else None
    number = following
    if fields.has("number"):
        number = fields.integer("number", following, HIGHEST_NUMBER)
    revision = Revision(fields.moment("at"), fields.date("first"), last, number)
    fields.end()
    if last and last < revision.first:
        raise PlanError(f"{fields.at('last')}: {last} is before {revision.first}")
    return revision


def history_out(history: Iterable[Revision]) -> list[dict[str, Any]]:
    """Each revision; its number only where others before it were left out."""
    values: list[dict[str, Any]] = []
    following = 0
    for revision in history:
        last = {"last": revision.last.isoformat()} if revision.last else {}
        number = {"number": revision.number} if revision.number != following else {}
        at = revision.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        values.append({"at": at, "first": revision.first.isoformat(), **last, **number})
        following = revision.number + 1
    return values
