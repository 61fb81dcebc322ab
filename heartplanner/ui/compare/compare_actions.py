"""Checking a roster, through the store: what is taken over is one step to undo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from heartplanner.core.plan.model import PlanError
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.message_boxes import say

if TYPE_CHECKING:
    from heartplanner.core.roster.roster import Roster


class CompareActions:
    """Dialogs stand over `parent`."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._parent = parent

    def check(self) -> None:
        """Ask for a roster, and compare it with the schedule."""
        from heartplanner.ui.compare.compare_dialog import CompareDialog, TakenOver

        dialog = CompareDialog(self._session, self._parent)
        name_form(dialog, "check-roster")
        decided = dialog.decided if dialog.run() else None
        if isinstance(decided, TakenOver):
            # Its place is shown before it is done: what is said of it then stays.
            self._session.open_day(decided.first)
            self._session.keys_wanted.emit()  # the view that had the keys may be gone
            self._session.store.change(decided.name, decided.plan)
        elif decided is not None:
            self._look_for_rotation(decided.first, decided.roster)

    def _look_for_rotation(self, first: date, roster: Roster) -> None:
        """Show the finder with the roster's days marked."""
        # No start of the window needs it.
        from heartplanner.core.compare.rotation_change import with_changed_rotation

        store = self._session.store
        try:
            plan = with_changed_rotation(store.plan, roster, first, store.moment())
        except PlanError as error:
            say(self._parent, "The new rotation cannot be looked for", f"{error}.".capitalize())
            return
        self._session.show_view(View.FINDER)
        store.change("looking for a new rotation", plan)
