"""A rotation that has changed: the finder looks for the new one, with the roster's days as marks."""

from __future__ import annotations

from datetime import date, datetime

from heartplanner.core.finder.search import with_roster, with_search
from heartplanner.core.plan.model import Plan, PlanError, Search
from heartplanner.core.roster.roster import Roster
from heartplanner.core.words.english import full_date


def with_changed_rotation(plan: Plan, roster: Roster, first: date, at: datetime) -> Plan:
    """The plan with a search for the rotation from `first` on, in place of its search before.

    The marks are the roster's days from then on, of a roster that was read for the rotation. Raises
    PlanError where it has none.
    """
    readings = tuple(reading for reading in roster.readings if reading.date >= first)
    if not readings:
        raise PlanError(f"the roster tells of no day of a rotation from {full_date(first)} on")
    later = with_search(plan, Search(first), at)
    return with_roster(later, roster._replace(readings=readings), at)
