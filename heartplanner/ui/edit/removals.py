"""What of chosen days can be taken back: changes, and appointments on one of their days or on all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from heartplanner.core.edits.edits import remove_change
from heartplanner.core.edits.own_entries import remove_entry, skip_entry
from heartplanner.core.explain.entry_text import entry_title
from heartplanner.core.explain.reasons import change_title
from heartplanner.core.plan.change import Change, ChangeDetail
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import weekday_date


class Removal(NamedTuple):
    """Something that can be taken back. `edit` may raise PlanError; `change`: where it is a change."""

    title: str
    edit: Callable[[Plan, datetime], Plan]
    change: ChangeDetail | None = None


def change_removals(changes: Iterable[Change], display: DisplayFormat) -> Iterator[Removal]:
    """Each of these changes taken back."""
    for change in changes:
        edit = partial(_without, remove_change, change.id)
        yield Removal(change_title(change, display), edit, change.what)


def entry_removals(
    entries: Iterable[OwnEntry], span: tuple[date, date], display: DisplayFormat
) -> Iterator[Removal]:
    """Each of these entries removed; where it has one day of several in the span, also that one alone."""
    for entry in entries:
        title = entry_title(entry, display)
        day, *more = entry.dates(*span)
        several = entry.repeat is not None or entry.first != entry.last
        if several and not more:
            alone = f"{entry.title}, {weekday_date(day)}, this day only"
            yield Removal(alone, partial(_without_day, entry.id, day))
        of_all = ", all its days" if several else ""
        yield Removal(f"{title}{of_all}", partial(_without, remove_entry, entry.id))


def _without(
    edit: Callable[[Plan, int, datetime], Plan], number: int, plan: Plan, at: datetime
) -> Plan:
    return edit(plan, number, at)


def _without_day(number: int, day: date, plan: Plan, at: datetime) -> Plan:
    return skip_entry(plan, number, day, at)
