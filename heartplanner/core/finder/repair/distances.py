"""How far a rotation is from the marks: on how many dates it is other than what was marked.

In the terms of coding theory the marks are a word that was received with errors, the rotations are the
code, and the number of dates is the Hamming distance. A date counts once, whatever was marked on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from heartplanner.core.finder.counting.marks import (
    DAY,
    EVENING,
    EVERY_LETTER,
    AllowedLetters,
    cycle_day,
)
from heartplanner.core.plan.model import (
    ADMIN,
    CYCLE_DAYS,
    FREE,
    MARK_MEANINGS,
    SHIFTS,
    Mark,
    Rotation,
)

LetterDistances = dict[str, int]
"""For each of the letters S, A and - the dates on which something else was marked."""
DayDistances = tuple[LetterDistances, ...]
"""These for each of the 42 days of the cycle."""


def dated_letters(marks: Iterable[Mark]) -> dict[date, str]:
    """For each date that is marked the letters that it may have: none where its marks contradict."""
    letters: dict[date, str] = {}
    for mark in marks:
        before = letters.get(mark.date, EVERY_LETTER)
        meant = MARK_MEANINGS[mark.letter]
        letters[mark.date] = "".join(letter for letter in before if letter in meant)
    return letters


def day_distances(marks: Iterable[Mark], start: date) -> DayDistances:
    """What each letter costs on each day of the cycle; a shift has the band that costs less."""
    return tuple(
        {"S": min(costs[DAY], costs[EVENING]), ADMIN: costs[ADMIN], FREE: costs[FREE]}
        for costs in _letter_distances(marks, start)
    )


def _letter_distances(marks: Iterable[Mark], start: date) -> list[Counter[str]]:
    """The same with each band's shift by itself."""
    days = [Counter[str]() for _ in range(CYCLE_DAYS)]
    for day, meant in dated_letters(marks).items():
        days[cycle_day(start, day) - 1].update(set(EVERY_LETTER) - set(meant))
    return days


def nearest_bands(marks: Iterable[Mark], start: date) -> AllowedLetters:
    """For each day of the cycle the band of its shift where marks state one: D, E, or both for either.

    It is the band of most of the day's dates. Where they are as many it is that of most marks: somebody
    who works evenings and took one day shift works evenings in their rotation.
    """
    days = [Counter[str]() for _ in range(CYCLE_DAYS)]
    for day, meant in dated_letters(marks).items():
        if (DAY in meant) != (EVENING in meant):
            days[cycle_day(start, day) - 1][DAY if DAY in meant else EVENING] += 1
    usual = _most(sum(days, Counter[str]())) or DAY
    return tuple((_most(bands) or usual) if bands else DAY + EVENING for bands in days)


def _most(bands: Counter[str]) -> str:
    """The band of most; nothing where both have as many."""
    if bands[DAY] == bands[EVENING]:
        return ""
    return DAY if bands[DAY] > bands[EVENING] else EVENING


def differing_dates(rotation: Rotation, marks: Iterable[Mark], start: date) -> tuple[date, ...]:
    """The dates, in order, on which a rotation is other than what was marked."""
    return tuple(
        day
        for day, meant in sorted(dated_letters(marks).items())
        if not agrees(rotation.letters[cycle_day(start, day) - 1], meant)
    )


def agrees(letter: str, meant: str) -> bool:
    """Whether a rotation's letter is one of those that a date may have."""
    # S has no band of its own: it agrees with a shift of either.
    return any(band in meant for band in (SHIFTS if letter == "S" else letter))
