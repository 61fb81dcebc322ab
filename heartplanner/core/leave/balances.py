"""The balance of a kind of leave on any day from the one on which it is known.

The days are gone through one after another: what is taken on a day is subtracted, then what accrues on it
is added, as far as the cap lets it. All is counted in exact fractions of an hour, so no balance is a sum
of rounded parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate
from math import lcm
from typing import NamedTuple

from heartplanner.core.plan.change import Absence
from heartplanner.core.plan.leave import LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.model import ONE_DAY, DateSpan, Plan, PlanError
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import month_ends
from heartplanner.core.words.english import full_date

HOUR_MINUTES = 60
NEVER = 10**30
"""More parts than any balance has."""


class LeaveUse(NamedTuple):
    """Real minutes worked on a day; parts of leave that are taken on it, and that accrue without a cap."""

    date: date
    worked: int
    taken: int
    accrues: int


class LeaveDay(NamedTuple):
    """A day's parts: taken from the balance, accrued after that, and what there is at its end."""

    date: date
    taken: int
    accrued: int
    parts: int

    @property
    def lowest(self) -> int:
        """What there is once leave is taken and before more accrues: leave needs to be there first."""
        return self.parts - self.accrued


class Outlook(NamedTuple):
    """What a balance comes to.

    `hours`: at the end of the day `on`. `taken`, `accrued`: after the first day asked about, to `on`.
    `short`: the most hours that are missing on any day until all that is planned is taken, zero where there
    is always enough; `short_on`: the first day on which hours are missing; `most_on`: the one on
    which the most are.
    """

    kind: LeaveKind
    on: date
    hours: Fraction
    taken: Fraction
    accrued: Fraction
    short: Fraction = Fraction(0)
    short_on: date | None = None
    most_on: date | None = None


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


def known_on(schedule: Schedule, days: Sequence[date]) -> Iterator[Outlook]:
    """Each balance at the end of each of these days on which it is known, kind by kind."""
    for account in schedule.plan.leave:
        known = [day for day in days if day >= account.on]
        if known:
            book = LeaveBook(schedule, account, max(known))
            yield from map(book.outlook, known)


class LeaveBook:
    """A balance with the days that it depends on, for questions about several options of leave.

    It reaches from the day after the known balance to `last`, or to the end of all that is planned. Within,
    hours are whole numbers of parts, of which `unit` are an hour: the least that all of them are whole in.
    """

    def __init__(self, schedule: Schedule, account: LeaveAccount, last: date) -> None:
        if last < account.on:
            known = full_date(account.on)
            raise PlanError(f"your balance of {account.kind} is known from {known} on, not before")
        self._account = account
        rate = account.accrual.hours if account.accrual else Fraction(0)
        given = (account.hours, rate, account.cap or Fraction(0))
        self._unit = HOUR_MINUTES * lcm(*(each.denominator for each in given))
        self._parts, self._rate, cap = (int(each * self._unit) for each in given)
        self._cap = None if account.cap is None else cap
        # Leave that is planned for later days must be there then, too: what is taken now may be
        # missing then.
        end = max(last, last_taken(schedule.plan, account.kind) or last)
        days = schedule.days(account.on + ONE_DAY, end)
        self._uses = [self._use(day, schedule.plan) for day in days]
        self._days = list(self._run(self._uses, self._parts))
        self._short = max([0, -self._parts, *(-day.lowest for day in self._days)])
        # For each day the lowest balance from that day on; after the last day nothing can be missing.
        # From the end backward, since `accumulate` looks back only: each minimum is over all later days.
        least = accumulate((day.lowest for day in reversed(self._days)), min, initial=NEVER)
        self._least = list(least)[::-1]
        cut = [
            number
            for number, (use, day) in enumerate(zip(self._uses, self._days, strict=True), 1)
            if day.accrued < use.accrues
        ]
        # From this day on the cap keeps nothing away, so that taking more changes all later days alike.
        self._uncapped = max(cut, default=0)
        self._sum_losses()

    def _sum_losses(self) -> None:
        """Sum what the balance loses if all work from the first day on is taken off.

        `_lost`: the parts that it has lost at the beginning of each day: taken, or not accrued. `_spare`:
        what is left at the lowest point of each day if the work of that day is taken off too.
        """
        # Sums from the first day on make the loss of any span a difference of two: many spans are
        # asked about.
        off = [self._off(use) for use in self._uses]
        taken = [less.taken - use.taken for less, use in zip(off, self._uses, strict=True)]
        each = [
            more + use.accrues - less.accrues
            for more, less, use in zip(taken, off, self._uses, strict=True)
        ]
        self._lost = list(accumulate(each, initial=0))
        self._spare = [
            day.lowest - lost - more
            for day, lost, more in zip(self._days, self._lost, taken, strict=False)
        ]

    def outlook(self, on: date, since: date | None = None, more: DateSpan | None = None) -> Outlook:
        """What there is on a day; with `more`, if all work of these days too is taken off for leave."""
        account, parts, taken, accrued = self._account, self._parts, 0, 0
        short, short_on = max(-parts, 0), account.on if parts < 0 else None
        most_on = short_on
        for day in self._run(self._with(more), self._parts) if more else self._days:
            if day.date <= on:
                parts = day.parts
                if since is None or day.date > since:
                    taken, accrued = taken + day.taken, accrued + day.accrued
            if day.lowest < 0:
                most_on = day.date if -day.lowest > short else most_on
                short, short_on = max(short, -day.lowest), short_on or day.date
        left, went, came, lack = (
            Fraction(each, self._unit) for each in (parts, taken, accrued, short)
        )
        return Outlook(account.kind, on, left, went, came, lack, short_on, most_on)

    def allows(self, first: date, last: date) -> bool:
        """Whether all work of these days can be taken off, and no more is missing than without it.

        For those who ask about many spans: the days after a span are not gone through where no cap keeps
        anything away, since all of them then have just so much less.
        """
        begin, end = max(0, (first - self._account.on).days - 1), (last - self._account.on).days
        if end <= begin:
            return True
        before = self._days[begin - 1].parts if begin else self._parts
        if begin >= self._uncapped:
            # Each day has less by all that the span took till then: the one with the least decides.
            gone = self._lost[begin]
            in_span = min(self._spare[begin:end]) + gone
            return min(in_span, self._least[end] - self._lost[end] + gone) >= -self._short
        # Where the cap bites, a day off also lets more accrue later, so this span is gone through day
        # by day.
        span = list(self._run(map(self._off, self._uses[begin:end]), before))
        if any(-day.lowest > self._short for day in span):
            return False
        # The room under the cap that it makes may lie after it, too.
        if end < self._uncapped:
            later: Iterable[LeaveDay] = self._run(self._uses[end:], span[-1].parts)
            return all(-day.lowest <= self._short for day in later)
        # From here on every day has so much less than without it.
        lost = self._days[end - 1].parts - span[-1].parts
        return lost - self._least[end] <= self._short

    def _run(self, uses: Iterable[LeaveUse], parts: int) -> Iterator[LeaveDay]:
        """These days, without a gap, of which the first begins with so much."""
        for use in uses:
            accrued = use.accrues
            if self._cap is not None:
                # A balance over its cap keeps what it has: only more does not come.
                accrued = max(0, min(accrued, self._cap - (parts - use.taken)))
            parts += accrued - use.taken
            yield LeaveDay(use.date, use.taken, accrued, parts)

    def _use(self, day: Day, plan: Plan) -> LeaveUse:
        kind = self._account.kind
        taken = sum(off.block.minutes for off in day.taken_off if off.balance is kind)
        # Exact: the unit is a multiple of 60, so each minute is a whole number of parts.
        return LeaveUse(
            day.date, day.minutes, taken * self._unit // HOUR_MINUTES, self._accrues(day, plan)
        )

    def _accrues(self, day: Day, plan: Plan) -> int:
        """What accrues on a day without a cap; before the start date nothing does."""
        if self._account.accrual is None:
            return 0
        match self._account.accrual.per:
            case Per.HOUR:
                return self._rate * day.minutes // HOUR_MINUTES
            case Per.PERIOD:
                ends = plan.pay is not None and plan.pay.period_of(day.date).last == day.date
            case Per.MONTH:
                ends = month_ends(day.date.year, day.date.month)[1] == day.date
        return self._rate if ends and day.date >= plan.start else 0

    def _with(self, more: DateSpan) -> Iterator[LeaveUse]:
        """The days with all work of this span taken off too."""
        first, last = more
        for use in self._uses:
            yield self._off(use) if first <= use.date <= last else use

    def _off(self, use: LeaveUse) -> LeaveUse:
        """A day with all its work taken off, and taken from this leave."""
        # Leave that accrues by the hour worked does not accrue in hours that are not.
        by_hour = self._account.accrual and self._account.accrual.per is Per.HOUR
        taken = use.taken + use.worked * self._unit // HOUR_MINUTES
        return LeaveUse(use.date, 0, taken, 0 if by_hour else use.accrues)
