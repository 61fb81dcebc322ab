"""Form fields in a row each: choices, numbers and text as Python's own values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.words.english import screen_dashes
from heartplanner.core.words.plain_text import without_unseen
from heartplanner.typed import override
from heartplanner.ui.fields.line_field import LineField
from heartplanner.ui.fields.typed_field import TypedField

POPUP_PAD = 24
"""What a list that folds out needs beside its words: a narrow field does not cut them."""
TEXT_LEFT = 8
"""Where the words of a field begin, in pixels from its edge."""


class ChoiceField(QComboBox):
    """One of a few, each with the words that stand for it."""

    def __init__(
        self, options: Sequence[tuple[str, str]], changed: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self._kept = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, words in options:
            self.addItem(screen_dashes(words), value)
        if changed is not None:
            self.currentIndexChanged.connect(changed)

    def value(self) -> str:
        """The choice, also while it cannot be changed."""
        return str(self.itemData(self._kept) if self._kept >= 0 else self.currentData())

    def put(self, value: str) -> None:
        place = max(self.findData(value), 0)
        if self._kept >= 0:
            self._kept = place
        else:
            self.setCurrentIndex(place)

    def offer(self, names: Sequence[str], place: int) -> None:
        """Let one of these be chosen, known by their places; the one at `place` is, and nothing is told."""
        self.blockSignals(True)
        self.clear()
        self.addItems([screen_dashes(name) for name in names])
        self.setCurrentIndex(place)
        self.blockSignals(False)

    def let(self, usable: bool, why_not: str) -> None:
        """Let it be used; or show why not in the place of the choice, which is kept."""
        self.setEnabled(usable)
        self.setPlaceholderText(why_not)
        self.blockSignals(True)
        if not usable and self._kept < 0:
            self._kept = self.currentIndex()
            self.setCurrentIndex(-1)
        elif usable and self._kept >= 0:
            place, self._kept = self._kept, -1
            self.setCurrentIndex(place)
        self.blockSignals(False)

    @override
    def showPopup(self) -> None:
        """The list that folds out has the field's name, which mostly is its label's."""
        labels = (label for label in self.window().findChildren(QLabel) if label.buddy() is self)
        words = next((label.text().replace("&", "") for label in labels), self.accessibleName())
        self.view().setAccessibleName(words)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + POPUP_PAD)
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not _is_for_page(self, event):
            super().wheelEvent(event)


def _is_for_page(field: QWidget, event: QWheelEvent) -> bool:
    """Whether the wheel scrolls the page under the pointer: it changes only the field that one is at."""
    if not field.hasFocus():
        event.ignore()
    return not field.hasFocus()


class NumberField(QSpinBox):
    """A whole number from `least` to `most`."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(minimum=least, maximum=most)
        # A style sheet's padding does not reach the line within.
        self.lineEdit().setTextMargins(TEXT_LEFT, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(
            False
        )  # it counts on Enter or when it is left, as every field does

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not _is_for_page(self, event):
            super().wheelEvent(event)


class TextField(LineField):
    """One line of text."""

    def __init__(self, text: str, hint: str, changed: Callable[[], None] | None = None) -> None:
        super().__init__(text)
        self.setPlaceholderText(hint)
        if changed is not None:
            self.textChanged.connect(changed)

    def value(self) -> str:
        return without_unseen(self.text()).strip()


def add_row(form: QFormLayout, words: str, field: QWidget) -> None:
    """A field after its label, which a screen reader reads as its name; what a typed one says below."""
    title = QLabel(words)
    title.setBuddy(field)
    if isinstance(field, TypedField):
        form.addRow(title, with_said(field))
    else:
        form.addRow(title, field)


def with_said(field: TypedField[Any]) -> QVBoxLayout:
    """A typed field over what it says."""
    lines = QVBoxLayout()
    lines.setSpacing(2)
    lines.addWidget(field)
    lines.addWidget(field.feedback)
    return lines
