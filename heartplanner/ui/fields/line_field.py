"""The base of fields of one line: a letter held with Alt is for a button or a menu, and is not typed."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from heartplanner.typed import override


class LineField(QLineEdit):
    """Types no letter that is held with Alt: Qt would put it in the place of what is marked."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_menus(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def is_for_menus(event: QKeyEvent) -> bool:
    """Whether a key is a letter held with Alt alone, which opens a menu or presses a button."""
    # On a Mac the same key types letters of its own, as AltGr does elsewhere: that is Ctrl and Alt.
    if sys.platform == "darwin" or not event.text().isprintable() or not event.text():
        return False
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
    return event.modifiers() & held == Qt.KeyboardModifier.AltModifier
