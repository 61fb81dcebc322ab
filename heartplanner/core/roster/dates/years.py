"""The years of a roster's dates that do not state them.

A roster is about now. Only weekdays prove another year than the nearest one, and one weekday alone is as
likely a slip: it moves no roster that lies within six weeks of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.plan.model import LAST_DATE
from heartplanner.core.roster.language.items import Form, RawDate
from heartplanner.core.roster.roster import DateOrder, RosterQuestion

YEARS_AROUND = (0, -1, 1, -2, 2)
LEAP_YEARS_AROUND = (3, -3)
NOW = timedelta(days=42)
"""A date this near to today is meant, whatever a lone weekday says: a cycle has as many days."""
HALF_YEAR = timedelta(days=190)
YEAR = timedelta(days=365)
ENOUGH = 3
"""Weekdays that agree on one year by chance once in hundreds of rosters."""
LEAP_DAY = (2, 29)


class Dated(NamedTuple):
    """A date of the roster, with the weekday that stands beside it (Monday 0), if one does."""

    raw: RawDate
    weekday: int | None = None


def date_of(year: int, raw: RawDate, order: DateOrder) -> date | None:
    """A date in a year; None where the calendar has none."""
    try:
        return date(year, *_numbers(raw, order))
    except ValueError:
        return None


def with_years(
    dated: Sequence[Dated], proof: Sequence[int], order: DateOrder, question: RosterQuestion
) -> list[date | None]:
    """All dates under one order; `proof`: the places of those that are understood.

    A date without a year lies within half a year of the date before it, so that a roster may run over
    the new year. If no date has one, all are in the years that bring the roster nearest to today, unless
    the weekdays prove others.
    """
    stated = [dated[place].raw for place in proof]
    made = (date_of(raw.year, raw, order) for raw in stated if raw.year)
    # One year that is written down settles all others, each by its neighbor.
    anchor = next(filter(None, made), None)
    if anchor:
        return _chained(dated, proof, order, anchor)
    today = question.today
    tried = [_chained(dated, proof, order, _moved(today, move)) for move in YEARS_AROUND]
    tried.sort(key=lambda days: _unlikely([days[place] for place in proof], question))
    proved = _by_weekdays(dated, proof, order, tried, question)
    return proved or _with_leap_days(dated, proof, order, tried[0], question)


def _by_weekdays(
    dated: Sequence[Dated],
    proof: Sequence[int],
    order: DateOrder,
    tried: Sequence[list[date | None]],
    question: RosterQuestion,
) -> list[date | None] | None:
    """The dates in the years that their weekdays prove, where these are not the likeliest of `tried`."""
    nearest = [tried[0][place] for place in proof]
    checked = [(dated[place], place) for place in proof if _has_check(dated[place], order)]
    for days in tried[1:]:
        wrong = weekdays_wrong((one for one, _ in checked), [days[place] for _, place in checked])
        right = len(checked) - wrong
        early = _unlikely([days[place] for place in proof], question)[0]
        sure = right > 1 or distance(nearest, question.today) > NOW
        # A weekday beside a date is a check digit: in the wrong year about six of seven are wrong.
        if not early and sure and _is_proof(right, wrong, len(proof)):
            return days
    return None


def _with_leap_days(
    dated: Sequence[Dated],
    proof: Sequence[int],
    order: DateOrder,
    likeliest: list[date | None],
    question: RosterQuestion,
) -> list[date | None]:
    """The likeliest dates; with a leap day that they have not, those of the nearest years that have it."""
    leaps = [place for place in proof if _is_leap_day(dated[place], order)]
    if all(likeliest[place] for place in leaps) or _weekdays_right(dated, likeliest):
        return likeliest
    # A leap day that the nearest year has not is of another one, which no weekday contradicts.
    for move in (*YEARS_AROUND, *LEAP_YEARS_AROUND):
        days = _chained(dated, proof, order, _moved(question.today, move))
        early = _unlikely([days[place] for place in proof], question)[0]
        if not early and all(days[place] for place in leaps):
            return days
    return likeliest


def slips_of(
    dated: Sequence[Dated], days: Sequence[date | None], proof: Sequence[int]
) -> frozenset[int]:
    """The places of dates such as 1/4/2026 below 12/29/2026: in January many write the old year."""
    slips: set[int] = set()
    before: date | None = None
    for place in proof:
        day = days[place]
        if day is None or dated[place].raw.year is None or day > LAST_DATE:
            continue
        later = day + YEAR
        if before and before - day > HALF_YEAR and before <= later <= before + NOW:
            slips.add(place)
            day = later
        before = day
    return frozenset(slips)


def weekdays_wrong(dated: Iterable[Dated], days: Sequence[date | None]) -> int:
    """How many dates are none, or have another weekday than the one beside them."""
    pairs = zip(dated, days, strict=True)
    return sum(
        day is None or written.weekday not in (None, day.weekday()) for written, day in pairs
    )


def _weekdays_right(dated: Iterable[Dated], days: Sequence[date | None]) -> bool:
    """Whether a date has the weekday beside it."""
    pairs = zip(dated, days, strict=True)
    return any(day is not None and written.weekday == day.weekday() for written, day in pairs)


def may_be_leap_day(raw: RawDate) -> bool:
    """Whether a date without a year is a leap day, in either order."""
    return not raw.year and LEAP_DAY in ((raw.first, raw.second), (raw.second, raw.first))


def distance(days: Iterable[date | None], today: date) -> timedelta:
    """How far the roster is from today; nothing where today lies within it."""
    real = [day for day in days if day is not None]
    if not real:
        return timedelta.max
    nearest = min(abs(day - today) for day in real)
    within = min(real) <= today <= max(real)
    return timedelta(0) if within else nearest


def _numbers(raw: RawDate, order: DateOrder) -> tuple[int, int]:
    """The month and the day."""
    if raw.form is Form.NUMERIC and order is DateOrder.DAY_FIRST:
        return raw.second, raw.first
    return raw.first, raw.second


def _is_proof(right: int, wrong: int, dates: int) -> bool:
    """Whether this many right weekdays speak for a year: nearly all, beside enough of the dates."""
    return right >= max(1, 4 * wrong) and (right >= ENOUGH or right * 2 >= dates)


def _has_check(written: Dated, order: DateOrder) -> bool:
    """Whether a date tells something of its year: by a weekday, or as a leap day."""
    return written.weekday is not None or _is_leap_day(written, order)


def _is_leap_day(written: Dated, order: DateOrder) -> bool:
    return not written.raw.year and _numbers(written.raw, order) == LEAP_DAY


def _unlikely(days: Sequence[date | None], question: RosterQuestion) -> tuple[bool, timedelta]:
    """Whether all days are before the start; then how far they are from today."""
    # Where the start is far ahead it is as likely a slip of a year itself: it moves no roster there.
    near = question.start - question.today < HALF_YEAR
    early = near and all(day is None or day < question.start for day in days)
    return early and any(days), distance(days, question.today)


def _moved(today: date, years: int) -> date:
    return today.replace(year=today.year + years, day=min(today.day, 28))


def _chained(
    dated: Sequence[Dated], proof: Sequence[int], order: DateOrder, before: date
) -> list[date | None]:
    """All dates; one without a year is the nearest to the last date before it that proves something."""
    days: list[date | None] = []
    proving = {*proof}
    for place, written in enumerate(dated):
        if written.raw.year:
            day = date_of(written.raw.year, written.raw, order)
        else:
            # Three years are enough: no date is further than half a year from the one before it.
            years = range(before.year - 1, before.year + 2)
            made = filter(None, (date_of(year, written.raw, order) for year in years))
            day = min(made, key=lambda day: abs(day - before), default=None)
            # A leap day a year away would draw all dates after it into its own year.
            day = day if day and abs(day - before) < HALF_YEAR else None
        days.append(day)
        # A page number taken for a date would draw all dates after it into another year.
        if day and place in proving:
            before = day
    return days
