"""Sums over weeks and months: hours, shifts and worked weekends."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.plan.model import monday
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.days import SUNDAY, Day
from heartplanner.core.schedule.schedule import Schedule


class Totals(NamedTuple):
    """Sums over some days. Shifts count extra ones too; a weekend counts on its Sunday.

    `taken_off_minutes` are those that leave, sickness or the employer took off. `guessed_shifts` are those
    of the shifts that are not confirmed yet.
    """

    planned_minutes: int
    minutes: int
    shifts: int
    weekends_on: int
    taken_off_minutes: int = 0
    guessed_shifts: int = 0

    @property
    def credited_minutes(self) -> int:
        """What counts as the week's hours (P2): those worked, and those of leave in their place."""
        return self.minutes + self.taken_off_minutes


class Week(NamedTuple):
    """One Monday-Sunday week, whole; `partial`: some of it lies before the start date."""

    days: tuple[Day, ...]
    totals: Totals

    @property
    def first(self) -> date:
        return self.days[0].date

    @property
    def partial(self) -> bool:
        return self.days[0].at is None


def total(over: Sequence[Day]) -> Totals:
    """The sums over these days; they add over a split."""
    blocks = [block for day in over for block in day.blocks]
    # A weekend has two days and is one: its Sunday stands for it, so that sums add over a split.
    return Totals(
        planned_minutes=sum(day.planned_minutes for day in over),
        minutes=sum(block.minutes for block in blocks),
        shifts=sum(block.kind in (Kind.SHIFT, Kind.EXTRA) for block in blocks),
        weekends_on=sum(day.weekend == "on" and day.date.weekday() == SUNDAY for day in over),
        taken_off_minutes=sum(off.block.minutes for day in over for off in day.taken_off),
        guessed_shifts=sum(
            day.is_guess(block) and block.kind is Kind.SHIFT for day in over for block in day.blocks
        ),
    )


def weeks(schedule: Schedule, first: date, last: date) -> list[Week]:
    """The weeks that touch first..last, each whole, in order."""
    if last < first:
        return []
    covered = schedule.days(monday(first), monday(last) + timedelta(days=6))
    # One range for all the weeks: to ask for each would look for breaks around each.
    return [_week(covered[n : n + 7]) for n in range(0, len(covered), 7)]


def month_ends(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def month_totals(schedule: Schedule, year: int, month: int) -> Totals:
    """The sums over a month's own days."""
    return total(schedule.days(*month_ends(year, month)))


def _week(seven: Sequence[Day]) -> Week:
    return Week(tuple(seven), total(seven))
