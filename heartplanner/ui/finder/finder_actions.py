"""What one does in the finder, through the store: marking days, taking over a roster, using a rotation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from heartplanner.core.plan.model import Plan, PlanError, Rotation, Search
from heartplanner.core.words.english import counted, long_date
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.message_boxes import say

if TYPE_CHECKING:
    from heartplanner.core.finder.repair.repair_use import Answers
    from heartplanner.ui.finder.refused_use import UseEdit
    from heartplanner.ui.review.review_dialog import RosterUse
    from heartplanner.ui.roster.roster_input import RosterInput


PlanEdit = Callable[[Plan, datetime], Plan | None]
"""The plan after an edit; None where the person gave it up."""


class FinderActions:
    """Dialogs stand over `parent`.

    What searches is imported where it is used: the first picture needs none of it.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._store = session.store
        self._parent = parent

    def search(self, name: str, search: Search) -> None:
        """Take a new search in place of the old."""
        from heartplanner.core.finder.search import with_search

        self._edit(name, lambda plan, at: with_search(plan, search, at))

    def begin(self, first: date | None) -> None:
        """Show the finder, looking for a rotation from `first` on; None: as it looks by now."""
        from heartplanner.core.finder.search import begun_on, search_of, with_search

        search = search_of(self._store.plan)
        if first is not None and first != search.start:
            moved = begun_on(search, first)
            self._edit(
                f"the search from {long_date(first)}", lambda plan, at: with_search(plan, moved, at)
            )
        self._session.show_view(View.FINDER)

    def use(self, search: Search, rotation: Rotation) -> None:
        """Work by a rotation that was found, and show its days if that can be.

        Where marks differ from it, what was so on these days is asked first; and from when on it is used,
        where the marks begin later than the search.
        """
        from heartplanner.core.finder.repair.differences import differences
        from heartplanner.core.finder.repair.repair_use import BesideMarks, use_repaired
        from heartplanner.core.finder.use_start import first_of_days

        differing = differences(search, rotation)
        first = begins = first_of_days([mark.date for mark in search.marks], search)
        answers: Answers = {}
        if differing or first or search.hours:
            from heartplanner.core.explain.rosters.roster_hours_text import kept_hours_words
            from heartplanner.ui.review.repair_dialog import RepairDialog

            dialog = RepairDialog(differing, self._parent)
            dialog.offer_since(self._store.plan, first, search, rotation)
            dialog.tell_hours(kept_hours_words(self._store.plan, search, self._session.display))
            if not dialog.run():
                return
            answers, first = dialog.answers(), dialog.first

        def edit(plan: Plan, at: datetime, first: date | None) -> Plan:
            return use_repaired(plan, search, rotation, answers, at, BesideMarks(first=first))

        self._edit(
            "using the rotation found",
            self._unless_refused(edit, first, begins),
            self._show_month,
        )

    def bring_roster(self) -> None:
        """Show how a roster is given."""
        self._review(None)

    def roster(self, source: str) -> None:
        """Ask for a roster: source "file" a file, "text" what was copied, "typed" a field to type in."""
        from heartplanner.ui.roster.roster_input import ask_roster_file

        if source == "file":
            path = ask_roster_file(self._parent)
            if path is not None:
                self.roster_file(path)
            return
        if source == "typed":
            self._review(None)
            return
        # Without a window system there is no clipboard, whatever Qt's types say.
        self.roster_data(QGuiApplication.clipboard().mimeData() or QMimeData())

    def roster_file(self, path: Path) -> None:
        """Review a roster file, and use it as it is decided there."""
        from heartplanner.ui.roster.roster_input import RosterPath

        self._review(RosterPath(path))

    def roster_data(self, data: QMimeData) -> None:
        """Review what was copied or dropped; text without a digit tells of no day, and is left aside."""
        from heartplanner.ui.roster.roster_input import RosterText, input_of

        given = input_of(data)
        if isinstance(given, RosterText) and not any(map(str.isdigit, given.text)):
            given = None
        self._review(given)

    def _review(self, given: RosterInput | None) -> None:
        from heartplanner.ui.review.review_dialog import ReviewDialog

        dialog = ReviewDialog(self._session, self._parent)
        name_form(dialog, "rotation-roster")
        if given is not None:
            dialog.take(given)
        if dialog.run() and dialog.use is not None:
            self._use_roster(dialog.use)

    def _use_roster(self, decided: RosterUse) -> None:
        """Mark a roster's days, or work by the rotation that it leaves, as one step to undo."""
        from heartplanner.core.explain.rosters.entered_lines import not_entered
        from heartplanner.core.explain.rosters.left_out_text import left_out_words

        left_out = left_out_words(not_entered(self._store.plan, decided.roster.unread))
        if self._with_roster(decided) and left_out:
            self._session.reminded.emit(left_out)

    def _with_roster(self, decided: RosterUse) -> bool:
        """Make the edit that was decided; whether it could be made."""
        from heartplanner.core.explain.rosters.roster_hours_text import roster_hours
        from heartplanner.core.finder.repair.day_answers import change_counts
        from heartplanner.core.finder.repair.repair_text import changes_text
        from heartplanner.core.finder.roster_use import use_roster
        from heartplanner.core.finder.use_start import first_of_roster

        roster, answers, first = decided.roster, decided.answers, decided.first
        name, outcome = f"{counted(len(roster.readings), 'day')} from a roster", decided.outcome
        if answers is None:
            return self._mark_roster(decided, name)
        if hours := roster_hours(self._store.plan, roster, first, self._session.display):
            name = f"{name}, with {hours}"
        # Days before are worked by another rotation: what they were is no change of this one.
        said = outcome.said(answers, first or outcome.search.start)
        if entered := changes_text(change_counts(said)):
            name = f"{name}, and {entered}"

        def edit(plan: Plan, at: datetime, first: date | None) -> Plan:
            return use_roster(plan, roster, outcome, answers, at, first)

        return self._edit(
            name,
            self._unless_refused(edit, first, first_of_roster(roster, outcome.search)),
            # What was just entered is in sight: the roster's days, with the changes among them.
            lambda: self._show_month(roster.readings[0].date),
        )

    def _mark_roster(self, decided: RosterUse, name: str) -> bool:
        """Mark a roster's days, and show the finder; whether that could be done."""
        from heartplanner.core.explain.rosters.roster_hours_text import roster_hours
        from heartplanner.core.finder.roster_hours import has_own_rotation
        from heartplanner.core.finder.search import with_roster

        roster, replaces = decided.roster, decided.replaces
        plan, display = self._store.plan, self._session.display
        if has_own_rotation(plan):  # by itself a roster changes nothing that is worked then
            name = f"{name}, marked in Find my rotation"
        elif hours := roster_hours(plan, roster, None, display):
            name = f"{name}, with {hours}"
        # Only now: whoever gives the roster up is still where they were.
        return self._edit(
            name,
            lambda plan, at: with_roster(plan, roster, at, replaces=replaces),
            lambda: self._session.show_view(View.FINDER),
        )

    def _unless_refused(self, edit: UseEdit, first: date | None, begins: date | None) -> PlanEdit:
        """Work by a rotation as `worked_by` does, which asks about changes that do not fit it."""
        from heartplanner.ui.finder.refused_use import RotationUse, worked_by

        use, display = RotationUse(edit, first, begins), self._session.display
        return lambda plan, at: worked_by(self._parent, use, plan, at, display)

    def _show_month(self, day: date | None = None) -> None:
        """Show what was entered where one goes on, with the keys there: what had them is gone."""
        if day is None:
            self._session.show_view(View.MONTH)
        else:
            self._session.open_day(day)
        self._session.keys_wanted.emit()

    def _edit(
        self,
        name: str,
        edit: PlanEdit,
        show: Callable[[], object] = lambda: None,
    ) -> bool:
        """Make an edit; whether it could be made, and the person did not give it up.

        `show` shows its place before it is made: what is said of it then stays.
        """
        try:
            after = edit(self._store.plan, self._store.moment())
        except PlanError as error:
            say(self._parent, "This cannot be saved", str(error))
            return False
        if after is None:
            return False
        show()
        self._store.change(name, after)
        return True
