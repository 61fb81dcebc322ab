"""Weeks of which each line begins with the letter of its weekday: "M 9a-9p", "T off", "W off"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from heartplanner.core.roster.shapes.layout import LETTERS
from heartplanner.core.roster.source import RosterRow
from heartplanner.core.words.english import WEEKDAYS

FIRST = re.compile(r"\s*(?P<word>[A-Za-z]{1,9})(?=[\s:.-])\W*(?P<rest>.*)", re.DOTALL)
RUNS = (
    tuple(range(7)),
    (6, *range(6)),
    tuple(range(5)),
)
"""Where a letter is sure to be a weekday: in all seven from Monday or Sunday, or Monday to Friday."""


def with_weekdays(rows: Sequence[RosterRow]) -> list[RosterRow]:
    """The rows, with the weekdays written out where those of a whole week are letters."""
    told = list(rows)
    at = 0
    while at < len(told):
        run = next((run for run in RUNS if _is_run(told[at : at + len(run)], run)), ())
        for place, number in enumerate(run, at):
            row = told[place]
            told[place] = row._replace(said=FIRST.sub(rf"{WEEKDAYS[number]} \g<rest>", row.said))
        at += len(run) or 1
    return told


def _is_run(rows: Sequence[RosterRow], run: Sequence[int]) -> bool:
    """Whether rows begin with these weekdays, at least one of them a letter alone."""
    words = [match["word"].lower() for row in rows if (match := FIRST.fullmatch(row.said))]
    fits = len(words) == len(run) and all(
        word in (*LETTERS[number], WEEKDAYS[number].lower(), WEEKDAYS[number][:3].lower())
        for word, number in zip(words, run, strict=True)
    )
    return fits and min(map(len, words)) == 1
