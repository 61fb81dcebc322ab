"""One of several answers: a radio button in a frame of its own, with words and fields under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from heartplanner.core.words.english import screen_dashes
from heartplanner.style.icons import icon
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.widgets.cards import label

CORNER, PICTURE = 8, 20
INDENT = 26
"""How far what stands under the title is moved in: to where the title's words begin."""


class ChoiceCard(QFrame):
    """A press anywhere on it chooses it. `body`: what stands under the words.

    `badge` and `picture`, the name of an icon, stand beside the title where they are put.
    """

    def __init__(self, title: str, words: str, theme: Theme, body: QWidget | None = None) -> None:
        super().__init__()
        self.theme = theme
        self.button = QRadioButton(screen_dashes(title))
        self.button.setAccessibleDescription(words)
        bold = self.button.font()
        bold.setBold(True)
        self.button.setFont(bold)
        self.button.toggled.connect(lambda _: self.update())
        self._words = label("muted", words)
        self._under = under = QVBoxLayout()
        under.setContentsMargins(INDENT, 0, 0, 0)
        under.setSpacing(6)
        under.addWidget(self._words)
        if body is not None:
            under.addWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)  # the ring around the button has its room
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.button)
        self._head.addStretch()
        column.addLayout(self._head)
        column.addLayout(under)
        self._picture, self._drawn = "", QLabel()

    def show_words(self, title: str, words: str) -> None:
        self.button.setText(screen_dashes(title))
        self.button.setAccessibleDescription(words)
        self._words.setText(words)

    def put_badge(self, words: str, *, good: bool) -> None:
        """Say two or three words beside the title, in green where they are good news."""
        badge = label("good" if good else "key", words)
        badge.setWordWrap(False)
        self._head.insertWidget(1, badge)
        self.button.setAccessibleName(f"{self.button.text()}, {words}")

    def put_picture(self, name: str) -> None:
        """Show an icon at the right."""
        self._picture = name
        self._head.addWidget(self._drawn)

    def set_theme(self, theme: Theme, scale: float = 1.0) -> None:
        self.theme = theme
        self._under.setContentsMargins(round(INDENT * scale), 0, 0, 0)
        if self._picture:
            size = round(PICTURE * scale)
            self._drawn.setPixmap(icon(self._picture, theme, size).pixmap(size, size))
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen = self.button.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if chosen else 1
        painter.setPen(QPen(self.theme.here if chosen else self.theme.grid, width))
        painter.setBrush(self.theme.chosen if chosen else self.theme.page)
        edge = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), CORNER, CORNER
        )
