"""The plot of hours a work week against 40: its bars, and the same in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.hours.book import HoursSum, hours_sums
from heartplanner.core.hours.figures import WEEK_LIMIT, Figure
from heartplanner.core.hours.units import Unit, hours_spans
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import counted, full_date, hours, month_day

NO_WEEKS = "No week to show."


class WeekBar(NamedTuple):
    """A work week: minutes worked so far, to come, and off in their place; whether now lies in it."""

    first: date
    last: date
    so_far: int
    to_come: int
    time_off: int
    current: bool

    @property
    def worked(self) -> int:
        return self.so_far + self.to_come


def week_bars(schedule: Schedule, first: date, last: date, now: datetime) -> list[WeekBar]:
    """The whole work weeks that touch first..last, from the start date's on."""
    first = max(first, schedule.plan.start)
    stretches = hours_spans(schedule.plan, Unit.WEEK, first, last)
    sums = hours_sums(schedule, stretches, {}, now) if stretches else []
    return [_bar(summed, now.date()) for summed in sums]


def _bar(summed: HoursSum, today: date) -> WeekBar:
    worked = summed.row(Figure.WORKED)
    current = summed.first <= today <= summed.last
    return WeekBar(
        summed.first, summed.last, worked.so_far, worked.to_come, summed.time_off, current
    )


def plot_text(bars: Sequence[WeekBar]) -> str:
    """What the plot shows: over 40 h in 2 of 23 weeks; the most, 52 h, in the week of August 18, 2025."""
    if not bars:
        return NO_WEEKS
    over = sum(bar.worked > WEEK_LIMIT for bar in bars)
    most = max(bars, key=lambda bar: bar.worked)
    return (
        f"Hours a work week, {month_day(bars[0].first)} - {full_date(bars[-1].last)}: over 40 h in"
        f" {over} of {counted(len(bars), 'week')}; the most, {hours(most.worked)},"
        f" in the week of {full_date(most.first)}."
    )
