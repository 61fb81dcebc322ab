"""The plan file: JSON with a format version, the same bytes for the same plan, read strictly."""

from __future__ import annotations

import json
from datetime import UTC, time
from pathlib import Path
from typing import Any, NamedTuple

from heartplanner.core.changes import changed_days
from heartplanner.core.edits import MOST_CHANGES, check_assignment, check_change
from heartplanner.core.plan import (
    BAND_HOURS,
    Absence,
    AbsenceKind,
    Assignment,
    Band,
    Change,
    Extra,
    Hours,
    MovedAdmin,
    Note,
    OtherHours,
    Plan,
    PlanError,
    Revision,
    Rotation,
    Swap,
    Training,
    What,
)
from heartplanner.files import disk
from heartplanner.files.disk import FileError
from heartplanner.files.fields import Fields, list_of, parse_json

FORMAT = "heartplanner-plan"
VERSION = 1
LIMIT = 4_000_000
"""Bytes; a plan of a whole working life with ten changes a week stays under it."""
MOST_ASSIGNMENTS = 1000
MOST_REVISIONS = 40_000
KEPT = ".previous"
"""What a plan file's last version is called, behind the plan file's own name."""


class Loaded(NamedTuple):
    """A plan and the bytes of the file that it was read from."""

    plan: Plan
    data: bytes

    @property
    def digest(self) -> str:
        """What `save` is given, so that a file changed meanwhile is noticed."""
        return disk.digest(self.data)


def load(path: Path) -> Loaded:
    """Read a plan file. Raises FileError, one line that names the file, the place and the fault."""
    data = disk.read(path, LIMIT)
    try:
        return Loaded(parse(data), data)
    except PlanError as error:
        raise FileError(f"{path}: {error}; nothing was changed, mend or replace the file") from None


def save(path: Path, plan: Plan, loaded: str | None) -> list[str]:
    """Write a plan file over the one whose digest is `loaded` (None: a new file). Raises FileError.

    What is written is read back first: a plan that could not be loaded again is never saved.
    """
    data = dump(plan)
    if len(data) > LIMIT:
        raise FileError(f"{path}: not saved: the plan is too large, remove old changes first")
    if dump(parse(data)) != data:
        raise FileError(f"{path}: not saved: the plan does not read back as it is")
    return disk.save(path, data, loaded=loaded, keep=KEPT)


def dump(plan: Plan) -> bytes:
    """The plan as JSON in UTF-8, two spaces a level, one line end at the end."""
    value = {
        "format": FORMAT,
        "version": VERSION,
        "id": plan.id,
        "assignments": [_assignment_out(each) for each in plan.assignments],
        "changes": [{"id": each.id, **_what_out(each.what)} for each in plan.changes],
        "history": [_revision_out(each) for each in plan.history],
    }
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    return (text + "\n").encode()


def parse(data: bytes) -> Plan:
    """A plan from a plan file's bytes. Raises PlanError, which names the place."""
    top = Fields(parse_json(data), "")
    if top.text("format") != FORMAT:
        raise PlanError(f'format: expected "{FORMAT}"')
    version = top.integer("version", 1, 1_000_000)
    if version > VERSION:
        raise PlanError(
            f"version: {version} is newer than this program reads ({VERSION}): update Heart Planner"
        )
    plan = Plan(
        id=_plan_id(top),
        assignments=_assignments(top.list("assignments", MOST_ASSIGNMENTS)),
        changes=_changes(top.list("changes", MOST_CHANGES)),
        history=tuple(_revision(each) for each in list_of(top.list("history", MOST_REVISIONS))),
    )
    top.end()
    if not plan.history or plan.history[0].first > plan.start:
        raise PlanError("history: expected to begin at the start date")
    changed_days(plan)
    return plan


def _plan_id(top: Fields) -> str:
    text = top.text("id")
    if not (0 < len(text) <= 64 and text.isascii() and text.replace("-", "").isalnum()):
        raise PlanError("id: expected 1 to 64 letters, digits and hyphens")
    return text


def _assignments(values: tuple[list[Any], str]) -> tuple[Assignment, ...]:
    found: list[Assignment] = []
    for fields in list_of(values):
        assignment = Assignment(
            start=fields.date("from"),
            rotation=fields.parsed("rotation", Rotation.parse),
            cycle_week=fields.integer("cycle_week", 1, 6),
            band=fields.choice("band", Band),
            admin_start=fields.time("admin_start"),
            admin_minutes=fields.integer("admin_minutes", 1, 24 * 60),
            confirmed=fields.flag("confirmed"),
        )
        fields.end()
        fields.must(check_assignment, assignment)
        if found and assignment.start <= found[-1].start:
            raise PlanError(f"{fields.at('from')}: not after the assignment before it")
        found.append(assignment)
    if not found:
        raise PlanError("assignments: expected at least one")
    return tuple(found)


def _assignment_out(assignment: Assignment) -> dict[str, Any]:
    return {
        "from": assignment.start.isoformat(),
        "rotation": assignment.rotation.text,
        "cycle_week": assignment.cycle_week,
        "band": str(assignment.band),
        "admin_start": _clock(assignment.admin_start),
        "admin_minutes": assignment.admin_minutes,
        "confirmed": assignment.confirmed,
    }


def _changes(values: tuple[list[Any], str]) -> tuple[Change, ...]:
    found: list[Change] = []
    known: set[int] = set()
    for fields in list_of(values):
        change = Change(fields.integer("id", 1, 1_000_000), _what(fields))
        fields.end()
        fields.must(check_change, change.what)
        if change.id in known:
            raise PlanError(f"{fields.at('id')}: {change.id} is used twice")
        known.add(change.id)
        found.append(change)
    return tuple(found)


def _what(fields: Fields) -> What:
    match kind := fields.text("kind"):
        case "leave" | "sick" | "called-off":
            return Absence(AbsenceKind(kind), fields.date("first"), fields.date("last"))
        case "extra":
            band = fields.choice("band", Band) if fields.has("band") else None
            day = fields.date("date")
            return Extra(day, band, BAND_HOURS[band] if band else _hours(fields))
        case "swap":
            return Swap(
                give=fields.date("give") if fields.has("give") else None,
                take=fields.date("take") if fields.has("take") else None,
                band=fields.choice("band", Band) if fields.has("band") else None,
                colleague=fields.text("with") if fields.has("with") else "",
            )
        case "admin":
            start = fields.time("start") if fields.has("start") else None
            return MovedAdmin(fields.date("date"), fields.date("to"), start)
        case "hours":
            return OtherHours(fields.date("date"), _hours(fields))
        case "training":
            return Training(fields.date("date"), _hours(fields))
        case "note":
            return Note(fields.date("date"), fields.text("text"))
        case _:
            raise PlanError(f"{fields.at('kind')}: unknown kind of change")


def _hours(fields: Fields) -> Hours:
    return Hours(fields.time("start"), fields.time("end"))


def _what_out(what: What) -> dict[str, Any]:
    match what:
        case Absence(kind, first, last):
            return {"kind": str(kind), "first": first.isoformat(), "last": last.isoformat()}
        case Extra(day, band, hours):
            times = {"band": str(band)} if band else _hours_out(hours)
            return {"kind": "extra", "date": day.isoformat(), **times}
        case Swap(give, take, band, colleague):
            value = {
                "give": give and give.isoformat(),
                "take": take and take.isoformat(),
                "band": band and str(band),
                "with": colleague,
            }
            return {"kind": "swap", **{key: text for key, text in value.items() if text}}
        case MovedAdmin(day, to, start):
            at = {"start": _clock(start)} if start else {}
            return {"kind": "admin", "date": day.isoformat(), "to": to.isoformat(), **at}
        case OtherHours(day, hours):
            return {"kind": "hours", "date": day.isoformat(), **_hours_out(hours)}
        case Training(day, hours):
            return {"kind": "training", "date": day.isoformat(), **_hours_out(hours)}
        case Note(day, text):
            return {"kind": "note", "date": day.isoformat(), "text": text}


def _hours_out(hours: Hours) -> dict[str, str]:
    return {"start": _clock(hours.start), "end": _clock(hours.end)}


def _clock(clock: time) -> str:
    return clock.strftime("%H:%M")


def _revision(fields: Fields) -> Revision:
    last = fields.date("last") if fields.has("last") else None
    revision = Revision(fields.moment("at"), fields.date("first"), last)
    fields.end()
    return revision


def _revision_out(revision: Revision) -> dict[str, str]:
    last = {"last": revision.last.isoformat()} if revision.last else {}
    at = revision.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"at": at, "first": revision.first.isoformat(), **last}
