"""The search for one's rotation as it stands in a plan file, and the guesses it left in an assignment."""

from __future__ import annotations

from typing import Any

from heartplanner.core.finder.counting.marks import MOST_MARKS, check_search
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    FINDER_RULES,
    MARK_MEANINGS,
    WEEK_STARTS,
    Assignment,
    BreakDays,
    Mark,
    Options,
    PlanError,
    Search,
    unmarked_search,
)
from heartplanner.files.json_fields import Fields, list_of

ADMIN = {"weekly": False, "flexible": True}
ANY = "any"


def guesses_in(fields: Fields) -> tuple[int, ...]:
    return fields.integers("guesses", 1, CYCLE_DAYS)


def search_in(top: Fields, first: Assignment, *, by_work_week: bool) -> Search:
    """The search of a plan that begins with this assignment. Raises PlanError, which names the place.

    `by_work_week`: the file says by which work week; else it is from Monday.
    """
    fields = top.within("search")
    search = Search(
        start=fields.date("from"),
        options=Options(
            flexible=ADMIN[fields.one_of("admin", ADMIN)],
            breaks=fields.choice("break", BreakDays),
            rules=_rules(fields),
            work_week=_work_week(fields) if by_work_week else 0,
        ),
        marks=tuple(_mark(mark) for mark in list_of(fields.list("marks", MOST_MARKS))),
    )
    fields.end()
    fields.must(check_search, search)
    if search.start < first.start:
        raise PlanError(f"{fields.at('from')}: before the start date")
    if search == unmarked_search(first):
        raise PlanError("search: it says nothing; leave it out")
    return search


def _mark(fields: Fields) -> Mark:
    mark = Mark(fields.date("date"), fields.one_of("letter", MARK_MEANINGS))
    fields.end()
    return mark


def _rules(fields: Fields) -> frozenset[str]:
    given, place = fields.list("rules", len(FINDER_RULES))
    if given != [rule for rule in FINDER_RULES if rule in given]:
        raise PlanError(f"{place}: expected some of {', '.join(FINDER_RULES)}, in this order")
    return frozenset(given)


def _work_week(fields: Fields) -> int | None:
    number = fields.position("work_week", (*WEEK_STARTS, ANY))
    return number if number < len(WEEK_STARTS) else None


def search_out(search: Search | None) -> dict[str, Any]:
    """What a plan file has of a search: nothing, or one key."""
    if search is None:
        return {}
    options = search.options
    return {
        "search": {
            "from": search.start.isoformat(),
            "admin": next(word for word, flexible in ADMIN.items() if flexible == options.flexible),
            "break": str(options.breaks),
            "rules": [rule for rule in FINDER_RULES if rule in options.rules],
            "work_week": ANY if options.work_week is None else WEEK_STARTS[options.work_week],
            "marks": [
                {"date": mark.date.isoformat(), "letter": mark.letter} for mark in search.marks
            ],
        }
    }
