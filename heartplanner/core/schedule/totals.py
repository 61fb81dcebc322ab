"""Sums over weeks and months: hours, shifts and worked weekends."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from heartplanner.core.plan.model import ONE_DAY, monday
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.cycle import Position
from heartplanner.core.schedule.days import SUNDAY, Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.work_weeks import work_weeks


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
    """One work week; it has fewer than seven days where the work week changes.

    `cut`: it has; `partial`: it has, or some of it lies before the start date: it is not judged.
    """

    days: tuple[Day, ...]
    totals: Totals

    @property
    def first(self) -> date:
        return self.days[0].date

    @property
    def last(self) -> date:
        return self.days[-1].date

    @property
    def middle(self) -> date:
        return self.days[(len(self.days) - 1) // 2].date

    @property
    def cut(self) -> bool:
        return len(self.days) < 7

    @property
    def partial(self) -> bool:
        return self.cut or self.days[0].at is None

    @property
    def at(self) -> Position | None:
        """Its place in the cycle, which is that of most of its days; None before the start date."""
        # Of these days the last: the week in which the plan begins has no place on its first ones.
        row = monday(self.middle)
        most = [day.at for day in self.days if monday(day.date) == row]
        return most[-1] or self.days[-1].at


def total(over: Sequence[Day]) -> Totals:
    """The sums over these days; they add over a split."""
    blocks = [block for day in over for block in day.blocks]
    # A weekend has two days and is one: its Sunday stands for it, so that sums add over a split.
    return Totals(
        planned_minutes=sum(day.planned_minutes for day in over),
        minutes=sum(block.minutes for block in blocks),
        shifts=sum(block.kind.is_shift for block in blocks),
        weekends_on=sum(day.weekend == "on" and day.date.weekday() == SUNDAY for day in over),
        taken_off_minutes=sum(off.block.minutes for day in over for off in day.taken_off),
        guessed_shifts=sum(
            day.is_guess(block) and block.kind is Kind.SHIFT for day in over for block in day.blocks
        ),
    )


def weeks(schedule: Schedule, first: date, last: date) -> list[Week]:
    """The work weeks that touch first..last, each whole, in order."""
    if last < first:
        return []
    spans = list(work_weeks(schedule.plan, first, last))
    # One range for all the weeks: to ask for each would look for breaks around each.
    covered = iter(schedule.days(spans[0].first, spans[-1].last))
    return [_week(list(islice(covered, (end - begin).days + 1))) for begin, end in spans]


def month_ends(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    last = date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - ONE_DAY
    return date(year, month, 1), last


def _week(days: Sequence[Day]) -> Week:
    return Week(tuple(days), total(days))
