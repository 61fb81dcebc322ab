"""Tables with names in which a date stands once, above or beside the first of its names."""

from __future__ import annotations

from collections.abc import Sequence

from heartplanner.core.roster.language.mode import PLAIN
from heartplanner.core.roster.language.vocabulary import Column
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.roster.shapes.layout import NAMES, date_cell, is_bare
from heartplanner.core.roster.shapes.tables.columns import ColumnTable
from heartplanner.core.roster.source import RosterRow

HEAD_AND_ROW = 2


def under_date(table: ColumnTable, row: RosterRow, above: str) -> tuple[RosterRow, str]:
    """A row that has a name and no date, with the date above it; and the date for the rows below."""
    try:
        _, cells = table.header.placed(row)
    except UnreadError:
        return row, ""
    if date := table.one(cells, Column.DATE):
        return row, date if is_bare(date_cell(date, PLAIN)) else ""
    if not (above and table.person(cells)) or row.spaced:
        return row, above if row.filled else ""
    columns = (n for n, column in table.columns.items() if column is Column.DATE)
    place = table.header.cells[next(columns)].start
    dated = (cell._replace(text=above) if cell.start == place else cell for cell in row.cells)
    return row._replace(cells=tuple(dated)), above


def heads_names(table: ColumnTable, rows: Sequence[RosterRow]) -> bool:
    """Whether the first row is a date alone, and the next one somebody's."""
    if len(rows) < HEAD_AND_ROW or len(rows[0].filled) != 1:
        return False
    date = rows[0].filled[0].text
    named = not {*NAMES}.isdisjoint(table.columns.values())
    return (
        named and is_bare(date_cell(date, PLAIN)) and under_date(table, rows[1], date)[0] != rows[1]
    )
