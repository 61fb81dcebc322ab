"""The month as a table: 4 to 6 rows of seven days and the week's total."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heartplanner.core.schedule.month import Month
from heartplanner.core.schedule.selection import Chosen
from heartplanner.core.words.english import WEEKDAYS
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.month.cell_paint import Look, paint_cell, paint_total
from heartplanner.ui.month.month_model import TOTAL, Index, MonthModel, MonthPage
from heartplanner.ui.widgets.text_fit import enlarged

TOTAL_WIDTH = 92
HEADER_MARGIN = 26
SMALLEST_CELL = (78, 74)
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
"""How many days an arrow key goes."""


class CellDelegate(QStyledItemDelegate):
    """Draws cells with the one painter of cells."""

    def __init__(self, theme: Theme, today: date, table: MonthTable) -> None:
        super().__init__(table)
        self.theme = theme
        self.today = today
        self.scale = 1.0
        self.month = Month.of(today)
        self.chosen = Chosen(today, today, today)
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, MonthModel)
        painter.save()
        rect = enlarged(painter, QRect(option.rect), self.scale)
        found = model.cell(index)
        if found is None:
            paint_total(painter, rect, model.total(index), self.theme)
        else:
            look = Look(
                pale=not self.month.holds(found.date),
                today=found.date == self.today,
                selected=self.chosen.holds(found.date),
                focused=self._table.hasFocus() and found.date == self.chosen.current,
            )
            paint_cell(painter, rect, found, self.theme, look)
        painter.restore()


class MonthTable(QTableView):
    """The month's grid.

    `day_chosen`: a date that pointer or keys went to, and whether they hold on to the one before
    (Shift, or dragging), so that all days between are chosen.
    """

    day_chosen = Signal(object, bool)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MonthModel(self)
        self._delegate = CellDelegate(theme, today, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)  # cells draw their own edges, totals have none
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().hide()
        self.set_scale(1.0)

    def show_page(self, page: MonthPage, chosen: Chosen) -> None:
        """Show a month's rows with some days chosen."""
        self._delegate.month = page.month
        self._delegate.chosen = chosen
        self._model.show_page(page)
        self._fix_total()
        self.setAccessibleName(page.month.title)
        self.choose(chosen)

    def choose(self, chosen: Chosen) -> None:
        """Mark the days chosen, and make the current one of this page current."""
        self._delegate.chosen = chosen
        self.setCurrentIndex(self._model.index_of(chosen.current))
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def set_today(self, today: date) -> None:
        self._delegate.today = today
        self.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Enlarge what the cells say; where they would grow too small, the table scrolls."""
        self._delegate.scale = scale
        width, height = (round(each * scale) for each in SMALLEST_CELL)
        self.horizontalHeader().setMinimumSectionSize(width)
        self.verticalHeader().setMinimumSectionSize(height)
        self._fix_total()
        self.viewport().update()

    def _fix_total(self) -> None:
        header = self.horizontalHeader()
        if header.count() > TOTAL:
            header.setSectionResizeMode(TOTAL, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(TOTAL, round(TOTAL_WIDTH * self._delegate.scale))

    def _day_at(self, event: QMouseEvent) -> date | None:
        index = self.indexAt(event.position().toPoint())
        found = self._model.cell(index) if index.isValid() else None
        return found.date if found else None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        day = self._day_at(event)
        inside = day is not None and self._delegate.chosen.holds(day)
        if day is None or (event.button() == Qt.MouseButton.RightButton and inside):
            return  # a context menu of several days keeps them
        self.day_chosen.emit(day, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event)
        dragging = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if dragging and day is not None and day != self._delegate.chosen.current:
            self.day_chosen.emit(day, True)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) in STEPS
        ):
            event.accept()  # within the grid the arrows go from day to day
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            event.ignore()
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.day_chosen.emit(self._delegate.chosen.current + timedelta(days=step), extend)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        longest = self.horizontalHeader().fontMetrics().horizontalAdvance(max(WEEKDAYS, key=len))
        column = (self.viewport().width() - TOTAL_WIDTH) // 7
        self._model.set_brief(column < longest + HEADER_MARGIN)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
