"""The finder's marks that say otherwise than a day of the calendar that is not confirmed yet."""

from __future__ import annotations

from datetime import date

from heartplanner.core.edits.edits import assignment_span
from heartplanner.core.plan.model import MARK_MEANINGS, Mark, Plan
from heartplanner.core.schedule.cycle import position
from heartplanner.core.words.english import weekday_date


def contradicting_marks(plan: Plan, today: date) -> tuple[Mark, ...]:
    """The finder's marks that say otherwise than a day of the rotation that is not confirmed yet.

    Of a rotation that is over none counts: nobody is asked whether it is right.
    """
    marks = plan.search.marks if plan.search else ()
    return tuple(mark for mark in marks if _contradicts(plan, mark, today))


def _contradicts(plan: Plan, mark: Mark, today: date) -> bool:
    at = position(plan, mark.date)
    if at is None or (assignment_span(plan, at.assignment)[1] or today) < today:
        return False
    # Most plans have no marks: what shows them is not to wait for the finder.
    from heartplanner.core.finder.repair.distances import agrees

    unsure = not at.assignment.confirmed or at.day in at.assignment.guesses
    return unsure and not agrees(at.letter, MARK_MEANINGS[mark.letter])


def contradiction_words(marks: tuple[Mark, ...]) -> str:
    """You marked Wed, Dec 2 as admin in Find my rotation; and how many more days; "" without a mark."""
    if not marks:
        return ""
    from heartplanner.core.finder.conflict import IS

    first, *more = sorted(marks)
    differ = "differs" if len(more) == 1 else "differ"
    others = f"; {len(more)} more {differ}" if more else ""
    return f"You marked {weekday_date(first.date)} as {IS[first.letter][0]} in Find my rotation{others}."
