"""What can wait until there is something to look at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from heartplanner.typed import override


class FirstPaint(QObject):
    """Calls `work` once, after `window` and all in it were painted for the first time."""

    def __init__(self, window: QWidget, work: Callable[[], None]) -> None:
        super().__init__(window)
        self._work = work
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Begun from the paint, since a timer of 0 ms may run before it; what is in the window is
            # painted before this returns to the loop of events.
            QTimer.singleShot(0, watched, self._work)
        return False
