"""What the picture of a rotation says beside its letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from heartplanner.core.cells.cells import Tone, usual_tone
from heartplanner.core.cells.finder_board import board_date
from heartplanner.core.cells.rotation_board import in_force
from heartplanner.core.finder.counts import RotationCounts
from heartplanner.core.plan.model import CYCLE_DAYS, Plan, Search
from heartplanner.core.words.english import brief_day


class DatedWeeks(NamedTuple):
    """The titles of six weeks, the days of the cycle that are certain, and the tone of a shift."""

    titles: Sequence[str]
    sure: frozenset[int]
    shift: Tone


def dated_weeks(plan: Plan, search: Search, cycle: int, left: RotationCounts) -> DatedWeeks:
    """The weeks of a cycle, from 0, as the rotations that are left have them."""
    days = range(1, CYCLE_DAYS + 1)
    return DatedWeeks(
        [brief_day(board_date(search, cycle, day)) for day in days[::7]],
        frozenset(left.certain),
        usual_tone(in_force(plan, search.start)),
    )
