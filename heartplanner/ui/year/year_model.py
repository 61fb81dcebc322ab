"""The days of one month of the year's page, as a table has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from heartplanner.core.cells.cells import Cell, Wording
from heartplanner.core.words.english import WEEKDAYS, span
from heartplanner.typed import override
from heartplanner.ui.widgets.item_views import NO_PARENT, Index

ROWS = 6
"""Every month has as many, so that the page stays still from year to year."""


class DaysModel(QAbstractTableModel):
    """The days of one month under their weekdays; what lies before and after them is empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells: Sequence[Cell] = ()
        self.marks: Mapping[date, Wording] = {}
        self._spoken = ""
        self._before = 0
        self._first_weekday = 0

    def show_days(self, cells: Sequence[Cell], first_weekday: int) -> None:
        """Show a month's cells; `first_weekday` is the first column's, 0 for Monday."""
        self.cells = cells
        self._before = (cells[0].date.weekday() - first_weekday) % 7
        if first_weekday != self._first_weekday:
            self._first_weekday = first_weekday
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 6)
        self.dataChanged.emit(self.index(0, 0), self.index(ROWS - 1, 6))

    def show_marks(self, marks: Mapping[date, Wording], spoken: str) -> bool:
        """What is said on days of this month; whether it is another than before."""
        before, words = self.marks, self._spoken
        self.marks = {cell.date: marks[cell.date] for cell in self.cells if cell.date in marks}
        self._spoken = spoken
        other = self.marks != before or (bool(before) and words != spoken)
        if other:
            self.dataChanged.emit(self.index(0, 0), self.index(ROWS - 1, 6))
        return other

    def cell(self, index: Index) -> Cell | None:
        number = index.row() * 7 + index.column() - self._before
        return self.cells[number] if 0 <= number < len(self.cells) else None

    def index_of(self, day: date) -> QModelIndex:
        """Where a date of this month stands."""
        row, column = divmod(self._before + day.day - 1, 7)
        return self.index(row, column)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else ROWS

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 7

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.cell(index) else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Only what a screen reader says: all that is seen is drawn by paint_days.
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        cell = self.cell(index)
        if cell is None:
            return ""
        mark = self.marks.get(cell.date)
        return f"{cell.name} {self._spoken.format(mark[0])}" if mark else cell.name

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._week(section) if role == Qt.ItemDataRole.AccessibleTextRole else None
        name = WEEKDAYS[(section + self._first_weekday) % 7]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return name
        return name[0] if role == Qt.ItemDataRole.DisplayRole else None

    def _week(self, row: int) -> str:
        """The days of this month that stand in a row."""
        first = max(row * 7 - self._before, 0)
        days = self.cells[first : max((row + 1) * 7 - self._before, 0)]
        return span(days[0].date, days[-1].date) if days else "No days"
