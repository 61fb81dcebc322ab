"""Lines that give all shifts of a kind their hours: "Day shifts: 10a-10p" beside days of 9-9."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date
from typing import NamedTuple

from heartplanner.core.roster.language.clocks import Shift
from heartplanner.core.roster.language.meaning import Meaning

OTHER_HOURS = "it gives a shift other hours than its days have"


class StatedKind(NamedTuple):
    """The hours that a line gives all shifts of one letter; None: hours that are no shift's.

    `code`: the line has the letter alone, and no word such as "days".
    """

    letter: str
    shift: Shift | None
    code: bool = False

    @property
    def is_other(self) -> bool:
        """Whether the hours are not those of the letter's band."""
        return self.shift is None or self.shift.letter != self.letter

    def is_contradicted_by(self, meaning: Meaning) -> bool:
        """Whether a day is a shift of this letter, at other hours."""
        alike = self.letter in (meaning.letter, *meaning.renamed) and meaning.begin is not None
        return alike and (not self.shift or self.shift[1:] != (meaning.begin, meaning.end))


class KindHours(NamedTuple):
    """A line without a date, and the hours that it gives. `legend`: it is a part of the legend."""

    text: str
    stated: tuple[StatedKind, ...]
    legend: bool = False


def open_other_hours(
    altered: dict[date, set[int]],
    kind_hours: Mapping[int, KindHours],
    by_date: Mapping[date, Iterable[Meaning]],
    listed: Set[int],
) -> list[int]:
    """Add to `altered`, by day, the lines that give its kind of shift other hours than it has.

    `listed`: the lines that are not understood; any other is a part of the legend, or of a day's own line.
    Returns those of the legend.
    """
    of_legend: list[int] = []
    for line, kind in kind_hours.items():
        if not (kind.legend or line in listed):
            continue
        days = [
            day
            for day, meanings in by_date.items()
            if any(stated.is_contradicted_by(one) for stated in kind.stated for one in meanings)
        ]
        for day in days:
            altered.setdefault(day, set()).add(line)
        of_legend += [line] if days and line not in listed else []
    return of_legend
