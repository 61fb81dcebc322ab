"""Form fields in a row each: dates, times, choices and text as Python's own values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFormLayout, QLineEdit, QTimeEdit

from heartplanner.core.plan import FIRST_DATE, LAST_DATE

DATE_FORM = "ddd, MMM d, yyyy"
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class DateField(QDateEdit):
    """A date, typed or chosen from a month that folds out."""

    def __init__(self, day: date, changed: Callable[[], None]) -> None:
        super().__init__(_qdate(day))
        self.setLocale(ENGLISH)
        self.setCalendarPopup(True)
        self.setDisplayFormat(DATE_FORM)
        self.setDateRange(_qdate(FIRST_DATE), _qdate(LAST_DATE))
        self.dateChanged.connect(changed)

    def value(self) -> date:
        found = self.date()
        return date(found.year(), found.month(), found.day())

    def put(self, day: date) -> None:
        self.setDate(_qdate(day))


class TimeField(QTimeEdit):
    """A time of day, in whole minutes."""

    def __init__(self, clock: time, hours24: bool, changed: Callable[[], None]) -> None:
        super().__init__(QTime(clock.hour, clock.minute))
        self.setLocale(ENGLISH)
        self.setDisplayFormat("HH:mm" if hours24 else "h:mm AP")
        self.timeChanged.connect(changed)

    def value(self) -> time:
        found = self.time()
        return time(found.hour(), found.minute())


class ChoiceField(QComboBox):
    """One of a few, each with the words that stand for it."""

    def __init__(self, options: Sequence[tuple[str, str]], changed: Callable[[], None]) -> None:
        super().__init__()
        for value, words in options:
            self.addItem(words, value)
        self.currentIndexChanged.connect(changed)

    def value(self) -> str:
        return str(self.currentData())

    def put(self, value: str) -> None:
        self.setCurrentIndex(max(self.findData(value), 0))


class TextField(QLineEdit):
    """One line of text."""

    def __init__(self, text: str, hint: str, changed: Callable[[], None]) -> None:
        super().__init__(text)
        self.setPlaceholderText(hint)
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
