"""What of chosen days can be taken back: changes and appointments, on these days alone or on all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from heartplanner.core.edits.absence_days import emptied_days, with_days_restored
from heartplanner.core.edits.edits import without_change
from heartplanner.core.edits.own_entries import remove_entry, skip_entry
from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.explain.entry_text import entry_title
from heartplanner.core.plan.change import Absence, Change, ChangeDetail
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import weekday_date


class Removal(NamedTuple):
    """Something that can be taken back.

    `edit`: from the schedule to the one without it, at a moment; it may raise PlanError. `change`: where
    it is a change.
    """

    title: str
    edit: Callable[[Schedule, datetime], Schedule]
    change: ChangeDetail | None = None


def change_removals(
    changes: Iterable[Change], schedule: Schedule, span: tuple[date, date], display: DisplayFormat
) -> Iterator[Removal]:
    """Each of these changes taken back; an absence with other days too also on those of the span alone."""
    for change in changes:
        emptied = emptied_days(schedule, change)
        here = [day for day in emptied if span[0] <= day <= span[1]]
        some = bool(here) and len(here) < len(emptied)
        if some and isinstance(change.what, Absence):
            part = change._replace(what=change.what._replace(first=here[0], last=here[-1]))
            alone = f"{change_title(part, display)}, {_alone(len(here))}"
            yield Removal(alone, partial(_restored, change.id, here[0], here[-1]), change.what)
        edit = partial(_without_change, change.id)
        title = change_title(change, display)
        yield Removal(f"{title}, all its days" if some else title, edit, change.what)


def entry_removals(
    entries: Iterable[OwnEntry], span: tuple[date, date], display: DisplayFormat
) -> Iterator[Removal]:
    """Each of these entries removed; where it has one day of several in the span, also that one alone."""
    for entry in entries:
        title = entry_title(entry, display)
        day, *more = entry.dates(*span)
        several = entry.repeat is not None or entry.first != entry.last
        if several and not more:
            alone = f"{entry.title}, {weekday_date(day)}, {_alone(1)}"
            yield Removal(alone, partial(_without_day, entry.id, day))
        of_all = ", all its days" if several else ""
        yield Removal(f"{title}{of_all}", partial(_without_entry, entry.id))


def _alone(days: int) -> str:
    return "this day only" if days == 1 else f"these {days} days only"


def _restored(number: int, first: date, last: date, schedule: Schedule, at: datetime) -> Schedule:
    return with_days_restored(schedule, number, first, last, at)


def _without_change(number: int, schedule: Schedule, at: datetime) -> Schedule:
    return without_change(schedule.plan, number, at)


def _without_entry(number: int, schedule: Schedule, at: datetime) -> Schedule:
    return Schedule(remove_entry(schedule.plan, number, at))


def _without_day(number: int, day: date, schedule: Schedule, at: datetime) -> Schedule:
    return Schedule(skip_entry(schedule.plan, number, day, at))
