"""A day of the schedule: what is worked on it, and what kind of day it is."""

from datetime import date
from typing import Literal, NamedTuple

from heartplanner.core.plan.change import Change, Note
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.changes import DayOffKind, TakenOff
from heartplanner.core.schedule.cycle import Position

SATURDAY, SUNDAY = 5, 6

Weekend = Literal["on", "off"]


class BreakDay(NamedTuple):
    """A day's place in its break: day 2 of 6."""

    day: int
    of: int


class Day(NamedTuple):
    """One date. Before the start date `at`, `off` and `weekend` are None and nothing is worked.

    `at` is the place in the cycle, and `planned` the rotation's block. `blocks` are what is really worked,
    in order; `off` is the kind of day if nothing is. `in_break` is the place in a break that the rotation
    builds in, whether the day is worked or not. `weekend` says of a Saturday or Sunday whether its weekend
    is worked. `taken_off` are the blocks that leave, sickness or the employer took off.
    """

    date: date
    at: Position | None
    planned: Block | None
    blocks: tuple[Block, ...]
    off: DayOffKind | None
    in_break: BreakDay | None
    weekend: Weekend | None
    changes: tuple[Change, ...]
    taken_off: tuple[TakenOff, ...] = ()

    @property
    def guess(self) -> bool:
        """Whether what the day shows comes from a part of the rotation that is not confirmed yet.

        What the responder entered for the day itself (training, leave, a swap) is no guess, whatever the
        rotation has there.
        """
        if self.at is None or self.at.day not in self.at.assignment.guesses:
            return False
        # Changed hours make another block, so the planned one is there only where nobody touched it.
        if self.planned:
            return self.planned in self.blocks
        return not self.blocks and all(isinstance(change.what, Note) for change in self.changes)

    def is_guess(self, block: Block) -> bool:
        """Whether this block of the day is one that the rotation has there and is not confirmed yet."""
        return self.guess and block == self.planned

    @property
    def is_sick(self) -> bool:
        """Whether one is sick on it: what is not worked then is no time off."""
        return any(off.kind is DayOffKind.SICK for off in self.taken_off)

    @property
    def minutes(self) -> int:
        """Real minutes worked."""
        return sum(block.minutes for block in self.blocks)

    @property
    def planned_minutes(self) -> int:
        return self.planned.minutes if self.planned else 0
