"""The ways to place the break and the worked weekends, each as a chain of six weeks.

A cycle has no end, which dynamic programming over weeks cannot use. A rotation that keeps P7 has one
break, so the cycle is cut there: a chain begins with the week in which the break ends, and what came
before it is known to be free. Where P7 is let go, the cut is after a weekend that P6 keeps free.

The weeks of a chain are work weeks (P3, P4), while the letters of a rotation stand Monday first. So all
that is said of the 42 days by number is turned here: day 0 of the chains is the first day of the first
work week that begins in the rotation's first row.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple, TypeVar

from heartplanner.core.finder.counting.marks import BREAK_LENGTHS, DAY, EVENING, AllowedLetters
from heartplanner.core.finder.counting.week_patterns import (
    WEEK_DAYS,
    WeekPattern,
    WorkedWeekend,
    days_with,
    first_weekday,
    patterns,
)
from heartplanner.core.plan.model import ADMIN, CYCLE_DAYS, CYCLE_WEEKS, FREE, Options
from heartplanner.core.rules.rotation_rules import WEEKEND_EVERY
from heartplanner.core.schedule.days import SUNDAY

Value = TypeVar("Value")


class Placement(NamedTuple):
    """Where the worked weekends and the break of a rotation lie.

    `phase`: the first row with a worked weekend, 0 to 2; `first`: the break's first day, 0 to 41;
    `length`: its days, or 0. None for the rule that is not insisted on. Rows and days are those of the
    rotation's letters, Monday first.
    """

    phase: int | None
    first: int | None
    length: int

    @property
    def end(self) -> int:
        """The day after the break, 0 to 41."""
        return ((self.first or 0) + self.length) % CYCLE_DAYS

    def first_week(self, options: Options) -> int:
        """The first week of the chain, 0 to 5: that of the break's end, or one after a free weekend."""
        if self.first is None and self.phase is not None:
            # The weekends of weeks phase + 1 and phase + 2 are free, so from the latter on one lies before.
            return self.phase + 2
        return (self.end - first_weekday(options)) % CYCLE_DAYS // WEEK_DAYS


class WeekSlot(NamedTuple):
    """One of the six weeks of a chain, 0 to 5, and what its place in it asks of a pattern.

    `rest`: the set of its days in the break, which are free; `edge`: the set of those beside the break,
    which are worked: without them it would be a longer one.
    """

    week: int
    weekend: WorkedWeekend
    rest: int
    edge: int


class WeekChain(NamedTuple):
    """A placement, and its six weeks from the one on in which the break ends.

    `first_weekday`: the weekday on which each of them begins, 0 Monday to 6 Sunday.
    """

    place: Placement
    slots: tuple[WeekSlot, ...]
    first_weekday: int

    @property
    def has_break(self) -> bool:
        return self.place.first is not None


def turned(days: tuple[Value, ...], first_weekday: int) -> tuple[Value, ...]:
    """What is said of the 42 days, Monday first, from the first day of the first work week on."""
    return days[first_weekday:] + days[:first_weekday]


@lru_cache(maxsize=64)
def chains(options: Options) -> tuple[WeekChain, ...]:
    """The chains of all placements for which there are any rotations."""
    first = first_weekday(options)
    possible = (
        WeekChain(place, tuple(_slots(place, options)), first) for place in _placements(options)
    )
    return tuple(
        chain for chain in possible if all(slot_patterns(options, slot) for slot in chain.slots)
    )


def _placements(options: Options) -> Iterator[Placement]:
    phases = tuple(range(WEEKEND_EVERY)) if "P6" in options.rules else (None,)
    if "P7" not in options.rules:
        yield from (Placement(phase, None, 0) for phase in phases)
        return
    lengths = BREAK_LENGTHS[options.breaks]
    for phase, first, length in product(phases, range(CYCLE_DAYS), lengths):
        yield Placement(phase, first, length)


def _slots(place: Placement, options: Options) -> Iterator[WeekSlot]:
    # Sets of the days of the whole cycle: bit n is day n, 0 to 41. The break may run over its end.
    rest = edge = 0
    if place.first is not None:
        begin = place.first - first_weekday(options)
        rest = sum(1 << (begin + n) % CYCLE_DAYS for n in range(place.length))
        # The days on either side are worked, or the run would be longer and the placement another one's.
        edge = 1 << (begin + place.length) % CYCLE_DAYS | 1 << (begin - 1) % CYCLE_DAYS
    for n in range(CYCLE_WEEKS):
        week = (place.first_week(options) + n) % CYCLE_WEEKS
        weekend = _weekend(place, week, options)
        yield WeekSlot(week, weekend, _in_week(rest, week), _in_week(edge, week))


def _weekend(place: Placement, week: int, options: Options) -> WorkedWeekend:
    if place.phase is None:
        return WorkedWeekend(None, None)
    sunday = week % WEEKEND_EVERY == place.phase
    # A week from Sunday ends with the Saturday of the next weekend.
    later = first_weekday(options) == SUNDAY
    return WorkedWeekend((week + later) % WEEKEND_EVERY == place.phase, sunday)


def _in_week(days: int, week: int) -> int:
    """Of a set of the cycle's days those of one week, as a set of its days."""
    return days >> week * WEEK_DAYS & (1 << WEEK_DAYS) - 1


@lru_cache(maxsize=1 << 14)
def slot_patterns(options: Options, slot: WeekSlot) -> tuple[WeekPattern, ...]:
    """The weeks that the rules allow in this slot, whatever is marked."""
    return tuple(
        pattern
        for pattern in patterns(options, slot.weekend)
        if not slot.rest & ~pattern.free and not slot.edge & pattern.free
    )


def fitting_patterns(
    options: Options, slot: WeekSlot, allowed: AllowedLetters
) -> list[WeekPattern]:
    """The weeks that the rules and the marks allow in this slot; `allowed` is turned."""
    return fitting_in_week(options, slot, letters_of_week(allowed, slot))


def letters_of_week(allowed: AllowedLetters, slot: WeekSlot) -> AllowedLetters:
    """What the seven days of a slot's week may be; `allowed` is turned."""
    return allowed[slot.week * WEEK_DAYS : (slot.week + 1) * WEEK_DAYS]


def fitting_in_week(options: Options, slot: WeekSlot, days: AllowedLetters) -> list[WeekPattern]:
    """The same, by what the seven days of that week may be."""
    shifts = days_with(days, DAY) | days_with(days, EVENING)
    admins, free = days_with(days, ADMIN), days_with(days, FREE)
    return [
        pattern
        for pattern in slot_patterns(options, slot)
        if not pattern.shifts & ~shifts
        and not pattern.admins & ~admins
        and not pattern.free & ~free
    ]
