"""The rotation that is a person's own already, as a search sees it: what is found is compared with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from heartplanner.core.finder.counting.marks import AllowedLetters, allowed_letters, first_marked
from heartplanner.core.finder.ranking.ranking import ranked_rotations
from heartplanner.core.plan.model import (
    BAND_LETTERS,
    CYCLE_DAYS,
    MARK_MEANINGS,
    Assignment,
    Mark,
    Plan,
    Rotation,
    Search,
)
from heartplanner.core.schedule.cycle import assignment_at, place


def own_rotation(plan: Plan, search: Search, day: date) -> Rotation | None:
    """The rotation of a day, week 1 being the search's; None where some of it is not confirmed."""
    assignment = assignment_at(plan, day)
    if assignment is None or not assignment.confirmed or assignment.guesses:
        return None
    before = _days_before(assignment, search)
    letters = assignment.rotation.letters
    return Rotation(letters[before:] + letters[:before])


def _fitting_own(plan: Plan, search: Search, day: date, allowed: AllowedLetters) -> Rotation | None:
    """A person's own rotation on a day, if it is among those that the letters and the rules leave."""
    own, assignment = own_rotation(plan, search, day), assignment_at(plan, day)
    if own is None or assignment is None:
        return None
    meant = [_meaning(assignment, letter) for letter in own.letters]
    narrowed = tuple(
        "".join(one for one in left if one in ours)
        for left, ours in zip(allowed, meant, strict=True)
    )
    # Each shift of it is left one band or both: whether the rules leave it is for the finder to say.
    fits = all(narrowed) and next(ranked_rotations(narrowed, search.options), None) is not None
    return own if fits else None


def likely_rotations(
    plan: Plan, search: Search, marks: Iterable[Mark], day: date | None = None
) -> Iterator[Rotation]:
    """The rotations that some marks leave, the likeliest first: the person's own, where it is one of them.

    `day`: the date of which the person's own is asked for; None: the first that is marked in the search.
    Lazy: the first costs no more than one search, however many there are.
    """
    allowed = allowed_letters(marks, search.start)
    own = _fitting_own(plan, search, day or first_marked(search), allowed)
    if own:
        yield own
    yield from (one for one in ranked_rotations(allowed, search.options) if one != own)


def continued_days(
    plan: Plan, search: Search, rotation: Rotation, day: date
) -> frozenset[int] | None:
    """The days of the search's cycle, 1 to 42, that are confirmed in the person's own rotation on a date.

    None where the `rotation` that a search found is another one: it has one of these days otherwise.
    """
    assignment = assignment_at(plan, day)
    if assignment is None or not assignment.confirmed:
        return frozenset()
    before = _days_before(assignment, search)
    known = {
        (number - 1 - before) % CYCLE_DAYS + 1: letter
        for number, letter in enumerate(assignment.rotation.letters, 1)
        if number not in assignment.guesses
    }
    letters = rotation.letters
    if any(_differs(assignment, was, letters[number - 1]) for number, was in known.items()):
        return None
    return frozenset(known)


def _days_before(assignment: Assignment, search: Search) -> int:
    """How many days of an assignment's rotation lie before week 1 of a search."""
    return 7 * (place(assignment, search.start)[1] - 1)


def _differs(assignment: Assignment, was: str, now: str) -> bool:
    """Whether a letter that was found cannot be what an assignment has: D and E are not its own hours."""
    if assignment.shift_hours and was == "S":
        return now != "S"
    return set(MARK_MEANINGS[now]).isdisjoint(_meaning(assignment, was))


def _meaning(assignment: Assignment, letter: str) -> str:
    """What a letter of an assignment can be: its shifts are those of its band, if it has one."""
    usual = None if assignment.shift_hours else assignment.band
    return MARK_MEANINGS[BAND_LETTERS[usual] if letter == "S" else letter]
