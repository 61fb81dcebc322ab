"""A QR code, black on white in both themes: that is what a phone's camera looks for."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartplanner.typed import override

MODULE = 6
"""Pixels to the side of one of the small squares."""
QUIET = 4
"""Squares of white around them (ISO/IEC 18004)."""


def modules(text: str) -> list[bytes]:
    """The code's rows from the top, 1 for each black square, with the white around them."""
    import segno

    # Level M stands the loss of 15 % (ISO/IEC 18004), a reflection say; a higher one has smaller squares.
    code = segno.make_qr(text, error="m")
    return [bytes(row) for row in code.matrix_iter(scale=1, border=QUIET)]


class QrCode(QWidget):
    """Shows a text as a code; for a screen reader it has the text."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[bytes] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        self._rows = modules(text)
        self.setAccessibleName(f"QR code of {text}")
        self.setFixedSize(len(self._rows) * MODULE, len(self._rows) * MODULE)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows):
            for x, black in enumerate(row):
                if black:
                    square = QRect(x * MODULE, y * MODULE, MODULE, MODULE)
                    painter.fillRect(square, Qt.GlobalColor.black)
        painter.end()
