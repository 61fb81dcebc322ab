"""Waiting until a window has come to rest: by what happens in it, never by the clock."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

MOST_ROUNDS = 50


def idle() -> None:
    """Let all that is due happen, what waits for the event loop to be idle too.

    A round of `processEvents` leaves timers of no time aside while other events are due, and under load
    there are more of them. Such timers end in the order in which they began: ours, begun last, ends last.
    """
    loop = QEventLoop()
    QTimer.singleShot(0, loop, loop.quit)
    loop.exec()
    QApplication.processEvents()


def settle(window: QWidget) -> None:
    """Come to rest: a round in which no part of the window moved."""
    before: list[QRect] = []
    idle()
    window.grab()  # what has its place only once it is painted
    for _ in range(MOST_ROUNDS):
        idle()
        now = [
            QRect(part.mapTo(window, QPoint()), part.size())
            for part in window.findChildren(QWidget)
            if part.isVisibleTo(window) and window.isAncestorOf(part) and not part.isWindow()
        ]
        if now == before:
            return
        before = now
    raise AssertionError("the window never comes to rest")
