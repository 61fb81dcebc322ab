"""The hours that are taken over from a roster, in words."""

from __future__ import annotations

from datetime import date

from heartplanner.core.edits.edits import continued
from heartplanner.core.finder.search import roster_assignment
from heartplanner.core.plan.model import Plan
from heartplanner.core.roster.roster import Roster
from heartplanner.core.schedule.cycle import admin_hours, assigned_hours
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock_span, listed


def roster_hours(
    plan: Plan, roster: Roster, first: date | None, display: DisplayFormat = DEFAULT_FORMAT
) -> str:
    """Shifts 7 pm-7 am and admin 10 am-2 pm: those that are others than assigned; "" where none are.

    `first`: from which date on the roster's rotation is used, None: from the search's start on.
    """
    after = roster_assignment(plan, roster, first)
    before = continued(plan, after.start)
    hours = assigned_hours(after)
    parts = [f"shifts {clock_span(*hours, display)}"] if hours != assigned_hours(before) else []
    admin, admin_before = (
        admin_hours(assignment.admin_start, assignment.admin_minutes)
        for assignment in (after, before)
    )
    parts += [f"admin {clock_span(*admin, display)}"] if admin != admin_before else []
    return listed(parts)


def roster_hours_words(
    plan: Plan, roster: Roster, first: date | None, display: DisplayFormat = DEFAULT_FORMAT
) -> str:
    """A sentence that says which hours are taken over, before it is done; "" where none are."""
    hours = roster_hours(plan, roster, first, display)
    return f"Its hours become yours too: {hours}." if hours else ""
