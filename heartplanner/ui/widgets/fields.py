"""Form fields in a row each: times, choices and text as Python's own values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QTimeEdit

from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.ui.widgets.date_field import ENGLISH, DateField


class TimeField(QTimeEdit):
    """A time of day, in whole minutes."""

    def __init__(self, clock: time, display: DisplayFormat, changed: Callable[[], None]) -> None:
        super().__init__(QTime(clock.hour, clock.minute))
        self.setLocale(ENGLISH)
        self.setDisplayFormat("HH:mm" if display.hours24 else "h:mm AP")
        self.timeChanged.connect(changed)

    def value(self) -> time:
        found = self.time()
        return time(found.hour(), found.minute())


class ChoiceField(QComboBox):
    """One of a few, each with the words that stand for it."""

    def __init__(
        self, options: Sequence[tuple[str, str]], changed: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        for value, words in options:
            self.addItem(words, value)
        if changed is not None:
            self.currentIndexChanged.connect(changed)

    def value(self) -> str:
        return str(self.currentData())

    def put(self, value: str) -> None:
        self.setCurrentIndex(max(self.findData(value), 0))


class TextField(QLineEdit):
    """One line of text."""

    def __init__(self, text: str, hint: str, changed: Callable[[], None] | None = None) -> None:
        super().__init__(text)
        self.setPlaceholderText(hint)
        if changed is not None:
            self.textChanged.connect(changed)

    def value(self) -> str:
        return self.text().strip()


def switch(form: QFormLayout, words: str, field: DateField | TimeField, *, on: bool) -> QCheckBox:
    """A row whose field counts only while its box is ticked."""
    box = QCheckBox(words)
    box.setChecked(on)
    field.setEnabled(on)
    field.setAccessibleName(words)
    box.toggled.connect(field.setEnabled)
    form.addRow(box, field)
    return box
