"""The edit that gives single days of an absence back, where the rest of it stays."""

from __future__ import annotations

from datetime import date, datetime

from heartplanner.core.edits.edits import (
    MOST_CHANGES,
    TOO_MANY_CHANGES,
    if_later_fit,
    without_change,
)
from heartplanner.core.edits.history import history_after
from heartplanner.core.plan.change import Absence, Change
from heartplanner.core.plan.model import ONE_DAY, Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import span


def emptied_days(schedule: Schedule, change: Change) -> list[date]:
    """The days on which an absence of this schedule takes work off; none for another kind of change."""
    match change.what:
        case Absence(_, first, last):
            return [day.date for day in schedule.days(first, last) if change in day.changes]
        case _:
            return []


def restore_days(plan: Plan, change_id: int, first: date, last: date, at: datetime) -> Plan:
    """The plan in which an absence leaves out the days from `first` to `last`, both included.

    What is left before them keeps its number; what is left after them then has the next one. Raises
    BuiltOnError where a later change builds on it, PlanError where it takes nothing off on these days.
    """
    return with_days_restored(Schedule(plan), change_id, first, last, at).plan


def with_days_restored(
    schedule: Schedule, change_id: int, first: date, last: date, at: datetime
) -> Schedule:
    """The schedule in which an absence leaves these days out, as `restore_days`."""
    plan = schedule.plan
    change = next((one for one in plan.changes if one.id == change_id), None)
    emptied = emptied_days(schedule, change) if change else []
    if change is None or not any(first <= day <= last for day in emptied):
        raise PlanError(f"change {change_id} takes nothing off on {span(first, last)}")
    if all(first <= day <= last for day in emptied):
        return without_change(plan, change_id, at)
    kept = _kept(plan, change, emptied, first, last)
    # In its own place: a later change builds on what the absence left, and not the other way round.
    index = plan.changes.index(change)
    changes = (*plan.changes[:index], *kept, *plan.changes[index + 1 :])
    after = plan._replace(changes=changes, history=history_after(plan, at, [(first, last)]))
    if len(changes) > MOST_CHANGES:
        raise PlanError(TOO_MANY_CHANGES)
    return if_later_fit(after)


def _kept(plan: Plan, change: Change, emptied: list[date], first: date, last: date) -> list[Change]:
    """What is left of an absence before and after these days, where it takes work off."""
    whole = change.what
    assert isinstance(whole, Absence), "only an absence empties days"
    parts = []
    if emptied[0] < first:
        parts.append(whole._replace(last=first - ONE_DAY))
    if emptied[-1] > last:
        parts.append(whole._replace(first=last + ONE_DAY))
    numbers = (change.id, plan.next_id)
    return [Change(number, part) for number, part in zip(numbers, parts, strict=False)]
