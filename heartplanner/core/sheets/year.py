"""What a year's sheet of paper says: its months in small, and the year's sums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from heartplanner.core.explain.break_text import free_dates
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import total
from heartplanner.core.sheets.month import MonthSheet, SheetOptions, footer, month_sheet
from heartplanner.core.words.english import counted, hours
from heartplanner.typed import distinct


@distinct
class YearSheet(NamedTuple):
    """All the words of a year's sheet: each month as its own sheet has it, without holidays.

    `start`: the start date, before which nothing is known.
    """

    title: str
    name: str
    months: tuple[MonthSheet, ...]
    start: date
    sums: tuple[str, ...]
    footer: str


def year_sheet(schedule: Schedule, year: int, options: SheetOptions) -> YearSheet:
    """The sheet of a year."""
    months = [month_sheet(schedule, Month(year, number), {}, options) for number in range(1, 13)]
    return YearSheet(
        title=str(year),
        name=options.name,
        months=tuple(months),
        start=schedule.plan.start,
        sums=tuple(_sums(schedule, year)),
        footer=footer(schedule.plan, options.today),
    )


def _sums(schedule: Schedule, year: int) -> Iterator[str]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    sums = total(schedule.days(first, last))
    yield f"{counted(sums.shifts, 'shift')}, {hours(sums.minutes)} this year."
    yield f"{counted(sums.weekends_on, 'working weekend')}."
    spans = [free_dates(schedule, built_in) for built_in in breaks(schedule.plan, first, last)]
    yield f"Breaks: {', '.join(spans)}." if spans else "No break."
