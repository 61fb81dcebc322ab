"""The book of hours in words: a title, a sentence, and the lines of its tables.

Screen, paper and command line show these lines; JSON and CSV have the same figures in minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from heartplanner.core.hours.book import HoursBook, HoursRow, HoursSum
from heartplanner.core.hours.figures import BY_ABSENCE, COUNTS, Figure
from heartplanner.core.hours.units import Unit
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    clock,
    hours,
    listed,
    long_date,
    month_title,
    span,
    span_brief,
    weekday_date,
)

TITLES = {
    Figure.SHIFTS: "Shifts",
    Figure.ADMIN: "Admin",
    Figure.EXTRA: "Extra shifts",
    Figure.LATE: "Shifts, beyond usual hours",
    Figure.TRAINING: "Training",
    Figure.WORKED: "Worked",
    **{figure: kind.capitalize() for kind, figure in BY_ABSENCE.items()},
    Figure.CREDITED: "Worked and time off",
    Figure.OVERTIME: "Overtime over 40 h a week",
    Figure.PLANNED: "Rotation without your changes",
    Figure.NIGHT: "Worked 10 pm-6 am",
    Figure.WEEKEND: "Worked on weekends",
    Figure.HOLIDAY: "Worked on holidays",
    Figure.NOT_CONFIRMED: "Not confirmed yet",
    Figure.SHIFT_COUNT: "Number of shifts",
    Figure.WEEKENDS: "Working weekends",
}
ALWAYS = frozenset(
    (
        Figure.SHIFTS,
        Figure.ADMIN,
        Figure.WORKED,
        Figure.OVERTIME,
        Figure.PLANNED,
        Figure.SHIFT_COUNT,
    )
)
"""The figures that are shown where they are zero too."""
STRONG = frozenset((Figure.WORKED, Figure.OVERTIME))
DATED = frozenset(
    (
        Figure.EXTRA,
        Figure.LATE,
        Figure.TRAINING,
        *BY_ABSENCE.values(),
        Figure.OVERTIME,
        Figure.HOLIDAY,
        Figure.NOT_CONFIRMED,
    )
)
"""The figures whose days are named."""
YEAR = timedelta(days=366)
"""Of a longer stretch a date is named with its year."""
MOST_DATES = 3
UNIT_TITLES = {
    Unit.WEEK: "Work week",
    Unit.PERIOD: "Pay period",
    Unit.MONTH: "Month",
    Unit.CYCLE: "Cycle",
    Unit.YEAR: "Year",
}
COLUMNS = ("So far", "To come", "Together")
UNIT_COLUMNS = ("So far", "To come", "Time off", "Overtime", "Rotation")


class FigureLine(NamedTuple):
    """A line of a table of figures. `amounts`: so far, to come, together; `note`: its days."""

    title: str
    amounts: tuple[str, str, str]
    note: str
    strong: bool


class UnitLine(NamedTuple):
    """A line of a table of weeks, pay periods ...: worked so far, to come, time off, overtime, planned."""

    title: str
    amounts: tuple[str, ...]


def stretch_title(summed: HoursSum, unit: Unit | None) -> str:
    """Pay period September 8-21, 2025; September 2025; 2025; any other days as they are."""
    match unit:
        case Unit.MONTH:
            return month_title(summed.first.year, summed.first.month)
        case Unit.YEAR:
            return str(summed.first.year)
        case None:
            return span(summed.first, summed.last)
        case _:
            return f"{UNIT_TITLES[unit]} {span(summed.first, summed.last)}"


def payday_text(summed: HoursSum) -> str:
    """Payday: Friday, September 26, 2025; empty where none is known."""
    return f"Payday: {long_date(summed.payday)}" if summed.payday else ""


def as_of(now: datetime, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """What counts as so far: all that ended by this moment."""
    if (now.hour, now.minute) == (0, 0):
        return f"So far: what ended before {long_date(now.date())}"
    return f"So far: what ended by {clock(now, display)} on {long_date(now.date())}"


def sentence(summed: HoursSum, title: str) -> str:
    """September 2025: 28 h worked so far, 41.5 h to come; 12 h leave and 1.5 h overtime."""
    worked = summed.row(Figure.WORKED)
    beside = [
        (summed.row(figure).together, TITLES[figure].lower()) for figure in BY_ABSENCE.values()
    ]
    beside.append((summed.row(Figure.OVERTIME).together, "overtime"))
    more = listed([f"{hours(amount)} {name}" for amount, name in beside if amount])
    return f"{title}: {'; '.join(filter(None, (_worked_text(worked), more)))}."


def _worked_text(worked: HoursRow) -> str:
    """So far and to come, each where there is any of it."""
    if worked.so_far and worked.to_come:
        return f"{hours(worked.so_far)} worked so far, {hours(worked.to_come)} to come"
    return (
        f"{hours(worked.to_come)} to come" if worked.to_come else f"{hours(worked.so_far)} worked"
    )


def figure_lines(summed: HoursSum) -> list[FigureLine]:
    """The figures of a stretch, without those of which there is nothing."""
    return [
        FigureLine(
            TITLES[row.figure],
            (
                amount_text(row.figure, row.so_far),
                amount_text(row.figure, row.to_come),
                amount_text(row.figure, row.together),
            ),
            _dates(row, _plain_year(summed)) if row.figure in DATED else "",
            row.figure in STRONG,
        )
        for row in summed.rows
        if _is_shown(row, summed)
    ]


def _is_shown(row: HoursRow, summed: HoursSum) -> bool:
    # Without time off it would say the same as the hours worked.
    if row.figure is Figure.CREDITED:
        return summed.time_off > 0
    return row.figure in ALWAYS or row.together > 0


def amount_text(figure: Figure, amount: int) -> str:
    """41.5 h; of a count its number."""
    return str(amount) if figure in COUNTS else hours(amount)


def _plain_year(summed: HoursSum) -> int | None:
    """The year that goes without saying: none where the stretch is longer than one."""
    return summed.first.year if summed.last - summed.first < YEAR else None


def _dates(row: HoursRow, year: int | None) -> str:
    named = [_date(day, year) for day in row.dates[:MOST_DATES]]
    more = len(row.dates) - MOST_DATES
    return "; ".join(named) + (f" and {more} more" if more > 0 else "")


def _date(day: date, year: int | None) -> str:
    # The year stands only where it is not the one that the stretch begins in.
    return weekday_date(day) + (f", {day.year}" if day.year != year else "")


def unit_lines(sums: Sequence[HoursSum], unit: Unit) -> Iterator[UnitLine]:
    """A line a week, pay period, month ...; all but months and years are called by their dates."""
    for summed in sums:
        named = unit in (Unit.MONTH, Unit.YEAR)
        dates = f"{span_brief(summed.first, summed.last)}, {summed.last.year}"
        yield UnitLine(stretch_title(summed, unit) if named else dates, unit_amounts(summed))


def unit_amounts(summed: HoursSum) -> tuple[str, ...]:
    """What stands in such a line under UNIT_COLUMNS."""
    worked = summed.row(Figure.WORKED)
    overtime, planned = summed.row(Figure.OVERTIME), summed.row(Figure.PLANNED)
    minutes = (worked.so_far, worked.to_come, summed.time_off, overtime.together, planned.together)
    return tuple(map(hours, minutes))


def book_title(book: HoursBook) -> str:
    """What the whole book is of: Pay period ..., or Work weeks, July 28 - August 31, 2025."""
    if book.unit is None or len(book.sums) == 1:
        return stretch_title(book.total, book.unit)
    return f"{UNIT_TITLES[book.unit]}s, {span(book.total.first, book.total.last)}"
