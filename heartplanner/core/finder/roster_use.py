"""What a roster says of the rotation, before it is used, and working by what was found."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.finder.counting.counts import RotationCounts
from heartplanner.core.finder.counting.marks import allowed_letters, cycle_day
from heartplanner.core.finder.ranking.ranking import ranked_rotations
from heartplanner.core.finder.repair.differences import (
    ABSENCES,
    DayAnswer,
    Difference,
    differences,
)
from heartplanner.core.finder.repair.repair import Repair, repair
from heartplanner.core.finder.repair.repair_use import Answers, BesideMarks, use_repaired
from heartplanner.core.finder.search import (
    counts_of,
    first_of_days,
    roster_search,
    with_roster_hours,
)
from heartplanner.core.plan.hours import BAND_HOURS, Hours
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    FREE,
    LETTER_BANDS,
    SHIFTS,
    Plan,
    Rotation,
    Search,
)
from heartplanner.core.roster.roster import DayChange, Reading, Roster, SwapSide
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.cycle import assignment_at

MOST_OPEN = CYCLE_DAYS // 3
"""Days of a rotation that may be open where it is offered to be worked, in spite of days that differ."""

ANSWER_TO: dict[DayChange, DayAnswer] = {
    **{kind: answer for answer, kind in ABSENCES.items()},
    SwapSide.GIVEN: DayAnswer.SWAP,
    SwapSide.TAKEN: DayAnswer.SWAP,
    Kind.EXTRA: DayAnswer.EXTRA,
}
"""What each change that a person names is to a rotation."""
ADDED = (SwapSide.TAKEN, Kind.EXTRA)


class ToldChange(NamedTuple):
    """A day that says nothing of the rotation, since a person said what it is.

    `fits`: whether it can become that change; only what the rotation has on a day can be taken off it, and
    only a free day has room for another shift.
    """

    difference: Difference
    answer: DayAnswer
    fits: bool


class RosterOutcome(NamedTuple):
    """What a roster would leave of the rotations.

    `search`: the plan's with the roster's marks; `left`: the counts of those that fit all marks, or, where
    none does, of those that differ from the fewest, which `repair` tells; `rotation`: the likeliest of
    them, None where none keeps the rules; `differences`: the days on which it is other than marked; `told`:
    the days of which a person said what change they are, none where there is no rotation.
    """

    search: Search
    left: RotationCounts
    repair: Repair | None
    rotation: Rotation | None
    differences: tuple[Difference, ...]
    told: tuple[ToldChange, ...] = ()

    @property
    def offers_rotation(self) -> bool:
        """Whether days differ or are changes, and yet enough is known that the rotation may be worked."""
        changed = self.repair is not None or (self.rotation is not None and bool(self.told))
        return changed and CYCLE_DAYS - len(self.left.certain) <= MOST_OPEN

    def said(self, answers: Answers) -> list[tuple[Difference, DayAnswer]]:
        """What becomes of each day that differs, and of each that is a change."""
        differing = [
            (difference, answers[difference.date])
            for difference in self.differences
            if difference.date in answers
        ]
        return [*differing, *((told.difference, told.answer) for told in self.told if told.fits)]

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
        # Ranking is lazy: the first costs no more than one search, however many there are.
        likeliest = next(ranked_rotations(allowed, search.options))
        told = _told_changes(roster, search, likeliest)
        return RosterOutcome(search, left, None, likeliest, (), told)
    repaired = repair(search)
    if repaired is None:
        return RosterOutcome(search, left, None, None, ())
    rotation = repaired.first.rotation
    differing = differences(search, rotation, stated_hours(roster))
    told = _told_changes(roster, search, rotation)
    return RosterOutcome(search, repaired.left, repaired, rotation, differing, told)


def _told_changes(roster: Roster, search: Search, rotation: Rotation) -> tuple[ToldChange, ...]:
    """The readings that are changes, beside a rotation."""
    hours = stated_hours(roster)
    return tuple(
        _told_change(reading, reading.change, hours.get(reading.date), letter)
        for reading in roster.readings
        if reading.change in ANSWER_TO and reading.date >= search.start
        for letter in rotation.letters[cycle_day(search.start, reading.date) - 1]
    )


def _told_change(
    reading: Reading, change: DayChange | None, hours: Hours | None, letter: str
) -> ToldChange:
    """What a reading changes on a day on which the rotation has this letter."""
    assert change is not None, "only changes are told"
    bands = (band for band in LETTER_BANDS if BAND_HOURS[LETTER_BANDS[band]] == hours)
    marked = next(bands, "S") if change in ADDED else FREE
    # A shift is added to a free day alone. Taken off is what is there; a swap gives away shifts, and no
    # admin.
    if change in ADDED:
        fits = letter == FREE
    else:
        fits = letter in SHIFTS or (letter != FREE and change is not SwapSide.GIVEN)
    answer = ANSWER_TO[change]
    difference = Difference(reading.date, letter, marked, hours, None, (answer,), reading.colleague)
    return ToldChange(difference, answer, fits)


def use_roster(
    plan: Plan,
    roster: Roster,
    outcome: RosterOutcome,
    answers: Answers,
    at: datetime,
    first: date | None = None,
) -> Plan:
    """The plan worked by the rotation of an outcome, with what was said of each day that differs.

    `first`: the date from which on it is worked; None: from the search's start on. Raises PlanError.
    """
    assert outcome.rotation is not None, "only a rotation that was found is offered"
    with_band = with_roster_hours(plan, roster, at, first)
    told = tuple((change.difference, change.answer) for change in outcome.told if change.fits)
    beside = BesideMarks(stated_hours(roster), told, first)
    search, rotation = outcome.search, outcome.rotation
    return use_repaired(with_band, search, rotation, answers, at, beside)


def first_of_roster(roster: Roster, search: Search) -> date | None:
    """The Monday of a roster's first day, where that is later than the search's start: else None."""
    return first_of_days([reading.date for reading in roster.readings], search)


def keeps_before(plan: Plan, first: date | None) -> bool:
    """Whether the days before a date are the person's own, so that a rotation should leave them alone."""
    current = assignment_at(plan, first) if first else None
    return current is not None and current.confirmed


def stated_hours(roster: Roster) -> dict[date, Hours]:
    """The hours that a roster states for its days."""
    return {
        reading.date: Hours(reading.start.time(), reading.end.time())
        for reading in roster.readings
        if reading.start is not None and reading.end is not None
    }
