"""A roster beside a rotation of one's own: where that fits, it is kept, days without a word included."""

from __future__ import annotations

from datetime import date, timedelta

from heartplanner.core.explain.rosters.use_text import outcome_words
from heartplanner.core.finder.roster_use import replaces_marks, roster_outcome, use_roster
from heartplanner.core.finder.search import search_of, use, with_roster
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
