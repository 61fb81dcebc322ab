"""The hours that are taken over from a roster, in words."""

from __future__ import annotations

from datetime import date

from heartplanner.core.edits.edits import continued
from heartplanner.core.finder.roster_hours import has_own_rotation, roster_assignment, with_hours
from heartplanner.core.finder.search import search_of
from heartplanner.core.finder.use_start import roster_start
from heartplanner.core.plan.model import Assignment, Plan, Search
from heartplanner.core.roster.roster import Roster
from heartplanner.core.schedule.cycle import admin_hours, assigned_hours
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock_span, full_date, listed


def roster_hours(
    plan: Plan, roster: Roster, first: date | None, display: DisplayFormat = DEFAULT_FORMAT
) -> str:
    """Shifts 7 pm-7 am and admin 10 am-2 pm: those that are others than assigned; "" where none are.

    `first`: from which date on they become a first rotation's, None: from the search's start on.
    """
    after = roster_assignment(plan, roster, _since(plan, roster, first))
    return _others(continued(plan, after.start), after, display)


def kept_hours_words(plan: Plan, search: Search, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """A sentence that says which hours come with the rotation that is looked for; "" where none do."""
    if search.hours is None:
        return ""
    current = continued(plan, max(search.hours.start, search.start))
    hours = _others(current, with_hours(current, search.hours), display)
    since = full_date(current.start)
    if not hours:
        return ""
    return f"Its hours come with it, from {since} on: {hours}. The days before keep theirs."


def _others(before: Assignment, after: Assignment, display: DisplayFormat) -> str:
    """The hours that one assignment has and the one before it has not."""
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
    """A sentence that says which hours are taken over, before it is done; "" where none are.

    `first`: from which date on the roster's rotation is used, None: from the search's start on.
    """
    hours = roster_hours(plan, roster, first, display)
    if not hours:
        return ""
    if not has_own_rotation(plan):
        return f"Its hours become yours too: {hours}."
    since = full_date(max(_since(plan, roster, first), first or plan.start))
    return f"Its hours come with the rotation, once you use it, from {since} on: {hours}."


def _since(plan: Plan, roster: Roster, first: date | None) -> date:
    """From which date on the roster's hours are to hold."""
    search = search_of(plan)
    return roster_start(roster, search) if has_own_rotation(plan) else first or search.start
