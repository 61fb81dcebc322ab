"""Changing days: what one can do to them, and the new plan handed to the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from heartplanner.core.edits.edits import assign, confirm, remove_change
from heartplanner.core.edits.own_entries import remove_entry, skip_entry
from heartplanner.core.explain.day_text import confirmed_text, unsure_days
from heartplanner.core.explain.entry_text import entry_title
from heartplanner.core.explain.reasons import change_title
from heartplanner.core.plan.change import Change, dates_of
from heartplanner.core.plan.model import Assignment, Plan, PlanError
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.words.english import full_date, weekday_date
from heartplanner.ui.edit.appointment_form import changed_appointment, new_appointment
from heartplanner.ui.edit.change_entry import ChangeEntry
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.list_choice import choose
from heartplanner.ui.widgets.message_boxes import agreed, say


class _Removal(NamedTuple):
    """Something that can be taken back, as a list has it and as undo calls it."""

    title: str
    name: str
    edit: Callable[[Plan, datetime], Plan]


class DayActions:
    """What one can do to days; dialogs stand over `parent`. `entry`: the form that is open."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._store = session.store
        self._parent = parent
        self.entry = ChangeEntry(session)

    def enter(self, kind: str, span: tuple[date, date] | None = None) -> None:
        """Open the form of this kind of change on the days, those chosen if none are named."""
        self.entry.begin(kind, span or self._session.span)

    def enter_appointment(self) -> None:
        """Open the form of a new appointment on the days chosen."""
        self.entry.open(new_appointment(self._session.today), self._session.span)

    def change_appointment(self) -> None:
        """Open the form of an appointment of the days chosen; asks which of several."""
        span, display = self._session.span, self._session.display
        entries = self.entries_of(span)
        if not entries:
            say(self._parent, "No appointment", "You have no appointment on these days.")
            return
        number: int | None = 0
        if len(entries) > 1:
            titles = [entry_title(entry, display) for entry in entries]
            number = choose(self._parent, "Which appointment do you change?", titles, "Change")
        if number is not None:
            entry = entries[number]
            day = entry.dates(*span)[0]
            self.entry.open(changed_appointment(entry, day, self._session.today), (day, day))

    def entries_of(self, span: tuple[date, date]) -> list[OwnEntry]:
        """The appointments that lie on some of the days."""
        return [entry for entry in self._store.plan.entries if entry.dates(*span)]

    def changes_of(self, span: tuple[date, date]) -> list[Change]:
        """The changes that touch some of the days."""
        return [
            change
            for change in self._store.plan.changes
            if any(first <= span[1] and last >= span[0] for first, last in dates_of(change.what))
        ]

    def remove(self, span: tuple[date, date] | None = None) -> None:
        """Take back a change or an appointment of the days, those chosen if none are named.

        Asks which of several, and of an appointment with other days whether it is this one alone.
        """
        removals = [*self._changes_back(span or self._session.span)]
        removals += self._entries_back(span or self._session.span)
        if not removals:
            say(self._parent, "Nothing to take back", "No change was made on these days.")
            return
        number: int | None = 0
        if len(removals) > 1:
            titles = [removal.title for removal in removals]
            number = choose(self._parent, "Which change do you take back?", titles, "Take back")
        if number is not None:
            self._take_back(removals[number])

    def _changes_back(self, span: tuple[date, date]) -> Iterator[_Removal]:
        for change in self.changes_of(span):
            title = change_title(change, self._session.display)
            yield _Removal(
                f"{change.id}: {title}", title, partial(_without, remove_change, change.id)
            )

    def _entries_back(self, span: tuple[date, date]) -> Iterator[_Removal]:
        for entry in self.entries_of(span):
            title = entry_title(entry, self._session.display)
            day, *more = entry.dates(*span)
            if more or (entry.first == entry.last and not entry.repeat):
                yield _Removal(title, title, partial(_without, remove_entry, entry.id))
                continue
            name = f"{entry.title}, {weekday_date(day)}"
            skip = partial(_without_day, entry.id, day)
            yield _Removal(f"{name}, this day only", name, skip)
            yield _Removal(
                f"{title}, all its days", title, partial(_without, remove_entry, entry.id)
            )

    def _take_back(self, removal: _Removal) -> None:
        try:
            after = removal.edit(self._store.plan, self._store.moment())
        except PlanError as error:
            say(self._parent, "This cannot be taken back", str(error))
            return
        self._store.change(f"take back {removal.name}", after)

    def assign(self, assignment: Assignment) -> None:
        """A new assignment, from the board."""
        self._assigned(f"rotation from {full_date(assignment.start)}", assignment)

    def confirm(self) -> None:
        """The example is the responder's rotation, or its open days are right; which these are is asked."""
        before = self._store.plan
        days = "\n\n".join(unsure_days(before, self._session.today))
        # A sample is on show as a whole; single days among those that one entered are not.
        if not before.example and not agreed(
            self._parent, "Are these days right?", days, "They are right", "Not yet"
        ):
            return
        self._store.change("confirming the rotation", confirm(before, self._store.moment()))
        self._session.told.emit(f"{confirmed_text(before)} Undo takes that back.")

    def _assigned(self, name: str, assignment: Assignment) -> None:
        try:
            after = assign(self._store.plan, assignment, self._store.moment())
        except PlanError as error:
            say(self._parent, "This cannot be saved", str(error))
            return
        self._store.change(name, after)


def _without(
    edit: Callable[[Plan, int, datetime], Plan], number: int, plan: Plan, at: datetime
) -> Plan:
    return edit(plan, number, at)


def _without_day(number: int, day: date, plan: Plan, at: datetime) -> Plan:
    return skip_entry(plan, number, day, at)
