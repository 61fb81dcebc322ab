"""One month of the year's page: a small table of days, drawn in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import (
    QEvent,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from heartplanner.core.cells.cells import Cell, Wording
from heartplanner.style.fonts import font
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.widgets.item_views import ARROW_DAYS, ENTER, forget_current
from heartplanner.ui.widgets.text_fit import enlarged
from heartplanner.ui.year.year_model import ROWS, DaysModel
from heartplanner.ui.year.year_paint import Placed, paint_days, ring

HEADER_HEIGHT = 16
HEADER_TEXT = 12
MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class WeekdayHeader(QHeaderView):
    """The weekdays' letters, drawn in one go."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.scale = 1.0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setSectionsClickable(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.theme.page)
        painter.setPen(self.theme.muted)
        painter.setFont(font(round(HEADER_TEXT * self.scale), bold=True))
        for column in range(self.count()):
            left, width = self.sectionViewportPosition(column), self.sectionSize(column)
            letter = self.model().headerData(column, Qt.Orientation.Horizontal)
            box = QRect(left, 0, width, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()


class YearTable(QTableView):
    """A month's days.

    `day_chosen`: a click or Enter on a day; `day_marked`: the keys went to it, or a context menu is
    wanted there; `left`: an arrow went out to a date; `keys_came`: not by a click.
    """

    day_chosen = Signal(object)
    day_marked = Signal(object)
    left = Signal(object)
    keys_came = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme = theme
        self._today = today
        self._scale = 1.0
        self.current: date | None = None  # the day that the keys are on, or will be
        self._framed = False
        self._days = DaysModel(self)
        self._header = WeekdayHeader(theme, self)
        self.setHorizontalHeader(self._header)
        self.setModel(self._days)
        self.setTabKeyNavigation(False)  # Tab goes on to the next month
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        # It fills itself, so what lies beneath need not be drawn first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.set_scale(1.0)

    def show_days(self, cells: Sequence[Cell], title: str, first_weekday: int) -> None:
        """Show a month's cells, in order from its first day on."""
        self._days.show_days(cells, first_weekday)
        self.setAccessibleName(title)
        # Where the keys were, or else today: Tab then comes to a day that one looks for.
        by_date = {cell.date for cell in cells}
        wanted = next((day for day in (self.current, self._today) if day in by_date), None)
        self.current = wanted or cells[0].date
        if self.hasFocus():
            self.go_to(self.current)

    def show_marks(self, marks: Mapping[date, Wording], spoken: str, *, framed: bool) -> None:
        """Mark days: with a ring where they are not saved yet (`framed`), else with their numbers.

        `spoken`: what a screen reader says of each of them, with the mark in place of {}.
        """
        if self._days.show_marks(marks, spoken) or framed != self._framed:
            self._framed = framed
            self.viewport().update()

    def go_to(self, day: date) -> None:
        """Put the keys on one of this month's days."""
        self.current = day
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._days.index_of(day))
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = self._header.theme = theme
        self._header.viewport().update()
        self.viewport().update()

    def set_scale(self, scale: float) -> None:
        self._scale = self._header.scale = scale
        self._header.setFixedHeight(round(HEADER_HEIGHT * scale))
        for header in (self._header, self.verticalHeader()):
            header.setMinimumSectionSize(1)
        self.viewport().update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.page)
        enlarged(painter, self.viewport().rect(), self._scale)
        placed = self._placed()
        answers = {} if self._framed else {day: mark[-1] for day, mark in self._days.marks.items()}
        paint_days(painter, placed, self._theme, self._today, answers)
        focused = self.current if self.hasFocus() else None
        for rect, cell in placed:
            mark = self._days.marks.get(cell.date)
            if cell.date == focused or (mark and self._framed):
                inset = 2 if cell.date == self._today else 0
                ring(painter, rect.adjusted(inset, inset, -inset, -inset), self._theme.here)
        painter.end()

    def _placed(self) -> list[Placed]:
        cells = self._days.cells
        if not cells:
            return []
        # Edges are rounded, and widths follow from them: so neighbors meet at any size of text.
        start = self._days.index_of(cells[0].date).column()
        xs = [self._whole(self.columnViewportPosition(n)) for n in range(7)]
        xs.append(self._whole(self.viewport().width()))
        ys = [self._whole(self.rowViewportPosition(n)) for n in range(ROWS)]
        ys.append(self._whole(self.viewport().height()))
        placed = []
        for number, cell in enumerate(cells, start):
            row, column = divmod(number, 7)
            x, y = xs[column], ys[row]
            placed.append(Placed(QRect(x, y, xs[column + 1] - x, ys[row + 1] - y), cell))
        return placed

    def _whole(self, position: int) -> int:
        """A place in the viewport, in the enlarged painter's whole units."""
        return round(position / self._scale)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        cell = self._days.cell(index) if index.isValid() else None
        if cell:
            self.go_to(cell.date)
            left = event.button() == Qt.MouseButton.LeftButton
            (self.day_chosen if left else self.day_marked).emit(cell.date)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging chooses nothing."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if (key in ARROW_DAYS or key in ENTER) and not event.modifiers() & ~MODIFIERS:
                event.accept()  # within the grid the arrows go from day to day
                return True
            if self.current:  # the key may be one of an action on days
                self.day_marked.emit(self.current)
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, day = Qt.Key(event.key()), self.current
        if day is None or event.modifiers() & ~MODIFIERS:
            event.ignore()
        elif key in ENTER:
            self.day_chosen.emit(day)
        elif key in ARROW_DAYS:
            self._step(day + timedelta(days=ARROW_DAYS[key]))
        else:
            event.ignore()

    def _step(self, day: date) -> None:
        if day.month == self._days.cells[0].date.month:
            self.go_to(day)
            self.day_marked.emit(day)
        else:
            self.left.emit(day)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.current:
            self.setCurrentIndex(self._days.index_of(self.current))
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:  # nothing moves under the pointer
            self.keys_came.emit()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        forget_current(self)
