"""What follows from a plan: its days, each with what is worked and what it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from heartplanner.core.plan.model import Change, Plan, each_date
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.changes import Changed, Off, changed_days
from heartplanner.core.schedule.cycle import Position, planned_block, position

SATURDAY, SUNDAY = 5, 6

Weekend = Literal["on", "off"]


class BreakDay(NamedTuple):
    """A day's place in its break: day 2 of 6."""

    day: int
    of: int


class Day(NamedTuple):
    """One date. Before the start date `at`, `off` and `weekend` are None and nothing is worked.

    `at`: place in the cycle; `planned`: the rotation's block; `blocks`: what is really worked, in
    order; `off`: what kind of day it is if nothing is worked; `in_break`: its place in a break that
    the rotation builds in, worked or not; `weekend`: on or off on Saturday and Sunday, else None.
    """

    date: date
    at: Position | None
    planned: Block | None
    blocks: tuple[Block, ...]
    off: Off | None
    in_break: BreakDay | None
    weekend: Weekend | None
    changes: tuple[Change, ...]

    @property
    def guess(self) -> bool:
        """Whether the responder is not sure yet of what the rotation has on this day."""
        at = self.at
        return at is not None and at.day in at.assignment.guesses

    @property
    def minutes(self) -> int:
        """Real minutes worked."""
        return sum(block.minutes for block in self.blocks)

    @property
    def planned_minutes(self) -> int:
        return self.planned.minutes if self.planned else 0


def days(plan: Plan, first: date, last: date) -> list[Day]:
    """The days from first to last, both included; none if last is before first."""
    changed = changed_days(plan)
    in_break = {
        day: BreakDay(number, found.length)
        for found in breaks(plan, first, last)
        for number, day in enumerate(each_date(found.first, found.last), 1)
    }
    return [_day(plan, day, changed, in_break.get(day)) for day in each_date(first, last)]


def _day(plan: Plan, day: date, changed: dict[date, Changed], in_break: BreakDay | None) -> Day:
    at = position(plan, day)
    if at is None:
        return Day(day, None, None, (), None, None, None, ())
    planned = planned_block(at.assignment, at.letter, day)
    state = changed.get(day)
    if state is None:
        state = Changed(at.assignment.band, planned)
    off = None
    if not state.blocks:
        off = state.absent or (Off.BREAK if in_break else Off.DAY_OFF)
    return Day(
        date=day,
        at=at,
        planned=planned,
        blocks=tuple(state.blocks),
        off=off,
        in_break=in_break,
        weekend=_weekend(plan, day, changed),
        changes=tuple(state.changes),
    )


def _weekend(plan: Plan, day: date, changed: dict[date, Changed]) -> Weekend | None:
    """Whether anything is worked on the day's Saturday or Sunday; None on other days."""
    if day.weekday() < SATURDAY:
        return None
    saturday = day - timedelta(day.weekday() - SATURDAY)
    both = (saturday, saturday + timedelta(1))
    return "on" if any(_worked(plan, each, changed) for each in both) else "off"


def _worked(plan: Plan, day: date, changed: dict[date, Changed]) -> bool:
    if day in changed:
        return bool(changed[day].blocks)
    at = position(plan, day)
    return at is not None and at.letter != "-"
