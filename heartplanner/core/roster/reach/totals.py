"""Totals of hours and of shifts in a text: whether they agree with the days that are read."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from heartplanner.core.roster.harmless.harmless import sums_up

HOURS = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?)\b|\b(?:hours|hrs)\b\W*(\d+(?:\.\d+)?)", re.IGNORECASE
)
SHIFTS = re.compile(r"(\d+)\s*(?:shifts?|days)\b|\b(?:shifts|days)\b\W*(\d+)\b", re.IGNORECASE)
SUM = re.compile(
    r"\W*(?:hours|hrs)\b(?!.*(?:\b(?:per|each|a)\b|/))[^:\d]*:\s*\d+(?:\.\d+)?\W*", re.IGNORECASE
)
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SHIFT_HOURS, ADMIN_HOURS = 12, 4
"""What a shift and an admin block have (P1, P2)."""


def is_total(text: str) -> bool:
    """Whether a line sums up hours or shifts in numbers: "Total 36", "Hours this week: 36"."""
    return (sums_up(text) or SUM.fullmatch(text) is not None) and NUMBER.search(text) is not None


def agrees(text: str, letters: Sequence[Set[str]], *, open_days: bool) -> bool:
    """Whether a total may be that of some days; `letters`: what each is read as.

    `open_days`: there are others that are not understood, so that the total may be larger.
    """
    shifts = sum(not each.isdisjoint("SDE") for each in letters)
    admins = sum("A" in each for each in letters)
    # A shift whose band is not known may have other hours.
    banded = not any("S" in each for each in letters)
    least = SHIFT_HOURS * shifts
    sums = {least, least + ADMIN_HOURS * admins} if banded else set()
    counts = {shifts, shifts + admins, len(letters)}
    hours = [float(one or two) for one, two in HOURS.findall(text)]
    days = [float(one or two) for one, two in SHIFTS.findall(text)]
    bare = [float(number) for number in NUMBER.findall(text)] if not (hours or days) else []
    return (
        _fit(hours, sums, more=open_days, known=banded)
        and _fit(days, counts, more=open_days, known=True)
        and _fit(bare, sums | counts, more=open_days, known=banded)
    )


def _fit(stated: Sequence[float], read: Set[int], *, more: bool, known: bool) -> bool:
    return not known or all(
        number in read or (more and number > min(read, default=0)) for number in stated
    )
