"""Buttons of actions, in rows that break where the width ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLayout, QLayoutItem, QMenu, QToolButton, QWidget

from heartplanner.typed import override

GAP = 6


def unmarked(text: str) -> str:
    """An action's words without the mark of its menu key."""
    return text.replace("&", "")


class ActionButton(QToolButton):
    """A button that says an action's words; a click leaves the focus where it was."""

    def __init__(self, action: QAction | None = None) -> None:
        super().__init__()
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if action is not None:
            self.setDefaultAction(action)
            self._say(action)
            action.changed.connect(lambda: self._say(action))

    def call(self, words: str) -> None:
        """Say these words in place of the action's; "": the action's own."""
        self._words = words
        self._say(self.defaultAction())

    def _say(self, action: QAction) -> None:
        """The action's words of now: undo names what it would take back."""
        words = self._words or unmarked(action.text()).rstrip(".")
        self.setText(words)
        self.setAccessibleName(words)

    @classmethod
    def of_menu(cls, text: str, menu: QMenu) -> ActionButton:
        """A button that folds out a menu."""
        button = cls()
        button.setObjectName("menu")
        button.setText(text)
        button.setAccessibleName(text)
        menu.setParent(button, menu.windowFlags())
        menu.setAccessibleName(text)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button


class FlowLayout(QLayout):
    """From left to right, on as many rows as the width asks for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        # By the walk that also moves: what is promised is what is taken.
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        """The widest button's width; the rows' height follows from the width that is given."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()] or [QSize()]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def _arrange(self, within: QRect, *, move: bool) -> int:
        """Put the items in rows; returns the height that they take."""
        top = within.y()
        for row in self._rows(within.width()):
            high = max(item.sizeHint().height() for item in row)
            left = within.x()
            for item in row if move else ():
                size = item.sizeHint()
                # Words stand as high as the words of the buttons beside them.
                place = QPoint(left, top + (high - size.height()) // 2)
                width = min(size.width(), within.width())
                item.setGeometry(QRect(place, QSize(width, size.height())))
                left += size.width() + GAP
            top += high + GAP
        return top - GAP - within.y()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """The items of each row; one of which none fits has a row of its own, and hidden ones have none."""
        rows: list[list[QLayoutItem]] = []
        x = 0
        for item in (item for item in self._items if not item.isEmpty()):
            wide = item.sizeHint().width()
            if not rows or x + wide > width:
                rows.append([])
                x = 0
            rows[-1].append(item)
            x += wide + GAP
        return rows


def slim_button(action: QAction) -> ActionButton:
    """A button in words alone, no taller than these ask for."""
    button = ActionButton(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setObjectName("slim")
    return button


def flow(widgets: Sequence[QWidget]) -> QWidget:
    """These widgets in a flow."""
    holder = QWidget()
    layout = FlowLayout(holder)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
