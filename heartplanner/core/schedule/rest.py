"""Rest between worked blocks and runs of worked days, and where either asks for care.

Rest is counted in real minutes, over a clock change too. Care is asked for where rest is under eleven
hours, a "quick return" (Vedaa and others, 2015), and where more than four days are worked in a row. It is
also said, quietly, where fewer than two days off follow three or more 12-hour shifts in a row (NIOSH).
None of them is forbidden, so none is ever an error.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple

from heartplanner.core.plan.model import LAST_DATE
from heartplanner.core.schedule.blocks import MINUTE, Block
from heartplanner.core.schedule.cycle import length_of
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import (
    counted,
    full_days_off,
    hours,
    long_date,
    number,
    span,
    weekday,
    weekday_date,
)

SHORT_REST = 11 * 60
"""Minutes of rest under which care is asked for."""
LONG_RUN = 4
"""Worked days in a row past which care is asked for."""
LONG_SHIFT = 12 * 60
"""Minutes by the clock of a shift after several of which days off are advised."""
TIRING_SHIFTS, DAYS_TO_REST = 3, 2
"""After so many long shifts in a row so many days off (NIOSH)."""
FEW_DAYS_OFF = "fewer than two days off after three or more 12-hour shifts in a row"
OVERLAP = "work that overlaps"
CONTEXT = timedelta(days=28)
"""How far around a range one looks, so that a run over its edge is seen whole, or as very long."""


class Rest(NamedTuple):
    """The real minutes between two worked blocks, one after another: of one day, or of two.

    `ended`: the date into which the first of them reaches, after midnight the day after `after`; `sick`:
    whether one is sick on a day between, which is no day off.
    """

    after: date
    before: date
    minutes: int
    ended: date
    sick: bool = False

    @property
    def full_days(self) -> int:
        """How many whole days of the calendar lie in it."""
        return max((self.before - self.ended).days - 1, 0)

    @property
    def length_text(self) -> str:
        """12 h of rest; from a whole day on 1 full day off, or without work where one is sick."""
        if self.full_days and self.sick:
            return f"{counted(self.full_days, 'full day')} without work"
        if self.full_days:
            return full_days_off(self.full_days)
        return f"{hours(self.minutes)} of rest" if self.minutes >= 0 else OVERLAP

    @property
    def text(self) -> str:
        """12 h of rest between Tue, Aug 5 and Wed, Aug 6."""
        return (
            f"{self.length_text} between {weekday_date(self.after)} and {weekday_date(self.before)}"
        )


class Care(NamedTuple):
    """Something to take care of, never forbidden: its days, "9 h of rest", "Sunday, ... to Monday".

    `mention`: many a usual rotation has it, so it is mentioned once, on this day, and is never a warning.
    """

    first: date
    last: date
    kind: str
    text: str
    mention: date | None = None

    @property
    def quiet(self) -> bool:
        return self.mention is not None


def rests(over: Sequence[Day]) -> list[Rest]:
    """The rests between worked blocks, in order. A negative rest is an overlap.

    Blocks of one day that follow each other without a pause have none between them.
    """
    # By dates and not by times: a shift that ends at midnight belongs to the evening before.
    worked = [(day.date, block) for day in over for block in day.blocks]
    sick = [day.date for day in over if day.is_sick]
    gaps = [
        Rest(
            after,
            before,
            _minutes(ended.end, begun.start),
            # What ends at midnight takes nothing of the day that begins then.
            max(after, (ended.end - MINUTE).date()),
            any(after < day < before for day in sick),
        )
        for (after, ended), (before, begun) in pairwise(worked)
    ]
    return [rest for rest in gaps if rest.minutes or rest.after != rest.before]


def cares(schedule: Schedule, first: date, last: date) -> list[Care]:
    """What asks for care and touches first..last, the quiet ones too."""
    # Nothing is known before the start date, so a run that begins there is as long as it is seen.
    start = schedule.plan.start
    around = schedule.days(max(first - CONTEXT, start), min(last + CONTEXT, LAST_DATE))
    all_cares = [_short(rest) for rest in rests(around) if rest.minutes < SHORT_REST]
    all_cares += _few_days_off(around)
    # A run that reaches the edge of what was looked at may go on past it: its length is not known.
    edges = (around[0].date, around[-1].date) if around else (first, last)
    for worked, run in groupby(around, key=lambda day: bool(day.blocks)):
        dates = [day.date for day in run]
        if worked and len(dates) > LONG_RUN:
            endless = dates[-1] == edges[1] or (dates[0] == edges[0] != start)
            all_cares.append(_long(dates[0], dates[-1], len(dates), endless))
    touching = [care for care in all_cares if care.first <= last and care.last >= first]
    return sorted(touching, key=lambda care: (care.first, care.last))


def _few_days_off(around: Sequence[Day]) -> Iterator[Care]:
    """Where work follows too soon on long shifts in a row; from the first of them to that work."""
    in_a_row, last = 0, date.min
    for day in (day for day in around if day.blocks):
        tiring = any(_is_long_shift(block) for block in day.blocks)
        apart = (day.date - last).days
        # The advice counts days off after the last of the shifts, so a fourth in a row is not yet one.
        goes_on = tiring and apart == 1
        if in_a_row >= TIRING_SHIFTS and not goes_on and apart <= DAYS_TO_REST:
            first = last - timedelta(days=in_a_row - 1)
            yield Care(first, day.date, FEW_DAYS_OFF, long_date(last), mention=last)
        in_a_row = (in_a_row if goes_on else 0) + tiring
        last = day.date if tiring else date.min


def _is_long_shift(block: Block) -> bool:
    # By the clock: a night in which it goes forward is no shorter night for the body.
    return block.kind.is_shift and length_of(block.hours) >= LONG_SHIFT


def _minutes(end: datetime, start: datetime) -> int:
    return (start.astimezone(UTC) - end.astimezone(UTC)) // MINUTE


def _short(rest: Rest) -> Care:
    kind = rest.length_text
    # Between blocks of one day there is no second date to name.
    next_day = f" to {weekday(rest.before)}" if rest.before != rest.after else ""
    days_of_it = f"{long_date(rest.after)}{next_day}"
    return Care(rest.after, rest.before, kind, days_of_it)


def _long(first: date, last: date, count: int, endless: bool) -> Care:
    """A run of worked days; of one longer than what was looked at only that it is long."""
    if endless:
        return Care(
            first, last, "more than four weeks worked in a row", f"around {span(first, last)}"
        )
    return Care(first, last, f"{number(count)} worked days in a row", span(first, last))
