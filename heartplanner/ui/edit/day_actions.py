"""Changing days: what one can do to them, and the new plan handed to the store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from heartplanner.core.edits.edits import assign
from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.explain.day_text import confirmed_text, unsure_days
from heartplanner.core.explain.pending_text import overtaken_text
from heartplanner.core.plan.change import Change, Swap, dates_of
from heartplanner.core.plan.model import Assignment, PlanError
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.schedule.changes import BuiltOnError
from heartplanner.core.words.english import full_date, sentence_case
from heartplanner.store import TAKE_BACK
from heartplanner.ui.edit.change_entry import ChangeEntry
from heartplanner.ui.edit.forms.change_kinds import CHANGE_KINDS
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.message_boxes import agreed, say

if TYPE_CHECKING:
    from heartplanner.ui.edit.removals import Removal

WHICH_CHANGE = "Which change do you take back?"
ONE_OR_ALL = "Do you take back only these days, or all of it?"


class DayActions:
    """What one can do to days; dialogs stand over `parent`. `entry`: the form that is open.

    What a form or a question needs is imported where it is used: the first picture needs none of it.
    """

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
        self._open_new(self._session.span)

    def change_appointment(self) -> None:
        """Open the form of an appointment of the days chosen; asks which of several."""
        from heartplanner.core.explain.entry_text import entry_title
        from heartplanner.ui.edit.list_choice import choose

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
            self._open_entry(entries[number], span)

    def open_again(self, form: str, span: tuple[date, date]) -> bool:
        """Open a form by its id, such as "note", on these days; whether there is such a form.

        That of an appointment is there for as long as the appointment is as it was.
        """
        from heartplanner.ui.edit.forms.appointment_form import APPOINTMENT, entry_form

        for entry in self._store.plan.entries:
            if entry_form(entry) == form:
                self._open_entry(entry, span)
                return True
        if form == APPOINTMENT:
            self._open_new(span)
            return True
        known = any(one.id == form for one in CHANGE_KINDS)
        if known:
            self.enter(form, span)
        return known

    def _open_new(self, span: tuple[date, date]) -> None:
        from heartplanner.ui.edit.forms.appointment_form import new_appointment

        self.entry.open(new_appointment(self._session.today), span)

    def _open_entry(self, entry: OwnEntry, span: tuple[date, date]) -> None:
        """Open the form of an appointment that is there on the first of its days among these."""
        from heartplanner.ui.edit.forms.appointment_form import changed_appointment

        day = next(iter(entry.dates(*span)), entry.first)
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

        Asks which of several; the change that was made last is the first of them: it is the likeliest,
        and none builds on it. Of leave or an appointment with other days it also asks whether it is these
        alone.
        """
        from heartplanner.ui.edit.list_choice import choose
        from heartplanner.ui.edit.removals import change_removals, entry_removals

        days = span or self._session.span
        display = self._session.display
        changes, entries = self.changes_of(days)[::-1], self.entries_of(days)
        removals = [
            *change_removals(changes, self._store.schedule, days, display),
            *entry_removals(entries, days, display),
        ]
        if not removals:
            say(self._parent, "Nothing to take back", "No change was made on these days.")
            return
        number: int | None = 0
        if len(removals) > 1:
            number = choose(
                self._parent,
                ONE_OR_ALL if len(changes) + len(entries) == 1 else WHICH_CHANGE,
                [removal.title for removal in removals],
                "Take back",
                lambda row: self._without(removals[row]),
            )
        if number is not None:
            self._take_back(removals[number])

    def _without(self, removal: Removal) -> str:
        """What is so once a change is taken back, a line each; or why it cannot be."""
        from heartplanner.core.explain.changes.change_effects import effects
        from heartplanner.core.explain.changes.taken_back import restored_days

        before, change = self._store.schedule, removal.change
        try:
            after = removal.edit(before, self._store.moment())
        except PlanError as error:
            return self._refusal(error)
        if change is None:
            return ""
        days = restored_days(before, after, change, self._session.display)
        follows = [effect.text for effect in effects(before, after, change)]
        return "\n".join([*days, *follows])

    def _take_back(self, removal: Removal) -> None:
        from heartplanner.core.explain.changes.taken_back import restored_days

        before, change = self._store.schedule, removal.change
        try:
            after = removal.edit(before, self._store.moment())
        except PlanError as error:
            say(self._parent, "This cannot be taken back", self._refusal(error))
            return
        days = restored_days(before, after, change, self._session.display) if change else []
        self._store.change(f"{TAKE_BACK}{removal.title}", after)
        # The two days of a swap tell the rest of its title: the line at the foot has no room for both.
        what = "swap" if isinstance(change, Swap) and len(days) > 1 else removal.title
        self._session.told.emit(" ".join([f"Taken back: {what}.", *days]))

    def _refusal(self, error: PlanError) -> str:
        """Why a change cannot be taken back, in the words in which the window lists changes."""
        if not isinstance(error, BuiltOnError):
            return f"{sentence_case(str(error))}."
        later = change_title(error.later, self._session.display)
        return f"A later change builds on it. Take that back first: {later}."

    def assign(self, assignment: Assignment) -> None:
        """A new assignment, from the board."""
        self._assigned(f"rotation from {full_date(assignment.start)}", assignment)

    def confirm(self) -> None:
        """The example is the responder's rotation, or its open days are right; which these are is asked."""
        from heartplanner.core.finder.contradicting_marks import (
            contradicting_marks,
            contradiction_words,
        )
        from heartplanner.core.finder.search import confirmed

        before = self._store.plan
        if contradicting := contradicting_marks(before, self._session.today):
            say(
                self._parent,
                "These days differ from your marks",
                contradiction_words(contradicting),
            )
            return
        days = "\n\n".join(unsure_days(before, self._session.today))
        # A sample alone is on show as a whole; single days and a sample beside one's own are not.
        if (days or not before.example) and not agreed(
            self._parent, "Are these days right?", days, "They are right", "Not yet"
        ):
            return
        self._store.change("confirming the rotation", confirmed(before, self._store.moment()))
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
