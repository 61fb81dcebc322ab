"""The top of the window: the title, the way from page to page, the views, and the way to the phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDrag, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from heartplanner.typed import override
from heartplanner.ui.view_list import VIEWS
from heartplanner.ui.widgets.flow_layout import ActionButton, unmarked

BUTTONS = tuple(view.id for view in VIEWS if view.button)
PHONE_WORDS = ("Put it on my phone...", "Phone...")


class PhoneButton(QPushButton):
    """The button for the phone; dragged onto a desktop or a mail it hands over the calendar file."""

    def __init__(self, action: QAction, write: Callable[[], str]) -> None:
        super().__init__(unmarked(action.text()))
        self.setObjectName("primary")
        self.setAccessibleName(unmarked(action.text()).rstrip("."))
        self.setToolTip(
            "Click to save the calendar file, or drag it from here to where it is wanted"
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        self._write = write
        self._pressed = QPoint()

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


class Header(QWidget):
    """A row of buttons of the window's actions; where it is narrow they show their icons alone."""

    def __init__(self, actions: Mapping[str, QAction], write: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QPushButton()
        self._titles = "", ""
        self._title.setObjectName("title")
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title.setToolTip("Go to a date (Ctrl+G)")
        self._title.clicked.connect(actions["go-to"].trigger)
        self._phone = PhoneButton(actions["phone"], write)
        self._worded = [ActionButton(actions[name]) for name in ("today", *BUTTONS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 18, 8)
        row.setSpacing(6)
        row.addWidget(self._title)
        today, *views = self._worded
        for button in (_iconic(actions["previous"]), today, _iconic(actions["next"])):
            row.addWidget(button)
        row.addStretch()
        for button in views:
            row.addWidget(button)
        row.addStretch()
        for name in ("undo", "redo"):
            row.addWidget(_iconic(actions[name]))
        row.addWidget(self._phone)

    def show_title(self, title: str, short: str) -> None:
        """The title, or the short one where there is no room for it."""
        self._titles = title, short
        self._title.setAccessibleName(f"{title}, go to a date")
        self.fit()

    def fit(self) -> None:
        """As many words as there is room for."""
        style = Qt.ToolButtonStyle
        long, short = self._titles
        for title, words, phone in (
            (long, True, PHONE_WORDS[0]),
            (long, True, PHONE_WORDS[1]),
            (long, False, PHONE_WORDS[1]),
            (short, False, PHONE_WORDS[1]),
        ):
            self._title.setText(title)
            for button in self._worded:
                button.setToolButtonStyle(
                    style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly
                )
            self._phone.setText(phone)
            layout = self.layout()
            if layout is None or layout.minimumSize().width() <= self.width():
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """The row gives way by itself: it holds up no window."""
        return QSize(0, super().minimumSizeHint().height())


def _iconic(action: QAction) -> ActionButton:
    button = ActionButton(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button
