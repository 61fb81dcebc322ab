"""A roster beside a rotation of one's own: where that fits, it is kept, days without a word included."""

from __future__ import annotations

from datetime import date, timedelta

from heartplanner.core.edits.edits import assign
from heartplanner.core.explain.rosters.use_text import outcome_words
from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.finder.roster_use import (
    replaces_marks,
    roster_outcome,
    use_roster,
)
from heartplanner.core.finder.search import search_of, use, with_roster
from heartplanner.core.finder.use_start import first_of_roster, rotation_start
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Rotation
from heartplanner.core.roster.roster import Roster
from tests.core.test_roster_hours import (
    DAY,
    EVENING,
    FEBRUARY,
    JUNE,
    LAST,
    NOW,
    OTHER,
    evenings,
    sheet,
    worked,
)

WEEKS = EXAMPLE_ROTATION.letters


def mail(weeks: int, first: date = JUNE + timedelta(weeks=26), skipped: int = 2) -> Roster:
    """Some weeks of one's own rotation; the first of them is its week `skipped` + 1."""
    letters = (WEEKS * 3)[7 * skipped : 7 * (skipped + weeks)]
    return sheet(first, EVENING, letters)


def test_a_roster_that_fits_leaves_the_rotation_and_the_weeks_that_it_does_not_name() -> None:
    # 26 weeks after June 1 is November 30, week 3. Five of six weeks are named; several rotations fit.
    plan = evenings()
    outcome = roster_outcome(plan, mail(5), replaces=False)
    assert outcome.left.total > 1
    assert outcome.own
    assert outcome.rotation == EXAMPLE_ROTATION
    assert len(outcome.sure) == 42
    assert outcome_words(outcome) == "Your own rotation fits these days."
    for first in (None, date(2026, 11, 30)):
        after = use_roster(plan, mail(5), outcome, {}, NOW, first)
        assert worked(after, JUNE, LAST) == worked(plan, JUNE, LAST)
        assert after.assignments == plan.assignments


def test_a_rotation_that_begins_on_another_week_is_the_same() -> None:
    plan = with_roster(evenings(), sheet(JUNE, EVENING, WEEKS), NOW)
    moved = search_of(plan)._replace(start=JUNE + timedelta(weeks=2), marks=())
    after = use(plan, moved, Rotation(WEEKS[14:] + WEEKS[:14]), NOW)
    assert worked(after, JUNE, LAST) == worked(plan, JUNE, LAST)
    assert not any(assignment.guesses for assignment in after.assignments)


def test_a_roster_that_does_not_fit_is_of_another_rotation() -> None:
    outcome = roster_outcome(evenings(), sheet(FEBRUARY, DAY), replaces=False)
    assert not outcome.own
    assert outcome.rotation is not None
    assert "Your own" not in outcome_words(outcome)


def test_marks_of_a_rotation_to_come_are_not_mixed_with_an_earlier_roster() -> None:
    marked = with_roster(evenings(), sheet(FEBRUARY, DAY), NOW, replaces=True)
    plan = use(marked, search_of(marked), OTHER, NOW, FEBRUARY)
    added = roster_outcome(plan, mail(5), replaces=False)
    assert replaces_marks(plan, mail(5), added)
    outcome = roster_outcome(plan, mail(5), replaces=True)
    assert outcome.own
    after = use_roster(plan, mail(5), outcome, {}, NOW)
    assert worked(after, JUNE, FEBRUARY - timedelta(1)) == worked(
        plan, JUNE, FEBRUARY - timedelta(1)
    )


NEW = WEEKS[14:] + WEEKS[:14]
"""A rotation that on February 15 is far from what is worked: 16 of its first 28 days differ."""


def test_marks_of_the_rotation_that_is_worked_are_not_mixed_with_a_later_sheet() -> None:
    # Six weeks from November 30 on are marked, all as they are worked; then four weeks of another one come.
    marks = mail(6)
    assert roster_outcome(evenings(), marks, replaces=False).own
    plan = with_roster(evenings(), marks, NOW)
    later = sheet(FEBRUARY, EVENING, NEW[:28])
    assert replaces_marks(plan, later, roster_outcome(plan, later, replaces=False))


def test_few_days_that_differ_are_changes_of_ones_own_rotation() -> None:
    # February 15 is 37 weeks after June 1: its week 2. Wednesday and Thursday are exchanged.
    weeks = list((WEEKS * 2)[7:35])
    weeks[2], weeks[3] = "A", "S"
    roster = sheet(FEBRUARY, EVENING, "".join(weeks))
    plan = evenings()
    outcome = roster_outcome(plan, roster, replaces=False)
    assert outcome.own
    assert [*outcome.differing] == [date(2027, 2, 17), date(2027, 2, 18)]
    assert outcome_words(outcome) == (
        "26 of 28 days fit your own rotation; February 17 and 18 differ."
    )
    marked = with_roster(plan, mail(6), NOW)
    assert not replaces_marks(marked, roster, roster_outcome(marked, roster, replaces=False))
    answers = dict.fromkeys(outcome.differing, DayAnswer.MISREAD)
    after = use_roster(plan, roster, outcome, answers, NOW)
    assert worked(after, JUNE, LAST) == worked(plan, JUNE, LAST)
    seen = roster_outcome(marked, roster, replaces=False)
    assert use_roster(marked, roster, seen, answers, NOW).assignments == plan.assignments
    # Six weeks that leave one other rotation say more than that.
    assert not roster_outcome(plan, sheet(FEBRUARY, EVENING), replaces=False).own


def test_the_days_before_a_later_rotation_stay_when_a_sheet_tells_the_rest_of_it() -> None:
    # Four weeks of it left days open; six weeks from its first day on then belong to it, and to no other.
    four = sheet(FEBRUARY, EVENING, NEW[:28])
    marked = with_roster(evenings(), four, NOW, replaces=True)
    found = roster_outcome(marked, four, replaces=True)
    assert found.rotation is not None
    assert found.offers_rotation
    plan = use(marked, search_of(marked), found.rotation, NOW, FEBRUARY)
    assert plan.assignments[-1].guesses
    six = sheet(FEBRUARY, EVENING, NEW)
    seen = roster_outcome(plan, six, replaces=True)
    first = first_of_roster(six, seen.search)
    assert first == FEBRUARY
    since = rotation_start(plan, first, seen.search)
    assert since == FEBRUARY
    after = use_roster(plan, six, seen, {}, NOW, since)
    before = JUNE, FEBRUARY - timedelta(1)
    assert worked(after, *before) == worked(plan, *before)
    assert not after.assignments[-1].guesses
    begun = {start.date() for start, _ in worked(after, FEBRUARY, FEBRUARY + timedelta(41))}
    assert begun == {FEBRUARY + timedelta(day) for day in range(42) if NEW[day] != "-"}


def test_leave_in_a_roster_of_the_later_of_two_rotations_changes_neither() -> None:
    plan = assign(
        evenings(), evenings().assignments[0]._replace(start=FEBRUARY, rotation=Rotation(NEW)), NOW
    )
    letters = list((NEW * 2)[7:42])
    letters[1] = "-" if letters[1] != "-" else "S"
    roster = sheet(FEBRUARY + timedelta(weeks=1), EVENING, "".join(letters))
    outcome = roster_outcome(plan, roster, replaces=False)
    assert outcome.own
    answers = dict.fromkeys(outcome.differing, DayAnswer.MISREAD)
    for first in (None, FEBRUARY):
        after = use_roster(plan, roster, outcome, answers, NOW, first)
        assert after.assignments == plan.assignments
