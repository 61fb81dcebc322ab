"""Changing days: what one can do to them, and the new plan handed to the store."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from heartplanner.core.edits.edits import assign, confirm, remove_change
from heartplanner.core.explain.day_text import confirmed_text, unsure_days
from heartplanner.core.explain.reasons import change_title
from heartplanner.core.people.swap_text import overtaken_text
from heartplanner.core.plan.change import Change, dates_of
from heartplanner.core.plan.model import Assignment, PlanError
from heartplanner.core.words.english import full_date
from heartplanner.ui.edit.change_entry import ChangeEntry
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.list_choice import choose
from heartplanner.ui.widgets.message_boxes import agreed, say


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

    def changes_of(self, span: tuple[date, date]) -> list[Change]:
        """The changes that touch some of the days."""
        return [
            change
            for change in self._store.plan.changes
            if any(first <= span[1] and last >= span[0] for first, last in dates_of(change.what))
        ]

    def remove(self, span: tuple[date, date] | None = None) -> None:
        """Take back a change of the days, those chosen if none are named; asks which of several."""
        changes = self.changes_of(span or self._session.span)
        display = self._session.display
        titles = [f"{change.id}: {change_title(change, display)}" for change in changes]
        if not changes:
            say(self._parent, "Nothing to take back", "No change was made on these days.")
            return
        if len(changes) > 1:
            number = choose(self._parent, "Which change do you take back?", titles, "Take back")
            if number is None:
                return
            changes = [changes[number]]
        self._edit(f"take back {change_title(changes[0])}", changes[0].id)

    def _edit(self, name: str, change_id: int) -> None:
        try:
            after = remove_change(self._store.plan, change_id, self._store.moment())
        except PlanError as error:
            say(self._parent, "This cannot be taken back", str(error))
            return
        self._store.change(name, after)

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
        before = self._store.plan
        try:
            after = assign(before, assignment, self._store.moment())
        except PlanError as error:
            say(self._parent, "This cannot be saved", str(error))
            return
        self._store.change(name, after)
        if overtaken := overtaken_text(before, after):
            self._session.reminded.emit(overtaken)
