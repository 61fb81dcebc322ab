"""Tables side by side under the same headings, each with a name above it: the days of several people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from heartplanner.core.roster.language.vocabulary import Column
from heartplanner.core.roster.shapes.layout import column_of, may_be_person
from heartplanner.core.roster.source import RosterCell, RosterRow

LEAST = 2


class NamedTable(NamedTuple):
    """The rows of one of the tables, its headings first, and the name above it."""

    name: str
    rows: tuple[RosterRow, ...]


def tables_beside(rows: Sequence[RosterRow], at: int) -> list[NamedTable]:
    """The tables whose names stand in a row and their headings in the next one; none if it is not so."""
    if at + 1 >= len(rows) or rows[at].spaced:
        return []
    names, heads = rows[at].filled, rows[at + 1].filled
    starts = [cell.start for cell in heads if cell.text.lower() == heads[0].text.lower()]
    # A row of names has one above each table, and nothing else.
    if len(starts) < LEAST or len(names) != len(starts) or len({*(n.text for n in names)}) < LEAST:
        return []
    spans = [range(begin, end) for begin, end in pairwise([*starts, len(rows[at + 1].cells)])]
    headings = [_headings(rows[at + 1], span) for span in spans]
    above = [cell.text for cell, span in zip(names, spans, strict=True) if cell.start in span]
    alike = all(heading == headings[0] for heading in headings)
    dated = any(column_of(text) is Column.DATE for text in headings[0])
    if not (alike and dated and len(above) == len(spans) and all(map(may_be_person, above))):
        return []
    below = [*takewhile(lambda row: row.filled, rows[at + 1 :])]
    return [
        NamedTable(name, tuple(_part(row, span) for row in below))
        for name, span in zip(above, spans, strict=True)
    ]


def _headings(row: RosterRow, span: range) -> list[str]:
    return [cell.text.lower() for cell in row.filled if cell.start in span]


def _part(row: RosterRow, span: range) -> RosterRow:
    """The cells of a row in some columns, as a row."""
    cells = [cell for cell in row.cells if cell.start in span]
    moved = tuple(RosterCell(cell.text, n, n + 1) for n, cell in enumerate(cells))
    text = " | ".join(cell.text for cell in moved if cell.text)
    return RosterRow(row.line, text, moved, text)
