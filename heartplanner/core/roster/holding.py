"""The lines that hold back many others: one answer about them, and all of these are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from heartplanner.core.roster.review import Review, RowState
from heartplanner.core.roster.roster import Roster, Unread
from heartplanner.core.words.english import counted, listed

MANY = 3
"""So many lines must wait for one until it is asked about before them."""
LONGEST_QUOTED = 60
"""Characters of a line that are repeated."""
OWN_LINES = "write each day on a line of its own"


class Holding(NamedTuple):
    """Lines that are not understood (`lines`), and those that are read once they are dropped (`held`)."""

    lines: tuple[Unread, ...]
    held: tuple[Unread, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(line.line for line in self.lines))


def holding(roster: Roster) -> Holding | None:
    """The lines for which many others wait, those of days that they do not name, if there are any."""
    return _holding([(line, line.by) for line in roster.unread])


def holding_of_review(review: Review) -> Holding | None:
    """The same of a roster under review: what is dropped or corrected holds nothing."""
    rows = [row for row in review.rows if row.state is RowState.UNREAD]
    return _holding([(row.of, row.by or row.of.by) for row in rows if isinstance(row.of, Unread)])


def _holding(unread: Sequence[tuple[Unread, tuple[int, ...]]]) -> Holding | None:
    """`unread`: the lines that are not read, each with the numbers of the lines that it waits for."""
    held_by: dict[int, list[date]] = defaultdict(list)
    for line, by in unread:
        if line.held:
            for number in by:
                held_by[number].append(line.held.date)
    # Of its own day a line with a date is to be answered there; here others alone count.
    lines = tuple(
        line
        for line, _ in unread
        if sum(day not in line.dates for day in held_by[line.line]) >= MANY and not line.held
    )
    numbers = {line.line for line in lines}
    held = tuple(line for line, by in unread if line.held and numbers.issuperset(by))
    return Holding(lines, held) if len(held) >= MANY else None


def holding_words(held: Holding) -> str:
    """33 lines of days wait for line 7: "my days". What to do about it, and that all 33 are read then."""
    count = len(held.held)
    waiting, read = f"{count} lines of days wait for", f"all {count} are then read"
    if len(held.numbers) > 1:
        return (
            f"{waiting} {lines_named(held.numbers)}. If these change none of them, drop these:"
            f" {read}. If they do, {OWN_LINES}."
        )
    line = held.lines[0]
    text = line.text if len(line.text) <= LONGEST_QUOTED else f"{line.text[:LONGEST_QUOTED]}..."
    return (
        f'{waiting} line {line.line}: "{text}". If it changes none of them, drop it: {read}.'
        f" If it does, {OWN_LINES}."
    )


def waiting_words(held: Holding) -> str:
    """28 lines wait for line 3."""
    return f"{counted(len(held.held), 'line')} wait for {lines_named(held.numbers)}"


def lines_named(numbers: Sequence[int]) -> str:
    """Line 3; lines 1 and 7: as they stand within a sentence."""
    return f"line{'s' if len(numbers) > 1 else ''} {listed(list(map(str, numbers)))}"


def drop_words(held: Holding) -> str:
    """Drop line 7; Drop lines 1 and 25."""
    return f"Drop {lines_named(held.numbers)}"
