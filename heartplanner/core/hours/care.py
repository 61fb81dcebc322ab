"""All that asks for care, gathered: rest and runs of work as elsewhere, free weekends, and the break.

None of it is forbidden, so none of it is ever an error. The two that are found here are about time off
that stays away: more than two weeks without a free weekend, and work in the break that the rotation
builds in (P7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from heartplanner.core.plan.model import LAST_DATE
from heartplanner.core.schedule.days import SUNDAY, Day
from heartplanner.core.schedule.rest import CONTEXT, Care, cares
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import counted, long_date, sentence_case, span

NO_WEEKEND = "no free weekend for over two weeks"
IN_BREAK = "work in your break"
FEW_WEEKENDS = 2
"""So many working weekends in a row leave 19 days without a free one; a single one leaves twelve."""
SHOWN = 3
"""How many places of one kind are named."""


def all_cares(schedule: Schedule, first: date, last: date) -> list[Care]:
    """What asks for care and touches first..last, in the order of its days."""
    around = schedule.days(
        max(first - CONTEXT, schedule.plan.start), min(last + CONTEXT, LAST_DATE)
    )
    found = [*_without_weekend(around), *_in_break(around)]
    touching = [care for care in found if care.first <= last and care.last >= first]
    gathered = [*cares(schedule, first, last), *touching]
    return sorted(gathered, key=lambda care: (care.first, care.last))


def _without_weekend(around: Sequence[Day]) -> Iterator[Care]:
    """Each stretch of more than two weeks between two free weekends."""
    sundays = [day for day in around if day.date.weekday() == SUNDAY]
    for weekend, run in groupby(sundays, key=lambda day: day.weekend):
        dates = [day.date for day in run]
        if weekend == "on" and len(dates) >= FEW_WEEKENDS:
            # From the Monday after the last free Sunday to the Friday before the next free Saturday.
            first = max(dates[0] - timedelta(days=6), around[0].date)
            last = min(dates[-1] + timedelta(days=5), around[-1].date)
            yield Care(first, last, NO_WEEKEND, span(first, last))


def _in_break(around: Sequence[Day]) -> Iterator[Care]:
    for day in around:
        if day.in_break and day.blocks:
            yield Care(day.date, day.date, IN_BREAK, long_date(day.date))


def care_lines(gathered: Iterable[Care]) -> Iterator[str]:
    """A line for each kind (its text before the colon), with its first places and their count."""
    # What is quiet is mentioned last, and not called care.
    for (quiet, kind), group in groupby(sorted(gathered, key=_kind), key=_kind):
        places = [care.text for care in group]
        more = f" and {counted(len(places) - SHOWN, 'more time')}" if len(places) > SHOWN else ""
        about = sentence_case(kind) if quiet else f"Take care: {kind}"
        yield f"{about}: {'; '.join(places[:SHOWN])}{more}"


def _kind(care: Care) -> tuple[bool, str]:
    return care.quiet, care.kind
