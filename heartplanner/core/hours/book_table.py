"""The book of hours as a table for spreadsheets: comma-separated, and safe from formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from heartplanner.core.hours.book import HoursBook, HoursRow, HoursSum
from heartplanner.core.hours.book_text import TITLES
from heartplanner.core.hours.figures import COUNTS

HEADINGS = (
    "From",
    "To",
    "Payday",
    "Figure",
    "So far",
    "To come",
    "Together",
    "So far, minutes",
    "To come, minutes",
    "Together, minutes",
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these is a formula to a spreadsheet, after blanks too."""


def csv_text(book: HoursBook) -> str:
    """Every figure of every unit on a line of its own, hours in decimals and exact minutes beside them.

    The sum over all units is left out: a spreadsheet that sums the column would count it twice.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    for summed in book.sums:
        writer.writerows(map(safe_cell, cells) for cells in _lines(summed))
    return text.getvalue()


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def _lines(summed: HoursSum) -> Iterator[tuple[str, ...]]:
    payday = summed.payday.isoformat() if summed.payday else ""
    for row in summed.rows:
        yield (
            summed.first.isoformat(),
            summed.last.isoformat(),
            payday,
            TITLES[row.figure],
            *_amounts(row),
        )


def _amounts(row: HoursRow) -> tuple[str, ...]:
    amounts = (row.so_far, row.to_come, row.together)
    if row.figure in COUNTS:
        return (*map(str, amounts), "", "", "")
    return (*(f"{minutes / 60:.2f}" for minutes in amounts), *map(str, amounts))
