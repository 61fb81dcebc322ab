"""The rotations that are left, ranked: the likeliest schedule first, then the next ones after it.

A rotation ranks before another by, in this order: no more than three shifts in a row; no more than four
worked days in a row; no lone worked day; the fewest lone free days; admin on the fewest different
weekdays; the break that ends latest in the cycle; and then the alphabet.

The k best of millions are found without listing them, by best-first search over parts of all rotations
(K. Murty, Operations Research 16, 1968; E. Lawler, Management Science 18, 1972). The best rotation of a
part is taken out; what remains of the part is split into six, by the first week that is another than in
the rotation taken out. The parts wait in a heap, by the rank of the best rotation of each.

That best one is found by dynamic programming over the week chains of a part: the state between two
weeks is how many shifts, worked days and free days in a row they end with.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, count
from typing import NamedTuple

from heartplanner.core.finder.counting.counts import by_first_day
from heartplanner.core.finder.counting.marks import DAY, EVENING, AllowedLetters
from heartplanner.core.finder.counting.week_chains import WeekSlot, chains, fitting_patterns, turned
from heartplanner.core.finder.counting.week_patterns import (
    ALLOWED_SUMS,
    WEEK_DAYS,
    WEEKDAYS,
    first_weekday,
    moved_admin,
)
from heartplanner.core.finder.ranking.run_states import FLAWS, SECOND_BREAK
from heartplanner.core.finder.ranking.subproblems import (
    Subproblem,
    WeekChoices,
    fewest_lone_free,
    other_from,
    with_admin_on,
    with_letters,
)
from heartplanner.core.plan.model import CYCLE_WEEKS, Options, Rotation


class RankingCost(NamedTuple):
    """What a rotation is ranked by, the least first. `early`: days from its break's end to the cycle's."""

    flaws: tuple[bool, ...]
    lone_free: int
    weekdays: int
    early: int
    letters: str


def ranked_rotations(allowed: AllowedLetters, options: Options) -> Iterator[Rotation]:
    """The rotations that are left, each once, the best ranked first. More are worked out on demand."""
    return ranked(_all_subproblems(allowed, options), allowed)


def ranked(whole: Iterable[Subproblem], bands: AllowedLetters) -> Iterator[Rotation]:
    """The rotations of all these subproblems, each once, the best ranked first.

    `bands`: of each day the letters that say which band its shift has, if that is known.
    """
    heap: list[tuple[RankingCost, int, list[Subproblem]]] = []
    # Parts of the same cost are not compared any further: they are told apart by when they were pushed.
    number_of = count()

    def push(part: list[Subproblem]) -> None:
        part = [problem for problem in part if problem.possible]
        if part and (cost := _least_cost(part)):
            heapq.heappush(heap, (cost, next(number_of), part))

    by_first_weekday: dict[int, list[Subproblem]] = {}
    for problem in whole:
        by_first_weekday.setdefault(problem.chain.first_weekday, []).append(problem)
    for part in by_first_weekday.values():
        push(part)
    last = None
    while heap:
        cost, _, part = heapq.heappop(heap)
        # A rotation that fits by several work weeks comes out once for each, with nothing between.
        if cost.letters != last:
            yield Rotation(_with_bands(cost.letters, bands))
        last = cost.letters
        weeks = _work_weeks(cost.letters, part[0].chain.first_weekday)
        # Any other rotation of the part first differs in one of the six weeks: each is in one new part.
        for number in range(CYCLE_WEEKS):
            push(other_from(part, number, weeks))


def _work_weeks(letters: str, first_weekday: int) -> tuple[str, ...]:
    """A rotation's six weeks, the first of them the one that begins in its first row."""
    return Rotation(letters[first_weekday:] + letters[:first_weekday]).weeks


def _all_subproblems(allowed: AllowedLetters, options: Options) -> Iterator[Subproblem]:
    """All rotations that are left, those of each chain together."""
    if options.work_week is None:
        for fixed in by_first_day(options):
            yield from _all_subproblems(allowed, fixed)
        return
    allowed, moved = turned(allowed, first_weekday(options)), moved_admin(options)
    shared: dict[WeekSlot, WeekChoices] = {}
    for chain in chains(options):
        for slot in chain.slots:
            if slot not in shared:
                patterns = fitting_patterns(options, slot, allowed)
                added = [(pattern, moved[pattern.admin_count]) for pattern in patterns]
                shared[slot] = WeekChoices(added, slot.rest, has_break=chain.has_break)
        yield Subproblem(chain, tuple(shared[slot] for slot in chain.slots), ALLOWED_SUMS)


def _with_bands(letters: str, allowed: AllowedLetters) -> str:
    """With the band of each shift of which the band is known."""
    bands = [
        DAY if EVENING not in may_be else EVENING if DAY not in may_be else "S"
        for may_be in allowed
    ]
    return "".join(
        band if letter == "S" else letter for letter, band in zip(letters, bands, strict=True)
    )


def _least_cost(part: Sequence[Subproblem]) -> RankingCost | None:
    """The cost of the best ranked rotation of a part; None if there is none.

    Its parts are settled in their order, each by keeping those rotations that are the best so far.
    """
    avoid = SECOND_BREAK
    for flaw in FLAWS:
        # What any rotation can do without is avoided from here on: the order is lexicographic.
        if any(fewest_lone_free(problem, avoid | flaw) is not None for problem in part):
            avoid |= flaw
    fewest = [fewest_lone_free(problem, avoid) for problem in part]
    lone_free = min((n for n in fewest if n is not None), default=None)
    if lone_free is None:
        return None
    best = [problem for problem, n in zip(part, fewest, strict=True) if n == lone_free]
    weekdays, best = _fewest_weekdays(best, avoid, lone_free)
    early = min(problem.early for problem in best)
    best = [problem for problem in best if problem.early == early]
    flaws = tuple(not avoid & flaw for flaw in FLAWS)
    return RankingCost(flaws, lone_free, weekdays, early, _first_letters(best, avoid, lone_free))


def _fewest_weekdays(
    part: Sequence[Subproblem], avoid: int, lone_free: int
) -> tuple[int, list[Subproblem]]:
    """On how few weekdays admin can be, and what is left with it on so few."""
    # By size, so that the first number with a rotation is the fewest: 32 sets at the most.
    for number in range(WEEKDAYS + 1):
        fitting = []
        for weekdays in combinations(range(WEEKDAYS), number):
            tried = with_admin_on(part, weekdays)
            fitting += [
                problem for problem in tried if fewest_lone_free(problem, avoid) == lone_free
            ]
        if fitting:
            return number, fitting
    raise AssertionError("admin on any weekday is among these")


def _first_letters(part: Sequence[Subproblem], avoid: int, lone_free: int) -> str:
    """The first in the alphabet of those with so few lone free days, piece by piece."""
    first = ""
    # One piece after the other is fixed to its first letters with which the cost can still be reached.
    for number, days in _pieces(part[0].chain.first_weekday):
        for letters in sorted({text for problem in part for text in problem.choices(number, days)}):
            fixed = with_letters(part, number, days, letters)
            kept = [problem for problem in fixed if fewest_lone_free(problem, avoid) == lone_free]
            if kept:
                part, first = kept, first + letters
                break
    return first


def _pieces(first_weekday: int) -> Iterator[tuple[int, slice]]:
    """The work weeks, and their days, in the order of the rotation's letters, Monday first."""
    # The last of the six work weeks runs over the end of the letters: it is both the first and the last.
    cut, last = WEEK_DAYS - first_weekday, CYCLE_WEEKS - 1
    if first_weekday:
        yield last, slice(cut, None)
    yield from ((number, slice(None)) for number in range(last))
    yield last, slice(cut)
