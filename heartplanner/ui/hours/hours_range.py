"""Which hours are on show: a stretch of the calendar, and by what it is summed."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.hours.units import HoursSpan, Unit, hours_spans
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY, Plan
from heartplanner.core.schedule.ranges.default_range import first_day
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.ui.view_list import View


class Shown(StrEnum):
    """What one can choose to see: one of each unit, the units of a year, or any dates."""

    WEEK = Unit.WEEK.value
    PERIOD = Unit.PERIOD.value
    MONTH = Unit.MONTH.value
    CYCLE = Unit.CYCLE.value
    YEAR = Unit.YEAR.value
    WEEKS = "weeks"
    PERIODS = "periods"
    DATES = "dates"


WORDS = {
    Shown.WEEK: "Work week",
    Shown.PERIOD: "Pay period",
    Shown.MONTH: "Month",
    Shown.CYCLE: "Six-week cycle",
    Shown.YEAR: "Year",
    Shown.WEEKS: "Each week of a year",
    Shown.PERIODS: "Each pay period of a year",
    Shown.DATES: "Other dates",
}
PAID = (Shown.PERIOD, Shown.PERIODS)
"""What can be seen only where pay periods are known."""


class HoursRange(NamedTuple):
    """A choice, and a day in its stretch; `last`: the last day, of other dates."""

    shown: Shown
    day: date
    last: date

    @property
    def unit(self) -> Unit | None:
        """By what the figures are summed."""
        match self.shown:
            case Shown.WEEKS:
                return Unit.WEEK
            case Shown.PERIODS:
                return Unit.PERIOD
            case Shown.DATES:
                return None
            case _:
                return Unit(self.shown.value)

    def stretch(self, plan: Plan) -> HoursSpan:
        """The days on show; the plan has begun by their last."""
        if self.shown is Shown.DATES:
            return HoursSpan(self.day, self.last)
        each = self.shown in (Shown.WEEKS, Shown.PERIODS)
        unit = Unit.YEAR if each or self.unit is None else self.unit
        (found,) = hours_spans(plan, unit, self.day, self.day)
        # A year in which one began would open with months of empty lines.
        return HoursSpan(max(found.first, plan.start), found.last) if each else found

    def moved(self, plan: Plan, steps: int) -> HoursRange:
        """The next stretch, or with -1 the one before it, as far as there are dates of the plan."""
        first, last = self.stretch(plan)
        if self.shown is Shown.DATES:
            length = timedelta((last - first).days + 1) * steps
            return self._replace(day=first + length, last=last + length)
        day = last + ONE_DAY if steps > 0 else first - ONE_DAY
        return self._replace(day=day)

    def may_move(self, plan: Plan, steps: int) -> bool:
        """Whether there is a stretch after this one, or before it, that the plan has days in."""
        first, last = self.stretch(plan)
        return last < LAST_DATE - (last - first) if steps > 0 else first > plan.start


def opening(
    plan: Plan, view: View, month: Month, today: date, selected: HoursSpan | None = None
) -> HoursRange:
    """What is shown first: the days that are selected, where they are several of the month on show.

    Else another month or year that is on show, or today's pay period or work week.
    """
    if view is View.MONTH and selected and _is_seen(plan, month, selected):
        return _selection(plan, selected)
    now = first_day(plan, today)
    shown = Shown.PERIOD if plan.pay else Shown.WEEK
    day = max(month.first, plan.start)
    if view is View.YEAR and month.year != now.year:
        return HoursRange(Shown.YEAR, day, day)
    if view is View.MONTH and not month.holds(now):
        return HoursRange(Shown.MONTH, day, day)
    return HoursRange(shown, now, now)


def _is_seen(plan: Plan, month: Month, selected: HoursSpan) -> bool:
    """Whether several days are selected, after the start date and in this month, at least in part."""
    first, last = selected
    return plan.start <= last and first < last and (month.holds(first) or month.holds(last))


def _selection(plan: Plan, selected: HoursSpan) -> HoursRange:
    """A selection as the pay period, work week, month, cycle or year that it is, or else as its dates."""
    for shown in (Shown.PERIOD, Shown.WEEK, Shown.MONTH, Shown.CYCLE, Shown.YEAR):
        if shown in PAID and not plan.pay:
            continue
        unit = Unit(shown.value)
        if hours_spans(plan, unit, selected.first, selected.first) == [selected]:
            return HoursRange(shown, selected.first, selected.first)
    return HoursRange(Shown.DATES, *selected)


def choices(plan: Plan) -> list[tuple[str, str]]:
    """What can be chosen, in words."""
    return [(shown, WORDS[shown]) for shown in Shown if plan.pay or shown not in PAID]
