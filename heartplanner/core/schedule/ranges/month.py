"""A month as whole weeks: what its page shows, on screen and on paper."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.core.schedule.ranges.rows import CalendarRow, calendar_rows
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import month_ends
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import month_title


class Month(NamedTuple):
    """One month of one year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return month_ends(self.year, self.number)[0]

    @property
    def last(self) -> date:
        return month_ends(self.year, self.number)[1]

    @property
    def title(self) -> str:
        return month_title(self.year, self.number)

    def plus(self, months: int) -> Month:
        """The month so many months on, or back where negative, within the years that dates may have."""
        year, month = divmod(self.year * 12 + self.number - 1 + months, 12)
        return min(max(Month(year, month + 1), Month.of(FIRST_DATE)), Month.of(LAST_DATE))

    def holds(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.number)


def page_dates(month: Month, display: DisplayFormat = DEFAULT_FORMAT) -> tuple[date, date]:
    """The first and the last day of the month's page: whole weeks, as they begin on screen and paper."""
    # Without the schedule: a page can be named, and its holidays loaded, before its days are made.
    back, on = ((day.weekday() + display.sunday_first) % 7 for day in (month.first, month.last))
    return month.first - timedelta(days=back), month.last + timedelta(days=6 - on)


def month_rows(
    schedule: Schedule, month: Month, display: DisplayFormat = DEFAULT_FORMAT
) -> list[CalendarRow]:
    """The month's rows: 4 to 6 whole weeks, with the neighbours' days that fill them.

    They begin on the day that the display says, whatever day the work week begins on.
    """
    return calendar_rows(schedule, *page_dates(month, display))
