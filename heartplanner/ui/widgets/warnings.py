"""The orange field of what to take care of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from heartplanner.core.words.english import sentence_case
from heartplanner.style.icons import icon
from heartplanner.style.theme import Theme
from heartplanner.ui.widgets.cards import label

SIGN = 16


class Warnings(QFrame):
    """Sentences in an orange field beside a sign; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("warning")
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text = label("warned")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, texts: Sequence[str]) -> None:
        self._text.setText("\n".join(map(sentence_case, texts)))
        self.setVisible(bool(texts))

    def texts(self) -> str:
        """What is said, each sentence on a line of its own; empty where nothing is."""
        return "" if self.isHidden() else self._text.text()

    def set_looks(self, theme: Theme, scale: float) -> None:
        size = round(SIGN * scale)
        self._sign.setPixmap(icon("warn", theme, size, theme.warning.edge).pixmap(size, size))
