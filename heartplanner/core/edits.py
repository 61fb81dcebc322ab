"""Plan -> Plan: one function for each thing a person can do. Each raises PlanError, a sentence."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from heartplanner.core.changes import before_start, changed_days
from heartplanner.core.cycle import assignment_at, place
from heartplanner.core.plan import (
    BAND_HOURS,
    CYCLE_WEEKS,
    FIRST_DATE,
    LAST_DATE,
    Absence,
    Assignment,
    Change,
    Extra,
    Note,
    Plan,
    PlanError,
    Revision,
    Swap,
    What,
    dates_of,
)

LONGEST_ABSENCE = 366
LONGEST_ADMIN = 720
LONGEST_TEXT = 2000
MOST_CHANGES = 5000
BARRED = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories that text may not have: control characters, halves of characters, line ends."""
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text around them, and so can hide what it says."""


def new_plan(plan_id: str, assignment: Assignment, at: datetime) -> Plan:
    """A plan that begins with this assignment. `at`: now, in UTC and whole seconds, as everywhere here."""
    check_assignment(assignment)
    return Plan(plan_id, (assignment,), history=(Revision(at, assignment.start, None),))


def continued(plan: Plan, start: date) -> Assignment:
    """The assignment in force on `start`, as a new one from there: same cycle week, band and hours."""
    current = assignment_at(plan, start)
    if current is None:
        raise before_start(plan, start)
    return current._replace(start=start, cycle_week=place(current, start)[1])


def assign(plan: Plan, assignment: Assignment, at: datetime) -> Plan:
    """A new assignment from its date on, in place of one of the same date; earlier days stay."""
    continued(plan, assignment.start)
    check_assignment(assignment)
    others = [a for a in plan.assignments if a.start != assignment.start]
    index = bisect_left(others, assignment.start, key=lambda a: a.start)
    last = others[index].start - timedelta(days=1) if index < len(others) else None
    others.insert(index, assignment)
    return _checked(
        plan._replace(
            assignments=tuple(others),
            history=_stated(plan, at, [(assignment.start, last)]),
        )
    )


def add_change(plan: Plan, what: What, at: datetime) -> Plan:
    """The change, after all the earlier ones."""
    if len(plan.changes) >= MOST_CHANGES:
        raise PlanError(f"a plan holds at most {MOST_CHANGES} changes: remove old ones first")
    check_change(what)
    change = Change(max((c.id for c in plan.changes), default=0) + 1, what)
    return _checked(
        plan._replace(changes=(*plan.changes, change), history=_stated(plan, at, dates_of(what)))
    )


def remove_change(plan: Plan, change_id: int, at: datetime) -> Plan:
    """The plan without this change, if the later ones still fit."""
    for index, change in enumerate(plan.changes):
        if change.id == change_id:
            rest = plan.changes[:index] + plan.changes[index + 1 :]
            return _checked(
                plan._replace(changes=rest, history=_stated(plan, at, dates_of(change.what))),
            )
    raise PlanError(f"there is no change {change_id}")


def check_change(what: What) -> None:
    """What a change must be by itself, whatever the days are. Raises PlanError."""
    for first, last in dates_of(what):
        _check_dates(first, last)
    match what:
        case Absence(_, first, last) if (last - first).days >= LONGEST_ABSENCE:
            raise PlanError(f"an absence covers at most {LONGEST_ABSENCE} days")
        case Swap(None, None):
            raise PlanError("a swap gives a shift, takes one, or both")
        case Swap(colleague=text) | Note(text=text):
            check_text(text)
        case Extra(_, band, hours) if band is not None and hours != BAND_HOURS[band]:
            raise PlanError(f"an extra {band} shift has the hours of its band")
        case _:
            pass


def check_text(text: str) -> None:
    """Text from a person: one line, nothing in it that a screen or a calendar would obey."""
    if len(text) > LONGEST_TEXT:
        raise PlanError(f"a text has at most {LONGEST_TEXT} characters, this has {len(text)}")
    for character in text:
        if unicodedata.category(character) in BARRED or character in TURNING:
            raise PlanError(f"a text is one line, without control characters such as {character!a}")


def check_assignment(assignment: Assignment) -> None:
    """What an assignment must be by itself. Raises PlanError."""
    _check_dates(assignment.start, assignment.start)
    if not 1 <= assignment.cycle_week <= CYCLE_WEEKS:
        raise PlanError(f"the cycle week is 1 to {CYCLE_WEEKS}, not {assignment.cycle_week}")
    if not 1 <= assignment.admin_minutes <= LONGEST_ADMIN:
        raise PlanError(f"an admin block has 1 to {LONGEST_ADMIN} minutes")


def _check_dates(first: date, last: date) -> None:
    if last < first:
        raise PlanError(f"{last} is before {first}")
    if first < FIRST_DATE or last > LAST_DATE:
        raise PlanError(f"a plan's dates lie from {FIRST_DATE.year} to {LAST_DATE.year}")


def _stated(
    plan: Plan, at: datetime, spans: Iterable[tuple[date, date | None]]
) -> tuple[Revision, ...]:
    """The history with an edit of these days; its stamps never go back, whatever the clock does."""
    at = max(at, plan.history[-1].at)
    return plan.history + tuple(Revision(at, first, last) for first, last in spans)


def _checked(plan: Plan) -> Plan:
    """The plan, if each of its changes fits what the earlier ones left."""
    changed_days(plan)
    return plan
