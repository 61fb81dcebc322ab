"""What one can do with the plan as a whole: open another, copy it, and restore an earlier copy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from heartplanner.core.explain.plan_diff import plan_differences
from heartplanner.core.words.english import clock, counted, full_date
from heartplanner.document import restored_version, save_copy
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile
from heartplanner.ui.edit.list_choice import choose
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.message_boxes import agreed, ask_path, say, say_saved

PLANS = "Schedule files (*.json)"
RESTORE = "Restore an earlier copy"
MOST_LINES = 12
"""So many differences are read; the rest is counted."""


class PlanActions:
    """What one can do to the plan; dialogs stand over `parent`."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._store = session.store
        self._parent = parent

    def open(self, give: Callable[[Path], None]) -> None:
        """Ask for a plan file and give it to whoever opens windows."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent, "Open a schedule file", str(self._store.path.parent), PLANS
        )
        if chosen:
            give(Path(chosen))

    def copy(self) -> None:
        """Save the plan under another name; the file that is open stays open."""
        path = ask_path(self._parent, "Save a copy", "my-schedule.json", PLANS, ".json")
        if path is None:
            return
        try:
            if path.resolve() == self._store.path.resolve():
                raise FileError(f"{path}: this is your schedule file itself; choose another name")
            save_copy(path, self._store.schedule, self._store.moment())
        except FileError as error:
            say(self._parent, "Copy not saved", str(error))
            return
        said = f"{path} is a copy of your schedule as it is now."
        say_saved(self._parent, "Copy saved", said, path)

    def may_close(self) -> bool:
        """Whether nothing would be lost, or the person wants to close all the same."""
        if self._store.unsaved:
            self._store.save()
        return not self._store.unsaved or agreed(
            self._parent,
            "Not saved",
            "Your last changes could not be saved in your schedule file. They are kept among the earlier"
            " copies, if there is room.",
            "Close without saving",
            "Keep it open",
        )

    def restore(self) -> None:
        """Choose an earlier copy by its date, see what differs, and restore it."""
        try:
            kept = self._store.earlier()
        except FileError as error:
            say(self._parent, RESTORE, str(error))
            return
        if not kept:
            say(self._parent, RESTORE, "There is no earlier copy of your schedule yet.")
            return
        titles = self._titles([version.moment for version in kept])
        number = choose(
            self._parent,
            RESTORE,
            titles,
            "Restore this copy",
            lambda row: self._differences(kept[row].path),
        )
        if number is None:
            return
        try:
            plan = restored_version(kept[number], self._store.plan, kept, self._store.moment())
        except FileError as error:
            say(self._parent, "This copy cannot be restored", str(error))
            return
        self._store.change(f"restoring the copy of {titles[number]}", plan)

    def _differences(self, copy: Path) -> str:
        """What would be other with a copy: as much as one reads."""
        try:
            lines = plan_differences(self._store.plan, planfile.load_copy(copy).plan)
        except FileError as error:
            return str(error)
        if not lines:
            return "This copy is the same as your schedule now."
        more = len(lines) - MOST_LINES
        rest = [f"and {more} more"] if more > 0 else []
        return "\n".join(["What would change (you can undo it):", *lines[:MOST_LINES], *rest])

    def _titles(self, moments: list[datetime]) -> list[str]:
        """Each copy's date and time; seconds only where two copies are of one minute."""
        here = [moment.astimezone(self._session.now().tzinfo) for moment in moments]
        minutes = [
            f"{full_date(moment.date())}, {clock(moment, self._session.display)}" for moment in here
        ]
        return [
            f"{title} and {counted(moment.second, 'second')}" if minutes.count(title) > 1 else title
            for title, moment in zip(minutes, here, strict=True)
        ]
