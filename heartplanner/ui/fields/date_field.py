"""A date, typed in any of the usual ways or chosen from a month that folds out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidgetAction

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.core.words.english import long_date
from heartplanner.core.words.typed_dates import TypedDateError, read_date, short_date
from heartplanner.typed import override
from heartplanner.ui.fields.typed_field import TypedField
from heartplanner.ui.widgets.announce import announce

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
NAMES = {"qt_calendar_prevmonth": "Previous month", "qt_calendar_nextmonth": "Next month"}
OUTSIDE = f"Type a date from {FIRST_DATE.year} to {LAST_DATE.year}."
ROOM = 1.2
"""Six weeks and the longest weekday have no room in the size that a calendar asks for."""
LETTERS = 17
"""Of "Wed, Sep 30, 2026", with some room."""


class DateField(TypedField[date]):
    """A date of the plan's years. `today`: what a date without a year is counted from."""

    def __init__(self, day: date, today: date, changed: Callable[[], None] | None = None) -> None:
        super().__init__(day, changed, self._written(day))
        self._today = today
        self._open = QToolButton(self)
        self._open.setArrowType(Qt.ArrowType.DownArrow)
        self._open.setObjectName("within")
        self._open.setCursor(Qt.CursorShape.ArrowCursor)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.setToolTip("Choose from the calendar (Alt+Down)")
        self._open.setAccessibleName("Choose from the calendar")
        self._open.clicked.connect(self._choose)
        self.revert()

    @override
    def _read(self, text: str) -> date:
        day = self._read_day(text)
        if not FIRST_DATE <= day <= LAST_DATE:
            raise TypedDateError(OUTSIDE)
        return day

    def _read_day(self, text: str) -> date:
        return read_date(text, self._today)

    @override
    def _written(self, value: date) -> str:
        return short_date(value)

    @override
    def _words(self, value: date) -> str:
        return long_date(value)

    @override
    def _stepped(self, value: date, steps: int) -> date:
        return min(max(value + timedelta(days=steps), FIRST_DATE), LAST_DATE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down:
            self._choose()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands within the field's right end."""
        super().resizeEvent(event)
        side = max(self.height() - 6, 1)
        self._open.setGeometry(self.width() - side - 3, 3, side, side)
        self.setTextMargins(0, 0, side, 0)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS + side + 16)

    def _choose(self) -> None:
        """Fold out a month to choose from."""
        menu = QMenu(self)
        menu.setAccessibleName("Choose a date")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = _calendar(self._value)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        for chosen in (calendar.activated, calendar.clicked):
            chosen.connect(self._take_chosen)
            chosen.connect(menu.close)
        menu.aboutToHide.connect(self.setFocus)
        calendar.setMinimumSize(calendar.sizeHint() * ROOM)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _take_chosen(self, chosen: QDate) -> None:
        self._take(_date(chosen))


class OptionalDateField(DateField):
    """A date, or none: the field is empty then. `near`: where its calendar opens while it is."""

    def __init__(self, day: date | None, today: date, near: date) -> None:
        self._empty = day is None  # the field is filled while it is made
        super().__init__(day or near, today)
        self.setPlaceholderText("Type or click a day")

    def day(self) -> date | None:
        """The date that was last taken over, None where the field is empty."""
        return None if self._empty else self._value

    @override
    def apply(self) -> bool:
        if self.text().strip():
            return super().apply()
        other, self._empty = not self._empty, True
        self.revert()
        if other:
            self.applied.emit()
        return True

    @contextmanager
    @override
    def supposed(self) -> Iterator[None]:
        before, self._empty = self._empty, not self.text().strip()
        try:
            with super().supposed():
                yield
        finally:
            self._empty = before

    @property
    @override
    def right(self) -> bool:
        return not self.text().strip() or super().right

    @override
    def put(self, value: date) -> None:
        if self._empty:
            self._take(value)
        else:
            super().put(value)

    @override
    def revert(self) -> None:
        """Show the last date, or that there is none."""
        if self._empty:
            self._write_none()
        else:
            super().revert()

    @override
    def _written(self, value: date) -> str:
        return "" if self._empty else super()._written(value)

    @override
    def _take(self, value: date) -> None:
        other, self._empty = self._empty, False
        before = self._value, self._refused
        super()._take(value)
        if other and before == (value, False):  # the first date may be the one that it is near to
            self.applied.emit()

    @override
    def _at_rest(self) -> str:
        return "" if self._empty else super()._at_rest()

    def _write_none(self) -> None:
        self.clear()
        self._settle()


def _calendar(day: date) -> QCalendarWidget:
    """A month; weeks begin on Monday, and the arrows have names."""
    calendar = QCalendarWidget()
    calendar.setLocale(ENGLISH)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setDateRange(_qdate(FIRST_DATE), _qdate(LAST_DATE))
    calendar.setSelectedDate(_qdate(day))
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, QTextCharFormat())  # by itself it is red
    calendar.setAccessibleName("Calendar")
    calendar.selectionChanged.connect(
        lambda: announce(calendar, long_date(_date(calendar.selectedDate())))
    )
    for button in calendar.findChildren(QToolButton):
        button.setAccessibleName(NAMES.get(button.objectName(), button.text()))
    return calendar


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
