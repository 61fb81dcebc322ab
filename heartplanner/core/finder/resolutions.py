"""What can be done about marks that cannot all be true: each way with the search that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from heartplanner.core.finder.conflict import Conflict
from heartplanner.core.finder.counting.counts import possible
from heartplanner.core.finder.counting.marks import ANY_LETTERS, cycle_day
from heartplanner.core.finder.counting.work_week_counts import counts_by_work_week
from heartplanner.core.plan.model import FINDER_RULES, Mark, Search
from heartplanner.core.rules.posting_rules import TITLES
from heartplanner.core.words.english import (
    WEEKDAYS,
    listed,
    month_day,
    sentence_case,
    weekday_date,
)

RULE_NAMES = {rule: TITLES[rule][0].lower() + TITLES[rule][1:] for rule in FINDER_RULES}
"""The rules that can be let go, as they are called within a sentence."""


class Resolution(NamedTuple):
    """A way out of a conflict: what it is called, what was done once it is taken, and its search."""

    label: str
    done: str
    search: Search


def resolutions(search: Search, conflict: Conflict) -> list[Resolution]:
    """The ways out of this conflict: other work weeks, then marks, then rules.

    With another work week some rotation fits; after any of the others another conflict may remain.
    """
    return [
        *_other_work_weeks(search),
        *_unmarkings(search, conflict),
        *_rule_changes(search, conflict),
    ]


def _other_work_weeks(search: Search) -> Iterator[Resolution]:
    if search.options.work_week is None:
        return
    for first, count in enumerate(counts_by_work_week(search)):
        # Only those that lead out: with any other work week there would be another conflict.
        if count:
            name = f"work week from {WEEKDAYS[first]}"
            options = search.options._replace(work_week=first)
            label = f"{sentence_case(name)} ({count:,} {'fits' if count == 1 else 'fit'})"
            yield Resolution(label, name, search._replace(options=options))


def _unmarkings(search: Search, conflict: Conflict) -> Iterator[Resolution]:
    one_year = len({mark.date.year for mark in conflict.marks}) == 1
    for mark in conflict.marks:
        day = weekday_date(mark.date) + ("" if one_year else f", {mark.date.year}")
        # Two marks of one date would else be two ways of one name.
        if sum(other.date == mark.date for other in conflict.marks) > 1:
            day += f" as {mark.letter}"
        yield Resolution(
            f"Unmark {day}", f"{month_day(mark.date)} not marked", _without(search, mark)
        )


def _without(search: Search, mark: Mark) -> Search:
    """Without what says the same as this mark, on whatever cycle's date it was marked."""
    day = cycle_day(search.start, mark.date)
    kept = (
        other
        for other in search.marks
        if (cycle_day(search.start, other.date), other.letter) != (day, mark.letter)
    )
    return search._replace(marks=tuple(kept))


def _rule_changes(search: Search, conflict: Conflict) -> Iterator[Resolution]:
    options = search.options
    # Marks break one set of rules. Without any mark it is the rules that leave each other no room: then
    # each that is enough by itself is a way out.
    if conflict.marks:
        choices = [conflict.rules] if conflict.rules else []
    else:
        choices = [(rule,) for rule in conflict.rules]
        movable = options._replace(flexible=True)
        if movable != options and possible(ANY_LETTERS, movable):
            what = "admin may move between weeks"
            yield Resolution("Let admin move between weeks", what, search._replace(options=movable))
    for rules in choices:
        names = listed([f'"{RULE_NAMES[rule]}"' for rule in rules])
        fewer = options._replace(rules=options.rules - set(rules))
        yield Resolution(f"Drop {names}", f"without {names}", search._replace(options=fewer))
