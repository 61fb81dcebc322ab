"""Work that takes its time, in a thread of its own, so that the window never stands still."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance
from shiboken6 import isValid

from heartplanner.files.disk import FileError

GoOn = Callable[[int, int], bool]
"""Told how much of how much is done; says whether to go on."""

LAST_SECONDS = 1.5
"""How long the program waits at its end: for what is under way, and then once more for it to stop."""
BROKEN = "Something went wrong in the program. You can try again."


class BackgroundTask(QObject):
    """One run of `work`. Its signals arrive in the window's own thread, between other events.

    Whoever listens may be gone before the work ends: then nobody hears of it.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Callable[[GoOn], object]) -> None:
        super().__init__()
        self._work = work
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        program = QCoreApplication.instance()
        assert program is not None
        program.aboutToQuit.connect(self.finish)
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to stop where it next can."""
        self._stopped.set()

    def finish(self) -> None:
        """The program ends: what is under way may end well, if it does so soon."""
        self._thread.join(LAST_SECONDS)
        self.stop()
        # A thread that is cut in the middle of a request leaves it open whether the server took it.
        self._thread.join(LAST_SECONDS)

    def _run(self) -> None:
        trouble = BROKEN
        try:
            result = self._work(self._go_on)
            trouble = ""
            self._tell(self.done, result)
        except FileError as error:
            trouble = str(error)
        finally:  # also where the program itself erred, which threading.excepthook takes
            if trouble:
                self._tell(self.failed, trouble)

    def _go_on(self, done: int, of: int) -> bool:
        self._tell(self.progressed, done, of)
        return not self._stopped.is_set()

    def _tell(self, signal: SignalInstance, *values: object) -> None:
        if isValid(self):  # else the program has ended meanwhile
            signal.emit(*values)
