"""What sets a day apart from the rotation: each of these is drawn with a frame or a sign of its own."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.other_calendars import CalendarColor
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.changes import ABSENCES
from heartplanner.core.schedule.days import Day


class AwayKind(StrEnum):
    """Why planned work is not worked. An absence is called here what its day off is called."""

    LEAVE = "leave"
    SICK = "sick"
    CALLED_OFF = "called off"
    GIVEN = "given away"
    MOVED = "moved"


class BlockMark(StrEnum):
    """What is special about a worked block."""

    ENDED_LATE = "ended late"
    TAKEN = "taken in a swap"
    ADDED = "added"
    """What only a change adds, such as an extra shift or a training."""


class NoteKind(StrEnum):
    """What is said on a day beside its work."""

    HOLIDAY = "holiday"
    REMINDER = "reminder date"
    PAYDAY = "payday"
    PENDING = "pending swap"
    NOTE = "note"
    SWAP = "swap"
    HOURS = "changed hours"
    MOVED = "moved admin"
    BREAK = "break"
    ENTRY = "own entry"
    EVENT = "event of another calendar"


class EventBadge(NamedTuple):
    """What tells one calendar from another: a letter of its name, on its color."""

    letter: str
    color: CalendarColor


class EventSpan(NamedTuple):
    """The days of an event that goes on for days, and what a bar over them says, ever shorter."""

    first: dt.date
    last: dt.date
    words: tuple[str, ...]


class CellNote(NamedTuple):
    """Words on a day, and of which kind they are; `spoken`: the same for whoever cannot see the sign.

    `span`: of an event that one bar over its days can show in place of the words on each of them.
    """

    kind: NoteKind
    text: str
    spoken: str = ""
    badge: EventBadge | None = None
    span: EventSpan | None = None

    @property
    def in_full(self) -> str:
        """The words as they stand by themselves, without the sign that says what they are."""
        return self.spoken or self.text


def away_kind(day: Day) -> AwayKind:
    """Why the planned work of a day without any block is not worked."""
    if day.off in ABSENCES:
        return AwayKind(day.off)
    if day.planned and day.planned.kind is Kind.ADMIN:
        return AwayKind.MOVED
    return AwayKind.GIVEN


def block_mark(day: Day, block: Block) -> BlockMark | None:
    """What is special about one of a day's blocks, if anything is."""
    if block.kind.is_added:
        return BlockMark.ADDED
    if any(
        isinstance(change.what, Swap) and change.what.take == day.date for change in day.changes
    ):
        return BlockMark.TAKEN
    planned = day.planned
    if planned and planned.start == block.start and planned.end < block.end:
        return BlockMark.ENDED_LATE
    return None
