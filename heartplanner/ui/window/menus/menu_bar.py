"""The menu bar, which keeps its keys: an arrow goes to the next menu and never turns the month.

Esc gives them back: it leaves a menu and the bar at once, so that the next arrow goes on in the calendar.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QMenuBar

from heartplanner.typed import override
from heartplanner.ui.widgets.menu_keys import close_menus


class MenuBar(QMenuBar):
    """While the keys are in it, keys without Ctrl are its own and no shortcuts of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Menu bar")

    def add(self, title: str) -> QMenu:
        """A new menu at the end of the bar."""
        menu = self.addMenu(title)
        menu.installEventFilter(self)
        return menu

    def leave(self) -> None:
        """Close every open menu, and give the keys back to where they were."""
        close_menus()
        if self.hasFocus():
            no_key = Qt.KeyboardModifier.NoModifier
            self.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, no_key))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key of an open menu: after Esc the bar would keep the keys, and open the menu again."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QMenu)
            and event.key() == Qt.Key.Key_Escape
        ):
            watched.close()
            # Esc on the bar itself gives the keys back to where they were.
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if not held and event.key() != Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)
