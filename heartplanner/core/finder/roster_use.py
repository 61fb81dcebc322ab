"""What a roster says of the rotation, before it is used, and working by what was found."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.edits.edits import add_change
from heartplanner.core.finder.contradiction_text import contradiction_note
from heartplanner.core.finder.counting.counts import RotationCounts
from heartplanner.core.finder.counting.marks import cycle_day
from heartplanner.core.finder.near_rotation import is_of_another, near_own
from heartplanner.core.finder.own_rotation import likely_rotations, own_rotation
from heartplanner.core.finder.repair.differences import (
    DayAnswer,
    Difference,
    differences,
    of_days,
)
from heartplanner.core.finder.repair.repair import Repair, repair
from heartplanner.core.finder.repair.repair_use import Answers, BesideMarks, use_repaired
from heartplanner.core.finder.roster_hours import has_own_rotation, with_roster_hours
from heartplanner.core.finder.search import counts_of, roster_search, search_of
from heartplanner.core.finder.told_change import ToldChange, stated_hours, told_changes, with_told
from heartplanner.core.finder.use_start import rotation_start
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import (
    ADMIN,
    CYCLE_DAYS,
    LETTER_BANDS,
    SHIFTS,
    Mark,
    Plan,
    Rotation,
    Search,
)
from heartplanner.core.roster.roster import Roster, only_hours, without_band
from heartplanner.core.schedule.cycle import assignment_at, length_of, letter_hours

MOST_OPEN = CYCLE_DAYS // 3
"""Days of a rotation that may be open where it is offered to be worked, in spite of days that differ."""

OTHER_ROTATION = 7
"""Where so many days differ, or more, a roster is not of the rotation that was marked before."""


class RosterOutcome(NamedTuple):
    """What a roster would leave of the rotations.

    `search`: the plan's with the roster's marks; `left`: the counts of those that fit all marks, or, where
    `repair` is given, of those that differ from the fewest or of the person's own, which differs from few;
    `rotation`: the likeliest of them, None where none keeps the rules; `differences`: the days on which it
    is other than marked; `told`: the days of which a person said what change they are, none where there is
    no rotation; `own`: whether the rotation is the person's own already, of which all days are known;
    `replaces_own`: whether they have another one on the roster's days, of which all days are known too.
    """

    search: Search
    left: RotationCounts
    repair: Repair | None
    rotation: Rotation | None
    differences: tuple[Difference, ...]
    told: tuple[ToldChange, ...] = ()
    own: bool = False
    replaces_own: bool = False

    @property
    def known(self) -> frozenset[int]:
        """The days of the cycle, 1 to 42, that are alike in all rotations that fit, or the person's own."""
        return frozenset(range(1, CYCLE_DAYS + 1) if self.own else self.left.certain)

    @property
    def offers_rotation(self) -> bool:
        """Whether there is something to use: a rotation that is known, or enough of one with changes."""
        changed = self.repair is not None or (self.rotation is not None and bool(self.told))
        # Where another rotation is worked, that must not stay in the calendar without a word.
        found = self.rotation is not None and (
            self.replaces_own or (self.left.known and not self.own)
        )
        return (found or changed) and CYCLE_DAYS - len(self.known) <= MOST_OPEN

    @property
    def asks_since(self) -> bool:
        """Whether it matters from when on it is used: not where it is one's own, with the same hours."""
        return self.offers_rotation and not (self.own and self.search.hours is None)

    @property
    def contradicting(self) -> tuple[ToldChange, ...]:
        """The days on which the rotation is other than a person's own words of them need it to be."""
        return tuple(told for told in self.told if not told.fits)

    @property
    def sure(self) -> frozenset[int]:
        """The days of the cycle, 1 to 42, that are sure: known, and not contradicted."""
        doubted = (
            cycle_day(self.search.start, told.difference.date) for told in self.contradicting
        )
        return self.known.difference(doubted)

    def said(
        self, answers: Answers, since: date | None = None
    ) -> list[tuple[Difference, DayAnswer]]:
        """What becomes of each day that differs, and of each that is a change; of those from `since` on."""
        differing = [
            (difference, answers[difference.date])
            for difference in self.differences
            if difference.date in answers
        ]
        told = [(told.difference, told.answer) for told in self.told if told.fits]
        return [said for said in (*differing, *told) if since is None or said[0].date >= since]

    @property
    def differing(self) -> dict[date, Difference]:
        """The days that differ, by their dates."""
        return {difference.date: difference for difference in self.differences}


def roster_outcome(plan: Plan, roster: Roster, *, replaces: bool) -> RosterOutcome:
    """What a roster says of the rotation, added to what is marked in the plan, or in place of it."""
    search = roster_search(plan, roster, replaces=replaces)
    left = counts_of(search)
    first = _first_day(roster, search)
    near = None if _alone(plan, roster).known else near_own(plan, search, first)
    if left.total and near is None:
        marks = with_told(roster, search).marks
        likeliest = next(likely_rotations(plan, search, marks, first))
        mine = own_rotation(plan, search, first)
        own, replaces_own = likeliest == mine, mine not in (None, likeliest)
        told = told_changes(roster, search, likeliest)
        return RosterOutcome(search, left, None, likeliest, (), told, own, replaces_own)
    repaired = near or repair(search)
    if repaired is None:
        return RosterOutcome(search, left, None, None, ())
    rotation = repaired.first.rotation
    named = {reading.date for reading in roster.readings}
    differing = of_days(differences(search, rotation, stated_hours(roster)), named)
    told = told_changes(roster, search, rotation)
    own = near is not None
    return RosterOutcome(search, repaired.left, repaired, rotation, differing, told, own)


def replaces_marks(plan: Plan, roster: Roster, added: RosterOutcome) -> bool:
    """Whether a roster is of another rotation than the marks before, by what it leaves `added` to them.

    It is where another rotation is assigned on the days of the marks, or where the person's own on the
    roster's days is another one; else where some rotation fits the roster alone, and none fits both, or
    only one from which many days differ.
    """
    marks = search_of(plan).marks
    if not marks:
        return False
    current = _rotation_at(plan, _first_day(roster, added.search))
    if any(_rotation_at(plan, mark.date) != current for mark in marks):
        return True
    if is_of_another(plan, roster.marks):
        return True
    few_differ = added.repair is not None and added.repair.differing < OTHER_ROTATION
    fits_both = added.repair is None and added.left.total > 0
    return not (fits_both or few_differ) and _alone(plan, roster).total > 0


def roster_marks(plan: Plan, roster: Roster) -> tuple[Mark, ...]:
    """A roster's marks; without its hours where one has a rotation and they are alike on all its days.

    They are then assigned from the roster's days on, and are no part of the rotation.
    """
    is_band = not has_own_rotation(plan) or only_hours(roster) is None
    return (roster if is_band else without_band(roster)).marks


def marks_beside(plan: Plan, roster: Roster) -> tuple[Mark, ...]:
    """The plan's marks, which count beside a roster's, unless that has other hours or another rotation."""
    before = search_of(plan).marks
    bands, others = (
        {mark.letter for mark in marks} & {*LETTER_BANDS} for marks in (before, roster.marks)
    )
    outcome = roster_outcome(plan, roster, replaces=False)
    return () if bands != others or replaces_marks(plan, roster, outcome) else before


def use_roster(
    plan: Plan,
    roster: Roster,
    outcome: RosterOutcome,
    answers: Answers,
    at: datetime,
    first: date | None = None,
) -> Plan:
    """The plan worked by the rotation of an outcome, with what was said of each day that differs.

    What was said and does not fit is kept as a note, and its day of the cycle is not confirmed. `first`:
    the date from which on it is worked; None: from the search's start on, or, of the person's own, since
    it began. Raises PlanError.
    """
    assert outcome.rotation is not None, "only a rotation that was found is offered"
    if outcome.own and first is None:
        first = rotation_start(plan, _first_day(roster, outcome.search), outcome.search)
    with_band = with_roster_hours(plan, roster, first or outcome.search.start, at)
    told = tuple((change.difference, change.answer) for change in outcome.told if change.fits)
    search, rotation = outcome.search, outcome.rotation
    doubted = outcome.known - outcome.sure
    beside = BesideMarks(stated_hours(roster), told, first, doubted)
    after = use_repaired(with_band, search, rotation, answers, at, beside)
    for change in outcome.contradicting:
        note = Note(change.difference.date, contradiction_note(change))
        # What is noted already is not noted twice when the same roster is used again.
        if change.difference.date >= (first or search.start) and not _is_noted(after, note):
            after = add_change(after, note, at)
    return after


def _alone(plan: Plan, roster: Roster) -> RotationCounts:
    """What a roster leaves of the rotations by itself."""
    return counts_of(roster_search(plan, roster, replaces=True))


def _first_day(roster: Roster, search: Search) -> date:
    return roster.readings[0].date if roster.readings else search.start


def _rotation_at(plan: Plan, day: date) -> Rotation | None:
    assignment = assignment_at(plan, day)
    return assignment and assignment.rotation


def _is_noted(plan: Plan, note: Note) -> bool:
    return any(change.what == note for change in plan.changes)


def planned_minutes(plan: Plan, outcome: RosterOutcome) -> dict[date, int]:
    """How long an outcome's rotation has one work on each day that differs, by the hours of the plan."""
    minutes = {}
    for day, difference in outcome.differing.items():
        assignment = assignment_at(plan, day)
        if assignment and difference.letter in SHIFTS:
            minutes[day] = length_of(letter_hours(assignment, difference.letter))
        elif assignment and difference.letter == ADMIN:
            minutes[day] = assignment.admin_minutes
    return minutes
