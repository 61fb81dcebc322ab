"""One window for one plan: a second start raises the first window and ends."""

from __future__ import annotations

import contextlib
import os
import zlib
from pathlib import Path

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QWidget

WAIT = 1000
"""Milliseconds that the first window has to answer."""


class Single:
    """The right to show a plan's window, held until the program ends."""

    def __init__(self, plan: Path, folder: Path) -> None:
        self._name = f"heartplanner-{zlib.crc32(os.path.realpath(plan).encode()):08x}"
        with contextlib.suppress(OSError):  # without it the lock fails, and the window just opens
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)

    def first(self) -> bool:
        """Whether no other window shows this plan."""
        return self._lock.tryLock(0)

    def raise_first(self) -> bool:
        """Ask the first window to come up; whether it could be reached."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(WAIT)
        socket.disconnectFromServer()
        return reached

    def listen(self, window: QWidget) -> None:
        """Come up whenever a second start asks; it takes a while to load, so after the first picture."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(window)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)

        def come_up() -> None:
            server.nextPendingConnection().deleteLater()
            window.showNormal() if window.isMinimized() else window.show()
            window.raise_()
            window.activateWindow()

        server.newConnection.connect(come_up)
        server.listen(self._name)
