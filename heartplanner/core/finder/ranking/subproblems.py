"""Parts of all rotations that are left, and the fewest lone free days in each, for ranking.

A part of the rotations of a week chain is made of the patterns that each of its weeks may still have. Many
chains have the same week in them: so what its patterns make of a state is worked out once for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from heartplanner.core.finder.counting.week_chains import WeekChain
from heartplanner.core.finder.counting.week_patterns import WEEK_DAYS, WeekPattern
from heartplanner.core.finder.ranking.run_states import RESTED, RunState, run_states, transition
from heartplanner.core.plan.model import CYCLE_DAYS, FREE

StatesAfter = Mapping[tuple[RunState, int], int]
"""By the state after a week and what it adds to the sum the fewest lone free days that it ends."""


class WeekChoices:
    """The patterns that a week of a chain may have, each with what it adds to the sum of a rotation."""

    __slots__ = ("_after", "_has_break", "_rest", "patterns")

    def __init__(
        self, patterns: Sequence[tuple[WeekPattern, int]], rest: int, *, has_break: bool
    ) -> None:
        self.patterns = patterns
        self._rest, self._has_break = rest, has_break
        self._after: dict[tuple[RunState, int], StatesAfter] = {}

    def only(self, keep: Callable[[WeekPattern], bool]) -> WeekChoices:
        kept = [choice for choice in self.patterns if keep(choice[0])]
        if len(kept) == len(self.patterns):
            return self
        return WeekChoices(kept, self._rest, has_break=self._has_break)

    def after(self, state: RunState, avoid: int) -> StatesAfter:
        """What the week makes of a state, by patterns without what is to be avoided."""
        # Kept, since chains share their weeks and come to them with the same few states.
        key = state, avoid
        if key not in self._after:
            after: dict[tuple[RunState, int], int] = {}
            for pattern, added in self.patterns:
                then = transition(state, pattern.letters, self._rest, self._has_break)
                if not then.flaws & avoid:
                    reached = then.state, added
                    after[reached] = min(then.lone_free, after.get(reached, CYCLE_DAYS))
            self._after[key] = after
        return self._after[key]


class Subproblem(NamedTuple):
    """Some of the rotations of a chain: those made of these choices, with one of the sums asked for."""

    chain: WeekChain
    weeks: tuple[WeekChoices, ...]
    sums: Sequence[int]

    @property
    def possible(self) -> bool:
        return all(week.patterns for week in self.weeks)

    def choices(self, number: int, days: slice) -> Iterator[str]:
        """The letters that some days of week `number`, 0 to 5, may have."""
        for slot, week in zip(self.chain.slots, self.weeks, strict=True):
            if slot.week == number:
                yield from (pattern.letters[days] for pattern, _ in week.patterns)

    @property
    def early(self) -> int:
        """Days from the end of the chain's break to that of the cycle."""
        place = self.chain.place
        return 0 if place.first is None else (-place.end) % CYCLE_DAYS


def with_admin_on(part: Sequence[Subproblem], weekdays: Iterable[int]) -> list[Subproblem]:
    """Those with admin on these weekdays alone, 0 Monday to 4 Friday."""
    first = part[0].chain.first_weekday
    allowed = sum(1 << (day - first) % WEEK_DAYS for day in weekdays)
    return _only(part, lambda _, pattern: not pattern.admins & ~allowed)


def with_letters(
    part: Sequence[Subproblem], number: int, days: slice, letters: str
) -> list[Subproblem]:
    """Those in which some days of week `number`, 0 to 5, have these letters."""
    return _only(part, lambda week, pattern: week != number or pattern.letters[days] == letters)


def other_from(part: Sequence[Subproblem], number: int, weeks: Sequence[str]) -> list[Subproblem]:
    """Those that are as these weeks before week `number`, 0 to 5, and other in that one."""

    def keep(week: int, pattern: WeekPattern) -> bool:
        # Of two truths == is "both or neither": as before up to that week, and another one in it.
        return week > number or (pattern.letters == weeks[week]) == (week < number)

    return _only(part, keep)


def _only(part: Sequence[Subproblem], keep: Callable[[int, WeekPattern], bool]) -> list[Subproblem]:
    kept: dict[WeekChoices, WeekChoices] = {}
    for problem in part:
        for slot, week in zip(problem.chain.slots, problem.weeks, strict=True):
            if week not in kept:
                kept[week] = week.only(partial(keep, slot.week))
    return [problem._replace(weeks=tuple(kept[week] for week in problem.weeks)) for problem in part]


def fewest_lone_free(problem: Subproblem, avoid: int) -> int | None:
    """The fewest lone free days of those without what is to be avoided; None if there are none."""
    has_break, place = problem.chain.has_break, problem.chain.place
    best = None
    # A chain begins after days off: its break, or a free weekend that ends with a week. With neither, each
    # state is tried in turn as the beginning, and a rotation counts only where it ends as it began.
    rested = has_break or (place.phase is not None and problem.chain.first_weekday == 0)
    for begin in [RESTED] if rested else run_states():
        reached = {(begin, 0): 0}
        for week in problem.weeks:
            later: dict[tuple[RunState, int], int] = {}
            for (state, so_far), lone_free in reached.items():
                for (then, added), more in week.after(state, avoid).items():
                    key, total = (then, so_far + added), lone_free + more
                    if total < later.get(key, CYCLE_DAYS):
                        later[key] = total
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
