"""A month as whole weeks: what its page shows, on screen and on paper."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from heartplanner.core.plan import FIRST_DATE, LAST_DATE, Plan
from heartplanner.core.totals import Week, month_ends, weeks
from heartplanner.core.words import month_title


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
        """The month so many months on (or back), held within the years that dates may have."""
        year, month = divmod(self.year * 12 + self.number - 1 + months, 12)
        return min(max(Month(year, month + 1), Month.of(FIRST_DATE)), Month.of(LAST_DATE))

    def holds(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.number)


def month_weeks(plan: Plan, month: Month) -> list[Week]:
    """The month's rows: 4 to 6 whole weeks, Monday first, with the neighbours' days that fill them."""
    return weeks(plan, month.first, month.last)
