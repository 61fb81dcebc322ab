"""Why nothing is left: the fewest marks that cannot all be true, and the rule that they break."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from heartplanner.core.finder.counts import possible
from heartplanner.core.finder.marks import allowed_letters, cycle_day
from heartplanner.core.plan.model import ADMIN, FINDER_RULES, FREE, BreakDays, Mark, Options, monday
from heartplanner.core.schedule.days import SATURDAY
from heartplanner.core.words.english import WEEKDAYS, listed, long_date, month_day, weekday

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

Fits = Callable[[Iterable[Mark]], bool]
FitsRules = Callable[[Iterable[Mark], frozenset[str]], bool]


class Conflict(NamedTuple):
    """Marks that cannot all be true, and of which no one can be spared; and a sentence that says so."""

    marks: tuple[Mark, ...]
    text: str


def find_conflict(marks: Iterable[Mark], start: date, options: Options) -> Conflict | None:
    """The smallest contradiction among the marks, or None if there is none."""

    def fits(some: Iterable[Mark], rules: frozenset[str] = options.rules) -> bool:
        return possible(allowed_letters(some, start), options._replace(rules=rules))

    said = {
        (cycle_day(start, each.date), each.letter): each for each in sorted(marks, reverse=True)
    }
    every = sorted(said.values())
    if fits(every):
        return None
    found = _smallest(every, fits)
    if not found:
        return Conflict((), f"No rotation keeps all of these: {_rules(options.rules, options)}.")
    days = {cycle_day(start, each.date) for each in found}
    if len(days) == 1 and len(found) > 1:
        return Conflict(tuple(found), _same_day(found, min(days)))
    if any(each.letter == ADMIN and each.date.weekday() >= SATURDAY for each in found):
        return Conflict(tuple(found), f"{_facts(found, ())}: {ON_WEEKDAYS}.")
    broken = _broken(found, options.rules, fits)
    one_week = len({monday(each.date) for each in found}) == 1
    reason = _rules(broken or ("P3",), options, one_week=one_week)
    return Conflict(tuple(found), f"{_facts(found, broken)}: {reason}.")


def _smallest(marks: Sequence[Mark], fits: Fits) -> list[Mark]:
    """The fewest that do not fit together.

    Whatever fits can grow until nothing more fits; of what is then left out, each contradiction has
    some mark. So the fewest marks that have one of each such remainder, if they do not fit, are it.
    """
    remainders: list[list[Mark]] = []
    while True:
        found = _one_of_each(remainders)
        if not fits(found):
            return sorted(found)
        grown = list(found)
        for mark in marks:
            if mark not in grown and fits([*grown, mark]):
                grown.append(mark)
        remainders.append([mark for mark in marks if mark not in grown])


def _one_of_each(groups: Sequence[Sequence[Mark]]) -> list[Mark]:
    """The fewest marks of which each group has one."""
    for size in range(len(groups) + 1):
        found = _of_size(groups, size)
        if found is not None:
            return found
    raise AssertionError("one mark for each group is enough")


def _of_size(groups: Sequence[Sequence[Mark]], size: int) -> list[Mark] | None:
    if not groups:
        return []
    if size == 0:
        return None
    for mark in min(groups, key=len):
        rest = _of_size([group for group in groups if mark not in group], size - 1)
        if rest is not None:
            return [mark, *rest]
    return None


def _broken(marks: Sequence[Mark], rules: frozenset[str], fits: FitsRules) -> tuple[str, ...]:
    """The rules of which any one, left out, lets the marks fit; else the fewest that do so together."""
    held = [rule for rule in FINDER_RULES if rule in rules]
    alone = tuple(rule for rule in held if fits(marks, rules - {rule}))
    some = (each for size in range(2, len(held) + 1) for each in combinations(held, size))
    return alone or next((each for each in some if fits(marks, rules - set(each))), ())


def _same_day(marks: Sequence[Mark], day: int) -> str:
    week, weekday_ = divmod(day - 1, 7)
    facts = _facts(marks, ())
    return f"{facts}, yet they are one day of the cycle: {WEEKDAYS[weekday_]} of week {week + 1}."


def _facts(marks: Sequence[Mark], broken: Sequence[str]) -> str:
    """Saturday, August 2 and Saturday, August 9 are both worked."""
    dated = _dated if len({each.date.year for each in marks}) == 1 else long_date
    groups: dict[str, list[str]] = {}
    for mark in marks:
        letter = "W" if mark.letter in "SDE" and broken == ("P6",) else mark.letter
        groups.setdefault(letter, []).append(dated(mark.date))
    return listed([_fact(IS[letter], dates) for letter, dates in groups.items()])


def _fact(words: tuple[str, str], dates: Sequence[str]) -> str:
    one, several = words
    if len(dates) == 1:
        return f"{dates[0]} is {one}"
    return f"{listed(dates)} are {'both' if len(dates) == 2 else 'all'} {several}"


def _dated(day: date) -> str:
    return f"{weekday(day)}, {month_day(day)}"


def _rules(names: Iterable[str], options: Options, *, one_week: bool = False) -> str:
    words = {
        "P3": "a week has three shifts",
        "P4": "a week has one admin block",
        "P6": WHOLE_WEEKEND if one_week else "one weekend in three is worked",
        "P7": f"a break of {BREAKS[options.breaks]} comes once in six weeks",
    }
    if options.flexible:
        words["P4"] = "a cycle has six admin blocks, at most two of them in a week"
    return listed([words[each] for each in FINDER_RULES if each in names])
