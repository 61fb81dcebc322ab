"""The balance of a kind of leave on any day from the one on which it is known.

The days are gone through one after another: what is taken on a day is subtracted, then what accrues on it
is added, as far as the cap lets it. All is counted in exact fractions of an hour, so no balance is a sum
of rounded parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from heartplanner.core.plan.change import Absence
from heartplanner.core.plan.leave import Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import month_ends
from heartplanner.core.words.english import full_date

ONE_DAY = timedelta(days=1)
HOUR = 60


class LeaveUse(NamedTuple):
    """Real minutes worked on a day, and minutes of it that are taken from one kind of leave."""

    date: date
    worked: int
    taken: int


class LeaveDay(NamedTuple):
    """A day's hours: taken from the balance, accrued after that, and what there is at its end."""

    date: date
    taken: Fraction
    accrued: Fraction
    hours: Fraction

    @property
    def lowest(self) -> Fraction:
        """What there is once leave is taken and before more accrues: leave needs to be there first."""
        return self.hours - self.accrued


class Outlook(NamedTuple):
    """What a balance comes to.

    `hours`: at the end of the day `on`. `taken`, `accrued`: after the first day asked about, to `on`.
    `short`: the most hours that are missing on any day until all that is planned is taken, zero where there
    is always enough; `short_on`: the first day on which hours are missing.
    """

    kind: LeaveKind
    on: date
    hours: Fraction
    taken: Fraction
    accrued: Fraction
    short: Fraction = Fraction(0)
    short_on: date | None = None


def account_of(plan: Plan, kind: LeaveKind) -> LeaveAccount | None:
    """The stated balance of a kind; None where it is not known."""
    return next((account for account in plan.leave if account.kind is kind), None)


def last_taken(plan: Plan, kind: LeaveKind) -> date | None:
    """The last day of all that is taken from a kind of leave; None where nothing is."""
    absences = (change.what for change in plan.changes if isinstance(change.what, Absence))
    return max((one.last for one in absences if one.balance is kind), default=None)


def outlook(
    schedule: Schedule, account: LeaveAccount, on: date, since: date | None = None
) -> Outlook:
    """What there is on a day. `since`: the day after which taken and accrued hours are summed.

    Raises PlanError for a day before the one on which the balance is known.
    """
    return LeaveBook(schedule, account, on).outlook(on, since)


class LeaveBook:
    """A balance with the days that it depends on, for questions about several options of leave.

    It reaches from the day after the known balance to `last`, or to the end of all that is planned.
    """

    def __init__(self, schedule: Schedule, account: LeaveAccount, last: date) -> None:
        if last < account.on:
            known = full_date(account.on)
            raise PlanError(f"your balance of {account.kind} is known from {known} on, not before")
        self._plan, self._account = schedule.plan, account
        end = max(last, last_taken(schedule.plan, account.kind) or last)
        days = schedule.days(account.on + ONE_DAY, end)
        self._uses = [_use(day, account.kind) for day in days]

    def outlook(
        self, on: date, since: date | None = None, more: tuple[date, date] | None = None
    ) -> Outlook:
        """What there is on a day; with `more`, if all work of these days too is taken off for leave."""
        uses = self._uses if more is None else _with(self._uses, *more)
        hours, taken, accrued = self._account.hours, Fraction(0), Fraction(0)
        short, short_on = max(-hours, Fraction(0)), self._account.on if hours < 0 else None
        for day in leave_days(self._plan, self._account, uses):
            if day.date <= on:
                hours = day.hours
                if since is None or day.date > since:
                    taken, accrued = taken + day.taken, accrued + day.accrued
            if day.lowest < 0:
                short, short_on = max(short, -day.lowest), short_on or day.date
        return Outlook(self._account.kind, on, hours, taken, accrued, short, short_on)


def leave_days(plan: Plan, account: LeaveAccount, uses: Iterable[LeaveUse]) -> Iterator[LeaveDay]:
    """The days after the one on which the balance is known, without a gap, each with its hours."""
    hours = account.hours
    for use in uses:
        taken = Fraction(use.taken, HOUR)
        accrued = _accrued(plan, account.accrual, use) if account.accrual else Fraction(0)
        if account.cap is not None:
            # A balance over its cap keeps what it has: only more does not come.
            accrued = max(Fraction(0), min(accrued, account.cap - (hours - taken)))
        hours += accrued - taken
        yield LeaveDay(use.date, taken, accrued, hours)


def _accrued(plan: Plan, accrual: Accrual, use: LeaveUse) -> Fraction:
    """What accrues on a day without a cap; before the start date nothing does."""
    match accrual.per:
        case Per.HOUR:
            return accrual.hours * use.worked / HOUR
        case Per.PERIOD:
            ends = plan.pay is not None and plan.pay.period_of(use.date).last == use.date
        case Per.MONTH:
            ends = month_ends(use.date.year, use.date.month)[1] == use.date
    return accrual.hours if ends and use.date >= plan.start else Fraction(0)


def _use(day: Day, kind: LeaveKind) -> LeaveUse:
    taken = sum(off.block.minutes for off in day.taken_off if off.balance is kind)
    return LeaveUse(day.date, day.minutes, taken)


def _with(uses: Sequence[LeaveUse], first: date, last: date) -> list[LeaveUse]:
    """The same with all work from first to last taken off, and taken from this leave."""
    return [
        LeaveUse(use.date, 0, use.taken + use.worked) if first <= use.date <= last else use
        for use in uses
    ]
