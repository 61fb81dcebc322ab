"""A rotation that the finder has found, and the calendar does not have."""

from __future__ import annotations

from heartplanner.core.finder.counting.marks import allowed_letters, cycle_day
from heartplanner.core.finder.ranking.ranking import ranked_rotations
from heartplanner.core.finder.search import counts_of
from heartplanner.core.plan.model import Assignment, Plan, Rotation, Search

FOUND = "Your rotation is found, but not in your calendar yet."


def found_rotation(plan: Plan) -> Rotation | None:
    """The one rotation that the marks leave, where the calendar has not got it; else None."""
    search = plan.search
    if search is None or not counts_of(search).known:
        return None
    rotation = next(ranked_rotations(allowed_letters(search.marks, search.start), search.options))
    used = any(_is_worked(assignment, search, rotation) for assignment in plan.assignments)
    # The rotation may be worked already, and the roster's hours not yet.
    return None if used and search.hours is None else rotation


def _is_worked(assignment: Assignment, search: Search, rotation: Rotation) -> bool:
    """Whether an assignment is this rotation of the search, with no day that is not confirmed."""
    day = (assignment.cycle_week - 1) * 7 + assignment.start.weekday() + 1
    aligned = cycle_day(search.start, assignment.start) == day
    alike = _plain(assignment.rotation) == _plain(rotation)
    return assignment.confirmed and not assignment.guesses and aligned and alike


def _plain(rotation: Rotation) -> str:
    """The letters as the finder counts them: shifts, whatever their hours."""
    return rotation.letters.replace("D", "S").replace("E", "S")
