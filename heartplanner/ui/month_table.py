"""The month as a table: 4 to 6 rows of seven days and the week's total."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heartplanner.core.cells import Cell, WeekCell, cell, week_cell
from heartplanner.core.month import Month
from heartplanner.core.totals import Week
from heartplanner.core.words import WEEKDAYS
from heartplanner.typed import override
from heartplanner.ui.paint import Look, enlarged, paint_cell, paint_total
from heartplanner.ui.theme import Theme

COLUMNS = 8
TOTAL = 7
TOTAL_WIDTH = 92
HEADER_MARGIN = 26
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
"""How many days an arrow key goes."""


class MonthModel(QAbstractTableModel):
    """The weeks of one month; every cell's name in words is its accessible text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[list[Cell]] = []
        self._brief = False
        self._totals: list[WeekCell] = []

    def show_weeks(self, weeks: list[Week]) -> None:
        """Show these whole weeks."""
        self.beginResetModel()
        self._rows = [[cell(day) for day in week.days] for week in weeks]
        self._totals = [week_cell(week) for week in weeks]
        self.endResetModel()

    def set_brief(self, brief: bool) -> None:
        """Whether the weekdays' names are cut to three letters."""
        if brief != self._brief:
            self._brief = brief
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TOTAL - 1)

    def cell(self, index: Index) -> Cell | None:
        """The day's cell at an index, or None for a week's total."""
        return self._rows[index.row()][index.column()] if index.column() < TOTAL else None

    def total(self, index: Index) -> WeekCell:
        """What stands at the end of a row."""
        return self._totals[index.row()]

    def index_of(self, day: date) -> QModelIndex:
        """Where a date stands on this page; an invalid index if it does not."""
        if not self._rows:
            return QModelIndex()
        row, column = divmod((day - self._rows[0][0].date).days, 7)
        return self.index(row, column) if 0 <= row < len(self._rows) else QModelIndex()

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        found = self.cell(index)
        return found.name if found else self._totals[index.row()].name

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            name = WEEKDAYS[section] if section < TOTAL else "Week"
            return name[:3] if self._brief and section < TOTAL else name
        return self._totals[section].place


class CellDelegate(QStyledItemDelegate):
    """Draws cells with the one painter of cells."""

    def __init__(self, theme: Theme, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = 1.0
        self.month = Month.of(today)
        self._today = today

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, MonthModel)
        rect = QRect(option.rect)
        found = model.cell(index)
        painter.save()
        rect = enlarged(painter, rect, self.scale)
        if found is None:
            paint_total(painter, rect, model.total(index), self.theme)
        else:
            view = self.parent()
            assert isinstance(view, MonthTable)
            look = Look(
                pale=not self.month.holds(found.date),
                today=found.date == self._today,
                selected=index == view.currentIndex(),
                focused=view.hasFocus(),
            )
            paint_cell(painter, rect, found, self.theme, look)
        painter.restore()


class MonthTable(QTableView):
    """The month's grid. `day_chosen` tells a date that the pointer or the keys went to."""

    day_chosen = Signal(object)
    month_turned = Signal(int)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MonthModel(self)
        self._delegate = CellDelegate(theme, today, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Month")
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)  # cells draw their own edges, totals have none
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(40)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().hide()
        self.clicked.connect(self._chosen)

    def show_month(self, month: Month, weeks: list[Week], selected: date) -> None:
        """Show a month's weeks with a day selected."""
        self._delegate.month = month
        self._model.show_weeks(weeks)
        self.horizontalHeader().setSectionResizeMode(TOTAL, QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().resizeSection(TOTAL, TOTAL_WIDTH)
        self.setAccessibleName(month.title)
        self.select(selected)

    def select(self, day: date) -> None:
        """Make a day of this page the current one."""
        self.setCurrentIndex(self._model.index_of(day))
        self.viewport().update()

    def shows(self, day: date) -> bool:
        """Whether a date stands on this page, its neighbours' days included."""
        return self._model.index_of(day).isValid()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def _chosen(self, index: QModelIndex) -> None:
        found = self._model.cell(index)
        if found:
            self.day_chosen.emit(found.date)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) in STEPS
            and not event.modifiers()
        ):
            event.accept()  # within the grid the arrows go from day to day
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        current = self._model.cell(self.currentIndex()) if self.currentIndex().isValid() else None
        if step is None or current is None or event.modifiers():
            event.ignore()
            return
        self.day_chosen.emit(current.date + timedelta(days=step))

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
