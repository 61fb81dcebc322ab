"""Brings the kept calendar files up to date in the background, so that no edit waits for their place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from heartplanner.files import disk, folders
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.background_task import BackgroundTask

REST = 400
"""How many milliseconds after a save one begins: what was edited is to be on the screen first."""
UP_TO_DATE = "Your kept calendar files are up to date again."


class KeptFiles(QObject):
    """Has the files written at the start, after each save, and when a new day begins.

    `trouble`: a sentence for each that could not be written; they are tried again every minute.
    `written`: they were looked after, well or not.
    """

    written = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task: BackgroundTask | None = None
        self._again = False
        self.trouble: list[str] = []
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._start)
        store = session.store
        # Each starts the timer anew: of several edits in a row only the last is written.
        store.saved.connect(lambda _: self.look_soon())
        store.plan_changed.connect(lambda _: self.look_soon())
        session.day_changed.connect(self.look_soon)
        session.minute_passed.connect(self._try_again)
        program = QCoreApplication.instance()
        assert program is not None
        program.aboutToQuit.connect(self._finish)
        self.look_soon()

    def look_soon(self) -> None:
        """The plan may be another, or the list of the files."""
        self._rest.start()

    def _try_again(self) -> None:
        """What could not be written may be written by now."""
        if self.trouble:
            self.look_soon()

    def _start(self) -> None:
        """Write what is to be written; where that is under way, once more after it."""
        if self._task is not None:
            self._again = True
            return
        path, schedule = self._session.store.path, self._session.schedule
        today = self._session.today
        if not disk.is_there(folders.beside(path, folders.KEPT)):
            self._take([])
            return
        from heartplanner.files.calendar.kept import write_kept

        self._task = BackgroundTask(lambda _: write_kept(schedule, path, today))
        self._task.done.connect(self._take)
        self._task.failed.connect(lambda text: self._take([text]))
        self._task.start()

    def _take(self, notes: list[str]) -> None:
        self._task = None
        before, self.trouble = self.trouble, notes
        if set(notes) - set(before):
            self._session.reminded.emit("\n".join(notes))
        elif before and not notes:
            self._session.told.emit(UP_TO_DATE)
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
