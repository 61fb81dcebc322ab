"""What one can do with the plan as a whole: open another, copy it, and restore an earlier copy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from heartplanner.core.words.english import clock, counted, full_date
from heartplanner.document import restored_version, save_copy
from heartplanner.files.disk import FileError
from heartplanner.files.folders import PLAN_SUFFIXES
from heartplanner.files.plan import planfile
from heartplanner.files.plan.versions import Version
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.message_boxes import ask_path, chosen, say, say_saved

PLANS = "Schedule files (*.heartplanner *.json)"
RESTORE = "Restore an earlier copy"
COPY, CLOSE = "Save a copy...", "Close without saving"
KEPT_ASIDE = "They are kept among the earlier copies."
NOWHERE = "They are kept nowhere else: they are lost when you close, unless you save a copy."
MOST_LINES = 8
"""So many sentences are read; the rest is counted."""


class PlanActions:
    """What one can do to the plan; dialogs stand over `parent`."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._store = session.store
        self._parent = parent

    def open(self, give: Callable[[Path], None]) -> None:
        """Ask for a plan file and give it to whoever opens windows."""
        file, _ = QFileDialog.getOpenFileName(
            self._parent, "Open a schedule file", str(self._store.path.parent), PLANS
        )
        if file:
            give(Path(file))

    def copy(self) -> None:
        """Save the plan under another name; the file that is open stays open."""
        if path := self._saved_copy():
            said = f"{path} is a copy of your schedule as it is now."
            say_saved(self._parent, "Copy saved", said, path)

    def _saved_copy(self) -> Path | None:
        """Where a copy was saved; None where nobody said where, or it failed, which is said."""
        name = f"my-schedule{PLAN_SUFFIXES[0]}"
        path = ask_path(self._parent, "Save a copy", name, PLANS, *PLAN_SUFFIXES)
        if path is None:
            return None
        try:
            if path.resolve() == self._store.path.resolve():
                raise FileError(f"{path}: this is your schedule file itself; choose another name")
            save_copy(path, self._store.schedule, self._store.moment())
        except FileError as error:
            say(self._parent, "Copy not saved", str(error))
            return None
        return path

    def may_close(self) -> bool:
        """Whether nothing would be lost, or the person wants to close all the same."""
        if self._store.unsaved:
            self._store.save()
        if not self._store.unsaved:
            return True
        where = KEPT_ASIDE if self._store.kept_aside else NOWHERE
        text = f"Your last changes could not be saved in your schedule file. {where}"
        answer = chosen(self._parent, "Not saved", text, (COPY, CLOSE), "Keep it open")
        return answer == CLOSE or (answer == COPY and self._saved_copy() is not None)

    def restore(self) -> None:
        """Choose an earlier copy by its date, see what differs, and restore it."""
        # What compares plans is imported where it is used: the first picture needs none of it.
        from heartplanner.core.explain.plan_diff import few
        from heartplanner.files.plan.copies import copies
        from heartplanner.ui.edit.list_choice import choose

        try:
            kept = self._store.earlier()
        except FileError as error:
            say(self._parent, RESTORE, str(error))
            return
        if not kept:
            say(self._parent, RESTORE, "There is no earlier copy of your schedule yet.")
            return
        # Their plans are let go of: of large ones there is no room for all.
        offered = [(copy.version, copy.changed) for copy in copies(kept)]
        if not offered:
            say(self._parent, RESTORE, "No earlier copy of your schedule can be read.")
            return
        titles = self._titles([version.moment for version, _ in offered])
        number = choose(
            self._parent,
            RESTORE,
            [
                "\n".join([title, *few(changed, 1)])
                for title, (_, changed) in zip(titles, offered, strict=True)
            ],
            "Restore this copy",
            lambda row: self._about(*offered[row]),
        )
        if number is None:
            return
        try:
            version = offered[number][0]
            plan = restored_version(version, self._store.plan, kept, self._store.moment())
        except FileError as error:
            say(self._parent, "This copy cannot be restored", str(error))
            return
        self._store.change(f"restoring the copy of {titles[number]}", plan)

    def _about(self, version: Version, changed: list[str]) -> str:
        """What a copy changed when it was made, and what would be other with it: as much as one reads."""
        from heartplanner.core.explain.plan_diff import NONE, few, plan_differences

        try:
            lines = plan_differences(self._store.plan, planfile.load_copy(version.path).plan)
        except FileError as error:
            return str(error)
        would = ["What would change (you can undo it):", *few(lines, MOST_LINES)]
        if lines == [NONE]:
            would = ["This copy is the same as your schedule now."]
        return "\n".join(["The last change in it:", *few(changed, MOST_LINES), "", *would])

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
