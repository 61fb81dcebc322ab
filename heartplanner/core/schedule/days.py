"""A day: what is worked on it, and what it is."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from heartplanner.core.plan.change import Change
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.cycle import Position

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
    off: DayOffKind | None
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
