"""A QR code, black on white in both themes: that is what a phone's camera looks for."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartplanner.pages.qr_modules import qr_modules
from heartplanner.typed import override

MODULE = 6
"""Pixels to the side of one of the small squares, of a code for a short text."""


class QrCode(QWidget):
    """Shows a text as a code; for a screen reader it has the text."""

    def __init__(self, module: int = MODULE) -> None:
        super().__init__()
        self._module = module
        self._rows: list[bytes] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        self._rows = qr_modules(text)
        self.setAccessibleName(f"QR code of {text}")
        side = len(self._rows) * self._module
        self.setFixedSize(side, side)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        side = self._module
        for y, row in enumerate(self._rows):
            for x, black in enumerate(row):
                if black:
                    square = QRect(x * side, y * side, side, side)
                    painter.fillRect(square, Qt.GlobalColor.black)
        painter.end()
