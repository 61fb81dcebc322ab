"""Rosters as people write them, lines with dates and hours, read as marks of a search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from heartplanner.core.finder.marks import MOST_MARKS
from heartplanner.core.finder.roster_parser import (
    BAND_LETTERS,
    Line,
    UnreadError,
    dates_in,
    read_letter,
    read_line,
)
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import FREE, Mark, each_date
from heartplanner.core.words.english import full_date

SHOWN = 60
"""How many characters of a line are repeated."""
MOST_LINES = 3000
NO_HOURS = "it has a date and no hours"


class Roster(NamedTuple):
    """What a roster says: marks in the order of their dates, and lines not understood, each with why.

    `named`: the dates in those lines, of which something is said, if not what.
    """

    marks: tuple[Mark, ...]
    unread: tuple[str, ...]
    named: frozenset[date] = frozenset()


def read_roster(text: str, start: date, near: date | None = None) -> Roster:
    """The marks in lines such as "8/2 9a-9p"; hours may stand on the line after their date.

    A date without a year is the one nearest to `near`, or to the start. Past MOST_LINES nothing is read.
    """
    marks: set[Mark] = set()
    unread: list[str] = []
    named: set[date] = set()
    near = near or start
    dated: tuple[str, Line] | None = None
    lines = list(filter(None, map(str.strip, text.splitlines())))
    for line in lines[:MOST_LINES]:
        found = None
        try:
            found = read_line(line, near)
            if dated and found.dates:
                unread.append(_unread(dated[0], NO_HOURS))
            elif dated:
                found = Line(dated[1].dates, found.words)
            dated = None
            if found.dates and not re.search(r"\w|-", found.words):
                dated = line, found
                continue
            marks.update(_marks(found, start))
        except UnreadError as error:
            unread.append(_unread(line, str(error)))
            named.update(found.dates if found else dates_in(line, near))
    if dated:
        unread.append(_unread(dated[0], NO_HOURS))
        named.update(dated[1].dates)
    if len(lines) > MOST_LINES:
        unread.append(_unread(lines[MOST_LINES], f"only {MOST_LINES} lines are read"))
    return Roster(tuple(sorted(marks)[:MOST_MARKS]), tuple(unread), frozenset(named))


def _marks(line: Line, start: date) -> Iterator[Mark]:
    if not line.dates:
        raise UnreadError("it has no date")
    letter = read_letter(line.words)
    for day in line.dates:
        if day < start:
            raise UnreadError(f"before the start, {full_date(start)}")
        yield Mark(day, letter)


def _unread(line: str, reason: str) -> str:
    short = line if len(line) <= SHOWN else f"{line[:SHOWN]}..."
    return f"{short}: {reason}"


def with_rest_free(roster: Roster) -> Roster:
    """With every day between its first and its last that it does not name marked as free."""
    if not roster.marks:
        return roster
    named = {mark.date for mark in roster.marks} | roster.named
    between = each_date(roster.marks[0].date, roster.marks[-1].date)
    free = [Mark(day, FREE) for day in between if day not in named]
    return roster._replace(marks=tuple(sorted([*roster.marks, *free])[:MOST_MARKS]))


def only_band(roster: Roster) -> Band | None:
    """The band of its shifts, where it is one and the same."""
    letters = {mark.letter for mark in roster.marks if mark.letter in "SDE"}
    return next((band for band, letter in BAND_LETTERS.items() if letters == {letter}), None)


def without_band(roster: Roster) -> Roster:
    """With shifts of the band that is assigned, whatever band they state."""
    plain = (mark._replace(letter="S") if mark.letter in "DE" else mark for mark in roster.marks)
    return roster._replace(marks=tuple(plain))
