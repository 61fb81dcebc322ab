"""The book of hours as a table for spreadsheets: comma-separated, and safe from formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from heartplanner.core.hours.book import HoursBook, HoursRow, HoursSum
from heartplanner.core.hours.book_text import TITLES
from heartplanner.core.hours.figures import COUNTS
from heartplanner.core.leave.balances import Outlook, known_on
from heartplanner.core.plan.leave import LEAVE_NAMES
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import sentence_case

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


def csv_text(schedule: Schedule, book: HoursBook) -> str:
    """Every figure of every unit on a line of its own, hours in decimals and exact minutes beside them.

    Below the figures stands what is left of each kind of leave at the unit's end, where that is known.

    The sum over all units is left out: a spreadsheet that sums the column would count it twice.
    """
    left: dict[date, list[Outlook]] = {}
    for outlook in known_on(schedule, [summed.last for summed in book.sums]):
        left.setdefault(outlook.on, []).append(outlook)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    for summed in book.sums:
        lines = [*_lines(summed), *_leave_lines(summed, left.get(summed.last, ()))]
        writer.writerows(map(safe_cell, cells) for cells in lines)
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


def _leave_lines(summed: HoursSum, left: Iterable[Outlook]) -> Iterator[tuple[str, ...]]:
    """A balance is no sum of days: it has no so far and to come, and its hours need be no whole minutes."""
    for outlook in left:
        title = f"{sentence_case(LEAVE_NAMES[outlook.kind])}, left at the end"
        yield (
            summed.first.isoformat(),
            summed.last.isoformat(),
            summed.payday.isoformat() if summed.payday else "",
            title,
            "",
            "",
            f"{(outlook.hours * 100 // 1) / 100:.2f}",
            "",
            "",
            "",
        )


def _amounts(row: HoursRow) -> tuple[str, ...]:
    amounts = (row.so_far, row.to_come, row.together)
    if row.figure in COUNTS:
        return (*map(str, amounts), "", "", "")
    return (*(f"{minutes / 60:.2f}" for minutes in amounts), *map(str, amounts))
