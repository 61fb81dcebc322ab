"""What one does in the finder, through the store: marking days, taking over a roster, using a rotation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from heartplanner.core.finder.differences import Difference, differences
from heartplanner.core.finder.repair_use import Answers, use_repaired
from heartplanner.core.finder.search import search_of, with_roster, with_search
from heartplanner.core.plan.model import Plan, PlanError, Rotation, Search
from heartplanner.core.roster.source import Source, TextSource
from heartplanner.core.words.english import counted
from heartplanner.files.disk import FileError
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.message_boxes import say

LONGEST_TEXT = 200_000
ROSTERS = "Rosters (*.ics *.txt *.csv *.xlsx *.xls *.ods *.html *.pdf);;All files (*)"


class FinderActions:
    """Dialogs stand over `parent`."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._store = session.store
        self._parent = parent

    def search(self, name: str, search: Search) -> None:
        """Take a new search in place of the old."""
        self._edit(name, lambda plan, at: with_search(plan, search, at))

    def use(self, search: Search, rotation: Rotation) -> None:
        """Work by a rotation that was found, and show its days if that can be.

        Where marks differ from it, what was so on these days is asked first.
        """
        answers: Answers | None = {}
        if differing := differences(search, rotation):
            answers = self._answers(differing)
        if answers is None:
            return
        name = "using the rotation found"
        if self._edit(name, lambda plan, at: use_repaired(plan, search, rotation, answers, at)):
            self._session.show_view(View.MONTH)

    def _answers(self, differing: Sequence[Difference]) -> Answers | None:
        from heartplanner.ui.finder.repair_dialog import RepairDialog

        dialog = RepairDialog(differing, self._parent)
        return dialog.answers() if dialog.run() else None

    def roster(self, source: str) -> None:
        """Ask for a roster: source "file" from a file, else from text."""
        if source != "file":
            # Without a window system there is no clipboard, whatever Qt's types say.
            copied = QGuiApplication.clipboard().mimeData()
            self.roster_data(copied or QMimeData())
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent, "A roster or a calendar", str(Path.home()), ROSTERS
        )
        if chosen:
            self.roster_file(Path(chosen))

    def roster_file(self, path: Path) -> None:
        """Read a roster file, and take over what is understood of it."""
        from heartplanner.files.roster.roster_file import read_source

        start, today = search_of(self._store.plan).start, self._session.now().date()
        source = self._opened(lambda: read_source(path, start, today))
        if source is not None:
            self._take(source)

    def roster_data(self, copied: QMimeData) -> None:
        """Take what was copied or dropped: a table as a table, else its text."""
        from heartplanner.files.roster.roster_file import source_of

        page = copied.html()
        if "<table" in page.lower():
            start, today = search_of(self._store.plan).start, self._session.now().date()
            data = f"<html>{page}".encode()
            source = self._opened(lambda: source_of(data, "the copied table", start, today))
            if source is not None:
                self._take(source)
            return
        text = copied.text()
        self._take(
            TextSource(text[:LONGEST_TEXT] if any(letter.isdigit() for letter in text) else "")
        )

    def _opened(self, read: Callable[[], Source]) -> Source | None:
        """What is read; None where it cannot be, which is said."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            source, why = read(), ""
        except FileError as error:
            source, why = None, str(error)
        QApplication.restoreOverrideCursor()
        if why:
            say(self._parent, "This roster cannot be read", why)
        return source

    def _take(self, source: Source) -> None:
        from heartplanner.ui.finder.roster_dialog import RosterDialog

        start, today = search_of(self._store.plan).start, self._session.now().date()
        dialog = RosterDialog(source, start, today, self._parent)
        if dialog.run():
            roster = dialog.roster()
            name = f"{counted(len(roster.readings), 'day')} from a roster"
            self._edit(name, lambda plan, at: with_roster(plan, roster, at))

    def _edit(self, name: str, edit: Callable[[Plan, datetime], Plan]) -> bool:
        try:
            after = edit(self._store.plan, self._store.moment())
        except PlanError as error:
            say(self._parent, "This cannot be saved", str(error))
            return False
        self._store.change(name, after)
        return True
