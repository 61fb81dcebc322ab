"""Being asked to end by a signal: the window ends in order, and what is typed is kept first."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""Ctrl+C, the system, a terminal that is gone; Windows has no SIGHUP."""
ENDED_BY = 128
"""What shells add to a signal's number for the exit status of a program that it ended."""


class SignalNotifier(QSocketNotifier):
    """Calls `end` and leaves the event loops of the program, those of dialogs too, when asked to end.

    No window is asked whether it may close: nobody may be there to answer.
    """

    def __init__(self, app: QApplication, end: Callable[[], None]) -> None:
        # A handler of Python's runs only once Qt's loop gives control back to Python, which may take long.
        # The byte that Python writes for each signal wakes the loop at once.
        self._reader, self._writer = socket.socketpair()
        for one in (self._reader, self._writer):
            one.setblocking(False)
        super().__init__(self._reader.fileno(), QSocketNotifier.Type.Read, app)
        self._app, self._end = app, end
        self._numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
        for number in self._numbers:
            signal.signal(number, lambda *_: None)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self.activated.connect(self._take)

    def _take(self) -> None:
        received = self._reader.recv(64)
        asked = next((number for number in received if number in self._numbers), None)
        if asked is not None:
            self._end()
            self._app.exit(ENDED_BY + asked)
