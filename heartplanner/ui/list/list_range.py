"""The days of the list: a year from today on, and each day that was chosen, wherever it is."""

from __future__ import annotations

from datetime import date, timedelta

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, Plan, monday
from heartplanner.core.schedule.ranges.default_range import first_day, last_day

SUNDAY = timedelta(days=6)


class ListRange:
    """Grows with the days that are chosen and never shrinks: no row goes from under the pointer."""

    def __init__(self) -> None:
        self._first, self._last = date.max, date.min

    def reach(self, plan: Plan, today: date, chosen: date) -> tuple[date, date]:
        """The first and the last day of the list, so that it holds the day chosen and its week."""
        first = first_day(plan, today)
        last = last_day(first)
        if chosen < first:
            first = monday(chosen)
        elif chosen > last:
            last = monday(chosen) + SUNDAY
        self._first, self._last = min(self._first, first), max(self._last, last)
        return max(self._first, FIRST_DATE), min(self._last, LAST_DATE)
