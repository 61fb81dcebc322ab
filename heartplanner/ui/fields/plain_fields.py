"""Form fields in a row each: choices, numbers and text as Python's own values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from heartplanner.typed import override
from heartplanner.ui.fields.typed_field import TypedField


class ChoiceField(QComboBox):
    """One of a few, each with the words that stand for it."""

    def __init__(
        self, options: Sequence[tuple[str, str]], changed: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, words in options:
            self.addItem(words, value)
        if changed is not None:
            self.currentIndexChanged.connect(changed)

    def value(self) -> str:
        return str(self.currentData())

    def put(self, value: str) -> None:
        self.setCurrentIndex(max(self.findData(value), 0))

    @override
    def showPopup(self) -> None:
        """The list that folds out has the field's name, which mostly is its label's."""
        labels = (label for label in self.window().findChildren(QLabel) if label.buddy() is self)
        words = next((label.text().replace("&", "") for label in labels), self.accessibleName())
        self.view().setAccessibleName(words)
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page under the pointer, and changes only what one is at."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberField(QSpinBox):
    """A whole number from `least` to `most`."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(minimum=least, maximum=most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(
            False
        )  # it counts on Enter or when it is left, as every field does

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TextField(QLineEdit):
    """One line of text."""

    def __init__(self, text: str, hint: str, changed: Callable[[], None] | None = None) -> None:
        super().__init__(text)
        self.setPlaceholderText(hint)
        if changed is not None:
            self.textChanged.connect(changed)

    def value(self) -> str:
        return self.text().strip()


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


def switch(form: QFormLayout, words: str, field: TypedField[Any], *, on: bool) -> QCheckBox:
    """A row whose field counts only while its box is ticked."""
    box = QCheckBox(words)
    box.setChecked(on)
    field.setEnabled(on)
    field.setAccessibleName(words)
    box.toggled.connect(field.setEnabled)
    form.addRow(box, with_said(field))
    return box
