"""Which days the dates of a roster are: the order of day and month, and the years that are not stated.

Both are settled by the roster as a whole. An order is impossible where it gives dates that are none, or
other weekdays than those that stand beside them. Between two possible ones the better roster decides:
one that begins after the start, that lies close together, that is in order, that is near today. Where
these do not agree, or say nothing, the order is left open, and dates that depend on it are not read.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.core.roster.dates.years import (
    Dated,
    distance,
    may_be_leap_day,
    slips_of,
    weekdays_wrong,
    with_years,
)
from heartplanner.core.roster.language.items import Form, RawDate
from heartplanner.core.roster.roster import (
    DateOrder,
    OrderTaken,
    Remedy,
    RosterQuestion,
    UnreadError,
)
from heartplanner.core.words.english import month_day

LONGEST_RANGE = timedelta(days=41)
"""From the first to the last day of a range: a cycle has 42."""
NEAR, FAR = timedelta(days=45), timedelta(days=120)
"""A roster this near to today is likely, one beyond that far is not."""
BEFORE = timedelta(days=7)
CLOSE = 3
"""How many times as far apart the dates of an unlikely order lie."""
WIDE = 45
LIKELY = "by it its days lie closest together and to today"
MID_MONTH = 15
LONE = 2
"""Dates of which a single weekday proves the order."""


@dataclass(slots=True)
class Dates:
    """The dates of a roster in the order of its lines; lines hold their places in it."""

    dated: list[Dated] = field(default_factory=list)
    ranges: list[tuple[int, int]] = field(default_factory=list)
    """The places of the first and the last date of each range."""

    def add(self, raw: RawDate, weekday: int | None = None) -> int:
        """Note a date. Returns its place."""
        self.dated.append(Dated(raw, weekday))
        return len(self.dated) - 1

    def head(self, month: HeadingMonth | None) -> None:
        """Take a heading's month: its year, if it has one, is that of the dates below without their own."""
        if month and month.year:
            self.add(month.day(MID_MONTH))

    def settled(
        self, question: RosterQuestion, doubtful: frozenset[int] = frozenset()
    ) -> SettledDates:
        """All dates, once every line was looked at.

        `doubtful`: the places of those in lines that are not understood. They prove nothing: "Page 1/2".
        """
        proof = [place for place in range(len(self.dated)) if place not in doubtful]
        # Where no line is understood, dates are told all the same: what is listed names its days.
        # Where no line is understood, all dates count: each line is listed with its day all the same.
        proof = proof or list(range(len(self.dated)))
        by_order = {order: with_years(self.dated, proof, order, question) for order in DateOrder}
        told, why = _order(self, proof, by_order, question)
        order = question.order or told
        slips = slips_of(self.dated, by_order[order or DateOrder.MONTH_FIRST], proof)
        return SettledDates(self.dated, by_order, order, told, why, slips)


@dataclass(frozen=True, slots=True)
class SettledDates:
    """The days of a roster's dates.

    `order` None: it cannot be told; `told`: what the roster tells, and `why`, where that is worth saying.
    """

    dated: Sequence[Dated]
    by_order: dict[DateOrder, list[date | None]]
    order: DateOrder | None
    told: DateOrder | None = None
    why: str = ""
    slips: frozenset[int] = frozenset()
    """The places of dates whose year is likely to be a slip."""

    @property
    def taken(self) -> OrderTaken | None:
        """The order that the roster tells, if it is to be said: with a date that has another day by it."""
        if self.told is None or not self.why:
            return None
        both = zip(self.dated, *(self.by_order[order] for order in DateOrder), strict=True)
        read = (
            (written.raw, one if self.told is DateOrder.MONTH_FIRST else two)
            for written, one, two in both
            if one and two and one != two and written.raw.form is Form.NUMERIC
        )
        raw, day = next(read, (None, None))
        return OrderTaken(self.told, spelled(raw), day, self.why) if raw and day else None

    def day(self, place: int) -> date:
        """The day of a date. Raises UnreadError, also where it could be two."""
        raw = self.dated[place].raw
        if place in self.slips and raw.year:
            raise UnreadError(
                f"{spelled(raw)} may be meant for {raw.year + 1}: the days above say so"
            )
        if self.order is not None:
            return _allowed(self.by_order[self.order][place], raw)
        # Most dates are the same in both orders, such as Aug 2 and 8/8: those are read all the same.
        days = {day for days in self.by_order.values() if (day := days[place]) is not None}
        if len(days) > 1 and raw.form is Form.NUMERIC:
            first, second = sorted(days)
            raise UnreadError(
                f"{spelled(raw)} could be {month_day(first)} or {month_day(second)}", Remedy.ORDER
            )
        return _allowed(next(iter(days), None), raw)

    @property
    def undecided(self) -> tuple[date, date] | None:
        """A date with the month first, and with the day first, if the roster does not tell which it is."""
        if self.told is not None:
            return None
        pairs = zip(*(self.by_order[order] for order in DateOrder), strict=True)
        return next(((one, two) for one, two in pairs if one and two and one != two), None)

    @property
    def is_without_year(self) -> bool:
        """Whether nothing that is stated tells the year: no year, and no weekday that is right."""
        if any(written.raw.year for written in self.dated):
            return False
        days = self.by_order[self.order or DateOrder.MONTH_FIRST]
        pairs = zip(self.dated, days, strict=True)
        return not any(day and written.weekday == day.weekday() for written, day in pairs)

    def possible(self, place: int) -> list[date]:
        """Every day that a date could be."""
        orders = [self.order] if self.order else list(DateOrder)
        days = {self.by_order[order][place] for order in orders}
        return sorted(day for day in days if day and FIRST_DATE <= day <= LAST_DATE)


def spelled(raw: RawDate) -> str:
    """A date as it stands in the roster, in digits."""
    year = f"/{raw.year}" if raw.year else ""
    return f"{raw.first}/{raw.second}{year}"


def _allowed(day: date | None, raw: RawDate) -> date:
    if day is None and may_be_leap_day(raw):
        raise UnreadError(f"it is not clear of which year {spelled(raw)} is: write its year")
    if day is None:
        raise UnreadError(f"{spelled(raw)} is no date of the calendar")
    if not FIRST_DATE <= day <= LAST_DATE:
        raise UnreadError(f"the year {day.year} cannot be meant")
    return day


def _broken(ranges: Iterable[tuple[int, int]], days: Sequence[date | None]) -> int:
    """How many ranges do not lead from a day to one within six weeks after it."""
    ends = ((days[first], days[last]) for first, last in ranges)
    return sum(
        one is not None and two is not None and not one < two <= one + LONGEST_RANGE
        for one, two in ends
    )


def _order(
    dates: Dates,
    proof: Sequence[int],
    by_order: dict[DateOrder, list[date | None]],
    question: RosterQuestion,
) -> tuple[DateOrder | None, str]:
    """The order that the proving dates decide, or None, and why; the usual order needs no proof told."""
    dated = [dates.dated[place] for place in proof]
    every = [by_order[order] for order in DateOrder]
    both = [[days[place] for place in proof] for days in every]
    if both[0] == both[1]:  # nothing depends on the order
        return DateOrder.MONTH_FIRST, ""
    # A date that does not exist, such as month 14, proves the other order at once.
    none = [days.count(None) for days in both]
    if min(none) == 0 < max(none):
        only = both[none.index(max(none))].index(None)
        return _proved(_of_lower_cost(none), f"{spelled(dated[only].raw)} can be no other date")
    # "13/12" beside "12/14": both orders are in the roster, so that neither tells of its other dates.
    if all(
        any(one is None and two is not None for one, two in zip(*pair, strict=True))
        for pair in (both, both[::-1])
    ):
        return None, ""
    ranges = [(first, last) for first, last in dates.ranges if first in proof]
    broken = [_broken(ranges, days) for days in every]
    wrong = [weekdays_wrong(dated, days) + count for days, count in zip(both, broken, strict=True)]
    # One weekday among many dates is as likely a slip: then all else must speak for the order, too.
    slip = len(proof) > LONE and max(wrong) == 1 and not any(broken)
    if min(wrong) == 0 < max(wrong) and not slip:
        return _proved(_of_lower_cost(wrong), "the weekdays beside its dates are right by it")
    # Too many weekdays are wrong by either order: then the weekdays themselves are not to be trusted.
    if min(wrong) * 3 > len(proof):
        return None, ""
    return _likely(dated, both, wrong, question)


def _likely(
    dated: Sequence[Dated],
    both: Sequence[Sequence[date | None]],
    wrong: Sequence[int],
    question: RosterQuestion,
) -> tuple[DateOrder | None, str]:
    """The order for which all signs speak that are not sure, or None."""
    numeric = [n for n, written in enumerate(dated) if written.raw.form is Form.NUMERIC]
    some = [[day for n in numeric if (day := days[n])] for days in both]
    # Signs that are not sure must agree: a wrong order would mark wrong days.
    votes = {*_votes(some[0], some[1], question)}
    near = _nearer(some[0], some[1], question.today)
    # A day long ago with the month first is as likely as one of these days with the day first.
    if near is DateOrder.DAY_FIRST and not votes:
        return None, ""
    if near is not None:
        votes.add(near)
    if wrong[0] != wrong[1]:
        # One slip among many right dates does not make an order impossible, if all else speaks for it.
        votes.add(_of_lower_cost(wrong))
    return (votes.pop(), LIKELY) if len(votes) == 1 else (None, "")


def _proved(order: DateOrder, proof: str) -> tuple[DateOrder, str]:
    """An order that is proved; of the usual one nothing needs to be said then."""
    return order, proof if order is DateOrder.DAY_FIRST else ""


def _of_lower_cost(costs: Sequence[float]) -> DateOrder:
    return DateOrder.MONTH_FIRST if costs[0] < costs[1] else DateOrder.DAY_FIRST


def _votes(
    month_first: list[date], day_first: list[date], question: RosterQuestion
) -> Iterable[DateOrder]:
    """What speaks for one order of two that both give dates."""
    both = (month_first, day_first)
    if not month_first or not day_first:
        return
    # A week that begins shortly before the start is none.
    early = [sum(day < question.start - BEFORE for day in days) for days in both]
    if min(early) == 0 and max(early) * 2 >= len(month_first):
        yield _of_lower_cost(early)
    # Read by the wrong order, the days of one month are scattered over the year.
    spans = [(max(days) - min(days)).days for days in both]
    if max(spans) >= max(WIDE / 2, CLOSE * min(spans)) and max(spans) > min(spans):
        yield _of_lower_cost(spans)
    # A roster goes forward in time; read by the wrong order it jumps to and fro.
    jumbled = [sum(two < one for one, two in itertools.pairwise(days)) for days in both]
    if min(jumbled) == 0 < max(jumbled):
        yield _of_lower_cost(jumbled)


def _nearer(month_first: list[date], day_first: list[date], today: date) -> DateOrder | None:
    """The order under which the roster is near today, where it is far under the other."""
    # Rosters are about now: one reading that lies near today speaks against one far from it.
    far = [distance(days, today) for days in (month_first, day_first)]
    if min(far) > NEAR or max(far) < FAR:
        return None
    return _of_lower_cost([distance.days for distance in far])


class HeadingMonth(NamedTuple):
    """The month of a heading."""

    number: int
    year: int | None

    def day(self, number: int) -> RawDate:
        """A day of it."""
        return RawDate(Form.CERTAIN, self.number, number, self.year)

    def after(self) -> HeadingMonth:
        """The month after it."""
        year = self.year + self.number // 12 if self.year else None
        return HeadingMonth(self.number % 12 + 1, year)
