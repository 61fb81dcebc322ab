"""The book of hours: its figures over stretches of the calendar, each as so far and as to come."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.hours.figures import Figure, HoursEntry, week_entries
from heartplanner.core.hours.units import HoursSpan, Unit, hours_spans
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import weeks


class HoursRow(NamedTuple):
    """One figure: what had ended at the moment asked about, and what had not; never mixed.

    `dates`: the days on which there is any of it, in order.
    """

    figure: Figure
    so_far: int = 0
    to_come: int = 0
    dates: tuple[date, ...] = ()

    @property
    def together(self) -> int:
        return self.so_far + self.to_come


class HoursSum(NamedTuple):
    """All figures of a stretch, in the order of `Figure`. `payday`: of a whole pay period, if known."""

    first: date
    last: date
    rows: tuple[HoursRow, ...]
    payday: date | None = None

    def row(self, figure: Figure) -> HoursRow:
        return next(row for row in self.rows if row.figure is figure)

    @property
    def time_off(self) -> int:
        """Minutes of leave, sickness and shifts called off, so far and to come."""
        return self.row(Figure.CREDITED).together - self.row(Figure.WORKED).together


class HoursBook(NamedTuple):
    """What was asked for: the sums of each unit, and of all its days together.

    `unit`: None where a stretch is summed as a whole, which is then the only one.
    """

    unit: Unit | None
    sums: tuple[HoursSum, ...]
    total: HoursSum
    now: datetime


def hours_book(
    schedule: Schedule,
    asked: HoursSpan,
    unit: Unit | None,
    holidays: Mapping[date, str],
    now: datetime,
) -> HoursBook:
    """The book of these days, as of `now` (aware); with a unit, of all whole units that touch them.

    `holidays`: their names by date, of all those days. Raises PlanError where no unit has such a day.
    """
    stretches = hours_spans(schedule.plan, unit, *asked) if unit else [asked]
    if not stretches:
        raise PlanError("these dates are all before your start date")
    whole = HoursSpan(stretches[0].first, stretches[-1].last)
    *sums, total = hours_sums(schedule, [*stretches, whole], holidays, now)
    return HoursBook(unit, tuple(sums), total, now)


def hours_sums(
    schedule: Schedule, stretches: Sequence[HoursSpan], holidays: Mapping[date, str], now: datetime
) -> list[HoursSum]:
    """The sums of each stretch. None begins before the first of the list, or ends after its last."""
    whole = HoursSpan(stretches[0].first, stretches[-1].last)
    # Weeks are gone through whole, since overtime is known only from a week's first day on.
    entries = [
        entry
        for week in weeks(schedule, *whole)
        for entry in week_entries(week, holidays, now)
        if whole.first <= entry.date <= whole.last
    ]
    # Entries are in the order of their dates, so that each stretch is a slice of them.
    days = [entry.date for entry in entries]
    return [
        _summed(
            stretch,
            entries[bisect_left(days, stretch.first) : bisect_right(days, stretch.last)],
            schedule.plan,
        )
        for stretch in stretches
    ]


def _summed(stretch: HoursSpan, entries: Sequence[HoursEntry], plan: Plan) -> HoursSum:
    by_figure: dict[Figure, list[HoursEntry]] = {figure: [] for figure in Figure}
    for entry in entries:
        by_figure[entry.figure].append(entry)
    rows = tuple(_row(figure, listed) for figure, listed in by_figure.items())
    return HoursSum(*stretch, rows, _payday(plan, stretch))


def _row(figure: Figure, entries: Iterable[HoursEntry]) -> HoursRow:
    # By whether the work has ended: what is so far, and what is to come.
    amounts = {True: 0, False: 0}
    dates: dict[date, None] = {}
    for entry in entries:
        amounts[entry.ended] += entry.amount
        dates[entry.date] = None
    return HoursRow(figure, amounts[True], amounts[False], tuple(dates))


def _payday(plan: Plan, stretch: HoursSpan) -> date | None:
    """The payday of a stretch that is just one pay period."""
    if plan.pay is None or HoursSpan(*plan.pay.period_of(stretch.first)) != stretch:
        return None
    return plan.pay.payday(stretch.last)
