"""Which of several days of one name is meant: the one rule for a date, range or month without a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.question import Context, Tense
from heartplanner.core.words.typed_dates import LOOKING_BACK


class NamedDays(NamedTuple):
    """All that a phrase may name, in order: of a date without a year, that date of several years.

    `lately`: so long after its end a reading is still a plausible one of what is to come.
    """

    spans: tuple[AskedDays, ...]
    lately: timedelta = LOOKING_BACK


def which(named: NamedDays, context: Context) -> DatePhrase | None:
    """The span that holds today, or else the one that comes next or is over, as the question's tense says.

    What is to come has as its second reading what is just over. Of hours, which one asks of either, the
    nearer one is taken, and the other one is the second reading. None where there is no span at all.
    """
    today, start = context.today, context.plan.start
    holding = [one for one in named.spans if one.first <= today <= one.last]
    over = next((one for one in reversed(named.spans) if one.last < today), None)
    if holding:
        # "Did I work on Saturday" may be about the one before, to whoever asks on a Saturday.
        before = over if context.tense is Tense.PAST and over and over.last >= start else None
        return DatePhrase(holding[0], before)
    coming = next((one for one in named.spans if one.first > today), None)
    if over is None or coming is None:
        only = coming or over
        return DatePhrase(only) if only else None
    match context.tense:
        case Tense.COMING:
            plausible = today - over.last <= named.lately
            return DatePhrase(coming, over if plausible else None)
        case Tense.PAST:
            # Before the start date nothing was worked: there a slip of the tense is as likely.
            return DatePhrase(over) if over.last >= start else DatePhrase(coming, over)
        case Tense.EITHER:
            if over.last < start:
                return DatePhrase(coming)
            near = today - over.last <= coming.first - today
            return DatePhrase(over, coming) if near else DatePhrase(coming, over)


def moved(reading: DatePhrase | None, move: Callable[[AskedDays], AskedDays]) -> DatePhrase | None:
    """What follows from both readings of a phrase; None where there is none."""
    if reading is None:
        return None
    taken = move(reading.taken)
    other = move(reading.other) if reading.other else None
    return DatePhrase(taken, None if other == taken else other)


def of_years(context: Context, ahead: int, span_in: Callable[[int], AskedDays | None]) -> NamedDays:
    """What has the same name in each year, from last year on; `span_in`: None in a year that lacks it."""
    years = range(max(context.today.year - 1, date.min.year), context.today.year + ahead + 1)
    return NamedDays(tuple(span for year in years if (span := span_in(year))))
