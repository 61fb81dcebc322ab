"""The days on which marks differ from a rotation, and what each may have been: leave, a swap, a slip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.finder.counting.marks import cycle_day
from heartplanner.core.finder.repair.distances import agrees, differing_dates
from heartplanner.core.plan.change import AbsenceKind
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import (
    ADMIN,
    FREE,
    MARK_MEANINGS,
    SHIFTS,
    PlanError,
    Rotation,
    Search,
    monday,
)
from heartplanner.core.words.english import long_date


class DayAnswer(StrEnum):
    """What a day was that differs from the rotation: a change of it, or no more than a wrong mark."""

    LEAVE = "leave"
    SICK = "sick"
    CALLED_OFF = "called-off"
    SWAP = "swap"
    EXTRA = "extra"
    HOURS = "hours"
    MOVED = "moved"
    MISREAD = "misread"


class Difference(NamedTuple):
    """A date on which a mark differs from a rotation.

    `letter`: the rotation's; `marked`: the mark's, one of MARK_MEANINGS; `hours`: those that a roster
    states for it; `partner`: the date from which, or to which, its admin block may have been moved, or
    with which its shift may have been swapped; `answers`: what the day may have been, the likeliest first;
    `colleague`: whom a swap is said to be with.
    """

    date: dt.date
    letter: str
    marked: str
    hours: Hours | None
    partner: dt.date | None
    answers: tuple[DayAnswer, ...]
    colleague: str = ""


ABSENCES = {DayAnswer(kind): kind for kind in AbsenceKind}
"""The answers by which a day was not worked."""
FARTHEST = timedelta(weeks=2)
"""An admin block this far from where the rotation has it is not taken for a moved one."""
SWAPPED_WITHIN = timedelta(weeks=4)
"""A shift that is missing and one too many, further apart than this, are no two sides of one swap."""
NO_HOURS: Mapping[date, Hours] = {}


def differences(
    search: Search, rotation: Rotation, hours: Mapping[date, Hours] = NO_HOURS
) -> tuple[Difference, ...]:
    """The dates, in order, on which the marks of a search differ from a rotation of it.

    `hours`: what a roster states for its days, where it does.
    """
    pairs = {
        day: _letters_of(day, search, rotation)
        for day in differing_dates(rotation, search.marks, search.start)
    }
    moved = _moved_admin(pairs)
    swapped = _swapped(pairs)
    partners = {**moved, **swapped}
    return tuple(
        Difference(
            day,
            letter,
            marked,
            hours.get(day),
            partners.get(day),
            _answers(letter, marked, moved=day in moved, near=_in_one_week(day, swapped.get(day))),
        )
        for day, (letter, marked) in pairs.items()
    )


def of_days(found: Iterable[Difference], days: Collection[date]) -> tuple[Difference, ...]:
    """The same differences, of which only `days` are halves of a swap or of moved admin with each other.

    The days of a roster are these: one that none of its lines names was marked on another occasion.
    """
    return tuple(
        difference
        if difference.partner is None or {difference.date, difference.partner} <= {*days}
        else _alone(difference, named=difference.date in days)
        for difference in found
    )


def _alone(difference: Difference, *, named: bool) -> Difference:
    """A difference without its other half; a day that is `named` may have been swapped all the same."""
    pairs = (DayAnswer.MOVED, DayAnswer.SWAP)
    *plain, wrong = [one for one in difference.answers if one not in pairs]
    swap = [DayAnswer.SWAP] if named and DayAnswer.SWAP in difference.answers else []
    return difference._replace(partner=None, answers=(*plain, *swap, wrong))


def answered(search: Search, rotation: Rotation, day: date, answer: DayAnswer) -> Difference:
    """A day without a mark that a person says was a change. Raises PlanError where it cannot be that."""
    letter = rotation.letters[cycle_day(search.start, day) - 1]
    marked = "S" if letter == FREE else FREE
    may_be = [one for one in _answers(letter, marked, moved=False) if one != DayAnswer.MISREAD]
    if answer not in may_be:
        is_ = "is free" if letter == FREE else "is worked"
        raise PlanError(
            f"{long_date(day)} {is_} in this rotation, so it cannot be {answer}:"
            f" it may be {', '.join(may_be)}"
        )
    return Difference(day, letter, marked, None, None, (answer,))


def _letters_of(day: date, search: Search, rotation: Rotation) -> tuple[str, str]:
    """The rotation's letter on a date, and the mark that differs from it, where the date has several."""
    letter = rotation.letters[cycle_day(search.start, day) - 1]
    marked = [mark.letter for mark in search.marks if mark.date == day]
    against = (mark for mark in marked if not agrees(letter, MARK_MEANINGS[mark]))
    return letter, next(against, marked[-1])


def _moved_admin(pairs: Mapping[date, tuple[str, str]]) -> dict[date, date]:
    """Dates without their admin block, and those with one that is not the rotation's, paired in order."""
    lost = [day for day, pair in pairs.items() if pair in ((ADMIN, FREE), (ADMIN, "N"))]
    won = [day for day, pair in pairs.items() if pair == (FREE, ADMIN)]
    # In their order: what is missing first went to what is too many first.
    both = [(day, to) for day, to in zip(lost, won, strict=False) if abs(to - day) < FARTHEST]
    return dict([*both, *((to, day) for day, to in both)])


def _swapped(pairs: Mapping[date, tuple[str, str]]) -> dict[date, date]:
    """Dates without their shift, and free ones with a shift, that may be one swap each."""
    given = [day for day, (letter, marked) in pairs.items() if letter in SHIFTS and marked in "-N"]
    taken = [day for day, (letter, marked) in pairs.items() if letter == FREE and marked in "SDEW"]
    both = nearest_pairs(given, taken)
    return dict([*both, *((to, day) for day, to in both)])


def nearest_pairs(given: Iterable[date], taken: Iterable[date]) -> list[tuple[date, date]]:
    """Days on which a shift was given and taken, as swaps: the nearest first, each in one at most."""
    taken = [*taken]
    near = [(abs(to - day), day, to) for day in given for to in taken]
    # Greedy: people swap days that are near, so the nearest two are taken for one swap, whatever that
    # leaves to the others.
    used: set[date] = set()
    pairs = []
    for apart, day, to in sorted(near):
        if apart <= SWAPPED_WITHIN and used.isdisjoint((day, to)):
            used |= {day, to}
            pairs.append((day, to))
    return pairs


def _in_one_week(day: date, partner: date | None) -> bool:
    return partner is not None and monday(day) == monday(partner)


def _answers(letter: str, marked: str, *, moved: bool, near: bool = False) -> tuple[DayAnswer, ...]:
    """What may have made this mark of a day on which the rotation has this letter.

    `near`: a day of the same week is the other half of what may be a swap.
    """
    # The first is what a person takes who does not think about it; that the mark is wrong is never ruled
    # out.
    likely: tuple[DayAnswer, ...]
    match letter, marked:
        case "A", ("-" | "N"):
            likely = (*ABSENCES,)
        case ("A", _) | ("-", "A"):
            likely = (DayAnswer.EXTRA,)
        case "-", _:
            likely = (DayAnswer.EXTRA, DayAnswer.SWAP)
        case _, ("-" | "N"):
            likely = (*ABSENCES, DayAnswer.SWAP)
        case _:
            likely = (DayAnswer.HOURS,)
    # Such a pair is one swap more often than leave and an extra shift, and costs no leave.
    if near:
        likely = (DayAnswer.SWAP, *(answer for answer in likely if answer is not DayAnswer.SWAP))
    return (*([DayAnswer.MOVED] if moved else []), *likely, DayAnswer.MISREAD)
