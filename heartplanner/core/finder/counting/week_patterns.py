"""The weeks that the rules allow, one by one: a few dozen patterns, of which every rotation is made.

A week here is a work week: it begins on whatever day hours and shifts are counted from. Sets of days are
bit sets: bit n of an integer is the week's day n, counted from 0. Comparing two weeks is then one operation
on integers, which the counting does a few thousand times for each answer.
"""

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

FIELD_BITS = 64
"""The width of one field of a packed integer, in bits.

Several counts are packed into one integer, field k holding count k, as polynomials are in Kronecker's
substitution: a sum adds all fields at once, and a product convolves them. A field cannot run over into
the next one: a week has at most 3 ** 5 * 2 ** 2 = 972 patterns, and 972 ** 6 is less than 2 ** 64.
"""

# Flexible admin (P4) needs no list of weeks: the numbers are chosen so that a sum over six weeks tells
# how many had none and how many had two. Six weeks without admin come to less than one with two blocks.
WITHOUT_ADMIN, TWICE_ADMIN = 1, CYCLE_WEEKS + 1
"""What a week without admin, and one with two blocks, adds to the sum of a rotation's moved admin."""
NONE_MOVED, ONE_MOVED = ALLOWED_SUMS = 0, WITHOUT_ADMIN + TWICE_ADMIN
"""The sums that flexible admin may come to: at most two weeks with other than one, six blocks in all."""


class WeekPattern(NamedTuple):
    """One work week: its letters, and the sets of its days with a shift, with admin and free.

    `tally`: a packed integer that has a one in field n if day n has a shift, in field 7 + n if it has
    admin. The sum of many tallies counts all days of these weeks at once.
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
        return {0: WITHOUT_ADMIN, 1: 0, MOST_ADMIN: TWICE_ADMIN}
    return dict.fromkeys(range(MOST_ADMIN + 1), 0)


class WorkedWeekend(NamedTuple):
    """Whether a week's Saturday and its Sunday are worked; None: each may be either.

    In a week from Sunday they belong to two weekends.
    """

    saturday: bool | None
    sunday: bool | None


@lru_cache(maxsize=256)
def patterns(options: Options, weekend: WorkedWeekend) -> tuple[WeekPattern, ...]:
    """The weeks that keep the rules, in the alphabet's order."""
    weeks = ("".join(letters) for letters in product(*_choices(options, weekend)))
    # Few of them keep the rules, so the others are left out before more is worked out of them.
    return tuple(_pattern(week) for week in weeks if _keeps_rules(week, options))


def first_weekday(options: Options) -> int:
    """The weekday on which the work week begins, 0 Monday to 6 Sunday. It is one day here, not any."""
    assert options.work_week is not None
    return options.work_week


def _choices(options: Options, weekend: WorkedWeekend) -> Iterator[str]:
    """What each day of a week may be: admin is worked from Monday to Friday."""
    may_be = {True: "S", False: FREE, None: FREE + "S"}
    days = [FREE + ADMIN + "S"] * WEEKDAYS + [may_be[worked] for worked in weekend]
    first = first_weekday(options)
    yield from (*days[first:], *days[:first])


def _keeps_rules(letters: str, options: Options) -> bool:
    shifts, admins = letters.count("S"), letters.count(ADMIN)
    shifts_right = shifts == WEEK_SHIFTS if "P3" in options.rules else shifts <= MOST_SHIFTS
    if options.flexible or "P4" not in options.rules:
        return shifts_right and admins <= MOST_ADMIN
    return shifts_right and admins == 1


def _pattern(letters: str) -> WeekPattern:
    shifts, admins, free = (days_with(letters, letter) for letter in ("S", ADMIN, FREE))
    tally = sum(1 << FIELD_BITS * day for day in range(WEEK_DAYS) if shifts >> day & 1)
    tally += sum(
        1 << FIELD_BITS * (day + WEEK_DAYS) for day in range(WEEK_DAYS) if admins >> day & 1
    )
    return WeekPattern(letters, shifts, admins, free, tally)


def days_with(week: Iterable[str], letter: str) -> int:
    """The set of the days of a week on which this letter is one of those given."""
    return sum(1 << day for day, letters in enumerate(week) if letter in letters)


def _trailing_ones(bits: int) -> int:
    """How many of the lowest bits are set, one after another."""
    return (~bits & bits + 1).bit_length() - 1


# A run of free days may go on from one week into the next, so all that a week shows its neighbors is
# how many free days it begins and ends with. Both are looked up by the set of its free days.
LEADING_FREE = tuple(_trailing_ones(free) for free in range(WHOLE_WEEK + 1))
"""How many days a week begins with that are free, by the set of its free days."""
TRAILING_FREE = tuple(_trailing_ones(int(f"{free:07b}"[::-1], 2)) for free in range(WHOLE_WEEK + 1))
"""How many days a week ends with that are free, by the set of its free days."""
