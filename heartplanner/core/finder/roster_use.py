"""What a roster says of the rotation, before it is used, and working by what was found."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.finder.counting.counts import RotationCounts
from heartplanner.core.finder.counting.marks import allowed_letters
from heartplanner.core.finder.ranking.ranking import ranked_rotations
from heartplanner.core.finder.repair.differences import Difference, differences
from heartplanner.core.finder.repair.repair import Repair, repair
from heartplanner.core.finder.repair.repair_use import Answers, use_repaired
from heartplanner.core.finder.search import counts_of, roster_search, with_roster_hours
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import CYCLE_DAYS, Plan, Rotation, Search
from heartplanner.core.roster.roster import Roster

MOST_OPEN = CYCLE_DAYS // 3
"""Days of a rotation that may be open where it is offered to be worked, in spite of days that differ."""


class RosterOutcome(NamedTuple):
    """What a roster would leave of the rotations.

    `search`: the plan's with the roster's marks; `left`: the counts of those that fit all marks, or, where
    none does, of those that differ from the fewest, which `repair` tells; `rotation`: the likeliest of
    them, None where none keeps the rules; `differences`: the days on which it is other than marked.
    """

    search: Search
    left: RotationCounts
    repair: Repair | None
    rotation: Rotation | None
    differences: tuple[Difference, ...]

    @property
    def offers_rotation(self) -> bool:
        """Whether days differ, and yet enough of the rotation is known that it may be worked."""
        return self.repair is not None and CYCLE_DAYS - len(self.left.certain) <= MOST_OPEN

    @property
    def differing(self) -> dict[date, Difference]:
        """The days that differ, by their dates."""
        return {difference.date: difference for difference in self.differences}


def roster_outcome(plan: Plan, roster: Roster, *, replaces: bool) -> RosterOutcome:
    """What a roster says of the rotation, added to what is marked in the plan, or in place of it."""
    search = roster_search(plan, roster, replaces=replaces)
    left = counts_of(search)
    if left.total:
        allowed = allowed_letters(search.marks, search.start)
        return RosterOutcome(
            search, left, None, next(ranked_rotations(allowed, search.options)), ()
        )
    repaired = repair(search)
    if repaired is None:
        return RosterOutcome(search, left, None, None, ())
    rotation = repaired.first.rotation
    differing = differences(search, rotation, stated_hours(roster))
    return RosterOutcome(search, repaired.left, repaired, rotation, differing)


def use_roster(
    plan: Plan, roster: Roster, outcome: RosterOutcome, answers: Answers, at: datetime
) -> Plan:
    """The plan worked by the rotation of an outcome, with what was said of each day that differs.

    Raises PlanError.
    """
    assert outcome.rotation is not None, "only a rotation that was found is offered"
    with_band = with_roster_hours(plan, roster, at)
    hours = stated_hours(roster)
    return use_repaired(with_band, outcome.search, outcome.rotation, answers, at, hours)


def stated_hours(roster: Roster) -> dict[date, Hours]:
    """The hours that a roster states for its days."""
    return {
        reading.date: Hours(reading.start.time(), reading.end.time())
        for reading in roster.readings
        if reading.start is not None and reading.end is not None
    }
