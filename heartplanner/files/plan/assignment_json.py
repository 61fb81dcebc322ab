"""An assignment as an object of the plan file's JSON and back."""

from __future__ import annotations

from typing import Any

from heartplanner.core.edits.checks import LONGEST_ADMIN, check_assignment
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import WEEK_STARTS, Assignment, PlanError, Rotation
from heartplanner.files.json_fields import Fields, list_of
from heartplanner.files.plan.change_json import clock_out, hours_in, hours_out
from heartplanner.files.plan.search_json import guesses_in


def assignments_in(values: tuple[list[Any], str], version: int) -> tuple[Assignment, ...]:
    """The assignments of a list, in the order of their dates. Raises PlanError, which names the place."""
    place = values[1]
    assignments: list[Assignment] = []
    for fields in list_of(values):
        assignment = Assignment(
            start=fields.date("from"),
            rotation=fields.parsed("rotation", Rotation.parse),
            cycle_week=fields.integer("cycle_week", 1, 6),
            band=fields.choice("band", Band),
            admin_start=fields.time("admin_start"),
            admin_minutes=fields.integer("admin_minutes", 1, LONGEST_ADMIN),
            confirmed=fields.flag("confirmed"),
            guesses=guesses_in(fields) if version > 2 else (),
            work_week=fields.position("work_week", WEEK_STARTS) if version > 3 else 0,
            shift_hours=_shift_hours(fields) if version > 3 else None,
        )
        fields.end()
        fields.must(check_assignment, assignment)
        if assignments and assignment.start <= assignments[-1].start:
            raise PlanError(f"{fields.at('from')}: not after the assignment before it")
        assignments.append(assignment)
    if not assignments:
        raise PlanError(f"{place}: expected at least one")
    return tuple(assignments)


def _shift_hours(fields: Fields) -> Hours | None:
    if not fields.has("shift_hours"):
        return None
    hours = fields.within("shift_hours")
    shift_hours = hours_in(hours)
    hours.end()
    return shift_hours


def assignment_out(assignment: Assignment) -> dict[str, Any]:
    """The object that `assignments_in` reads back."""
    own = assignment.shift_hours
    return {
        "from": assignment.start.isoformat(),
        "rotation": assignment.rotation.text,
        "cycle_week": assignment.cycle_week,
        "band": str(assignment.band),
        "admin_start": clock_out(assignment.admin_start),
        "admin_minutes": assignment.admin_minutes,
        "confirmed": assignment.confirmed,
        "guesses": list(assignment.guesses),
        "work_week": WEEK_STARTS[assignment.work_week],
        **({"shift_hours": hours_out(own)} if own else {}),
    }
