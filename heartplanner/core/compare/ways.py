"""The ways in which each difference can be taken over.

Every way that is offered was tried: with its changes the plan has the roster's work on all of its days. A
day has at least one, unless the roster leaves open which hours are worked, or has admin hours that come
from no other day: nothing in a plan adds those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from heartplanner.core.compare.comparison import ComparedDay, Comparison
from heartplanner.core.compare.pairs import moved_admins, swaps, told_hours
from heartplanner.core.compare.take_over import TakeOver, TakeOverKind, Trial, WaysByDate
from heartplanner.core.compare.withdrawn import withdrawn
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    Change,
    ChangeDetail,
    Extra,
    MovedAdmin,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import HOURS_BAND, Band
from heartplanner.core.plan.model import ADMIN, FREE
from heartplanner.core.roster.roster import DayReading, SwapSide
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule


def ways(schedule: Schedule, comparison: Comparison) -> WaysByDate:
    """How each difference can be taken over."""
    differences = {compared.date: compared for compared in comparison.differences}
    trial = Trial(schedule.plan, differences)
    by_date: dict[date, list[TakeOver]] = {day: [] for day in differences}
    for back in withdrawn(schedule, comparison, trial):
        for day in back.dates:
            by_date[day].append(back)
    # A change that is taken back settles its days: what is left of the others may be two halves of one.
    open_ = [compared for day, compared in differences.items() if not by_date[day]]
    moves = [way for way in (*moved_admins(open_), *swaps(open_)) if trial.settles(way)]
    for moved in moves:
        for day in moved.dates:
            by_date[day].append(moved)
    sure = _said_swaps(moves, differences)
    for day, compared in differences.items():
        paired = any(way.kind is TakeOverKind.SWAP for way in by_date[day])
        alone = [way for way in _alone(compared, paired=paired) if trial.settles(way)]
        # What looks like a swap may as well be two changes: which it is only the person knows.
        by_date[day] = sorted(
            [*by_date[day], *alone],
            key=lambda way: (way not in sure, way.kind is TakeOverKind.SWAP),
        )
    return {day: _distinct(fitting) for day, fitting in by_date.items() if fitting}


def _said_swaps(
    moves: Sequence[TakeOver], differences: Mapping[date, ComparedDay]
) -> frozenset[TakeOver]:
    """Swaps of which the roster says both halves with one colleague, and no other half with that one."""
    halves = Counter(
        (compared.colleague, reading.change)
        for compared in differences.values()
        for reading in compared.readings
    )
    return frozenset(
        way
        for way in moves
        if way.kind is TakeOverKind.SWAP
        and _is_said([differences[day] for day in way.dates])
        and all(halves[differences[way.dates[0]].colleague, side] == 1 for side in SwapSide)
    )


def _is_said(days: Sequence[ComparedDay]) -> bool:
    """Whether days are said to be given to a colleague and taken from the same one."""
    names = {compared.colleague for compared in days}
    sides = {reading.change for compared in days for reading in compared.readings}
    return len(names) == 1 and "" not in names and sides == {*SwapSide}


def _distinct(fitting: Sequence[TakeOver]) -> tuple[TakeOver, ...]:
    """Each kind once; the way that stands by itself only where nothing plainer does."""
    by_kind: dict[TakeOverKind, TakeOver] = {}
    for way in fitting:
        by_kind.setdefault(way.kind, way)
    if len(by_kind) > 1:
        by_kind.pop(TakeOverKind.AS_READ, None)
    return tuple(by_kind.values())


def _alone(compared: ComparedDay, *, paired: bool) -> Iterator[TakeOver]:
    """The ways for one day, whether they fit or not; `paired`: it may be half of a swap."""
    blocks, readings = compared.left
    if any(told_hours(compared, reading) is None for reading in readings):
        return
    # A plan has the admin hours of its rotation, moved or not: an extra shift at these hours is not admin.
    if any(reading.letter == ADMIN for reading in readings):
        if [block.kind for block in blocks] == [Kind.ADMIN]:
            yield from _changed(compared, readings)
        return
    day = (compared.date,)
    stated = {reading.change for reading in compared.readings}
    if not readings:
        given = paired or SwapSide.GIVEN in stated
        yield from _removed(compared, blocks, given_first=given)
    elif not blocks:
        taken = SwapSide.TAKEN in stated or (paired and Kind.EXTRA not in stated)
        yield from _added(compared, readings, taken_first=taken)
    else:
        yield from _changed(compared, readings)
        for gone in _removed(compared, blocks, given_first=True):
            adding = tuple(_as_extra(compared, reading) for reading in readings)
            yield gone._replace(
                kind=TakeOverKind.AS_READ, changes=(*gone.changes, *adding), dates=day
            )
    if all(reading.letter != ADMIN for reading in compared.readings):
        yield _anew(compared)


def _removed(
    compared: ComparedDay, blocks: Sequence[Block], *, given_first: bool
) -> Iterator[TakeOver]:
    """Work that only the plan has is taken off."""
    day = compared.date
    changes = [reading.change for reading in compared.readings]
    stated = [change for change in changes if isinstance(change, AbsenceKind)]
    kinds = dict.fromkeys([*stated, AbsenceKind.CALLED_OFF, AbsenceKind.LEAVE, AbsenceKind.SICK])
    absences = [TakeOver(TakeOverKind(kind), (day,), (Absence(kind, day, day),)) for kind in kinds]
    given = TakeOver(TakeOverKind.GIVEN, (day,), (Swap(day, None, colleague=compared.colleague),))
    first, rest = absences[: len(stated)], absences[len(stated) :]
    yield from first
    if given_first:
        yield given
    # What one added oneself goes by taking that back.
    added = [_added_by(compared.day, block) for block in blocks]
    if all(added):
        yield TakeOver(TakeOverKind.TAKEN_BACK, (day,), (), tuple(filter(None, added)))
    yield from rest
    if not given_first:
        yield given


def _added_by(day: Day, block: Block) -> Change | None:
    """The change that added an extra shift, training or the like; None of what the rotation has."""
    if not block.kind.is_added:
        return None
    number = int(block.slot.rsplit("-", 1)[1])
    return next((change for change in day.changes if change.id == number), None)


def _added(
    compared: ComparedDay, readings: Sequence[DayReading], *, taken_first: bool
) -> Iterator[TakeOver]:
    """Work that only the roster has is added."""
    day = compared.date
    extra = tuple(_as_extra(compared, reading) for reading in readings)
    training = all(isinstance(added, Training) for added in extra)
    kind = TakeOverKind.TRAINING if training else TakeOverKind.EXTRA
    added = TakeOver(kind, (day,), extra)
    taken = []
    if len(readings) == 1 and not training:
        swaps = (Swap(None, day, band, compared.colleague) for band in (None, *Band))
        taken = [TakeOver(TakeOverKind.TAKEN, (day,), (swap,)) for swap in swaps]
    yield from (*taken, added) if taken_first else (added, *taken)


def _changed(compared: ComparedDay, readings: Sequence[DayReading]) -> Iterator[TakeOver]:
    """Work that has other hours."""
    day = compared.date
    for reading in readings:
        hours = told_hours(compared, reading)
        assert hours is not None  # days without hours were left out
        if reading.letter == ADMIN:
            moved = MovedAdmin(day, day, hours.start)
            yield TakeOver(TakeOverKind.ADMIN, (day,), (moved,))
        else:
            yield TakeOver(TakeOverKind.HOURS, (day,), (OtherHours(day, hours),))


def _anew(compared: ComparedDay) -> TakeOver:
    """The whole day as the roster has it: everything off, then each of its blocks."""
    day = compared.date
    off = (Absence(AbsenceKind.CALLED_OFF, day, day),) if compared.day.blocks else ()
    adding = [
        _as_extra(compared, reading)
        for reading in compared.readings
        if reading.letter != FREE and told_hours(compared, reading)
    ]
    return TakeOver(TakeOverKind.AS_READ, (day,), (*off, *adding))


def _as_extra(compared: ComparedDay, reading: DayReading) -> ChangeDetail:
    hours = told_hours(compared, reading)
    assert hours is not None  # days without hours were left out
    if reading.change is Kind.TRAINING:
        return Training(compared.date, hours)
    return Extra(compared.date, HOURS_BAND.get(hours), hours)
