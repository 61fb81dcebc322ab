"""Rows of seven days, as a page or a board shows them, each with the work weeks that it sums."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, weeks
from heartplanner.core.words.english import WEEKDAYS


class CalendarRow(NamedTuple):
    """Seven days of a page, and the work weeks that its week column sums.

    These are the ones whose middle day is in the row: nearly always one, and each is in one row.
    """

    days: tuple[Day, ...]
    weeks: tuple[Week, ...]

    @property
    def first(self) -> date:
        return self.days[0].date

    @property
    def same_days(self) -> bool:
        """Whether the row shows just the days of its one work week."""
        return len(self.weeks) == 1 and self.weeks[0].days == self.days


def calendar_rows(schedule: Schedule, first: date, last: date) -> list[CalendarRow]:
    """The rows of first..last, both included: a whole number of weeks."""
    covered = weeks(schedule, first, last)
    days = {day.date: day for week in covered for day in week.days}
    return [
        CalendarRow(
            tuple(days[begin + timedelta(days=n)] for n in range(7)),
            tuple(week for week in covered if begin <= week.middle < begin + timedelta(days=7)),
        )
        for begin in (first + timedelta(days=n) for n in range(0, (last - first).days + 1, 7))
    ]


def week_title(rows: Sequence[CalendarRow]) -> str:
    """The heading of the week column: Week, where it sums the rows; else the days that it sums, Sat-Fri."""
    if all(row.same_days for row in rows):
        return "Week"
    begins = {week.first.weekday() for row in rows for week in row.weeks if not week.cut}
    return week_days(begins.pop()) if len(begins) == 1 else "Work week"


def week_days(first_weekday: int) -> str:
    """Sat-Fri: the days of a work week."""
    return f"{WEEKDAYS[first_weekday][:3]}-{WEEKDAYS[first_weekday - 1][:3]}"
