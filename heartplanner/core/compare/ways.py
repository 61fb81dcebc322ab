"""The ways in which each difference can be taken over.

Every way that is offered was tried: with its changes the plan has the roster's work on all of its days. A
day has at least one, unless the roster leaves open which hours are worked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from heartplanner.core.compare.comparison import ComparedDay, Comparison, usual_block
from heartplanner.core.compare.take_over import TakeOver, TakeOverKind, Trial, Ways
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import HOURS_BAND, Band, Hours
from heartplanner.core.plan.model import ADMIN, FREE
from heartplanner.core.roster.roster import Reading
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.schedule import Schedule

NEAR = timedelta(days=28)
"""How far apart a shift that is gone and one that is new may be, to look like one swap."""


def ways(schedule: Schedule, comparison: Comparison) -> Ways:
    """How each difference can be taken over."""
    differences = {compared.date: compared for compared in comparison.differences}
    trial = Trial(schedule.plan, differences)
    by_date: dict[date, list[TakeOver]] = {day: [] for day in differences}
    for moved in (*_moved_admins(comparison), *_swaps(comparison)):
        if trial.settles(moved):
            for day in moved.dates:
                by_date[day].append(moved)
    for day, compared in differences.items():
        paired = any(way.kind is TakeOverKind.SWAP for way in by_date[day])
        alone = [way for way in _alone(compared, paired=paired) if trial.settles(way)]
        # What looks like a swap may as well be two changes: which it is only the person knows.
        by_date[day] = [*alone, *by_date[day]] if paired else [*by_date[day], *alone]
    return {day: _distinct(fitting) for day, fitting in by_date.items() if fitting}


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
    if any(_hours(compared, reading) is None for reading in readings):
        return
    day = (compared.date,)
    if not readings:
        yield from _removed(compared, blocks, given_first=paired)
    elif not blocks:
        yield from _added(compared, readings, taken_first=paired)
    else:
        yield from _changed(compared, blocks, readings)
        for gone in _removed(compared, blocks, given_first=True):
            adding = tuple(_as_extra(compared, reading) for reading in readings)
            yield gone._replace(
                kind=TakeOverKind.AS_READ, changes=(*gone.changes, *adding), dates=day
            )
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
    given = TakeOver(TakeOverKind.GIVEN, (day,), (Swap(day, None),))
    first, rest = absences[: len(stated)], absences[len(stated) :]
    yield from first
    if given_first:
        yield given
    # What one added oneself goes by taking that back.
    added = [_added_by(block) for block in blocks]
    if all(added):
        yield TakeOver(TakeOverKind.TAKEN_BACK, (day,), (), tuple(filter(None, added)))
    yield from rest
    if not given_first:
        yield given


def _added_by(block: Block) -> int | None:
    """The change that added an extra shift or training."""
    if block.kind not in (Kind.EXTRA, Kind.TRAINING):
        return None
    return int(block.slot.rsplit("-", 1)[1])


def _added(
    compared: ComparedDay, readings: Sequence[Reading], *, taken_first: bool
) -> Iterator[TakeOver]:
    """Work that only the roster has is added."""
    day = compared.date
    extra = tuple(_as_extra(compared, reading) for reading in readings)
    training = all(isinstance(added, Training) for added in extra)
    kind = TakeOverKind.TRAINING if training else TakeOverKind.EXTRA
    added = TakeOver(kind, (day,), extra)
    taken = []
    if len(readings) == 1 and not training:
        swaps = (Swap(None, day, band) for band in (None, *Band))
        taken = [TakeOver(TakeOverKind.TAKEN, (day,), (swap,)) for swap in swaps]
    yield from (*taken, added) if taken_first else (added, *taken)


def _changed(
    compared: ComparedDay, blocks: Sequence[Block], readings: Sequence[Reading]
) -> Iterator[TakeOver]:
    """Work that has other hours."""
    day = compared.date
    for reading in readings:
        hours = _hours(compared, reading)
        assert hours is not None  # days without hours were left out
        if reading.letter == ADMIN and blocks[0].kind is Kind.ADMIN:
            moved = MovedAdmin(day, day, hours.start)
            yield TakeOver(TakeOverKind.ADMIN, (day,), (moved,))
        yield TakeOver(TakeOverKind.HOURS, (day,), (OtherHours(day, hours),))


def _anew(compared: ComparedDay) -> TakeOver:
    """The whole day as the roster has it: everything off, then each of its blocks."""
    day = compared.date
    off = (Absence(AbsenceKind.CALLED_OFF, day, day),) if compared.day.blocks else ()
    adding = [
        _as_extra(compared, reading)
        for reading in compared.readings
        if reading.letter != FREE and _hours(compared, reading)
    ]
    return TakeOver(TakeOverKind.AS_READ, (day,), (*off, *adding))


def _hours(compared: ComparedDay, reading: Reading) -> Hours | None:
    """The hours that a reading states, or those that its letter usually has."""
    if reading.start is not None and reading.end is not None:
        return Hours(reading.start.time(), reading.end.time())
    usual = usual_block(compared.day, reading)
    return usual.hours if usual else None


def _as_extra(compared: ComparedDay, reading: Reading) -> ChangeDetail:
    hours = _hours(compared, reading)
    assert hours is not None  # days without hours were left out
    if reading.change is Kind.TRAINING:
        return Training(compared.date, hours)
    return Extra(compared.date, HOURS_BAND.get(hours), hours)


def _moved_admins(comparison: Comparison) -> Iterator[TakeOver]:
    """Admin time that is gone from one day, and new on another."""
    gone = [day for day in comparison.differences if _lost(day, Kind.ADMIN)]
    new = [day for day in comparison.differences if _gained(day, (ADMIN,))]
    for lost, gained in _nearest(gone, new):
        hours = _hours(gained, gained.left[1][0])
        start = hours.start if hours else None
        moved = MovedAdmin(lost.date, gained.date, start)
        yield TakeOver(TakeOverKind.ADMIN, (lost.date, gained.date), (moved,))


def _swaps(comparison: Comparison) -> Iterator[TakeOver]:
    """A shift that is gone from one day, and one that is new on another."""
    gone = [
        day
        for day in comparison.differences
        if _lost(day, Kind.SHIFT) and not any(reading.change for reading in day.readings)
    ]
    new = [day for day in comparison.differences if _gained(day, ("S", "D", "E"))]
    for lost, gained in _nearest(gone, new):
        for band in (None, *Band):
            swap = Swap(lost.date, gained.date, band)
            yield TakeOver(TakeOverKind.SWAP, (lost.date, gained.date), (swap,))


def _lost(compared: ComparedDay, kind: Kind) -> bool:
    blocks, readings = compared.left
    return [block.kind for block in blocks] == [kind] and not readings


def _gained(compared: ComparedDay, letters: Sequence[str]) -> bool:
    blocks, readings = compared.left
    return not blocks and len(readings) == 1 and readings[0].letter in letters


def _nearest(
    gone: Sequence[ComparedDay], new: Sequence[ComparedDay]
) -> Iterator[tuple[ComparedDay, ComparedDay]]:
    """Pairs of days, each day in one pair at most, the closest first."""
    pairs = sorted(
        ((lost, gained) for lost in gone for gained in new),
        key=lambda pair: (abs(pair[0].date - pair[1].date), pair[0].date),
    )
    used: set[date] = set()
    for lost, gained in pairs:
        if abs(lost.date - gained.date) <= NEAR and used.isdisjoint((lost.date, gained.date)):
            used |= {lost.date, gained.date}
            yield lost, gained
