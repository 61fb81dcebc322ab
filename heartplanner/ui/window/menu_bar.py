"""The menu bar, which keeps its keys: an arrow goes to the next menu and never turns the month."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenuBar

from heartplanner.typed import override


class MenuBar(QMenuBar):
    """While the keys are in it, keys without Ctrl are its own and no shortcuts of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Menu bar")

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if not held and event.key() != Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)
