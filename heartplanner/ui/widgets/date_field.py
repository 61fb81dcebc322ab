"""A date, typed in any of the usual ways or chosen from a month that folds out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.core.roster.typed_date import typed_date
from heartplanner.core.words.english import MONTHS, WEEKDAYS
from heartplanner.typed import override

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
NAMES = {"qt_calendar_prevmonth": "Previous month", "qt_calendar_nextmonth": "Next month"}
NO_DATE = "That is no date: write it like 8/2, Aug 2 or 2025-08-02."


class DateField(QWidget):
    """`value` is the last date that was there. Up and Down go by days, Page Up and Down by weeks.

    `dateChanged` tells of another date, and of a text that is none, or is one again.
    """

    dateChanged = Signal()  # noqa: N815  (as Qt's own fields have it)

    def __init__(self, day: date, changed: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._day = day
        self._was_right = True
        self._line = QLineEdit()
        self._open = QToolButton()
        self._open.setArrowType(Qt.ArrowType.DownArrow)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.setToolTip("Choose from the calendar (Alt+Down)")
        self._open.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self._line, 1)
        row.addWidget(self._open)
        self.setFocusProxy(self._line)
        self._line.textEdited.connect(self._typed)
        self._line.editingFinished.connect(lambda: self._write() if self.right else None)
        self._write()
        if changed is not None:
            self.dateChanged.connect(changed)

    def value(self) -> date:
        return self._day

    def put(self, day: date) -> None:
        """Show a date; told only if it is another."""
        day = min(max(day, FIRST_DATE), LAST_DATE)
        other = day != self._day or not self._was_right
        self._day, self._was_right = day, True
        self._write()
        if other:
            self.dateChanged.emit()

    def select(self) -> None:
        """Put the keys here, so that what is typed takes the place of what there is."""
        self._line.setFocus()
        self._line.selectAll()

    @property
    def right(self) -> bool:
        """Whether what stands there is a date."""
        return self._read() is not None

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._open.setAccessibleName(f"{name}: choose from the calendar")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._choose()
        elif key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.put(self._day + timedelta(days=STEPS[key]))
            self._line.selectAll()
        else:
            super().keyPressEvent(event)

    def _read(self) -> date | None:
        return typed_date(self._line.text(), self._day)

    def _typed(self, _text: str) -> None:
        found = self._read()
        was_right, self._was_right = self._was_right, found is not None
        self._line.setToolTip("" if found else NO_DATE)
        other = found is not None and found != self._day
        self._day = found or self._day
        if other or was_right != self._was_right:
            self.dateChanged.emit()

    def _write(self) -> None:
        """The date as it is read again: Fri, Aug 2, 2025."""
        day = self._day
        text = f"{WEEKDAYS[day.weekday()][:3]}, {MONTHS[day.month - 1][:3]} {day.day}, {day.year}"
        if self._line.text() != text:
            self._line.setText(text)
        self._line.setToolTip("")

    def _choose(self) -> None:
        """Fold out a month to choose from."""
        menu = QMenu(self)
        calendar = _calendar(self._day, self.accessibleName())
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(menu.close)
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        menu.aboutToHide.connect(self._line.setFocus)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _take(self, found: QDate) -> None:
        self.put(date(found.year(), found.month(), found.day()))


def _calendar(day: date, name: str) -> QCalendarWidget:
    """A month; weeks begin on Monday, and the arrows have names."""
    found = QCalendarWidget()
    found.setLocale(ENGLISH)
    found.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    found.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    found.setDateRange(_qdate(FIRST_DATE), _qdate(LAST_DATE))
    found.setSelectedDate(_qdate(day))
    found.setAccessibleName(name)
    for button in found.findChildren(QToolButton):
        button.setAccessibleName(NAMES.get(button.objectName(), button.text()))
    return found


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
