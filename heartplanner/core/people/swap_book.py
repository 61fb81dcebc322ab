"""The book of swaps: each swap with the hours that were given and taken, and what is owed for them.

Agreed swaps are the plan's changes; those that are in no calendar are its pending ones. Hours are those of
the shifts themselves: of one given as it was until then, of one taken as it came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.edits.colleagues import same_name
from heartplanner.core.plan.change import PendingSwap, Swap, dates_of
from heartplanner.core.plan.hours import BAND_HOURS
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import Block, Kind, block, slot
from heartplanner.core.schedule.cycle import assigned_hours, assignment_at
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import long_date
from heartplanner.core.words.plain_text import plain_text

FITS_AGAIN = "it fits again: agree it once more, or take it back"
OVER = "its day has passed: agree it if it was worked, or take it back"


class SwapState(StrEnum):
    """How far a swap has come; of these only the agreed ones and the done ones are in the calendar."""

    ASKED = "asked"
    AGREED = "agreed"
    DONE = "done"
    """Its days are past, or it was marked as settled."""
    OVERTAKEN = "overtaken"
    """It was agreed, and a new rotation left no room for it."""


class BookedSwap(NamedTuple):
    """A line of the book. `name`: the colleague's, as their card has it; empty where none was entered.

    `given` and `taken`: minutes of the shifts, None where there is none. `look`: why it needs a look,
    without a capital and a full stop; empty where it needs none.
    """

    id: int
    swap: Swap
    state: SwapState
    given: int | None
    taken: int | None
    look: str = ""
    name: str = ""

    @property
    def owed(self) -> int:
        """Minutes that the colleague owes for it; negative: that one owes them."""
        counts = self.state in (SwapState.AGREED, SwapState.DONE) and not self.swap.settled
        return (self.taken or 0) - (self.given or 0) if counts else 0


class Owed(NamedTuple):
    """What one colleague owes, in minutes; negative: what one owes them. `name`: empty for nobody named."""

    name: str
    minutes: int


class SwapBook(NamedTuple):
    """The lines, those first that are open, and what is owed by colleague, in the order of their names.

    A half that was overtaken stands with the other half of its swap.
    """

    swaps: tuple[BookedSwap, ...]
    owed: tuple[Owed, ...]

    @property
    def owed_to_me(self) -> int:
        """Minutes that colleagues owe in all."""
        return sum(one.minutes for one in self.owed if one.minutes > 0)

    @property
    def owed_by_me(self) -> int:
        """Minutes that one owes colleagues in all."""
        return -sum(one.minutes for one in self.owed if one.minutes < 0)

    @property
    def open(self) -> tuple[BookedSwap, ...]:
        """The swaps of which somebody has still to say or to look at something."""
        return tuple(one for one in self.swaps if is_open(one))

    def of(self, name: str) -> Owed:
        """What there is between a colleague and oneself."""
        return next((one for one in self.owed if same_name(one.name, name)), Owed(name, 0))


def is_open(booked: BookedSwap) -> bool:
    """Whether a swap is not agreed, or not any more."""
    return booked.state in (SwapState.ASKED, SwapState.OVERTAKEN)


def swap_book(schedule: Schedule, today: date) -> SwapBook:
    """The book of swaps as it stands on a day."""
    plan = schedule.plan
    names = spellings(plan)
    agreed = [
        _agreed(schedule, change.id, change.what, today)
        for change in plan.changes
        if isinstance(change.what, Swap)
    ]
    pending = [_pending(schedule, one, today) for one in plan.pending]
    in_order = _halves_together(sorted([*pending, *agreed], key=_place))
    swaps = tuple(one._replace(name=names[_key(one.swap.colleague)]) for one in in_order)
    return SwapBook(swaps, tuple(_owed(swaps)))


def spellings(plan: Plan) -> dict[str, str]:
    """The names in the book as they are said, by what is the same in all their spellings."""
    swaps = [*(one.swap for one in plan.pending), *(change.what for change in plan.changes)]
    entered = [swap.colleague for swap in swaps if isinstance(swap, Swap)]
    # The spelling on a rotation card comes last, and so is the one that is kept.
    names = [*entered, *(colleague.name for colleague in plan.colleagues)]
    return {_key(name): plain_text(name) for name in names}


def _agreed(schedule: Schedule, number: int, swap: Swap, today: date) -> BookedSwap:
    shifts = schedule.swapped(number)
    past = last_day(swap) < today
    # Once both days are over there is nothing left to do, whether or not anybody said so.
    state = SwapState.DONE if swap.settled or past else SwapState.AGREED
    return BookedSwap(number, swap, state, _minutes(shifts.given), _minutes(shifts.taken))


def _pending(schedule: Schedule, pending: PendingSwap, today: date) -> BookedSwap:
    swap = pending.swap
    state = SwapState.OVERTAKEN if pending.overtaken else SwapState.ASKED
    given = _given(schedule, swap.give) if swap.give else None
    taken = _taken(schedule, swap.take, swap) if swap.take else None
    # What keeps it out of the calendar is more urgent than that it fits again, or that its days are over.
    look = next(_misfits(schedule, swap, given, taken), "")
    if not look and pending.overtaken:
        look = FITS_AGAIN
    if not look and last_day(swap) < today:
        look = OVER
    return BookedSwap(pending.id, swap, state, _minutes(given), _minutes(taken), look)


def last_day(swap: Swap) -> date:
    """The later of its days."""
    return max(last for _, last in dates_of(swap))


def _misfits(
    schedule: Schedule, swap: Swap, given: Block | None, taken: Block | None
) -> Iterator[str]:
    """Why a swap cannot be in the calendar: a shift to give is gone, or other work is there."""
    if swap.give and given is None:
        yield f"you have no shift to give on {long_date(swap.give)} now"
    if swap.take is None:
        return
    if taken is None:
        yield f"{long_date(swap.take)} is before your start date"
        return
    for other in schedule.days(swap.take, swap.take)[0].blocks:
        if other != given and other.start < taken.end and taken.start < other.end:
            what = "your own shift" if other.kind is Kind.SHIFT else "other work of yours"
            yield f"on {long_date(swap.take)} there is {what} now"


def _given(schedule: Schedule, day: date) -> Block | None:
    """The one shift of a day; None where there is none, or more than one."""
    (worked,) = schedule.days(day, day)
    shifts = [block for block in worked.blocks if block.kind is Kind.SHIFT]
    return shifts[0] if len(shifts) == 1 else None


def _taken(schedule: Schedule, day: date, swap: Swap) -> Block | None:
    """The shift that a swap would bring; None before the start date."""
    assignment = assignment_at(schedule.plan, day)
    if assignment is None:
        return None
    hours = BAND_HOURS[swap.band] if swap.band else assigned_hours(assignment)
    return block(Kind.SHIFT, swap.band, day, hours, slot(day, Kind.SHIFT))


def _owed(swaps: Sequence[BookedSwap]) -> Iterator[Owed]:
    """What is owed by each colleague of whom anything is, by name."""
    sums: dict[str, int] = {}
    for one in swaps:
        sums[one.name] = sums.get(one.name, 0) + one.owed
    for name in sorted(sums, key=str.casefold):
        if sums[name]:
            yield Owed(name, sums[name])


def _place(booked: BookedSwap) -> tuple[int, int]:
    """Open ones stand first, then agreed ones, by date; then the done ones, the last of them first."""
    first = min(first for first, _ in dates_of(booked.swap)).toordinal()
    match booked.state:
        case SwapState.OVERTAKEN:
            return 0, first
        case SwapState.ASKED:
            return (1 if not booked.look else 0), first
        case SwapState.AGREED:
            return 2, first
        case SwapState.DONE:
            return 3, -first


def _halves_together(swaps: Sequence[BookedSwap]) -> list[BookedSwap]:
    """The swaps in this order, but after a half that was overtaken the one that its colleague counts on.

    The book does not keep what belongs together: of several such halves it is the nearest by date.
    """
    together: list[BookedSwap] = []
    left = list(swaps)
    while left:
        one = left.pop(0)
        together.append(one)
        halves = [other for other in left if _are_halves(one.swap, other.swap)]
        if one.state is SwapState.OVERTAKEN and halves:
            day = last_day(one.swap)
            half = min(halves, key=lambda other: abs(last_day(other.swap) - day))
            left.remove(half)
            together.append(half)
    return together


def _are_halves(one: Swap, other: Swap) -> bool:
    """Whether with the same colleague a shift is given in one of them, and one taken in the other."""
    sides = [(swap.give is None, swap.take is None) for swap in (one, other)]
    return sorted(sides) == [(False, True), (True, False)] and _key(one.colleague) == _key(
        other.colleague
    )


def _key(name: str) -> str:
    return plain_text(name).casefold()


def _minutes(shift: Block | None) -> int | None:
    return shift.minutes if shift else None
