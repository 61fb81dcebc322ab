"""The break in a row of days: one band over all its free days that stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from heartplanner.core.cells.cells import Cell, Wording


class BreakRun(NamedTuple):
    """The columns from `first` to `last` of a row, counted from 0.

    `begins` and `ends`: whether the break itself begins and ends here, or goes on in another row.
    """

    first: int
    last: int
    text: Wording
    begins: bool
    ends: bool


def break_runs(cells: Sequence[Cell]) -> dict[int, BreakRun]:
    """The run that each column of a row belongs to; columns without a free break day have none."""
    return {column: run for run in _runs(cells) for column in range(run.first, run.last + 1)}


def _runs(cells: Sequence[Cell]) -> Iterator[BreakRun]:
    # Neighbors are grouped: a day of the break that is worked, or was to be, cuts the band in two.
    columns = enumerate(cells)
    for free, group in groupby(columns, key=lambda pair: _free_in_break(pair[1])):
        if not free:
            continue
        pairs = list(group)
        first, last = pairs[0][1].break_band, pairs[-1][1].break_band
        assert first is not None
        assert last is not None
        count = f"{first.day} of {first.of}"
        days = f"day {count}"
        if first.day != last.day:
            count = f"{first.day}–{last.day} of {first.of}"
            days = f"days {count}"
        arrow = "" if first.day == 1 else "‹ "
        text = (f"{arrow}Break, {days}", f"{arrow}{days}", count)
        yield BreakRun(pairs[0][0], pairs[-1][0], text, first.day == 1, last.day == last.of)


def _free_in_break(cell: Cell) -> bool:
    return cell.break_band is not None and not cell.chips and not cell.gone
