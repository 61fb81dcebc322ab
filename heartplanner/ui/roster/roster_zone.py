"""Where a roster goes in: a dashed field to drop it on, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.flow_layout import flow

CORNER = 6


class RosterZone(QFrame):
    """Invites a drop; the panel around it takes what is dropped anywhere on it."""

    roster_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        file, paste = QPushButton("Choose a file..."), QPushButton("Paste")
        file.clicked.connect(lambda: self.roster_wanted.emit("file"))
        paste.clicked.connect(lambda: self.roster_wanted.emit("text"))
        words = label("muted", "Drop it here, or:")
        words.setWordWrap(False)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(10, 6, 10, 6)
        inner.addWidget(flow([words, file, paste]))

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.field, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
