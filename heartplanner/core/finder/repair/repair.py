"""Marks that no rotation fits, read as a rotation with a few days changed: which it is, and which days.

A roster holds leave, swaps, overtime and slips besides the rotation. So where its days cannot all be of
one rotation, those rotations are taken that differ from it on the fewest dates (see `nearest`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from heartplanner.core.finder.counting.counts import RotationCounts, count_rotations
from heartplanner.core.finder.counting.marks import allowed_letters
from heartplanner.core.finder.counting.week_chains import turned
from heartplanner.core.finder.counting.week_patterns import ALLOWED_SUMS, TWICE_ADMIN, moved_admin
from heartplanner.core.finder.ranking.ranking import ranked
from heartplanner.core.finder.ranking.subproblems import Subproblem, WeekChoices
from heartplanner.core.finder.repair.distances import (
    DayDistances,
    dated_letters,
    day_distances,
    differing_dates,
    nearest_bands,
)
from heartplanner.core.finder.repair.nearest import (
    NearestRotations,
    nearest_rotations,
    pattern_distances,
)
from heartplanner.core.plan.model import CYCLE_DAYS, CYCLE_WEEKS, Options, Rotation, Search

SHOWN = 12
"""How many of the rotations that differ on as few dates are named."""
ONE_DATE = CYCLE_WEEKS * TWICE_ADMIN + 1
"""What a date that differs adds to the sum of a rotation in ranking: more than any moved admin."""


class RepairedRotation(NamedTuple):
    """A rotation, and the dates, in their order, on which it is other than marked."""

    rotation: Rotation
    differs: tuple[date, ...]


class Repair(NamedTuple):
    """The rotations that differ from the marks on the fewest dates.

    `marked`: how many dates are marked; `differing`: on how many of them each rotation differs; `left`: the
    counts of these rotations; `alike`: how many of them differ on the same dates as the first; `shown`:
    the first of them, the best ranked first, at least one; `ask_next`: the day of the cycle, 1 to 42, whose
    answer is expected to leave the fewest. It is None where the marks say of every day on which these
    rotations are not alike what it is.
    """

    marked: int
    differing: int
    left: RotationCounts
    alike: int
    shown: tuple[RepairedRotation, ...]
    ask_next: int | None

    @property
    def first(self) -> RepairedRotation:
        return self.shown[0]


def repair(search: Search, shown: int = SHOWN, one_in: int = 1) -> Repair | None:
    """How the marks of a search come from a rotation with the fewest days changed.

    None where some rotation fits all marks, where no rotation keeps the rules, and where more than one of
    `one_in` marked dates differs. `shown`: how many rotations are ranked at most, one or more.
    """
    marks, start, options = search.marks, search.start, search.options
    distances = day_distances(marks, start)
    nearest = nearest_rotations(distances, options)
    marked = len(dated_letters(marks))
    if nearest is None or not 0 < nearest.distance * one_in <= marked:
        return None
    rotations = ranked(_subproblems(nearest, distances, options), nearest_bands(marks, start))
    first = [
        RepairedRotation(rotation, differing_dates(rotation, marks, start))
        for rotation in islice(rotations, shown)
    ]
    # A rotation that fits all the other marks differs on these dates alone; and as none differs on fewer,
    # on all of them.
    agreed = [mark for mark in marks if mark.date not in first[0].differs]
    return Repair(
        marked=marked,
        differing=nearest.distance,
        left=nearest.left,
        alike=count_rotations(allowed_letters(agreed, start), options).total,
        shown=tuple(first),
        ask_next=_ask_next(nearest.left, distances),
    )


def _subproblems(
    nearest: NearestRotations, distances: DayDistances, options: Options
) -> Iterator[Subproblem]:
    """The nearest rotations for ranking: the distance is a part of each rotation's sum."""
    moved = moved_admin(options)
    # Ranking knows sums of moved admin alone. The distance is put above them, as a second digit, so that
    # just the nearest rotations have a sum that is allowed.
    sums = [total + ONE_DATE * nearest.distance for total in ALLOWED_SUMS]
    for chain, weeks in nearest.chains:
        by_week = turned(distances, chain.first_weekday)
        choices = tuple(
            WeekChoices(
                [
                    (pattern, moved[pattern.admin_count] + ONE_DATE * distance)
                    for pattern, distance in pattern_distances(by_week, slot, patterns)
                ],
                slot.rest,
                has_break=chain.has_break,
            )
            for slot, patterns in zip(chain.slots, weeks, strict=True)
        )
        yield Subproblem(chain, choices, sums)


def _ask_next(left: RotationCounts, distances: DayDistances) -> int | None:
    """As for RotationCounts, but of days alone of which the marks leave open what they are."""
    open_days = [
        day
        for day in range(1, CYCLE_DAYS + 1)
        if not left.letter(day) and sum(not cost for cost in distances[day - 1].values()) > 1
    ]
    # A marked day is not asked about: its answer is known, and is what may differ from the rotation.
    return min(open_days, key=lambda day: sum(n * n for n in left.days[day - 1]), default=None)
