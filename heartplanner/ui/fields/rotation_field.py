"""A rotation as six lines of seven letters, to be typed or pasted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit

from heartplanner.core.plan.model import CYCLE_WEEKS, Rotation
from heartplanner.typed import override

AROUND = 16
"""Pixels above and below the lines."""


class RotationField(QPlainTextEdit):
    """`left`: the keys went elsewhere, so that what stands here is meant."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Your six weeks, a week on a line")
        self.setTabChangesFocus(True)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    def show_rotation(self, rotation: Rotation) -> None:
        self.setPlainText("\n".join(rotation.weeks))
        self.selectAll()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * (CYCLE_WEEKS + 1) + AROUND)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
