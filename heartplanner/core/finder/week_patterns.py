"""The weeks that the rules allow a rotation, one by one: a few dozen, of which all rotations are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from heartplanner.core.plan.model import ADMIN, CYCLE_WEEKS, FREE, Options
from heartplanner.core.rules.rotation_rules import MOST_ADMIN, WEEK_SHIFTS

WEEKDAYS, WEEK_DAYS = 5, 7
WHOLE_WEEK = (1 << WEEK_DAYS) - 1
MOST_SHIFTS = 5
"""In a week, where P3 is not insisted on."""

FIELD = 64
"""Bits of a number in a tally: a count of rotations, at most 972 ** 6, fits."""

WITHOUT, TWICE = 1, CYCLE_WEEKS + 1
"""What a week without admin, and one with two blocks, adds to the sum of a rotation's moved admin."""
NONE_MOVED, ONE_MOVED = SUMS = 0, WITHOUT + TWICE
"""The sums that flexible admin may come to: at most two weeks with other than one, six blocks in all."""


class Pattern(NamedTuple):
    """One week. Bit d of a set of days is weekday d, Monday 0.

    `tally` counts it: a one in field d if day d has a shift, in field 7 + d if it has admin.
    """

    letters: str
    shifts: int
    admins: int
    free: int
    tally: int

    @property
    def admin_count(self) -> int:
        return self.admins.bit_count()


def moved_admin(options: Options) -> dict[int, int]:
    """What a week adds to the sum of moved admin, by its number of blocks; nothing where it is free."""
    if options.flexible and "P4" in options.rules:
        return {0: WITHOUT, 1: 0, MOST_ADMIN: TWICE}
    return dict.fromkeys(range(MOST_ADMIN + 1), 0)


@lru_cache(maxsize=64)
def patterns(options: Options, on: bool | None) -> tuple[Pattern, ...]:
    """The weeks that keep the rules, in the alphabet's order.

    `on`: the weekend is worked, both days of it, or is free; None: it may be anything.
    """
    found = (_pattern("".join(week)) for week in product(*_days(on)))
    return tuple(each for each in found if _keeps(each, options))


def _days(on: bool | None) -> Iterator[str]:
    """What each day of a week may be: admin is worked from Monday to Friday."""
    yield from [FREE + ADMIN + "S"] * WEEKDAYS
    yield from [{True: "S", False: FREE, None: FREE + "S"}[on]] * (WEEK_DAYS - WEEKDAYS)


def _keeps(week: Pattern, options: Options) -> bool:
    shifts, admins = week.shifts.bit_count(), week.admin_count
    enough = shifts == WEEK_SHIFTS if "P3" in options.rules else shifts <= MOST_SHIFTS
    if options.flexible or "P4" not in options.rules:
        return enough and admins <= MOST_ADMIN
    return enough and admins == 1


def _pattern(letters: str) -> Pattern:
    shifts, admins, free = (days_of(letters, each) for each in ("S", ADMIN, FREE))
    tally = sum(1 << FIELD * day for day in range(WEEK_DAYS) if shifts >> day & 1)
    tally += sum(1 << FIELD * (day + WEEK_DAYS) for day in range(WEEK_DAYS) if admins >> day & 1)
    return Pattern(letters, shifts, admins, free, tally)


def days_of(week: Iterable[str], letter: str) -> int:
    """The set of the days of a week on which this letter is one of those given."""
    return sum(1 << day for day, letters in enumerate(week) if letter in letters)


def _run(bits: int) -> int:
    """How many of the lowest bits are set, one after another."""
    return (~bits & bits + 1).bit_length() - 1


LEAD = tuple(_run(free) for free in range(WHOLE_WEEK + 1))
"""How many days a week begins with that are free, by the set of its free days."""
TRAIL = tuple(_run(int(f"{free:07b}"[::-1], 2)) for free in range(WHOLE_WEEK + 1))
"""How many days a week ends with that are free."""
