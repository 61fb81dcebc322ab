"""The plainest of the rotations that are left, and the next ones after it.

Plain is, in this order: no more than three shifts in a row; no more than four worked days in a row;
no lone worked day; the fewest lone free days; admin on the fewest different weekdays; the break that
ends latest in the cycle; and then the alphabet.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from heartplanner.core.finder.marks import DAY, EVENING, Known
from heartplanner.core.finder.week_chains import Chain, chains, left
from heartplanner.core.finder.week_patterns import (
    NONE_MOVED,
    SUMS,
    WEEKDAYS,
    Pattern,
    moved_admin,
)
from heartplanner.core.plan.model import CYCLE_DAYS, CYCLE_WEEKS, FREE, Options, Rotation
from heartplanner.core.schedule.breaks import BREAK_DAYS
from heartplanner.core.schedule.rest import LONG_RUN

LONG_SHIFT_RUN = 3
FLAWS = SHIFT_RUN, WORK_RUN, LONE_WORK = 1, 2, 4
SECOND_BREAK = 8
"""Not a flaw but what may not be."""


class State(NamedTuple):
    """The days before: shifts, worked days and free days in a row, counted as far as it matters."""

    shifts: int
    worked: int
    free: int


RESTED = State(0, 0, 2)
"""After days off: a break, or a free weekend."""


class Step(NamedTuple):
    """What days make of a state: the state after them, their flaws, the lone free days that they end."""

    state: State
    flaws: int
    lone_free: int


class Key(NamedTuple):
    """How plain a rotation is: the less the plainer. `early`: days from its break's end to the cycle's."""

    flaws: tuple[bool, ...]
    lone_free: int
    weekdays: int
    early: int
    letters: str


class Candidates(NamedTuple):
    """A chain, and the weeks that are left at each of its links. `moved`: see patterns.moved_admin."""

    chain: Chain
    weeks: tuple[Sequence[Pattern], ...]
    moved: Mapping[int, int]

    def choices(self, number: int) -> Iterator[str]:
        """What week `number`, 0 to 5, may be."""
        for link, week in zip(self.chain.links, self.weeks, strict=True):
            if link.week == number:
                yield from (pattern.letters for pattern in week)

    def with_admin_on(self, weekdays: int) -> Candidates:
        """Those with admin on these weekdays alone, a set of bits."""
        return self._only(lambda _, pattern: not pattern.admins & ~weekdays)

    def with_week(self, number: int, letters: str) -> Candidates:
        """Those whose week `number`, 0 to 5, has these letters."""
        return self._only(lambda week, pattern: week != number or pattern.letters == letters)

    def other_from(self, number: int, weeks: Sequence[str]) -> Candidates:
        """Those that are as these weeks up to week `number`, and other in that one."""

        def keep(week: int, pattern: Pattern) -> bool:
            return week > number or (pattern.letters == weeks[week]) == (week < number)

        return self._only(keep)

    def _only(self, keep: Callable[[int, Pattern], bool]) -> Candidates:
        kept = (
            [each for each in week if keep(link.week, each)]
            for link, week in zip(self.chain.links, self.weeks, strict=True)
        )
        return self._replace(weeks=tuple(kept))

    @property
    def early(self) -> int:
        place = self.chain.place
        return 0 if place.first is None else (-place.end) % CYCLE_DAYS


def plainest(known: Known, options: Options) -> Iterator[Rotation]:
    """The rotations that are left, each once, the plainest first."""
    heap: list[tuple[Key, list[Candidates]]] = []

    def push(candidates: list[Candidates]) -> None:
        candidates = [each for each in candidates if all(each.weeks)]
        if candidates and (key := _best(candidates)):
            heapq.heappush(heap, (key, candidates))

    moved = moved_admin(options)
    push(
        [
            Candidates(chain, tuple(left(options, link, known) for link in chain.links), moved)
            for chain in chains(options)
        ]
    )
    while heap:
        key, candidates = heapq.heappop(heap)
        yield Rotation(_stated(key.letters, known))
        weeks = Rotation(key.letters).weeks
        for number in range(CYCLE_WEEKS):  # six parts that hold all others once
            push([each.other_from(number, weeks) for each in candidates])


def _stated(letters: str, known: Known) -> str:
    """With the band of each shift of which the band is known."""
    bands = [
        DAY if EVENING not in may_be else EVENING if DAY not in may_be else "S" for may_be in known
    ]
    return "".join(
        band if letter == "S" else letter for letter, band in zip(letters, bands, strict=True)
    )


def _best(candidates: Sequence[Candidates]) -> Key | None:
    """The key of the plainest of all these; None if there is none."""
    avoid = SECOND_BREAK
    for flaw in FLAWS:
        if any(_fewest(each, avoid | flaw) is not None for each in candidates):
            avoid |= flaw
    least = {n: _fewest(each, avoid) for n, each in enumerate(candidates)}
    lone_free = min((n for n in least.values() if n is not None), default=None)
    if lone_free is None:
        return None
    good = [each for n, each in enumerate(candidates) if least[n] == lone_free]
    count, good = _fewest_weekdays(good, avoid, lone_free)
    early = min(each.early for each in good)
    good = [each for each in good if each.early == early]
    flaws = tuple(not avoid & flaw for flaw in FLAWS)
    return Key(flaws, lone_free, count, early, _first(good, avoid, lone_free))


def _fewest_weekdays(
    candidates: Sequence[Candidates], avoid: int, lone_free: int
) -> tuple[int, list[Candidates]]:
    """On how few weekdays admin can be, and what is left with it on so few."""
    for count in range(WEEKDAYS + 1):
        found = []
        for weekdays in combinations(range(WEEKDAYS), count):
            allowed = sum(1 << day for day in weekdays)
            fitting = [each.with_admin_on(allowed) for each in candidates]
            found += [each for each in fitting if _fewest(each, avoid) == lone_free]
        if found:
            return count, found
    raise AssertionError("admin on any weekday is among these")


def _first(candidates: Sequence[Candidates], avoid: int, lone_free: int) -> str:
    """The first in the alphabet of those with so few lone free days."""
    found = ""
    for number in range(CYCLE_WEEKS):
        for letters in sorted({text for each in candidates for text in each.choices(number)}):
            fixed = (each.with_week(number, letters) for each in candidates)
            kept = [each for each in fixed if _fewest(each, avoid) == lone_free]
            if kept:
                candidates, found = kept, found + letters
                break
    return found


def _fewest(candidates: Candidates, avoid: int) -> int | None:
    """The fewest lone free days of those without what is to be avoided; None if there are none."""
    place = candidates.chain.place
    limited = place.first is not None
    best = None
    for begin in [RESTED] if limited or place.phase is not None else _states():
        reached = {(begin, NONE_MOVED): 0}
        for link, week in zip(candidates.chain.links, candidates.weeks, strict=True):
            later: dict[tuple[State, int], int] = {}
            for (state, moved), lone in reached.items():
                for pattern in week:
                    step = _step(state, pattern.letters, link.rest, limited)
                    key = step.state, moved + candidates.moved[pattern.admin_count]
                    total = lone + step.lone_free
                    if not step.flaws & avoid and total < later.get(key, CYCLE_DAYS):
                        later[key] = total
            reached = later
        for (state, moved), lone in reached.items():
            if moved in SUMS and _closes(state, begin, avoid, limited):
                best = lone if best is None else min(best, lone)
        if best == 0:
            break
    return best


def _closes(state: State, begin: State, avoid: int, limited: bool) -> bool:
    """Whether a cycle that ends so may go on as it began: with its break, where it has one."""
    if not limited:
        return state == begin
    step = _step(state, FREE, 1, limited)
    return step.state == begin and not step.flaws & avoid


@lru_cache(maxsize=1)
def _states() -> tuple[State, ...]:
    """All states of a rotation without a break that is fixed."""
    worked = (
        State(shifts, days, 0)
        for days in range(1, LONG_RUN + 2)
        for shifts in range(min(days, LONG_SHIFT_RUN + 1) + 1)
    )
    return (RESTED, State(0, 0, 1), *worked)


@lru_cache(maxsize=1 << 17)
def _step(state: State, letters: str, rest: int, limited: bool) -> Step:
    """A state and some days after it; the days of the set `rest` are in the break."""
    shifts, worked, free = state
    flaws = lone_free = 0
    for day, letter in enumerate(letters):
        if letter == FREE:
            flaws |= LONE_WORK * (worked == 1)
            most = BREAK_DAYS if limited else RESTED.free
            free = RESTED.free if rest >> day & 1 else min(free + 1, most)
            flaws |= SECOND_BREAK * (free == BREAK_DAYS)
            shifts = worked = 0
        else:
            lone_free += free == 1
            shifts = min(shifts + 1, LONG_SHIFT_RUN + 1) if letter == "S" else 0
            worked, free = min(worked + 1, LONG_RUN + 1), 0
            flaws |= SHIFT_RUN * (shifts > LONG_SHIFT_RUN) | WORK_RUN * (worked > LONG_RUN)
    return Step(State(shifts, worked, free), flaws, lone_free)
