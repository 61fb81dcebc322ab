"""What a rotation card says, and what is to be known of one's own, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.cycle import assigned_band, assigned_hours, assignment_at
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock_span, counted, full_date


def card_line(assignment: Assignment, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Day shifts 9 am-9 pm, from July 28, 2025."""
    band = assigned_band(assignment)
    kind = f"{band} shifts" if band else "shifts"
    unsure = len(assignment.guesses)
    doubt = f", {counted(unsure, 'day')} not confirmed yet" if unsure else ""
    hours = clock_span(*assigned_hours(assignment), display)
    return f"{kind} {hours}, from {full_date(assignment.start)}{doubt}"


def card_notes(plan: Plan, day: date) -> Iterator[str]:
    """What the card of a day does not say, or leaves open, in sentences."""
    assignment = assignment_at(plan, day)
    if assignment is None:
        return
    if assignment.guesses:
        yield (
            f"{counted(len(assignment.guesses), 'day')} of your rotation are not confirmed yet; the card"
            " says which."
        )
    for later in plan.assignments:
        if later.start > day:
            yield (
                f"From {full_date(later.start)} on your rotation is another one: it has a card of its own,"
                " which is added to this one."
            )
            return
