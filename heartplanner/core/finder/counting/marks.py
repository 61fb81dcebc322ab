"""What the marks of a search say of the 42 days of the rotation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from heartplanner.core.plan.model import (
    ADMIN,
    CYCLE_DAYS,
    FREE,
    LAST_DATE,
    MARK_MEANINGS,
    BreakDays,
    Mark,
    PlanError,
    Search,
    monday,
)
from heartplanner.core.schedule.breaks import BREAK_DAYS
from heartplanner.core.words.english import full_date, long_date

DAY, EVENING = "D", "E"
EVERY_LETTER = DAY + EVENING + ADMIN + FREE
"""Whatever a day of a rotation can be, each band's shift by itself."""

BREAK_LENGTHS = {
    BreakDays.SIX: (BREAK_DAYS,),
    BreakDays.SEVEN: (BREAK_DAYS + 1,),
    BreakDays.EITHER: (BREAK_DAYS, BREAK_DAYS + 1),
}
"""The days that the break may have (P7)."""

MOST_MARKS = 2000

AllowedLetters = tuple[str, ...]
"""For each of the 42 days the letters that it may have: its domain, as constraint solvers call it."""

ANY_LETTERS: AllowedLetters = (EVERY_LETTER,) * CYCLE_DAYS


def cycle_day(start: date, day: date) -> int:
    """Where a date falls in the cycle, 1 to 42; week 1 is the Monday-Sunday week of `start`."""
    return (day - monday(start)).days % CYCLE_DAYS + 1


def date_of(start: date, day: int) -> date:
    """The first date from `start` on that falls on this day of the cycle, 1 to 42."""
    first_cycle = monday(start) + timedelta(days=day - 1)
    return first_cycle if first_cycle >= start else first_cycle + timedelta(days=CYCLE_DAYS)


def first_marked(search: Search) -> date:
    """The first date that is marked; the search's start where none is."""
    return min((mark.date for mark in search.marks), default=search.start)


def mark_text(mark: Mark) -> str:
    """2025-08-02=S, as the command line takes it."""
    return f"{mark.date}={mark.letter}"


def allowed_letters(marks: Iterable[Mark], start: date) -> AllowedLetters:
    """What the marks leave each day; nothing on a day on which they contradict each other."""
    allowed = list(ANY_LETTERS)
    for mark in marks:
        index = cycle_day(start, mark.date) - 1
        meant = MARK_MEANINGS[mark.letter]
        # An intersection: a mark can only take letters away, so the order of the marks does not matter.
        allowed[index] = "".join(letter for letter in allowed[index] if letter in meant)
    return tuple(allowed)


def read_marks(text: str, day: date) -> list[Mark]:
    """The marks of letters for consecutive dates from `day` on. Raises PlanError."""
    # Not by upper() alone, which makes an S of letters that only resemble one.
    plain = "".join(text.split()).replace(".", FREE)
    letters = [char.upper() if char.isascii() else char for char in plain]
    wrong = next((letter for letter in letters if letter not in MARK_MEANINGS), "")
    if wrong or not letters:
        what = f"{wrong!a}" if wrong else "no letter"
        raise PlanError(f"{what}: expected {', '.join(MARK_MEANINGS)}")
    if len(letters) > CYCLE_DAYS:
        raise PlanError(f"{len(letters)} letters: a cycle has {CYCLE_DAYS} days")
    return [Mark(day + timedelta(days=n), letter) for n, letter in enumerate(letters)]


def check_search(search: Search) -> None:
    """What a search must be by itself. Raises PlanError."""
    if len(search.marks) > MOST_MARKS:
        raise PlanError(f"{len(search.marks)} marks, at most {MOST_MARKS} are held")
    for mark in search.marks:
        if mark.letter not in MARK_MEANINGS:
            raise PlanError(f"{mark.letter!a}: expected {', '.join(MARK_MEANINGS)}")
        if mark.date > LAST_DATE:
            raise PlanError(f"{mark.date} is past {LAST_DATE.year}")
        if mark.date < search.start:
            raise PlanError(
                f"{long_date(mark.date)} is before the start, {full_date(search.start)}"
            )
