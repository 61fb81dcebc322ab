"""A rotation as six lines of seven letters, to be typed or pasted."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit

from heartplanner.core.plan.model import CYCLE_WEEKS, Rotation

AROUND = 32
"""Pixels above and below the lines."""


class RotationField(QPlainTextEdit):
    """Takes its letters as they come; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Your six weeks, a week on a line")
        self.setTabChangesFocus(True)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    def show_rotation(self, rotation: Rotation) -> None:
        self.setPlainText("\n".join(rotation.weeks))
        self.selectAll()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * (CYCLE_WEEKS + 1) + AROUND)
