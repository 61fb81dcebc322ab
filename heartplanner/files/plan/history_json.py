"""The history of a plan as it stands in its file."""

from __future__ import annotations

from datetime import UTC

from heartplanner.core.plan.model import PlanError, Revision
from heartplanner.files.json_fields import Fields


def revision_in(fields: Fields) -> Revision:
    last = fields.date("last") if fields.has("last") else None
    revision = Revision(fields.moment("at"), fields.date("first"), last)
    fields.end()
    if last and last < revision.first:
        raise PlanError(f"{fields.at('last')}: {last} is before {revision.first}")
    return revision


def revision_out(revision: Revision) -> dict[str, str]:
    last = {"last": revision.last.isoformat()} if revision.last else {}
    at = revision.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"at": at, "first": revision.first.isoformat(), **last}
