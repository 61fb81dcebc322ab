"""Pay periods and paydays, as the responder states them: no employer's are assumed."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

SHORTEST_PERIOD, LONGEST_PERIOD = 7, 42
"""Days of a pay period, from a week to six of them."""
LONGEST_LAG = 60
"""The most days from the end of a pay period to its payday."""


class PaydayPlace(StrEnum):
    """Where paydays are shown beside the shifts."""

    NOWHERE = "nowhere"
    CALENDAR = "calendar"
    PAPER = "paper"
    """In the calendar and on its printed sheets."""


class PayPeriod(NamedTuple):
    """The first and the last day of a pay period."""

    first: date
    last: date


class PaySchedule(NamedTuple):
    """How the responder is paid: every `days` days a pay period begins, one of them on `first`.

    `lag`: the days from the last day of a period to its payday, None where they are not known. `shown`:
    where paydays are shown.
    """

    first: date
    days: int
    lag: int | None = None
    shown: PaydayPlace = PaydayPlace.NOWHERE

    def period_of(self, day: date) -> PayPeriod:
        """The pay period in which a day lies; periods go on before `first` as after it."""
        begin = day - timedelta((day - self.first).days % self.days)
        return PayPeriod(begin, begin + timedelta(self.days - 1))

    def payday(self, last: date) -> date | None:
        """The payday of the period that ends on this day; None where it is not known."""
        return None if self.lag is None else last + timedelta(self.lag)

    def paid_for(self, payday: date) -> PayPeriod:
        """The pay period that is paid on one of the paydays."""
        assert self.lag is not None, "where the lag is not known there is no payday"
        return self.period_of(payday - timedelta(self.lag))

    def paydays(self, start: date, first: date, last: date) -> list[date]:
        """The paydays from first to last, both included, of the periods that reach to `start` or beyond.

        `start` is the plan's start date: what was paid before it was paid for other work.
        """
        if self.lag is None:
            return []
        lag = timedelta(self.lag)
        end = self.period_of(max(first - lag, start)).last
        paid_on = []
        while end + lag <= last:
            if end + lag >= first:
                paid_on.append(end + lag)
            end += timedelta(self.days)
        return paid_on
