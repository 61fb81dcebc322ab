"""What a sheet of hours says: to hand in, or to hold against the pay stub.

Its table has a line for each week, pay period ... of a book that has several. Of one stretch it has a line
a day, with the sum of each work week, where that fits a page; else one a week, month or year. It has no
notes, no names but one's own, and nothing that asks for care: others may read it. Leave that is left is on
it only where that is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from heartplanner.core.explain.reasons import day_line
from heartplanner.core.hours.book import HoursBook, HoursSum, hours_sums
from heartplanner.core.hours.book_text import (
    UNIT_COLUMNS,
    FigureLine,
    as_of,
    book_title,
    figure_lines,
    payday_text,
    unit_lines,
)
from heartplanner.core.hours.figures import Figure
from heartplanner.core.hours.plot import WeekBar, week_bars
from heartplanner.core.hours.units import HoursSpan, Unit, hours_spans
from heartplanner.core.leave.balances import known_on
from heartplanner.core.leave.leave_text import amount_text
from heartplanner.core.plan.model import Plan, each_date
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.work_weeks import work_week
from heartplanner.core.sheets.month import SheetOptions, footer
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import full_date, hours, sentence_case, short_day, span_brief
from heartplanner.typed import distinct

MOST_DAYS = 42
"""Days that have a line each on one page, with a line for each of their weeks."""
MOST_LINES = 54
FEWEST_BARS, MOST_BARS = 3, 53
"""Fewer weeks make no picture, and more than a year's no bars that can be told apart."""
DAY_COLUMNS = ("So far", "To come", "Time off")


class HoursSheetRow(NamedTuple):
    """A line of the table: a day and what is worked, or a sum over some days."""

    title: str
    text: str
    amounts: tuple[str, ...]
    strong: bool = False


@distinct
class HoursSheet(NamedTuple):
    """All the words of a sheet of hours, and the bars of its plot."""

    title: str
    name: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[HoursSheetRow, ...]
    figures: tuple[FigureLine, ...]
    bars: tuple[WeekBar, ...]
    footer: str


def hours_sheet(
    schedule: Schedule,
    book: HoursBook,
    holidays: Mapping[date, str],
    options: SheetOptions,
    *,
    leave_left: bool = False,
) -> HoursSheet:
    """The sheet of all days of a book; `holidays`: their names by date; `leave_left`: with the balances."""
    total = book.total
    # The units of a book are what was asked for; only of more than a page has, longer ones stand for them.
    by_unit = book.unit is not None and 1 < len(book.sums) <= MOST_LINES
    by_day = not by_unit and (total.last - total.first).days < MOST_DAYS
    rows = _day_rows(schedule, book, holidays, options.display) if by_day else None
    many = (total.last - total.first).days > MOST_BARS * 7
    bars = [] if many else week_bars(schedule, total.first, total.last, book.now)
    return HoursSheet(
        title=hours_title(book),
        name=options.name,
        notes=tuple(_notes(schedule, book, options.display, leave_left=leave_left)),
        columns=DAY_COLUMNS if by_day else UNIT_COLUMNS,
        rows=tuple(rows or _unit_rows(schedule, book, holidays, asked=by_unit)),
        figures=tuple(figure_lines(total)),
        bars=tuple(bars) if len(bars) >= FEWEST_BARS else (),
        footer=footer(schedule.plan, options.today),
    )


def _notes(
    schedule: Schedule, book: HoursBook, display: DisplayFormat, *, leave_left: bool
) -> Iterator[str]:
    """The payday, what counts as so far, and if wanted what is left of each kind of leave that is known."""
    if payday := payday_text(book.total):
        yield payday
    yield as_of(book.now, display)
    for left in known_on(schedule, [book.total.last] if leave_left else []):
        amount = amount_text(left.kind, left.hours)
        yield f"Left at the end of {full_date(left.on)}: {amount}"


def hours_title(book: HoursBook) -> str:
    """Hours, pay period September 8-21, 2025; the names of months keep their capitals."""
    title = book_title(book)
    named = len(book.sums) > 1 or book.unit not in (None, Unit.MONTH, Unit.YEAR)
    return f"Hours, {title[0].lower() + title[1:] if named else title}"


def _day_rows(
    schedule: Schedule, book: HoursBook, holidays: Mapping[date, str], display: DisplayFormat
) -> Iterator[HoursSheetRow]:
    first, last = book.total.first, book.total.last
    days = schedule.days(first, last)
    each = [HoursSpan(day, day) for day in each_date(first, last)]
    sums = dict(zip(each, hours_sums(schedule, each, holidays, book.now), strict=True))
    for (begin, end), week in groupby(days, key=lambda day: work_week(schedule.plan, day.date)):
        for day in week:
            amounts = sums[HoursSpan(day.date, day.date)]
            yield HoursSheetRow(short_day(day.date), _day_text(day, display), _amounts(amounts))
        cut = HoursSpan(max(begin, first), min(end, last))
        # Summed anew and not from its days: overtime is a week's, and no day has a part of it.
        yield _week_row(hours_sums(schedule, [cut], holidays, book.now)[0])


def _day_text(day: Day, display: DisplayFormat) -> str:
    """Day shift 9-9; before the start date nothing."""
    return sentence_case(day_line(day, display)) if day.at else ""


def _week_row(summed: HoursSum) -> HoursSheetRow:
    overtime = summed.row(Figure.OVERTIME).together
    text = f"{hours(overtime)} overtime" if overtime else ""
    return HoursSheetRow(span_brief(summed.first, summed.last), text, _amounts(summed), strong=True)


def _amounts(summed: HoursSum) -> tuple[str, ...]:
    """Under DAY_COLUMNS; what there is nothing of is left empty."""
    worked = summed.row(Figure.WORKED)
    minutes = (worked.so_far, worked.to_come, summed.time_off)
    return tuple(hours(amount) if amount else "" for amount in minutes)


def _unit_rows(
    schedule: Schedule, book: HoursBook, holidays: Mapping[date, str], *, asked: bool
) -> Iterator[HoursSheetRow]:
    """A line for each unit of the book if it was `asked` by them.

    Else one a week, or a month, or a year, whichever are few enough; cut to the days of the book.
    """
    if asked and book.unit:
        unit, sums = book.unit, book.sums
    else:
        unit, stretches = _finest(schedule.plan, book.total)
        sums = tuple(hours_sums(schedule, stretches, holidays, book.now))
    for line in unit_lines(sums, unit):
        yield HoursSheetRow(line.title, "", line.amounts)


def _finest(plan: Plan, total: HoursSum) -> tuple[Unit, Sequence[HoursSpan]]:
    for unit in (Unit.WEEK, Unit.MONTH):
        stretches = _cut(plan, unit, total)
        if len(stretches) <= MOST_LINES:
            return unit, stretches
    return Unit.YEAR, _cut(plan, Unit.YEAR, total)


def _cut(plan: Plan, unit: Unit, total: HoursSum) -> list[HoursSpan]:
    """The units of the book's days, the first and the last cut to them, so that they add up."""
    # Before the start date nothing is worked, and a year would begin with months of empty lines.
    first = min(max(total.first, plan.start), total.last)
    return [
        HoursSpan(max(one.first, first), min(one.last, total.last))
        for one in hours_spans(plan, unit, first, total.last)
    ]
