"""Brings the kept calendar files up to date in the background, so that no edit waits for their place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.background_task import BackgroundTask

REST = 400
"""How many milliseconds after a save one begins: what was edited is to be on the screen first."""
UP_TO_DATE = "Your kept calendar files are up to date again."


class Looked(NamedTuple):
    """What came of looking after the files: a sentence for each in trouble, and which files are there."""

    notes: list[str]
    files: tuple[tuple[Path, int, int], ...] = ()


class KeptFiles(QObject):
    """Has the files written at the start, after each save, and when a new day begins.

    Each minute the files are looked at: another program may have changed or deleted them, or their place
    may be there again. `written`: they were looked after, well or not; of each minute's look it tells only
    what is new, and trouble that goes on.
    """

    written = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task: BackgroundTask | None = None
        self._again, self._asked = False, True
        self._seen = Looked([])
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._start)
        store = session.store
        # Each starts the timer anew: of several edits in a row only the last is written.
        store.saved.connect(lambda _: self.look_soon())
        store.plan_changed.connect(lambda _: self.look_soon())
        session.day_changed.connect(self.look_soon)
        session.minute_passed.connect(self._rest.start)
        program = QCoreApplication.instance()
        assert program is not None
        program.aboutToQuit.connect(self._finish)
        self.look_soon()

    @property
    def trouble(self) -> list[str]:
        """A sentence for each file that could not be written."""
        return self._seen.notes

    def look_soon(self) -> None:
        """The plan may be another, or the list of the files."""
        self._asked = True
        self._rest.start()

    def _start(self) -> None:
        """Write what is to be written; where that is under way, once more after it."""
        if self._task is not None:
            self._again = True
            return
        path, schedule = self._session.store.path, self._session.schedule
        today = self._session.today
        if not disk.is_there(folders.beside(path, folders.KEPT)):
            self._take(Looked([]))
            return
        self._task = BackgroundTask(lambda _: _look(schedule, path, today))
        self._task.done.connect(self._take)
        self._task.failed.connect(lambda text: self._take(Looked([text])))
        self._task.start()

    def _take(self, looked: Looked) -> None:
        self._task = None
        notes, before = looked.notes, self.trouble
        is_new = self._asked or bool(notes) or looked != self._seen
        self._seen, self._asked = looked, False
        if set(notes) - set(before):
            self._session.reminded.emit("\n".join(notes))
        elif before and not notes:
            self._session.told.emit(UP_TO_DATE)
        if is_new:
            self.written.emit()
        if self._again:
            self._again = False
            self._start()

    def _finish(self) -> None:
        """The program ends: what the last edits changed is written now, as far as that is soon done."""
        if self._task is not None:
            self._task.finish()
        if self._rest.isActive() or self._again:
            self._rest.stop()
            self._task = None
            self._start()
            if self._task is not None:
                self._task.finish()


def _look(schedule: Schedule, plan_file: Path, today: date) -> Looked:
    """Write what is to be written, in a thread of its own."""
    from heartplanner.files.calendar.kept import kept_files, write_kept

    notes = write_kept(schedule, plan_file, today)
    try:
        paths = [kept.path for kept in kept_files(plan_file)]
    except FileError:  # said in the notes
        return Looked(notes)
    present = []
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        present.append((path, status.st_mtime_ns, status.st_ino))
    return Looked(notes, tuple(present))
