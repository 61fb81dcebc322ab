"""Why nothing is left: the fewest marks that cannot all be true, and the one rule that they break.

In the terms of constraint solving the marks are clauses, and what is looked for is a smallest minimal
unsatisfiable subset: the fewest marks that no rotation fits. It is found by the duality with minimal
hitting sets (R. Reiter, Artificial Intelligence 32, 1987; A. Ignatiev and others, "Smallest MUS
extraction with minimal hitting set dualization", CP 2015): of every set of marks whose removal makes the
others fit, each contradiction has some mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from heartplanner.core.finder.counting.counts import possible
from heartplanner.core.finder.counting.marks import allowed_letters, cycle_day
from heartplanner.core.finder.counting.week_patterns import MOST_SHIFTS
from heartplanner.core.plan.model import ADMIN, FINDER_RULES, FREE, BreakDays, Mark, Options, monday
from heartplanner.core.rules.rotation_rules import MOST_ADMIN
from heartplanner.core.schedule.days import SATURDAY
from heartplanner.core.words.english import WEEKDAYS, listed, long_date, month_day, number, weekday

IS = {
    "S": ("a shift", "shifts"),
    "D": ("a day shift", "day shifts"),
    "E": ("an evening shift", "evening shifts"),
    ADMIN: ("admin", "admin"),
    FREE: ("free", "free"),
    "W": ("worked", "worked"),
    "N": ("without a shift", "without a shift"),
}
"""What a mark says of one date, and of several."""
BREAKS = {
    BreakDays.SIX: "six days",
    BreakDays.SEVEN: "seven days",
    BreakDays.EITHER: "six or seven days",
}
ON_WEEKDAYS = "admin is worked from Monday to Friday"
WHOLE_WEEKEND = "a weekend is worked or free as a whole"
# Without P3 and P4 a week still has limits: see Options.
MOST_A_WEEK = (
    f"a week has at most {number(MOST_SHIFTS)} shifts and {number(MOST_ADMIN)} admin blocks"
)
FROM_THE_WHOLE = ("P7", "P6", "P4", "P3")
"""The rules in the order in which a contradiction of marks with several of them is told by one: a break
or a weekend that finds no place is what a person sees, not the count of shifts that leaves it none."""

Fits = Callable[[Iterable[Mark]], bool]
FitsRules = Callable[[Iterable[Mark], frozenset[str]], bool]


class Conflict(NamedTuple):
    """Marks that cannot all be true, and of which no one can be spared; and a sentence that says so.

    `rules`: without these, together, the marks fit; the one that they break where one alone is enough, or,
    where there is no mark, each of which is enough. None of them: no rule is to blame.
    """

    marks: tuple[Mark, ...]
    text: str
    rules: tuple[str, ...] = ()


def find_conflict(marks: Iterable[Mark], start: date, options: Options) -> Conflict | None:
    """The smallest contradiction among the marks, or None if there is none."""

    def fits(some: Iterable[Mark], rules: frozenset[str] = options.rules) -> bool:
        return possible(allowed_letters(some, start), options._replace(rules=rules))

    # Two marks that say the same of one day of the cycle are one here: the earlier stands for both.
    distinct = {
        (cycle_day(start, mark.date), mark.letter): mark for mark in sorted(marks, reverse=True)
    }
    every = sorted(distinct.values())
    if fits(every):
        return None
    smallest = _smallest_unsatisfiable(every, fits)
    if not smallest:
        rules = _each_enough((), options.rules, fits) or tuple(sorted(options.rules))
        return Conflict((), f"No rotation keeps all of these: {_rules(rules, options)}.", rules)
    days = {cycle_day(start, mark.date) for mark in smallest}
    if len(days) == 1 and len(smallest) > 1:
        return Conflict(tuple(smallest), _same_day(smallest, min(days)))
    # No rule has to be let go for this one: the finder never lays admin on a weekend.
    if any(mark.letter == ADMIN and mark.date.weekday() >= SATURDAY for mark in smallest):
        return Conflict(tuple(smallest), f"{_facts(smallest, ())}: {ON_WEEKDAYS}.")
    broken = _broken_rules(smallest, options.rules, fits)
    one_week = len({monday(mark.date) for mark in smallest}) == 1
    reason = _rules(broken, options, one_week=one_week) or MOST_A_WEEK
    return Conflict(tuple(smallest), f"{_facts(smallest, broken)}: {reason}.", broken)


def _smallest_unsatisfiable(marks: Sequence[Mark], fits: Fits) -> list[Mark]:
    """The fewest that do not fit together; nothing where no rotation keeps the rules, marks or no marks.

    A set of marks that fits is grown until nothing more fits. What is then left out has some mark of each
    contradiction. So a smallest set with a mark of each such remainder is tried: it either does not fit,
    and then no contradiction is smaller, or it grows to another remainder.
    """
    remainders: list[list[Mark]] = []
    while True:
        # Each contradiction meets each remainder, so it is at least as large as the smallest hitting set.
        # One that does not fit is therefore a smallest contradiction, and the search is over.
        hitting_set = _minimum_hitting_set(remainders)
        if not fits(hitting_set):
            return sorted(hitting_set)
        grown = list(hitting_set)
        for mark in marks:
            # Greedy growth is enough: any maximal set that fits gives a remainder, and so a new bound.
            if mark not in grown and fits([*grown, mark]):
                grown.append(mark)
        remainders.append([mark for mark in marks if mark not in grown])


def _minimum_hitting_set(groups: Sequence[Sequence[Mark]]) -> list[Mark]:
    """The fewest marks of which each group has one."""
    for size in range(len(groups) + 1):
        hitting_set = _hitting_set(groups, size)
        if hitting_set is not None:
            return hitting_set
    raise AssertionError("one mark for each group is enough")


def _hitting_set(groups: Sequence[Sequence[Mark]], size: int) -> list[Mark] | None:
    """At most `size` marks of which each group has one; None if there are none."""
    if not groups:
        return []
    if size == 0:
        return None
    # Some mark of each group must be taken: the smallest group leaves the fewest to try.
    for mark in min(groups, key=len):
        rest = _hitting_set([group for group in groups if mark not in group], size - 1)
        if rest is not None:
            return [mark, *rest]
    return None


def _broken_rules(marks: Sequence[Mark], rules: frozenset[str], fits: FitsRules) -> tuple[str, ...]:
    """The one rule without which the marks fit; else the fewest without which they do; or none."""
    enough = _each_enough(marks, rules, fits)
    # A rule that the marks break by themselves is named before one that leaves the others no room.
    by_itself = [rule for rule in enough if not fits(marks, frozenset({rule}))]
    first = next((rule for rule in (*by_itself, *FROM_THE_WHOLE) if rule in enough), None)
    if first is not None:
        return (first,)
    held = [rule for rule in FINDER_RULES if rule in rules]
    # At most four rules can be let go, so all sets of them are few enough to be tried by size.
    several = (some for size in range(2, len(held) + 1) for some in combinations(held, size))
    return next((some for some in several if fits(marks, rules - set(some))), ())


def _each_enough(marks: Sequence[Mark], rules: frozenset[str], fits: FitsRules) -> tuple[str, ...]:
    """The rules of which any one, let go, makes the marks fit."""
    return tuple(rule for rule in FINDER_RULES if rule in rules and fits(marks, rules - {rule}))


def _same_day(marks: Sequence[Mark], day: int) -> str:
    week, weekday_ = divmod(day - 1, 7)
    facts = _facts(marks, ())
    return f"{facts}, yet they are one day of the cycle: {WEEKDAYS[weekday_]} of week {week + 1}."


def _facts(marks: Sequence[Mark], broken: Sequence[str]) -> str:
    """Saturday, August 2 and Saturday, August 9 are both worked."""
    dated = _dated if len({mark.date.year for mark in marks}) == 1 else long_date
    groups: dict[str, list[str]] = {}
    for mark in marks:
        # Of a weekend only worked or free counts, so that a shift and admin are told as one fact.
        letter = "W" if mark.letter in "SDE" and broken == ("P6",) else mark.letter
        groups.setdefault(letter, []).append(dated(mark.date))
    return listed([_fact(IS[letter], dates) for letter, dates in groups.items()])


def _fact(words: tuple[str, str], dates: Sequence[str]) -> str:
    singular, plural = words
    if len(dates) == 1:
        return f"{dates[0]} is {singular}"
    return f"{listed(dates)} are {'both' if len(dates) == 2 else 'all'} {plural}"


def _dated(day: date) -> str:
    return f"{weekday(day)}, {month_day(day)}"


def _rules(names: Iterable[str], options: Options, *, one_week: bool = False) -> str:
    week = "a week"
    if options.work_week is None:
        week = "a week, whatever day it begins on,"
    elif options.work_week:
        week = f"a week from {WEEKDAYS[options.work_week]}"
    words = {
        "P3": f"{week} has three shifts",
        "P4": f"{week} has one admin block",
        "P6": WHOLE_WEEKEND if one_week else "one weekend in three is worked",
        "P7": f"a break of {BREAKS[options.breaks]} comes once in six weeks",
    }
    if options.flexible:
        words["P4"] = "a cycle has six admin blocks, at most two of them in a week"
    return listed([words[rule] for rule in FINDER_RULES if rule in names])
