"""The button for the phone, at the end of the header."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton

from heartplanner.style.icons import SIZE, icon
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.widgets.flow_layout import unmarked


class PhoneButton(QPushButton):
    """The button for the phone; dragged onto a desktop or a mail it hands over the calendar file."""

    def __init__(self, action: QAction, write: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("primary")
        self.setAccessibleName(unmarked(action.text()).rstrip("."))
        self.setToolTip(
            "Click to save the calendar file, or drag it from here to where it is wanted"
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        self._write = write
        self._pressed = QPoint()
        self._drawn: tuple[bool, Theme, int] | None = None

    def set_primary(self, primary: bool, theme: Theme, scale: float) -> None:
        """Whether it is the one primary action of what is on show."""
        name = "primary" if primary else "plain"
        if name != self.objectName():
            self.setObjectName(name)
            self.style().unpolish(self)
            self.style().polish(self)
        size = round(SIZE * scale)
        # Asked at every key of a question: an icon is drawn anew only where it is another.
        if self._drawn == (looks := (primary, theme, size)):
            return
        self._drawn = looks
        self.setIcon(icon("export", theme, size, theme.on_accent if primary else theme.text))
        self.setIconSize(QSize(size, size))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if not held or far < QApplication.startDragDistance():
            return
        self.setDown(False)
        path = self._write()
        if path:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(path)])
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)
