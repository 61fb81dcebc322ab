"""What the changes make of the rotation's days: each applies to what the earlier ones left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, time
from enum import StrEnum
from itertools import pairwise

from heartplanner.core.plan.model import (
    BAND_HOURS,
    Absence,
    AbsenceKind,
    Band,
    Change,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Plan,
    PlanError,
    Swap,
    Training,
    dates_of,
    each_date,
)
from heartplanner.core.schedule.blocks import Block, Kind, block, slot
from heartplanner.core.schedule.cycle import admin_hours, length_of, planned_block, position
from heartplanner.core.words.english import clock_span, long_date, span


class ChangeError(PlanError):
    """A change that does not fit what the earlier ones left."""

    def __init__(self, change: Change, reason: str) -> None:
        super().__init__(f"change {change.id}: {reason}")
        self.change = change
        self.reason = reason


class Off(StrEnum):
    """What kind of day without work it is."""

    DAY_OFF = "day off"
    BREAK = "break"
    LEAVE = "leave"
    SICK = "sick"
    CALLED_OFF = "called off"


ABSENT_AS = {
    AbsenceKind.LEAVE: Off.LEAVE,
    AbsenceKind.SICK: Off.SICK,
    AbsenceKind.CALLED_OFF: Off.CALLED_OFF,
}


class Changed:
    """One date after its changes: its blocks, and the absence that emptied it last, if one did."""

    def __init__(self, band: Band, planned: Block | None) -> None:
        self.band = band
        self.blocks = [planned] if planned else []
        self.absent: Off | None = None
        self.changes: list[Change] = []


def changed_days(plan: Plan) -> dict[date, Changed]:
    """Every date that a change touches, as the changes leave it.

    Raises PlanError, naming the change, if one does not fit what the earlier ones left.
    """
    days: dict[date, Changed] = {}
    for change in plan.changes:
        try:
            _touch(plan, days, change)
            _apply(days, change)
        except PlanError as error:
            raise ChangeError(change, str(error)) from None
    return days


def before_start(plan: Plan, day: date) -> PlanError:
    """The refusal of a date on which the plan has not begun."""
    return PlanError(f"{long_date(day)} is before the start date, {long_date(plan.start)}")


def _touch(plan: Plan, days: dict[date, Changed], change: Change) -> None:
    """Have a state for each of its dates; an absence is listed only where it takes effect."""
    listed = not isinstance(change.what, Absence)
    for first, last in dates_of(change.what):
        if first < plan.start:
            raise before_start(plan, first)
        for day in each_date(first, last):
            if day not in days:
                days[day] = _unchanged(plan, day)
            if listed and change not in days[day].changes:
                days[day].changes.append(change)


def _unchanged(plan: Plan, day: date) -> Changed:
    at = position(plan, day)
    assert at is not None, "dates before the start date are refused"
    planned = planned_block(at.assignment, at.letter, day)
    return Changed(at.assignment.band, planned)


def _apply(days: dict[date, Changed], change: Change) -> None:
    match change.what:
        case Absence(kind, first, last):
            covered = [days[day] for day in each_date(first, last)]
            _empty([day for day in covered if day.blocks], ABSENT_AS[kind], change)
        case Extra(day, band, hours):
            _add(days, day, block(Kind.EXTRA, band, day, hours, slot(day, Kind.EXTRA, change.id)))
        case Swap() as swap:
            _swap(days, swap, change.id)
        case MovedAdmin(day, to, start):
            _move_admin(days, day, to, start)
        case OtherHours(day, hours):
            shift = _take_out(days, day, Kind.SHIFT)
            _add(days, day, block(Kind.SHIFT, shift.band, day, hours, shift.slot))
        case Training(day, hours):
            name = slot(day, Kind.TRAINING, change.id)
            _add(days, day, block(Kind.TRAINING, None, day, hours, name))
        case Note():
            pass


def _empty(worked: Sequence[Changed], off: Off, change: Change) -> None:
    """An absence is a change of the worked days that it covers, not of the free ones between."""
    if not worked:
        ((first, last),) = dates_of(change.what)
        raise PlanError(
            f"nothing is worked on {span(first, last)}, so there is nothing to take off"
        )
    for day in worked:
        day.blocks.clear()
        day.absent = off
        day.changes.append(change)


def _swap(days: dict[date, Changed], swap: Swap, change: int) -> None:
    """A shift given and another taken keep one slot: on the phone it is the same event, moved."""
    name = None
    if swap.give is not None:
        name = _take_out(days, swap.give, Kind.SHIFT).slot
    if swap.take is not None:
        band = swap.band or days[swap.take].band
        name = name or slot(swap.take, Kind.SHIFT, change)
        _add(days, swap.take, block(Kind.SHIFT, band, swap.take, BAND_HOURS[band], name))


def _move_admin(days: dict[date, Changed], day: date, to: date, start: time | None) -> None:
    admin = _take_out(days, day, Kind.ADMIN)
    hours = admin.hours if start is None else admin_hours(start, length_of(admin.hours))
    _add(days, to, block(Kind.ADMIN, None, to, hours, admin.slot))


def _take_out(days: dict[date, Changed], day: date, kind: Kind) -> Block:
    """The one block of this kind, removed from its day."""
    found = [b for b in days[day].blocks if b.kind is kind]
    what = "shift" if kind is Kind.SHIFT else "admin block"
    if not found:
        raise PlanError(f"{long_date(day)} has no {what}")
    if len(found) > 1:
        raise PlanError(f"{long_date(day)} has more than one {what}: remove a change of it first")
    days[day].blocks.remove(found[0])
    days[day].absent = None
    return found[0]


def _add(days: dict[date, Changed], day: date, new: Block) -> None:
    if new.minutes <= 0:
        raise PlanError(f"the clocks change on {long_date(day)}: these hours have no length")
    blocks = sorted([*days[day].blocks, new], key=lambda b: b.start)
    for earlier, later in pairwise(blocks):
        if later.start.astimezone(UTC) < earlier.end.astimezone(UTC):
            raise PlanError(
                f"on {long_date(day)} {clock_span(earlier.start, earlier.end)}"
                f" and {clock_span(later.start, later.end)} overlap"
            )
    days[day].blocks = blocks
