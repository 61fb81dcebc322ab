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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, count
from typing import NamedTuple

from heartplanner.core.finder.counts import by_first_day
from heartplanner.core.finder.marks import DAY, EVENING, AllowedLetters
from heartplanner.core.finder.run_states import (
    FLAWS,
    RESTED,
    SECOND_BREAK,
    RunState,
    run_states,
    transition,
)
from heartplanner.core.finder.week_chains import WeekChain, chains, fitting_patterns, turned
from heartplanner.core.finder.week_patterns import (
    ALLOWED_SUMS,
    WEEK_DAYS,
    WEEKDAYS,
    WeekPattern,
    first_weekday,
    moved_admin,
)
from heartplanner.core.plan.model import CYCLE_DAYS, CYCLE_WEEKS, FREE, Options, Rotation


class RankingCost(NamedTuple):
    """What a rotation is ranked by, the least first. `early`: days from its break's end to the cycle's."""

    flaws: tuple[bool, ...]
    lone_free: int
    weekdays: int
    early: int
    letters: str


class Subproblem(NamedTuple):
    """Some of the rotations of a chain: those made of the given patterns, with one of the sums asked for.

    `added`: for each week what each pattern, by its letters, adds to the sum of a rotation.
    """

    chain: WeekChain
    weeks: tuple[Sequence[WeekPattern], ...]
    added: tuple[Mapping[str, int], ...]
    sums: Sequence[int]

    def choices(self, number: int, days: slice) -> Iterator[str]:
        """The letters that some days of week `number`, 0 to 5, may have."""
        for slot, patterns in zip(self.chain.slots, self.weeks, strict=True):
            if slot.week == number:
                yield from (pattern.letters[days] for pattern in patterns)

    def with_admin_on(self, weekdays: Iterable[int]) -> Subproblem:
        """Those with admin on these weekdays alone, 0 Monday to 4 Friday."""
        allowed = sum(1 << (day - self.chain.first_weekday) % WEEK_DAYS for day in weekdays)
        return self._only(lambda _, pattern: not pattern.admins & ~allowed)

    def with_letters(self, number: int, days: slice, letters: str) -> Subproblem:
        """Those in which some days of week `number`, 0 to 5, have these letters."""
        return self._only(lambda week, pattern: week != number or pattern.letters[days] == letters)

    def other_from(self, number: int, weeks: Sequence[str]) -> Subproblem:
        """Those that are as these weeks before week `number`, and other in that one."""

        def keep(week: int, pattern: WeekPattern) -> bool:
            return week > number or (pattern.letters == weeks[week]) == (week < number)

        return self._only(keep)

    def _only(self, keep: Callable[[int, WeekPattern], bool]) -> Subproblem:
        kept = (
            [pattern for pattern in patterns if keep(slot.week, pattern)]
            for slot, patterns in zip(self.chain.slots, self.weeks, strict=True)
        )
        return self._replace(weeks=tuple(kept))

    @property
    def early(self) -> int:
        place = self.chain.place
        return 0 if place.first is None else (-place.end) % CYCLE_DAYS


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
        part = [problem for problem in part if all(problem.weeks)]
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
            push([problem.other_from(number, weeks) for problem in part])


def _work_weeks(letters: str, first_weekday: int) -> tuple[str, ...]:
    """A rotation's six weeks, the first of them the one that begins in its first row."""
    return Rotation(letters[first_weekday:] + letters[:first_weekday]).weeks


def _all_subproblems(allowed: AllowedLetters, options: Options) -> Iterator[Subproblem]:
    """All rotations that are left, those of each chain together."""
    if options.work_week is None:
        for one in by_first_day(options):
            yield from _all_subproblems(allowed, one)
        return
    allowed, moved = turned(allowed, first_weekday(options)), moved_admin(options)
    for chain in chains(options):
        weeks = tuple(fitting_patterns(options, slot, allowed) for slot in chain.slots)
        added = tuple({each.letters: moved[each.admin_count] for each in week} for week in weeks)
        yield Subproblem(chain, weeks, added, ALLOWED_SUMS)


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
        if any(_fewest_lone_free(problem, avoid | flaw) is not None for problem in part):
            avoid |= flaw
    fewest = [_fewest_lone_free(problem, avoid) for problem in part]
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
    for number in range(WEEKDAYS + 1):
        fitting = []
        for weekdays in combinations(range(WEEKDAYS), number):
            tried = [problem.with_admin_on(weekdays) for problem in part]
            fitting += [
                problem for problem in tried if _fewest_lone_free(problem, avoid) == lone_free
            ]
        if fitting:
            return number, fitting
    raise AssertionError("admin on any weekday is among these")


def _first_letters(part: Sequence[Subproblem], avoid: int, lone_free: int) -> str:
    """The first in the alphabet of those with so few lone free days, piece by piece."""
    first = ""
    for number, days in _pieces(part[0].chain.first_weekday):
        for letters in sorted({text for problem in part for text in problem.choices(number, days)}):
            fixed = (problem.with_letters(number, days, letters) for problem in part)
            kept = [problem for problem in fixed if _fewest_lone_free(problem, avoid) == lone_free]
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


def _fewest_lone_free(problem: Subproblem, avoid: int) -> int | None:
    """The fewest lone free days of those without what is to be avoided; None if there are none."""
    place = problem.chain.place
    has_break = place.first is not None
    best = None
    # A chain begins after days off: its break, or a free weekend that ends with a week. With neither, each
    # state is tried in turn as the beginning, and a rotation counts only where it ends as it began.
    rested = has_break or (place.phase is not None and problem.chain.first_weekday == 0)
    for begin in [RESTED] if rested else run_states():
        reached = {(begin, 0): 0}
        for slot, patterns, added in zip(
            problem.chain.slots, problem.weeks, problem.added, strict=True
        ):
            later: dict[tuple[RunState, int], int] = {}
            for (state, so_far), lone_free in reached.items():
                for pattern in patterns:
                    after = transition(state, pattern.letters, slot.rest, has_break)
                    key = after.state, so_far + added[pattern.letters]
                    more = lone_free + after.lone_free
                    if not after.flaws & avoid and more < later.get(key, CYCLE_DAYS):
                        later[key] = more
            reached = later
        for (state, total), lone_free in reached.items():
            if total in problem.sums and _closes(state, begin, avoid, has_break):
                best = lone_free if best is None else min(best, lone_free)
        if best == 0:
            break
    return best


def _closes(state: RunState, begin: RunState, avoid: int, has_break: bool) -> bool:
    """Whether a cycle that ends so may go on as it began: with its break, where it has one."""
    if not has_break:
        return state == begin
    # The break may begin right after the chain's last day: a lone worked day shows only then.
    after = transition(state, FREE, 1, has_break)
    return after.state == begin and not after.flaws & avoid
