"""Merged cells of a workbook or a web page: what they say is said of every cell that they cover."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

HOURS = re.compile(
    r"\d[\w:. ]*(?:[-\u2013\u2014]|\bto\b|\buntil\b)\s*\w|\bovernight\b|\bnight", re.IGNORECASE
)


class MergedCell(NamedTuple):
    """A cell over several: its first row and column, and its last ones, from 0."""

    top: int
    left: int
    bottom: int
    right: int


def spread(rows: Sequence[list[str]], merged: Iterable[MergedCell]) -> None:
    """Write into each covered cell, in place, what the merged one says.

    A title, alone in its rows from the first column on, stays where it is. Of hours over several columns
    nobody can tell whether they are one shift over midnight or one on each day: those after the first
    column say that they are merged, and so are not read.
    """
    width = max(map(len, rows), default=0)  # a merged cell may reach far beyond what is filled
    for cell in merged:
        inside = rows[cell.top : cell.bottom + 1]
        text = inside[0][cell.left] if inside and cell.left < len(inside[0]) else ""
        if not text or _is_title(inside[0], cell):
            continue
        beside = f"merged: {text}" if HOURS.search(text) else text
        for row in inside:
            after = min(cell.right + 1, width)
            row.extend([""] * (after - len(row)))
            for column in range(cell.left, after):
                row[column] = row[column] or (text if column == cell.left else beside)


def _is_title(row: Sequence[str], cell: MergedCell) -> bool:
    """Whether a merged cell is alone in its one row, from the first column on."""
    return cell.left == 0 and cell.top == cell.bottom and not any(row[1:])
