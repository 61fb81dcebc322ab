"""How the window is laid out: the header on top, the calendar below it, the panel at its side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

SIZE = (1280, 800)
SMALLEST = (720, 480)


def fit_to_screen(window: QWidget) -> None:
    """The window's first size, and its smallest: never more than there is of the screen."""
    room = window.screen().availableSize()
    window.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
    window.resize(QSize(*SIZE).boundedTo(room))


def frame(header: QWidget, left: Sequence[QWidget], panel: QWidget) -> QWidget:
    """The window's content; the last of the widgets on the left takes the room."""
    calendar = QVBoxLayout()
    calendar.setSpacing(8)
    for each in left:
        calendar.addWidget(each, int(each is left[-1]))
    body = QHBoxLayout()
    body.setContentsMargins(18, 10, 18, 14)
    body.setSpacing(12)
    body.addLayout(calendar, 3)
    body.addWidget(panel, 1)
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(header)
    column.addLayout(body, 1)
    return centre
