"""What the command `hours` prints: tables for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from heartplanner.cli.text.show_text import unsure_lines
from heartplanner.core.hours.book import HoursBook, HoursSum
from heartplanner.core.hours.book_text import (
    COLUMNS,
    DATED,
    UNIT_COLUMNS,
    as_of,
    book_title,
    figure_lines,
    payday_text,
    sentence,
    unit_lines,
)
from heartplanner.core.hours.care import all_cares, care_lines
from heartplanner.core.schedule.schedule import Schedule

TITLE_WIDTH, AMOUNT_WIDTH = 30, 12


def hours_lines(schedule: Schedule, book: HoursBook) -> Iterator[str]:
    """The sentence, the lines of the units where there are several, all figures, and what asks for care."""
    total = book.total
    yield from unsure_lines(schedule.plan)
    yield sentence(total, book_title(book))
    if payday := payday_text(total):
        yield f"{payday}."
    yield f"{as_of(book.now)}."
    if book.unit and len(book.sums) > 1:
        yield ""
        yield _line("", UNIT_COLUMNS)
        yield from (_line(line.title, line.amounts) for line in unit_lines(book.sums, book.unit))
    yield ""
    yield _line("", COLUMNS)
    for figure in figure_lines(total):
        yield f"{_line(figure.title, figure.amounts)}   {figure.note}".rstrip()
    lines = list(care_lines(all_cares(schedule, total.first, total.last)))
    yield from ["", *lines] if lines else []


def _line(title: str, amounts: Sequence[str]) -> str:
    return f"{title:<{TITLE_WIDTH}}" + "".join(f"{text:>{AMOUNT_WIDTH}}" for text in amounts)


def hours_json(schedule: Schedule, book: HoursBook) -> dict[str, Any]:
    """The object that `hours --format json` prints; all amounts but the two counts are minutes."""
    total = book.total
    return {
        "from": total.first.isoformat(),
        "to": total.last.isoformat(),
        "by": book.unit,
        "now": book.now.isoformat(timespec="seconds"),
        "example": schedule.plan.example,
        "answer": sentence(total, book_title(book)),
        "total": _sum_json(total),
        "sums": [_sum_json(summed) for summed in book.sums],
        "care": [
            {
                "first": care.first.isoformat(),
                "last": care.last.isoformat(),
                "kind": care.kind,
                "text": care.text,
            }
            for care in all_cares(schedule, total.first, total.last)
        ],
    }


def _sum_json(summed: HoursSum) -> dict[str, Any]:
    return {
        "from": summed.first.isoformat(),
        "to": summed.last.isoformat(),
        "payday": summed.payday and summed.payday.isoformat(),
        "so_far": {row.figure: row.so_far for row in summed.rows},
        "to_come": {row.figure: row.to_come for row in summed.rows},
        "dates": {
            row.figure: [day.isoformat() for day in row.dates]
            for row in summed.rows
            if row.figure in DATED
        },
    }
