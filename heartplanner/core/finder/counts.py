"""Every rotation that keeps the rules and the days one is sure of: counted exactly, never listed.

A rotation has one break (P7), so it is counted once, in the chain of the place where its break lies.
In a chain a week need know of those before it only how many free days they ended with, lest there be
a second break. The ways through, counted from both ends, tell how many rotations there are, and how
many of them have a shift, or admin, on each day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from heartplanner.core.finder.marks import Known
from heartplanner.core.finder.week_chains import Chain, Link, Place, chains, left_in_week, week_of
from heartplanner.core.finder.week_patterns import (
    FIELD,
    LEAD,
    ONE_MOVED,
    SUMS,
    TRAIL,
    WEEK_DAYS,
    moved_admin,
)
from heartplanner.core.plan.model import ADMIN, CYCLE_DAYS, CYCLE_WEEKS, FREE, Options
from heartplanner.core.schedule.breaks import BREAK_DAYS

NO_LIMIT = 2 * WEEK_DAYS + 1
FIELDS = (1 << FIELD * (ONE_MOVED + 1)) - 1
ONE_FIELD = (1 << FIELD) - 1

Ways = dict[int, int]
"""The ways up to some point, or from there on, by the free days before it. Each is a number of many
fields: those with a sum of moved admin are counted in the field of that sum."""


class DayCounts(NamedTuple):
    """How many rotations have a shift, admin, or nothing on a day."""

    shift: int
    admin: int
    off: int


class Match(NamedTuple):
    """What is left: rotations in all, by the days of the cycle, and by where weekends and break lie."""

    total: int
    days: tuple[DayCounts, ...]
    places: Mapping[Place, int]

    @property
    def certain(self) -> tuple[int, ...]:
        """The days of the cycle, 1 to 42, that are the same in all that are left."""
        return tuple(day for day in range(1, CYCLE_DAYS + 1) if self.letter(day))

    @property
    def ask_next(self) -> int | None:
        """The day whose answer is expected to leave the fewest, ties to the earliest. None: none is."""
        if self.total <= 1:
            return None
        return min(range(CYCLE_DAYS), key=lambda n: sum(c * c for c in self.days[n])) + 1

    def letter(self, day: int) -> str:
        """S, A or - where the day of the cycle, 1 to 42, is the same in all that are left, else nothing."""
        if not self.total:
            return ""
        counts = zip(("S", ADMIN, FREE), self.days[day - 1], strict=True)
        return "".join(letter for letter, count in counts if count == self.total)

    @property
    def phases(self) -> dict[int, int]:
        """How many there are for each first week with a worked weekend, 1 to 3."""
        found = Counter[int]()
        for place, count in self.places.items():
            if place.phase is not None:
                found[place.phase + 1] += count
        return dict(found)

    @property
    def breaks(self) -> dict[tuple[int, int], int]:
        """How many there are for each break: its first day, 1 to 42, and its length."""
        found = Counter[tuple[int, int]]()
        for place, count in self.places.items():
            if place.first is not None:
                found[place.first + 1, place.length] += count
        return dict(found)


class _Group(NamedTuple):
    """The patterns of a week that begin, and end, with the same number of free days.

    `ways`: how many, by their admin; `tallies`: what they add up to, by their admin.
    """

    ways: int
    tallies: tuple[tuple[int, int], ...]


_Week = Mapping[tuple[int, int], _Group]
_Weights = Counter[tuple[int, int]]
"""The ways, over all chains, in which the other five weeks go with one of a group."""


@lru_cache(maxsize=16)
def match(known: Known, options: Options) -> Match:
    """The rotations that keep the rules asked for and agree with what is known.

    The last answers are kept: one click asks for the same ones several times.
    """
    limit = BREAK_DAYS if "P7" in options.rules else NO_LIMIT
    weights: dict[Link, _Weights] = defaultdict(Counter)
    places: dict[Place, int] = {}
    for chain in chains(options):
        weeks = _grouped(chain, known, options)
        if weeks and (count := _through(chain, weeks, limit, weights)):
            places[chain.place] = count
    total = sum(places.values())
    return Match(total, tuple(_days(weights, known, options, total)), places)


def possible(known: Known, options: Options) -> bool:
    """Whether any rotation is left."""
    limit = BREAK_DAYS if "P7" in options.rules else NO_LIMIT
    for chain in chains(options):
        weeks = _grouped(chain, known, options)
        if weeks and _rotations(_forward(weeks, limit)[-1]):
            return True
    return False


def _grouped(chain: Chain, known: Known, options: Options) -> list[_Week]:
    """The chain's weeks, grouped. Empty if one of them is impossible."""
    # The weeks with the break in them have the fewest patterns: they are the most likely to fail.
    for link in sorted(chain.links, key=lambda link: not link.rest):
        if not _groups(options, link, week_of(known, link)):
            return []
    return [_groups(options, link, week_of(known, link)) for link in chain.links]


@lru_cache(maxsize=2048)
def _groups(options: Options, link: Link, days: Known) -> _Week:
    """The patterns of a week of which so much is known: a click changes one week, not the others.

    Days in the break are no free days here: the break is what they may not be added to.
    """
    fields = moved_admin(options)
    ways = Counter[tuple[int, int]]()
    tallies: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for each in left_in_week(options, link, days):
        free, field = each.free & ~link.rest, fields[each.admin_count]
        key = LEAD[free], TRAIL[free]
        ways[key] += 1 << FIELD * field
        tallies[key][field] += each.tally
    return {key: _Group(ways[key], tuple(tallies[key].items())) for key in ways}


def _through(
    chain: Chain, weeks: Sequence[_Week], limit: int, weights: Mapping[Link, _Weights]
) -> int:
    """The rotations of one chain; each group's weight grows by the ways that lead through it."""
    before = _forward(weeks, limit)
    count = _rotations(before[-1])
    if not count:
        return 0
    after: Ways = dict.fromkeys(before[-1], 1)
    for index in reversed(range(CYCLE_WEEKS)):
        ways, here = before[index], weights[chain.links[index]]
        up_to, on = _up_to(ways, limit), Counter[int]()
        for key, group in weeks[index].items():
            lead, trail = key
            beyond = after.get(trail, 0)
            if beyond and up_to[lead]:
                here[key] += up_to[lead] * beyond & FIELDS
                on[lead] += group.ways * beyond & FIELDS
        after = {
            free: sum(n for lead, n in on.items() if free + lead < limit) & FIELDS for free in ways
        }
    return count


def _forward(weeks: Sequence[_Week], limit: int) -> list[Ways]:
    """The ways up to the beginning of each week, and to the end."""
    found: list[Ways] = [{0: 1}]
    for week in weeks:
        up_to, here = _up_to(found[-1], limit), Counter[int]()
        for (lead, trail), group in week.items():
            if up_to[lead]:
                here[trail] += up_to[lead] * group.ways & FIELDS
        found.append(dict(here))
    return found


def _up_to(ways: Ways, limit: int) -> list[int]:
    """The ways after which a week may begin with so many free days."""
    return [
        sum(n for free, n in ways.items() if free + lead < limit) for lead in range(WEEK_DAYS + 1)
    ]


def _rotations(ways: Ways) -> int:
    return _counted(sum(ways.values()))


def _counted(ways: int) -> int:
    """Those whose admin is spread as it may be."""
    return sum(ways >> FIELD * each & ONE_FIELD for each in SUMS)


def _days(
    weights: Mapping[Link, _Weights], known: Known, options: Options, total: int
) -> Iterator[DayCounts]:
    tallies = [0] * CYCLE_WEEKS
    for link, week in weights.items():
        groups = _groups(options, link, week_of(known, link))
        for key, weight in week.items():
            for field, tally in groups[key].tallies:
                tallies[link.week] += _counted(weight << FIELD * field) * tally
    for tally in tallies:
        for day in range(WEEK_DAYS):
            shift = tally >> FIELD * day & ONE_FIELD
            admin = tally >> FIELD * (day + WEEK_DAYS) & ONE_FIELD
            yield DayCounts(shift, admin, total - shift - admin)
