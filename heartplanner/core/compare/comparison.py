"""A roster beside the plan, day by day: which days are the same, and which differ.

Work is compared by its real starts and ends, so it does not matter what either side calls it: a swapped
shift and one of the rotation are the same work. A day without work is like any other, whatever made it
free. A day of which the roster says nothing is not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple

from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import FREE, Plan, each_date
from heartplanner.core.roster.roster import DayReading, Roster, RosterQuestion, Unread
from heartplanner.core.roster.swap_colleague import swap_colleague
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.cycle import assignment_at, planned_block
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule

NO_SHIFT, WORKED = "N", "W"
LAST_MINUTE = time(23, 59)
ONE_MINUTE = timedelta(minutes=1)


def question_of(plan: Plan, today: date) -> RosterQuestion:
    """What is asked of a roster that is to be compared; hours of one's own are those assigned by now."""
    assigned = assignment_at(plan, max(today, plan.start))
    shift_hours = assigned.shift_hours if assigned else None
    return RosterQuestion(plan.start, today, shift_hours=shift_hours, changes=True)


class ComparedDay(NamedTuple):
    """A day of the plan and what the roster says of it; `readings` in the order of their hours."""

    day: Day
    readings: tuple[DayReading, ...]

    @property
    def date(self) -> date:
        return self.day.date

    @property
    def line(self) -> int | None:
        """The roster's line, or its first; None where the day is free because no line names it."""
        return self.readings[0].line

    @property
    def colleague(self) -> str:
        """The other side of a swap, whom one of its lines names; "" where none does."""
        names = (reading.colleague or swap_colleague(reading.text) for reading in self.readings)
        return next(filter(None, names), "")

    @property
    def left(self) -> tuple[list[Block], list[DayReading]]:
        """The blocks that only the plan has, and the readings of work that only the roster has."""
        blocks, readings = list(self.day.blocks), []
        for reading in self.readings:
            if reading.letter == FREE:
                continue
            if reading.letter == NO_SHIFT:
                return [block for block in blocks if block.kind.is_shift], []
            match = [block for block in blocks if _matches(self.day, reading, block)]
            if match:
                blocks.remove(match[0])
            else:
                readings.append(reading)
        # "Working" names no hours: it is about all that is worked.
        named = any(reading.letter == WORKED and reading.start is None for reading in self.readings)
        return ([] if named and not readings else blocks), readings

    @property
    def is_same(self) -> bool:
        """Whether the roster has the same work on it."""
        blocks, readings = self.left
        return not blocks and not readings


class Comparison(NamedTuple):
    """The days that the roster tells of, the same ones and those that differ, in order.

    `silent`: the days between its first and its last of which it says nothing; `open_days`: those of which
    only lines tell that were not understood.
    """

    same: tuple[ComparedDay, ...]
    differences: tuple[ComparedDay, ...]
    silent: tuple[date, ...]
    unread: tuple[Unread, ...]
    open_days: tuple[date, ...] = ()

    @property
    def unsettled(self) -> tuple[Unread, ...]:
        """The lines that are not understood and name no day: each may be about all of them."""
        return tuple(line for line in self.unread if not (line.aside or line.dates))

    @property
    def own(self) -> frozenset[date]:
        """The days that differ and that the person changed: leave, a swap or the like, and no note."""
        return frozenset(
            compared.date
            for compared in self.differences
            if any(not isinstance(change.what, Note) for change in compared.day.changes)
        )

    @property
    def days(self) -> tuple[ComparedDay, ...]:
        """All days compared, in order."""
        return tuple(sorted((*self.same, *self.differences), key=lambda day: day.date))


def compare(
    schedule: Schedule, roster: Roster, first: date | None = None, last: date | None = None
) -> Comparison:
    """A roster, read with its changes, beside the plan, from `first` to `last` where these are given."""
    told = [
        (day, tuple(group))
        for day, group in groupby(roster.readings, key=lambda reading: reading.date)
        if (first is None or day >= first) and (last is None or day <= last)
    ]
    if not told:
        return Comparison((), (), (), roster.unread)
    every = each_date(told[0][0], told[-1][0])
    days = dict(zip(every, schedule.days(every[0], every[-1]), strict=True))
    compared = [ComparedDay(days[day], readings) for day, readings in told]
    read, named = {day for day, _ in told}, {day for line in roster.unread for day in line.dates}
    open_days = (day for day in named - read if first is None or day >= first)
    return Comparison(
        tuple(day for day in compared if day.is_same),
        tuple(day for day in compared if not day.is_same),
        tuple(day for day in every if day not in read | named),
        roster.unread,
        tuple(sorted(day for day in open_days if last is None or day <= last)),
    )


def usual_block(day: Day, reading: DayReading) -> Block | None:
    """The block that a reading's letter stands for on a day by the usual hours; None of W, N and free."""
    if day.at is None or reading.letter in (NO_SHIFT, WORKED):
        return None
    return planned_block(day.at.assignment, reading.letter, day.date)


def _matches(day: Day, reading: DayReading, block: Block) -> bool:
    """Whether a block is the work that a reading tells of."""
    if reading.start is not None and reading.end is not None:
        same = _instants(reading.start, reading.end) == _instants(block.start, block.end)
        # Training at a shift's hours is other work: it is in another place.
        return same and (reading.change is not Kind.TRAINING or block.kind is Kind.TRAINING)
    usual = usual_block(day, reading)
    # Without hours a shift is a shift, whatever its hours are; "day" and "evening" name them.
    if usual is None or (reading.letter in "SA" and block.kind is usual.kind):
        return True
    return _instants(usual.start, usual.end) == _instants(block.start, block.end)


def _instants(start: datetime, end: datetime) -> Sequence[datetime]:
    """A start and an end in UTC; many programs write midnight, as an end, as 23:59."""
    if end.time() == LAST_MINUTE:
        end = end.astimezone(UTC) + ONE_MINUTE
    return start.astimezone(UTC), end.astimezone(UTC)
