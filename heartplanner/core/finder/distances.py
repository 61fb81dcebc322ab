"""How far a rotation is from the marks: on how many dates it is other than what was marked.

In the terms of coding theory the marks are a word that was received with errors, the rotations are the
code, and the number of dates is the Hamming distance. A date counts once, whatever was marked on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from heartplanner.core.finder.marks import DAY, EVENING, EVERY_LETTER, AllowedLetters, cycle_day
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
        letters[mark.date] = "".join(each for each in before if each in MARK_MEANINGS[mark.letter])
    return letters


def day_distances(marks: Iterable[Mark], start: date) -> DayDistances:
    """What each letter costs on each day of the cycle; a shift has the band that costs less."""
    letters = _letter_distances(marks, start)
    return tuple(
        {"S": min(each[DAY], each[EVENING]), ADMIN: each[ADMIN], FREE: each[FREE]}
        for each in letters
    )


def _letter_distances(marks: Iterable[Mark], start: date) -> list[Counter[str]]:
    """The same with each band's shift by itself."""
    days = [Counter[str]() for _ in range(CYCLE_DAYS)]
    for day, meant in dated_letters(marks).items():
        days[cycle_day(start, day) - 1].update(set(EVERY_LETTER) - set(meant))
    return days


def nearest_bands(marks: Iterable[Mark], start: date) -> AllowedLetters:
    """For each day of the cycle the bands that a shift has where it costs least, D or E or both.

    Where it costs the same in either, and not nothing, the day has the band of most marks: somebody who
    works evenings and took one day shift works evenings in their rotation.
    """
    marks = tuple(marks)
    bands = Counter(mark.letter for mark in marks if mark.letter in (DAY, EVENING))
    usual = DAY if bands[DAY] >= bands[EVENING] else EVENING
    return tuple(
        DAY
        if each[DAY] < each[EVENING]
        else EVENING
        if each[EVENING] < each[DAY]
        else usual
        if each[DAY]
        else DAY + EVENING
        for each in _letter_distances(marks, start)
    )


def differing_dates(rotation: Rotation, marks: Iterable[Mark], start: date) -> tuple[date, ...]:
    """The dates, in order, on which a rotation is other than what was marked."""
    return tuple(
        day
        for day, meant in sorted(dated_letters(marks).items())
        if not _agrees(rotation.letters[cycle_day(start, day) - 1], meant)
    )


def _agrees(letter: str, meant: str) -> bool:
    # S has no band of its own: it agrees with a shift of either.
    return any(each in meant for each in (SHIFTS if letter == "S" else letter))
