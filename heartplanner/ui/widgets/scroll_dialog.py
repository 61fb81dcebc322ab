"""A dialog whose content can be scrolled, while its buttons are always on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from heartplanner.ui.widgets.message_boxes import plain

SHARE = 0.9
"""How much of the screen a dialog may take: its frame needs some too."""


class RoomyDialog(QDialog):
    """Shows `body` above its buttons, as large as that is, but no larger than the screen.

    `letters`: how many of them a line of it has room for.
    """

    def __init__(self, parent: QWidget, letters: int) -> None:
        super().__init__(parent)
        self._letters = letters

    def lay_out(self, body: QWidget, buttons: QDialogButtonBox) -> None:
        """Put the content and the buttons into the dialog, once both are whole."""
        plain(buttons.buttons())
        self._body, self._buttons = body, buttons
        body.setObjectName("scrolled")
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        self._lines = QVBoxLayout(self)
        self._lines.addWidget(scroll)
        self._lines.addWidget(buttons)
        self.fit()

    def fit(self) -> None:
        """Take the room that the content asks for now, as far as there is some."""
        self.ensurePolished()
        layout = self._body.layout()
        assert layout is not None
        layout.activate()
        room = self.screen().availableSize() * SHARE
        edges = self._lines.contentsMargins()
        sides = edges.left() + edges.right() + self._scroll.verticalScrollBar().sizeHint().width()
        wanted = self.fontMetrics().averageCharWidth() * self._letters
        wide = max(wanted, self._body.minimumSizeHint().width(), self._buttons.sizeHint().width())
        width = min(wide, room.width() - sides)
        below = self._buttons.sizeHint().height() + self._lines.spacing()
        tall = self._body.heightForWidth(width)
        tall = self._body.sizeHint().height() if tall < 0 else tall
        height = edges.top() + tall + below + edges.bottom()
        self.resize(width + sides, min(height, room.height()))
