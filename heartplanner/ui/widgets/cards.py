"""Labels for plain text, and the framed cards that group them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from heartplanner.core.words.english import screen_dashes
from heartplanner.typed import override

ANY_WIDTH = 16777215
"""Qt's QWIDGETSIZE_MAX, which PySide does not name: a widget of this greatest width has no limit."""


class TextLabel(QLabel):
    """A label for plain text of any length."""

    @override
    def setText(self, text: str) -> None:
        super().setText(screen_dashes(text))


def verbatim_label() -> QLabel:
    """A label for plain text that another wrote: it is shown as it is, its dashes too."""
    text_label = QLabel()
    text_label.setTextFormat(Qt.TextFormat.PlainText)
    text_label.setWordWrap(True)
    return text_label


def keep_room(words: QLabel, lines: int) -> None:
    """Let words of fewer lines take as much room as so many, with the font that they have now."""
    # Qt rounds the height of each line up.
    words.setMinimumHeight(lines * (words.fontMetrics().lineSpacing() + 1))


def keep_place(widget: QWidget, *, kept: bool = True) -> None:
    """Whether the room of a widget stays while it is hidden: what is around it is not to move then."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    widget.setSizePolicy(policy)


def label(name: str = "", text: str = "") -> QLabel:
    """A label for plain text of any length; `name` gives it its looks in the style sheet."""
    text_label = TextLabel()
    text_label.setText(text)
    text_label.setObjectName(name)
    text_label.setTextFormat(Qt.TextFormat.PlainText)
    text_label.setWordWrap(True)
    return text_label


class Card(QFrame):
    """A framed group under a heading."""

    def __init__(self, heading: str, *widgets: QWidget) -> None:
        super().__init__()
        self.setObjectName("card")
        self._heading = label("heading", heading)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self._heading)
        self.set_heading(heading)
        for widget in widgets:
            self._column.addWidget(widget)

    def set_heading(self, text: str) -> None:
        self._heading.setText(text)
        self._heading.setVisible(bool(text))
        self.setAccessibleName(text)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self._column.addWidget(widget, stretch)


def column(*widgets: QWidget) -> QWidget:
    """Widgets one under the other."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    return holder
