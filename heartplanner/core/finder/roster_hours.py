"""The hours of a roster: assigned at once to a first rotation, else kept until its rotation is used."""

from __future__ import annotations

from datetime import date, datetime

from heartplanner.core.edits.edits import assign, continued, with_assigned_hours
from heartplanner.core.finder.use_start import roster_start
from heartplanner.core.plan.hours import RosterHours
from heartplanner.core.plan.model import Assignment, Plan, Search
from heartplanner.core.roster.roster import Roster, only_admin_hours, only_hours
from heartplanner.core.schedule.cycle import assignment_at, length_of


def has_own_rotation(plan: Plan) -> bool:
    """Whether some rotation of the plan is the person's own: then a roster by itself changes no hours."""
    return any(assignment.confirmed for assignment in plan.assignments)


def with_hours(assignment: Assignment, hours: RosterHours) -> Assignment:
    """The assignment with these hours in place of its own, as far as they are known."""
    after = with_assigned_hours(assignment, hours.shift) if hours.shift else assignment
    if hours.admin:
        minutes = length_of(hours.admin)
        after = after._replace(admin_start=hours.admin.start, admin_minutes=minutes)
    return after


def roster_assignment(plan: Plan, roster: Roster, first: date) -> Assignment:
    """What is assigned on `first`, as a new assignment from there on with the hours of a roster."""
    return with_hours(continued(plan, first), _hours_of(roster, first))


def with_roster_hours(plan: Plan, roster: Roster, first: date, at: datetime) -> Plan:
    """The plan with the hours that all shifts of a roster have, and those that all its admin days have.

    Hours that are not the same for all stay as they are. Where some rotation is the person's own nothing
    changes: the search keeps the hours until its rotation is used.
    """
    after = roster_assignment(plan, roster, first)
    stays = has_own_rotation(plan) or after == continued(plan, first)
    return plan if stays else assign(plan, after, at)


def kept_hours(plan: Plan, roster: Roster, before: Search) -> RosterHours | None:
    """The hours that a search keeps once a roster's days are marked in it; None: no others than assigned.

    They begin with the Monday of the roster's first day: what was worked before has the hours it had.
    """
    hours = _hours_of(roster, roster_start(roster, before))
    if not has_own_rotation(plan) or not (hours.shift or hours.admin):
        return before.hours
    current = continued(plan, hours.start)
    return None if with_hours(current, hours) == current else hours


def with_kept_hours(plan: Plan, used: Assignment, hours: RosterHours, at: datetime) -> Plan:
    """The plan in which the rotation that is `used` has these hours once they begin.

    A rotation that is entered for later stays as it is.
    """
    since = max(used.start, hours.start)
    if assignment_at(plan, since) != used:
        return plan
    after = with_hours(continued(plan, since), hours)
    return plan if after == continued(plan, since) else assign(plan, after, at)


def _hours_of(roster: Roster, start: date) -> RosterHours:
    return RosterHours(start, only_hours(roster), only_admin_hours(roster))
