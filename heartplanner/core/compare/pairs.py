"""Pairs of days that differ: work that is gone from the one, and new on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from heartplanner.core.compare.comparison import ComparedDay, usual_block
from heartplanner.core.compare.take_over import TakeOver, TakeOverKind
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    Swap,
)
from heartplanner.core.plan.hours import HOURS_BAND, Band, Hours
from heartplanner.core.plan.model import ADMIN
from heartplanner.core.roster.roster import DayReading
from heartplanner.core.schedule.blocks import Kind

NEAR = timedelta(days=28)
"""How far apart a shift that is gone and one that is new may be, to look like one swap."""
SHIFT_LETTERS = ("S", "D", "E")


def told_hours(compared: ComparedDay, reading: DayReading) -> Hours | None:
    """The hours that a reading states, or those that its letter usually has."""
    if reading.start is not None and reading.end is not None:
        return Hours(reading.start.time(), reading.end.time())
    usual = usual_block(compared.day, reading)
    return usual.hours if usual else None


def swaps(differences: Sequence[ComparedDay]) -> Iterator[TakeOver]:
    """A shift that is gone from one day, and one that is new on another.

    With two colleagues these are two swaps: none is both of them.
    """
    for lost, gained in _swapped(differences):
        names = {lost.colleague, gained.colleague} - {""}
        if len(names) > 1:
            continue
        # First with the usual hours: a swap states a band only where it has to.
        for band in (None, *Band):
            swap = Swap(lost.date, gained.date, band, "".join(names))
            yield TakeOver(TakeOverKind.SWAP, (lost.date, gained.date), (swap,))


def _swapped(differences: Sequence[ComparedDay]) -> Iterator[tuple[ComparedDay, ComparedDay]]:
    # A day that became a day of leave is told already: it needs no second day to explain it.
    gone = [
        day
        for day in differences
        if _lost(day) == [Kind.SHIFT]
        and not _gained(day)
        and not any(isinstance(reading.change, AbsenceKind) for reading in day.readings)
    ]
    return _nearest(gone, [day for day in differences if _is_new_shift(day)])


def moved_admins(differences: Sequence[ComparedDay]) -> Iterator[TakeOver]:
    """Admin time that is gone from one day, and new on another, which may have been a shift's.

    The shift may be worked on the day that the admin time left, or, as a swap, on a third one.
    """
    gone = [
        day
        for day in differences
        if _lost(day) == [Kind.ADMIN] and _gained(day) in ([], *map(list, SHIFT_LETTERS))
    ]
    new = [
        day
        for day in differences
        if _gained(day) == [ADMIN] and _lost(day) in ([], [Kind.SHIFT], [Kind.EXTRA])
    ]
    moving = [*_nearest(gone, new)]
    swapped = [to for lost, to in moving if _lost(to) == [Kind.SHIFT] and not _gained(lost)]
    # A shift that is new may be that of a day that only lost its own: then it is not this one's.
    taken = [to for _, to in _swapped(differences)]
    free = [day for day in differences if _is_new_shift(day) and day not in taken]
    third = dict(_nearest(swapped, free))
    for lost, gained in moving:
        if gained in third:
            yield from _moves_with_swap(lost, gained, third[gained])
        for changes in _moves(lost, gained):
            yield TakeOver(TakeOverKind.ADMIN, (lost.date, gained.date), changes)


def _moves_with_swap(
    lost: ComparedDay, gained: ComparedDay, third: ComparedDay
) -> Iterator[TakeOver]:
    """Admin time that moves to a shift's day, and the shift to a third one."""
    dates = (lost.date, gained.date, third.date)
    hours = told_hours(gained, gained.left[1][0])
    moved = MovedAdmin(lost.date, gained.date, hours.start if hours else None)
    for band in (None, *Band):
        swap = Swap(gained.date, third.date, band, gained.colleague or third.colleague)
        changes = (swap, moved)
        yield TakeOver(TakeOverKind.ADMIN_SWAP, dates, changes)


def _moves(lost: ComparedDay, gained: ComparedDay) -> Iterator[tuple[ChangeDetail, ...]]:
    """The changes that move admin time, in an order in which no two blocks overlap on the way."""
    hours = told_hours(gained, gained.left[1][0])
    moved = MovedAdmin(lost.date, gained.date, hours.start if hours else None)
    shift = lost.left[1]
    if not shift:
        off = Absence(AbsenceKind.CALLED_OFF, gained.date, gained.date)
        yield (off, moved) if gained.left[0] else (moved,)
        return
    # The shift leaves the day before admin time comes: the two would overlap.
    given = (Swap(gained.date, None, colleague=gained.colleague),) if gained.left[0] else ()
    for band in (None, *Band):
        yield (*given, moved, Swap(None, lost.date, band, lost.colleague))
    if worked := told_hours(lost, shift[0]):
        yield (*given, moved, Extra(lost.date, HOURS_BAND.get(worked), worked))


def _lost(compared: ComparedDay) -> list[Kind]:
    """The kinds of the blocks that only the plan has."""
    return [block.kind for block in compared.left[0]]


def _is_new_shift(compared: ComparedDay) -> bool:
    """Whether only the roster has work on a day, which is one shift."""
    return not _lost(compared) and _gained(compared) in map(list, SHIFT_LETTERS)


def _gained(compared: ComparedDay) -> list[str]:
    """The letters of the work that only the roster has."""
    return [reading.letter for reading in compared.left[1]]


def _nearest(
    gone: Sequence[ComparedDay], new: Sequence[ComparedDay]
) -> Iterator[tuple[ComparedDay, ComparedDay]]:
    """Pairs of days, each day in one pair at most, the closest first."""
    # The closest first, then the earlier: the same roster always gives the same pairs.
    pairs = sorted(
        ((lost, gained) for lost in gone for gained in new),
        key=lambda pair: (abs(pair[0].date - pair[1].date), pair[0].date),
    )
    used: set[date] = set()
    for lost, gained in pairs:
        if abs(lost.date - gained.date) <= NEAR and used.isdisjoint((lost.date, gained.date)):
            used |= {lost.date, gained.date}
            yield lost, gained
