"""From which date on a rotation that was found is used: where that may be later than the search's start."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from heartplanner.core.finder.own_rotation import continued_days
from heartplanner.core.plan.model import Plan, Rotation, Search, monday
from heartplanner.core.roster.roster import Roster
from heartplanner.core.schedule.cycle import assignment_at


def first_of_days(days: Iterable[date], search: Search) -> date | None:
    """The Monday of the first of some days, where that is later than the search's start: else None."""
    first = min(map(monday, days), default=search.start)
    return first if first > search.start else None


def first_of_roster(roster: Roster, search: Search) -> date | None:
    """The Monday of a roster's first day, where that is later than the search's start: else None."""
    return first_of_days([reading.date for reading in roster.readings], search)


def roster_start(roster: Roster, search: Search) -> date:
    """The Monday of a roster's first day, or the search's start where that is later."""
    return first_of_roster(roster, search) or search.start


def usual_start(
    plan: Plan, first: date | None, search: Search, rotation: Rotation | None
) -> date | None:
    """From when on a rotation is used unless a person says otherwise; None: from the search's start on.

    `first`: as of `first_of_days`; `rotation`: what the search found.
    """
    keeps = keeps_before(plan, first, search, rotation)
    return first if keeps else rotation_start(plan, first, search)


def rotation_start(plan: Plan, first: date | None, search: Search) -> date | None:
    """From when on the rotation of a date is worked, where that is later than the search's start."""
    current = assignment_at(plan, first) if first else None
    return current.start if current and current.start > search.start else None


def keeps_before(plan: Plan, first: date | None, search: Search, rotation: Rotation | None) -> bool:
    """Whether the days before a date are the person's own, so that a rotation should leave them alone.

    They are not where they are of the same rotation, of which some days were not confirmed: what is known
    of these by now holds for the days before too. `rotation`: what the search found.
    """
    current = assignment_at(plan, first) if first else None
    if first is None or current is None or not current.confirmed:
        return False
    if rotation is None or not current.guesses:
        return True
    return continued_days(plan, search, rotation, first) is None
