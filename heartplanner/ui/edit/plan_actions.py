"""What one can do with the plan as a whole: open another, copy it, and go back to a version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from heartplanner.core.explain.plan_diff import differences
from heartplanner.core.words.english import clock, full_date
from heartplanner.document import save_copy
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.message_boxes import agreed, ask_path, say

PLANS = "Plans (*.json)"


class PlanActions:
    """What one can do to the plan; dialogs stand over `parent`."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._store = session.store
        self._parent = parent

    def open(self, give: Callable[[Path], None]) -> None:
        """Ask for a plan file and give it to whoever opens windows."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent, "Open a plan", str(self._store.path.parent), PLANS
        )
        if chosen:
            give(Path(chosen))

    def copy(self) -> None:
        """Save the plan under another name; the one in hand stays the one in hand."""
        path = ask_path(self._parent, "Save a copy", "my-plan.json", PLANS, ".json")
        if path is None:
            return
        try:
            if path.resolve() == self._store.path.resolve():
                raise FileError(f"{path}: this is the plan itself; choose another name")
            save_copy(path, self._store.schedule, self._store.moment())
        except FileError as error:
            say(self._parent, "Copy not saved", str(error))
            return
        say(self._parent, "Copy saved", f"{path} is a copy of your plan as it is now.")

    def may_close(self) -> bool:
        """Whether nothing would be lost, or the person wants to close all the same."""
        if self._store.unsaved:
            self._store.save()
        return not self._store.unsaved or agreed(
            self._parent,
            "Not saved",
            "Your last changes could not be saved in the plan. They are kept among the earlier"
            " versions, if there is room. Close all the same?",
        )

    def restore(self) -> None:
        """Choose an earlier version by its date, see what differs, and go back to it."""
        try:
            kept = self._store.earlier()
        except FileError as error:
            say(self._parent, "Restore", str(error))
            return
        if not kept:
            say(self._parent, "Restore", "No earlier version of this plan is kept yet.")
            return
        titles = [self._title(each.moment) for each in kept]
        title, ok = QInputDialog.getItem(
            self._parent, "Restore an earlier version", "The plan as it was on", titles, 0, False
        )
        if not ok:
            return
        try:
            plan = planfile.load(kept[titles.index(title)].path).plan
        except FileError as error:
            say(self._parent, "It cannot be restored", str(error))
            return
        differing = "\n".join(differences(self._store.plan, plan))
        question = f"{differing}\n\nGo back to the plan of {title}? You can undo it."
        if agreed(self._parent, "Restore an earlier version", question):
            self._store.change(f"going back to {title}", plan)

    def _title(self, moment: datetime) -> str:
        here = moment.astimezone(self._session.now().tzinfo)
        return f"{full_date(here.date())}, {clock(here, self._session.display)}, {here.second} s"
