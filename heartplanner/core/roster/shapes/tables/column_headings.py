"""What the headings of columns tell beside their kinds: that they are another table's, or no names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from heartplanner.core.roster.language.doubts import ABSTRACT, SPOKEN
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import Column
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.roster.shapes.layout import TableHeader, column_of, date_cell
from heartplanner.core.roster.source import RosterCell, RosterRow

TELLING = (Column.START, Column.END, Column.HOURS, Column.LABEL, Column.STATUS)
VERSIONS = re.compile(
    r"original(ly)?|new|old|previous|current|rev|revised|revision|updated?|proposed|planned|actual|before|after"
    r"|version|final|amended|adjusted|adjustments?",
    re.IGNORECASE,
)
"""Words for one state of a schedule among others."""
ALTERED = re.compile(
    r"cancel\w*|chang\w+|correct\w*|switch\w*|swap\w*|trad(e|ed|es|ing)|replac\w+|remov\w+|delet\w+"
    r"|drop\w*|moved?|cover\w*|now",
    re.IGNORECASE,
)
"""Words of what is done to a schedule."""
IN_BRACKETS = re.compile(r"\([^)]*\)")
PARTS = re.compile(
    r"am|pm|morning|afternoon|nights?|first|second|option|choice|from|to", re.IGNORECASE
)
"""Other words of a heading that is no name."""


def columns_beside(cells: Sequence[RosterCell], columns: dict[int, Column]) -> list[int]:
    """The known columns right of a blank one, if those left of it are a table: those are another's.

    A second column of dates is the table's own: its days are listed with those of the first.
    """
    gap = next((n for n in range(1, len(cells)) if cells[n].start > cells[n - 1].end), len(cells))
    left = {kind for n, kind in columns.items() if n < gap}
    right = [n for n in columns if n >= gap]
    whole = Column.DATE in left and not left.isdisjoint(TELLING)
    other = whole and len(cells) - gap > 1 and Column.DATE not in {columns[n] for n in right}
    return right if other else []


def heads_no_person(heading: str, mode: Mode) -> bool:
    """Whether a column is a version of a day, a part of it, or a state, and not a person's."""
    # "Start (UTC)" is a start, though not a known one.
    if IN_BRACKETS.search(heading) and column_of(IN_BRACKETS.sub("", heading)):
        return True
    words = [word for word in SPOKEN.findall(heading) if word.lower() not in mode.harmless]
    kinds = (VERSIONS, PARTS, ABSTRACT)
    return any(kind.fullmatch(word) for kind in kinds for word in words)


def is_version(label: str) -> bool:
    """Whether a row is another state of the one above it, such as "Revised" or "(after swap)"."""
    return any(map(is_version_word, SPOKEN.findall(label)))


def is_version_word(word: str) -> bool:
    """Whether a word tells one state of a schedule from another, such as "Revised"."""
    return (VERSIONS.fullmatch(word) or ALTERED.fullmatch(word)) is not None


def day_as_date(
    rows: Sequence[RosterRow], at: int, header: TableHeader, columns: dict[int, Column], mode: Mode
) -> dict[int, Column]:
    """A column "Day" that holds dates in the row below is the column of dates."""
    try:
        _, cells = header.placed(rows[at + 1])
    except (IndexError, UnreadError):
        return columns
    return {
        n: Column.DATE if column is Column.WEEKDAY and date_cell(cells.get(n, ""), mode) else column
        for n, column in columns.items()
    }
