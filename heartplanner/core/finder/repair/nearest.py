"""The rotations that are nearest to marks which no rotation fits: found and counted exactly.

This is decoding by the Viterbi algorithm (A. Viterbi, IEEE Transactions on Information Theory 13, 1967;
G. Forney, Proceedings of the IEEE 61, 1973): the week chains of `week_chains` are the trellis, a state
between two weeks is the number of free days that the weeks so far end with and the sum of their moved
admin, and of all ways to a state only the nearest to the marks are kept. Besides their distance their
number is kept too. So where `counts` has a number, a pair (distance, number) stands here. The sum of two
pairs is the one of the smaller distance; at equal distances their numbers are added. The product of two
pairs adds the distances and multiplies the numbers. A pass forward and a pass backward then give the
counts of every day, as in `counts`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from heartplanner.core.finder.counting.counts import (
    RotationCounts,
    by_first_day,
    day_counts,
    run_limit,
    summed,
)
from heartplanner.core.finder.counting.week_chains import (
    Placement,
    WeekChain,
    WeekSlot,
    chains,
    slot_patterns,
    turned,
)
from heartplanner.core.finder.counting.week_patterns import (
    ALLOWED_SUMS,
    LEADING_FREE,
    NONE_MOVED,
    ONE_MOVED,
    TRAILING_FREE,
    WEEK_DAYS,
    WeekPattern,
    first_weekday,
    moved_admin,
)
from heartplanner.core.finder.repair.distances import DayDistances
from heartplanner.core.plan.model import CYCLE_WEEKS, Options


class Ways(NamedTuple):
    """The number of the nearest of some ways, and their distance."""

    distance: int
    number: int


class _State(NamedTuple):
    """The free days that the weeks so far end with, and the sum of their moved admin."""

    run: int
    moved: int


class _NearestGroup(NamedTuple):
    """Of a week's patterns with the same ends and the same moved admin those nearest to the marks.

    One that is farther away can be in no nearest rotation: one of these could take its place.
    """

    lead: int
    trail: int
    moved: int
    distance: int
    patterns: tuple[WeekPattern, ...]


class NearestChain(NamedTuple):
    """A chain, and for each of its weeks the patterns of the nearest rotations in it."""

    chain: WeekChain
    weeks: tuple[tuple[WeekPattern, ...], ...]


class NearestRotations(NamedTuple):
    """The rotations that are other than marked on the fewest dates; their counts, and their patterns."""

    distance: int
    left: RotationCounts
    chains: tuple[NearestChain, ...]


_BEGIN = _State(0, NONE_MOVED)
"""The chain begins after the break, so no free day lies before it that could be added to."""


def nearest_rotations(distances: DayDistances, options: Options) -> NearestRotations | None:
    """The rotations that keep the rules and cost least; None where no rotation keeps them."""
    if options.work_week is None:
        return _of_any(distances, options)
    distances = turned(distances, first_weekday(options))
    limit = run_limit(options)
    groups: dict[WeekSlot, tuple[_NearestGroup, ...]] = {}
    tried = []
    for chain in chains(options):
        for slot in chain.slots:
            # Many chains share a slot: its patterns are compared with the marks once for all of them.
            if slot not in groups:
                groups[slot] = _groups(options, slot, distances)
        trellis = _forward(chain, [groups[slot] for slot in chain.slots], limit)
        if trellis.end:
            tried.append(trellis)
    if not tried:
        return None
    # A chain whose nearest rotation is farther off than another's has none of the nearest.
    least = min(trellis.distance for trellis in tried)
    return _gathered(least, [trellis for trellis in tried if trellis.distance == least], options)


def _of_any(distances: DayDistances, options: Options) -> NearestRotations | None:
    """The nearest by any work week, each once for each work week that it fits."""
    tried = (nearest_rotations(distances, fixed) for fixed in by_first_day(options))
    some = [nearest for nearest in tried if nearest is not None]
    if not some:
        return None
    # A work week by which all rotations are farther off has none of the nearest.
    least = min(nearest.distance for nearest in some)
    best = [nearest for nearest in some if nearest.distance == least]
    return NearestRotations(
        least,
        summed([nearest.left for nearest in best]),
        tuple(chain for nearest in best for chain in nearest.chains),
    )


def _groups(options: Options, slot: WeekSlot, distances: DayDistances) -> tuple[_NearestGroup, ...]:
    moved = moved_admin(options)
    nearest: dict[tuple[int, int, int], tuple[int, list[WeekPattern]]] = {}
    patterns_here = slot_patterns(options, slot)
    for pattern, distance in pattern_distances(distances, slot, patterns_here):
        # Days in the break are no free days here: the break is what they may not be added to.
        free = pattern.free & ~slot.rest
        key = LEADING_FREE[free], TRAILING_FREE[free], moved[pattern.admin_count]
        # Where there is none yet, it is as if the best were farther: then this one takes its place.
        best, patterns = nearest.get(key, (distance + 1, []))
        if distance < best:
            nearest[key] = distance, [pattern]
        elif distance == best:
            patterns.append(pattern)
    return tuple(
        _NearestGroup(*key, distance, tuple(patterns))
        for key, (distance, patterns) in nearest.items()
    )


def pattern_distances(
    distances: DayDistances, slot: WeekSlot, patterns: Iterable[WeekPattern]
) -> Iterator[tuple[WeekPattern, int]]:
    """Each pattern with the dates of its week on which it is other than marked; `distances` is turned."""
    days = distances[slot.week * WEEK_DAYS : (slot.week + 1) * WEEK_DAYS]
    for pattern in patterns:
        yield pattern, sum(day[letter] for day, letter in zip(days, pattern.letters, strict=True))


class _Trellis(NamedTuple):
    """A chain with its weeks, and the nearest ways up to the beginning of each week and to the end.

    `limit`: the number of free days in a row that is too many outside of the break.
    """

    chain: WeekChain
    limit: int
    weeks: Sequence[Sequence[_NearestGroup]]
    before: Sequence[Mapping[_State, Ways]]

    @property
    def end(self) -> dict[_State, Ways]:
        """The nearest whole rotations, by how they end; none where the chain has no rotation."""
        return {state: way for state, way in self.before[-1].items() if state.moved in ALLOWED_SUMS}

    @property
    def distance(self) -> int:
        return min(ways.distance for ways in self.end.values())

    def steps(self, index: int) -> Iterator[tuple[_State, _NearestGroup, _State]]:
        """A state before a week, 0 to 5, a group that may follow on it, and the state after that."""
        return _steps(self.before[index], self.weeks[index], self.limit)


def _forward(chain: WeekChain, weeks: Sequence[Sequence[_NearestGroup]], limit: int) -> _Trellis:
    # One way, of no distance, leads to the beginning: it has no week yet.
    before: list[dict[_State, Ways]] = [{_BEGIN: Ways(0, 1)}]
    for week in weeks:
        reached: dict[_State, Ways] = {}
        for state, group, later in _steps(before[-1], week, limit):
            _add(reached, later, _joined(before[-1][state], group))
        before.append(reached)
    return _Trellis(chain, limit, weeks, before)


def _steps(
    states: Iterable[_State], week: Iterable[_NearestGroup], limit: int
) -> Iterator[tuple[_State, _NearestGroup, _State]]:
    for state, group in product(states, week):
        moved = state.moved + group.moved
        # Sums only grow: from above the highest that is allowed there is no way back.
        if state.run + group.lead < limit and moved <= ONE_MOVED:
            yield state, group, _State(group.trail, moved)


def _joined(ways: Ways, group: _NearestGroup) -> Ways:
    return Ways(ways.distance + group.distance, ways.number * len(group.patterns))


def _add(states: dict[_State, Ways], state: _State, ways: Ways) -> None:
    """Keep the nearest of the ways of a state."""
    known = states.get(state)
    if known is None or ways.distance < known.distance:
        states[state] = ways
    elif ways.distance == known.distance:
        states[state] = known._replace(number=known.number + ways.number)


def _gathered(distance: int, best: Sequence[_Trellis], options: Options) -> NearestRotations:
    """The counts and the patterns of the chains with the nearest rotations."""
    tallies = [0] * CYCLE_WEEKS
    placements: dict[Placement, int] = {}
    nearest = []
    for trellis in best:
        chain, weights = trellis.chain, _weights(trellis, distance)
        for slot, patterns in zip(chain.slots, weights, strict=True):
            for pattern, number in patterns.items():
                tallies[slot.week] += number * pattern.tally
        # Each rotation has one pattern in the first week, so the numbers there add up to all of them.
        placements[chain.place] = sum(weights[0].values())
        nearest.append(NearestChain(chain, tuple(map(tuple, weights))))
    total = sum(placements.values())
    left = RotationCounts(total, day_counts(tallies, total, options), placements)
    return NearestRotations(distance, left, tuple(nearest))


def _weights(trellis: _Trellis, distance: int) -> list[dict[WeekPattern, int]]:
    """For each week the patterns of the chain's nearest rotations, and how many of these have each."""
    weights: list[dict[WeekPattern, int]] = [defaultdict(int) for _ in trellis.weeks]
    # Backward over the states that were reached forward, from those alone with which a rotation may end.
    after = dict.fromkeys(trellis.end, Ways(0, 1))
    for index in reversed(range(CYCLE_WEEKS)):
        from_here: dict[_State, Ways] = {}
        for state, group, later in trellis.steps(index):
            beyond = after.get(later)
            if beyond is None:
                continue
            ways = trellis.before[index][state]
            # The way up to here, the week and the way on: together they are a nearest rotation or none.
            if ways.distance + group.distance + beyond.distance == distance:
                _add(from_here, state, _joined(beyond, group))
                for pattern in group.patterns:
                    weights[index][pattern] += ways.number * beyond.number
        after = from_here
    return weights
