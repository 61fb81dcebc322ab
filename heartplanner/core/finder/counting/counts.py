"""Every rotation that keeps the rules and agrees with the marks: counted exactly, never listed.

The method is dynamic programming over the week chains of `week_chains` (the transfer-matrix method:
R. Stanley, Enumerative Combinatorics 1, section 4.7). The state between two weeks is the number of free
days that the weeks so far end with: it is all that a week need know of those before it, so that no
second break comes about. A pass forward counts the ways up to each week, a pass backward those from it
on, and their product says how many rotations have a pattern in that week, as the forward-backward
algorithm does for hidden Markov models (L. Rabiner, Proceedings of the IEEE 77, 1989). A rotation has
one break (P7), so it is in one chain alone, and the counts of all chains are added.

Flexible admin (P4) would need the sum of moved admin in the state too. Instead each count is a packed
integer (see FIELD_BITS): its field k counts the ways with the sum k. A product of two of them adds the
sums of their ways, and only the fields of ALLOWED_SUMS are read in the end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from heartplanner.core.finder.counting.marks import AllowedLetters
from heartplanner.core.finder.counting.week_chains import (
    Placement,
    WeekChain,
    WeekSlot,
    chains,
    fitting_in_week,
    letters_of_week,
    turned,
)
from heartplanner.core.finder.counting.week_patterns import (
    ALLOWED_SUMS,
    FIELD_BITS,
    LEADING_FREE,
    ONE_MOVED,
    TRAILING_FREE,
    WEEK_DAYS,
    first_weekday,
    moved_admin,
)
from heartplanner.core.plan.model import ADMIN, CYCLE_DAYS, CYCLE_WEEKS, FREE, Options
from heartplanner.core.schedule.breaks import BREAK_DAYS

NO_LIMIT = 2 * WEEK_DAYS + 1
# Sums above the highest that is allowed only grow: they are cut off after each product.
LOW_FIELDS = (1 << FIELD_BITS * (ONE_MOVED + 1)) - 1
ONE_FIELD = (1 << FIELD_BITS) - 1

PackedCount = int
"""A number of ways for each sum of moved admin, packed into one integer (see FIELD_BITS)."""
CountsByRun = dict[int, PackedCount]
"""The ways up to a week, or from it on, by the number of free days before it."""


class DayCounts(NamedTuple):
    """How many rotations have a shift, admin, or nothing on a day."""

    shift: int
    admin: int
    off: int


class RotationCounts(NamedTuple):
    """What is left: rotations in all, by the days of the cycle, and by where weekends and break lie.

    Where the work week may be any, a rotation counts once for each first day with which it fits.
    """

    total: int
    days: tuple[DayCounts, ...]
    placements: Mapping[Placement, int]

    @property
    def certain(self) -> tuple[int, ...]:
        """The days of the cycle, 1 to 42, that are the same in all that are left."""
        return tuple(day for day in range(1, CYCLE_DAYS + 1) if self.letter(day))

    @property
    def known(self) -> bool:
        """Whether one rotation is left, by whatever work weeks."""
        return len(self.certain) == CYCLE_DAYS

    @property
    def ask_next(self) -> int | None:
        """The day whose answer is expected to leave the fewest, ties to the earliest. None: none is."""
        if not self.total or self.known:
            return None
        # An answer that c of n rotations give comes with probability c / n, and then leaves c of them.
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
        by_phase = Counter[int]()
        for place, count in self.placements.items():
            if place.phase is not None:
                by_phase[place.phase + 1] += count
        return dict(by_phase)

    @property
    def breaks(self) -> dict[tuple[int, int], int]:
        """How many there are for each break: its first day, 1 to 42, and its length."""
        by_break = Counter[tuple[int, int]]()
        for place, count in self.placements.items():
            if place.first is not None:
                by_break[place.first + 1, place.length] += count
        return dict(by_break)


class _PatternGroup(NamedTuple):
    """The patterns of a week that begin, and end, with the same number of free days.

    `ways`: how many there are; `tallies`: by what they add to the sum of moved admin, the sum of their
    tallies (see WeekPattern).
    """

    ways: PackedCount
    tallies: tuple[tuple[int, int], ...]


_WeekGroups = Mapping[tuple[int, int], _PatternGroup]
"""A week's groups by the free days that their patterns begin, and end, with."""
_GroupWeights = Counter[tuple[int, int]]
"""For each group the ways, over all chains, in which the other five weeks go with one of its patterns."""


@lru_cache(maxsize=64)
def count_rotations(allowed: AllowedLetters, options: Options) -> RotationCounts:
    """The rotations that keep the rules asked for and have allowed letters alone.

    The last answers are kept: one click asks for the same ones several times.
    """
    if options.work_week is None:
        return summed([count_rotations(allowed, fixed) for fixed in by_first_day(options)])
    allowed = turned(allowed, first_weekday(options))
    limit = run_limit(options)
    # Many chains share a slot: its patterns, many more than its groups, are gone through once for all.
    weights: dict[WeekSlot, _GroupWeights] = defaultdict(Counter)
    placements: dict[Placement, int] = {}
    for chain in chains(options):
        weeks = _chain_groups(chain, allowed, options)
        if weeks and (count := _count_chain(chain, weeks, limit, weights)):
            placements[chain.place] = count
    total = sum(placements.values())
    days = day_counts(_tallies(weights, allowed, options), total, options)
    return RotationCounts(total, days, placements)


def by_first_day(options: Options) -> tuple[Options, ...]:
    """The same options with each day on which the work week may begin, Monday to Sunday."""
    return tuple(options._replace(work_week=first) for first in range(WEEK_DAYS))


def summed(several: Sequence[RotationCounts]) -> RotationCounts:
    """The counts of several kinds of rotations together."""
    placements = Counter[Placement]()
    for counts in several:
        placements.update(counts.placements)
    by_day = zip(*(counts.days for counts in several), strict=True)
    return RotationCounts(
        sum(counts.total for counts in several),
        tuple(DayCounts(*map(sum, zip(*counts, strict=True))) for counts in by_day),
        placements,
    )


def possible(allowed: AllowedLetters, options: Options) -> bool:
    """Whether any rotation is left."""
    if options.work_week is None:
        return any(possible(allowed, fixed) for fixed in by_first_day(options))
    allowed = turned(allowed, first_weekday(options))
    limit = run_limit(options)
    for chain in chains(options):
        weeks = _chain_groups(chain, allowed, options)
        if weeks and _unpacked(sum(_forward(weeks, limit)[-1].values())):
            return True
    return False


def run_limit(options: Options) -> int:
    """The number of free days in a row that is too many outside of the break."""
    return BREAK_DAYS if "P7" in options.rules else NO_LIMIT


def _chain_groups(chain: WeekChain, allowed: AllowedLetters, options: Options) -> list[_WeekGroups]:
    """The groups of each of the chain's weeks. Empty if one of them is impossible."""
    # The weeks with the break in them have the fewest patterns: they are the most likely to fail.
    for slot in sorted(chain.slots, key=lambda slot: not slot.rest):
        if not _groups(options, slot, letters_of_week(allowed, slot)):
            return []
    return [_groups(options, slot, letters_of_week(allowed, slot)) for slot in chain.slots]


@lru_cache(maxsize=1 << 13)
def _groups(options: Options, slot: WeekSlot, days: AllowedLetters) -> _WeekGroups:
    """The patterns that fit in a week, grouped. They are kept: a click changes one week, not the others.

    Days in the break are no free days here: the break is what they may not be added to.
    """
    moved = moved_admin(options)
    ways = Counter[tuple[int, int]]()
    tallies: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for pattern in fitting_in_week(options, slot, days):
        free, field = pattern.free & ~slot.rest, moved[pattern.admin_count]
        key = LEADING_FREE[free], TRAILING_FREE[free]
        ways[key] += 1 << FIELD_BITS * field
        tallies[key][field] += pattern.tally
    return {key: _PatternGroup(ways[key], tuple(tallies[key].items())) for key in ways}


def _count_chain(
    chain: WeekChain,
    weeks: Sequence[_WeekGroups],
    limit: int,
    weights: Mapping[WeekSlot, _GroupWeights],
) -> int:
    """The rotations of one chain. Adds to each group's weight the ways that lead through it."""
    before = _forward(weeks, limit)
    count = _unpacked(sum(before[-1].values()))
    if not count:
        return 0
    # Backward. The day before the break is worked (WeekSlot.edge): no free days at the end run into it.
    after: CountsByRun = dict.fromkeys(before[-1], 1)
    for index in reversed(range(CYCLE_WEEKS)):
        runs, slot_weights = before[index], weights[chain.slots[index]]
        up_to, from_here = _by_lead(runs, limit), Counter[int]()
        for (lead, trail), group in weeks[index].items():
            beyond = after.get(trail, 0)
            if beyond and up_to[lead]:
                slot_weights[lead, trail] += up_to[lead] * beyond & LOW_FIELDS
                from_here[lead] += group.ways * beyond & LOW_FIELDS
        after = {
            run: sum(n for lead, n in from_here.items() if run + lead < limit) & LOW_FIELDS
            for run in runs
        }
    return count


def _forward(weeks: Sequence[_WeekGroups], limit: int) -> list[CountsByRun]:
    """The ways up to the beginning of each week, and to the end."""
    # The chain begins after the break, so no free day lies before it that could be added to.
    before: list[CountsByRun] = [{0: 1}]
    for week in weeks:
        up_to, ways = _by_lead(before[-1], limit), Counter[int]()
        for (lead, trail), group in week.items():
            if up_to[lead]:
                ways[trail] += up_to[lead] * group.ways & LOW_FIELDS
        before.append(dict(ways))
    return before


def _by_lead(runs: CountsByRun, limit: int) -> list[PackedCount]:
    """The ways after which a week may begin with so many free days, for 0 to 7 of them."""
    return [
        sum(n for run, n in runs.items() if run + lead < limit) for lead in range(WEEK_DAYS + 1)
    ]


def _unpacked(ways: PackedCount) -> int:
    """The number of those whose admin is spread as it may be."""
    return sum(ways >> FIELD_BITS * field & ONE_FIELD for field in ALLOWED_SUMS)


def _tallies(
    weights: Mapping[WeekSlot, _GroupWeights], allowed: AllowedLetters, options: Options
) -> list[int]:
    """For each week each pattern's tally, times the rotations that have the pattern."""
    tallies = [0] * CYCLE_WEEKS
    for slot, week in weights.items():
        groups = _groups(options, slot, letters_of_week(allowed, slot))
        for key, weight in week.items():
            for field, tally in groups[key].tallies:
                # Moving the weight up by the pattern's own field gives the sums of whole rotations.
                tallies[slot.week] += _unpacked(weight << FIELD_BITS * field) * tally
    return tallies


def day_counts(tallies: Iterable[int], total: int, options: Options) -> tuple[DayCounts, ...]:
    """The counts of the 42 days, of the sums of the tallies (see WeekPattern) of the six weeks."""
    days = tuple(_week_counts(tallies, total))
    # Back from work weeks to the rotation's rows, Monday first.
    back = CYCLE_DAYS - first_weekday(options)
    return days[back:] + days[:back]


def _week_counts(tallies: Iterable[int], total: int) -> Iterator[DayCounts]:
    for tally in tallies:
        for day in range(WEEK_DAYS):
            shift = tally >> FIELD_BITS * day & ONE_FIELD
            admin = tally >> FIELD_BITS * (day + WEEK_DAYS) & ONE_FIELD
            yield DayCounts(shift, admin, total - shift - admin)
