"""The search for one's rotation as it stands in a plan file, and the guesses it left in an assignment."""

from __future__ import annotations

from typing import Any

from heartplanner.core.finder.counting.marks import MOST_MARKS, check_search
from heartplanner.core.plan.hours import Hours, RosterHours
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
from heartplanner.files.plan.change_json import hours_in, hours_out

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
        hours=_hours(fields.within("hours")) if by_work_week and fields.has("hours") else None,
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


def _hours(fields: Fields) -> RosterHours:
    """The hours that come with the rotation that is looked for. Raises PlanError."""
    shift, admin = (_span(fields, key) for key in ("shift", "admin"))
    hours = RosterHours(fields.date("from"), shift, admin)
    fields.end()
    if not (shift or admin):
        raise PlanError(f"{fields.at('shift')}: hours of a shift or of admin are expected")
    return hours


def _span(fields: Fields, key: str) -> Hours | None:
    if not fields.has(key):
        return None
    span = fields.within(key)
    hours = hours_in(span)
    span.end()
    if hours.start == hours.end:
        raise PlanError(f"{span.at('end')}: the hours have no length")
    return hours


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
            **_hours_out(search.hours),
        }
    }


def _hours_out(hours: RosterHours | None) -> dict[str, Any]:
    """What a search has of the hours of a roster: nothing, or one key."""
    if hours is None:
        return {}
    shift, admin = (
        {key: hours_out(span)} if span else {}
        for key, span in (("shift", hours.shift), ("admin", hours.admin))
    )
    return {"hours": {"from": hours.start.isoformat(), **shift, **admin}}
