"""Lines of leave or a swap that are not understood, and whose change is in the calendar already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from heartplanner.core.plan.change import Absence, ChangeDetail, Swap, dates_of
from heartplanner.core.plan.model import Plan
from heartplanner.core.roster.roster import Unread
from heartplanner.core.roster.swap_colleague import HOURS, has_hours, swap_colleague
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.typed_times import TypedTimeError, read_time


def not_entered(plan: Plan, unread: Sequence[Unread]) -> list[Unread]:
    """The lines but those whose change a plan has, the same: nothing is wrong where these are left out."""
    return [line for line in unread if not _is_entered(plan, line)]


def _is_entered(plan: Plan, line: Unread) -> bool:
    if len(line.dates) != 1:
        return False
    (day,) = line.dates
    about = [
        change.what
        for change in plan.changes
        if any(first <= day <= last for first, last in dates_of(change.what))
    ]
    return any(_is_same(plan, day, line, what) for what in about)


def _is_same(plan: Plan, day: date, line: Unread, what: ChangeDetail) -> bool:
    """Whether a change of a day is what a line says of it; where that is not plain, it is not."""
    if isinstance(what, Absence):
        return line.names is not None and line.names.change is what.kind
    if not isinstance(what, Swap) or not what.colleague:
        return False
    if swap_colleague(line.text).casefold() != what.colleague.casefold():
        return False
    if not has_hours(line.text):
        return what.give == day and "off" in line.text.lower().split()
    try:
        times = [read_time(found[0]) for found in HOURS.finditer(line.text)]
    except TypedTimeError:
        return False
    worked = Schedule(plan).days(day, day)[0].blocks
    return what.take == day and [[one.start.time(), one.end.time()] for one in worked] == [times]
