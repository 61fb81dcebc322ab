"""What the finder has of a rotation, and the calendar does not have.

What searches is imported for a plan that has a search: the first picture of another is not to wait for it.
"""

from __future__ import annotations

from datetime import date

from heartplanner.core.finder.counting.marks import allowed_letters
from heartplanner.core.plan.change import dates_of
from heartplanner.core.plan.model import MARK_MEANINGS, Mark, Plan, Rotation, Search
from heartplanner.core.schedule.cycle import plain_letters, position

FOUND = "Your rotation is found, but not in your calendar yet."
NONE_FITS = "No rotation fits all the days that you marked, so they are not in your calendar yet."


def found_rotation(plan: Plan) -> Rotation | None:
    """The one rotation that the marks leave, where the calendar has not got it; else None."""
    search = plan.search
    if search is None:
        return None
    from heartplanner.core.finder.own_rotation import own_rotation
    from heartplanner.core.finder.ranking.ranking import ranked_rotations
    from heartplanner.core.finder.search import counts_of

    if not counts_of(search).known:
        return None
    rotation = next(ranked_rotations(allowed_letters(search.marks, search.start), search.options))
    worked = (own_rotation(plan, search, assignment.start) for assignment in plan.assignments)
    # The finder counts rotations by their shifts, whatever the hours of each.
    used = any(own and plain_letters(own) == plain_letters(rotation) for own in worked)
    # The rotation may be worked already, and the roster's hours not yet.
    return None if used and search.hours is None else rotation


def waiting_words(plan: Plan, today: date) -> str:
    """That days to come are marked which the calendar has otherwise; "" where there are none.

    A roster of a rotation to come stands in the finder alone until its rotation is used.
    """
    search = plan.search
    if search is None or not (search.hours or _has_otherwise(plan, search, today)):
        return ""
    from heartplanner.core.finder.search import counts_of

    total = counts_of(search).total
    if total == 1:
        return FOUND if found_rotation(plan) else ""
    if not total:
        return NONE_FITS
    return (
        f"{total:,} schedules fit the days that you marked. None of them is in your calendar yet."
    )


def _has_otherwise(plan: Plan, search: Search, today: date) -> bool:
    """Whether the calendar has a marked day otherwise, from today on, and no change explains it."""
    spans = [span for change in plan.changes for span in dates_of(change.what)]
    return any(
        mark.date >= today
        and _contradicts(plan, mark)
        and not any(first <= mark.date <= last for first, last in spans)
        for mark in search.marks
    )


def _contradicts(plan: Plan, mark: Mark) -> bool:
    at = position(plan, mark.date)
    if at is None or not at.assignment.confirmed:
        return False
    from heartplanner.core.finder.repair.distances import agrees

    return not agrees(at.letter, MARK_MEANINGS[mark.letter])
