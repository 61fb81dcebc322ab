"""Rosters that differ from the rotation that is a person's own already: by a few days, or by many."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from heartplanner.core.finder.counting.counts import count_rotations
from heartplanner.core.finder.counting.marks import first_marked
from heartplanner.core.finder.own_rotation import own_rotation
from heartplanner.core.finder.repair.distances import agrees, dated_letters, differing_dates
from heartplanner.core.finder.repair.repair import Repair, RepairedRotation
from heartplanner.core.plan.model import MARK_MEANINGS, SHIFTS, Mark, Plan, Search
from heartplanner.core.schedule.cycle import position

OTHER_SHARE = 4
"""Marks are of another rotation than one's own where more than one in so many of their days differ."""


def near_own(plan: Plan, search: Search, day: date | None = None) -> Repair | None:
    """The person's own rotation where some marks of a search differ from it, but few: else None.

    Then these days were most likely changed, whatever other rotations fit all marks. `day`: as for
    `likely_rotations`.
    """
    marks = search.marks
    own = own_rotation(plan, search, day or first_marked(search))
    if own is None:
        return None
    differs, marked = differing_dates(own, marks, search.start), len(dated_letters(marks))
    if not 0 < OTHER_SHARE * len(differs) <= marked:
        return None
    left = count_rotations(tuple(MARK_MEANINGS[letter] for letter in own.letters), search.options)
    only = (RepairedRotation(own, differs),)
    return Repair(marked, len(differs), left, 1, only, None) if left.total else None


def is_of_another(plan: Plan, marks: Collection[Mark]) -> bool:
    """Whether too many marks are other than the person's own rotation is known to have on their dates.

    Whether a shift is a day or an evening does not count: the same rotation may get other hours.
    """
    return OTHER_SHARE * sum(_is_contradicted(plan, mark) for mark in marks) > len(marks)


def _is_contradicted(plan: Plan, mark: Mark) -> bool:
    at = position(plan, mark.date)
    if at is None or not at.assignment.confirmed or at.day in at.assignment.guesses:
        return False
    letter = "S" if at.letter in SHIFTS else at.letter
    return not agrees(letter, MARK_MEANINGS[mark.letter])
