"""The keys that open the menu of what is current: the menu key, and Shift+F10; and closing what is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication

KEYS = ("Menu", "Shift+F10")


def close_menus() -> None:
    """Close every open menu, those of buttons too.

    A key of the window works while one is open: what it opens is not to stand under the menu.
    """
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def menu_keys(table: QAbstractItemView, open_menu: Callable[[QPoint], object]) -> None:
    """Open a menu with the keys, at the cell that they are on. Not every system does it by itself."""

    def at_current() -> None:
        close_menus()
        rect = table.visualRect(table.currentIndex())
        open_menu(table.viewport().mapToGlobal(rect.center()))

    for key in KEYS:
        shortcut = QShortcut(QKeySequence(key), table)
        # Only while this very table has the focus: several in one window have the same keys.
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(at_current)
