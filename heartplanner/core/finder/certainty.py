"""What is known by now of a rotation that is looked for, in words: counts, shares, weekends and break."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from heartplanner.core.finder.counting.counts import RotationCounts
from heartplanner.core.plan.model import CYCLE_DAYS
from heartplanner.core.rules.rotation_rules import WEEKEND_EVERY
from heartplanner.core.words.english import (
    counted,
    full_date,
    listed,
    month_day,
    number,
    span_days,
    weekday,
)

DateOf = Callable[[int], date]
"""The date by which a day of the cycle, 1 to 42, is called."""

SHOWN = 4
"""How many possible breaks are named."""


def percent(part: int, whole: int) -> str:
    """67%; what is possible is never rounded to nothing, nor what is open to all of it."""
    if 0 < part * 100 < whole:
        return "< 1%"
    if whole * 99 < part * 100 < whole * 100:
        return "> 99%"
    # Half up, and in whole numbers: no rounding of a float decides what is shown.
    return f"{(part * 200 + whole) // (2 * whole)}%"


def marked_words(marked: int, left: RotationCounts) -> str:
    """You marked 10 days; 19 are still open."""
    text = f"You marked {counted(marked, 'day')}"
    unknown = CYCLE_DAYS - len(left.certain)
    if not left.total:
        return f"{text}."
    if not unknown:
        return f"{text}; every day is known."
    return f"{text}; {unknown} {'is' if unknown == 1 else 'are'} still open."


def question(day: date, today: date, *, changed: bool = False) -> str:
    """Monday, August 11: did you work? Of a day to come: do you work? The year, if it is not this one.

    `changed`: there is leave, a swap or the like; it is asked whether one normally works.
    """
    dated = month_day(day) if day.year == today.year else full_date(day)
    if (
        changed
    ):  # who is on leave does not work that day, and would answer so; the rotation is meant
        return f"{weekday(day)}, {dated}: normally a work day?"
    return f"{weekday(day)}, {dated}: {'did' if day < today else 'do'} you work?"


def break_words(left: RotationCounts, date_of: DateOf) -> str:
    """Your break: August 29 - September 3, six days. Or the ones that are possible, the likeliest first."""
    named = {
        _break_dates(date_of(first), length): count
        for (first, length), count in sorted(left.breaks.items())
    }
    lengths = {length for _, length in left.breaks}
    if not named:
        return ""
    if len(named) == 1:
        return f"Your break: {next(iter(named))}, {number(lengths.pop())} days."
    if len(named) > SHOWN:
        return f"Your break: {len(named)} dates are still possible."
    return f"Your break: {_possible(named, left.total)}."


def weekend_words(left: RotationCounts, date_of: DateOf) -> str:
    """Working weekends: August 16-17 and September 6-7. Or the ones that are possible."""
    named = {
        listed(
            [_weekend(date_of(week * 7 - 1)), _weekend(date_of((week + WEEKEND_EVERY) * 7 - 1))]
        ): count
        for week, count in sorted(left.phases.items())
    }
    return f"Working weekends: {_possible(named, left.total)}." if named else ""


def _possible(named: Mapping[str, int], total: int) -> str:
    """The only one, or each with its share."""
    if len(named) == 1:
        return next(iter(named))
    # Sorting is stable: with the same share the one earlier in the cycle comes first.
    likely = sorted(named, key=lambda words: -named[words])
    return "; or ".join(f"{words} ({percent(named[words], total)})" for words in likely)


def _break_dates(begin: date, length: int) -> str:
    return span_days(begin, begin + timedelta(days=length - 1))


def _weekend(saturday: date) -> str:
    return span_days(saturday, saturday + timedelta(days=1))
