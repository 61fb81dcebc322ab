"""A month's page as a table model: every cell's name in words is its accessible text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from heartplanner.core.cells.break_runs import BreakRun, break_runs
from heartplanner.core.cells.cells import Cell, WeekCell, cell, week_cell
from heartplanner.core.schedule.month import Month, MonthRow
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import WEEKDAYS
from heartplanner.typed import override

COLUMNS = 8
TOTAL = 7
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class MonthPage(NamedTuple):
    """What a month's page shows; `day_notes`: holidays and milestones in words, by date."""

    month: Month
    rows: Sequence[MonthRow]
    day_notes: Mapping[date, Sequence[str]]
    display: DisplayFormat = DEFAULT_FORMAT
    today: date | None = None


class MonthModel(QAbstractTableModel):
    """The rows of one month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[list[Cell]] = []
        self._runs: list[dict[int, BreakRun]] = []
        self._totals: list[WeekCell] = []
        self._working: list[bool] = []
        self._brief = False

    def show_page(self, page: MonthPage) -> None:
        self.beginResetModel()
        self._rows = [
            [
                cell(day, page.display, page.day_notes.get(day.date, ()), page.today)
                for day in row.days
            ]
            for row in page.rows
        ]
        self._runs = [break_runs(row) for row in self._rows]
        self._totals = [week_cell(row.week) for row in page.rows]
        # By the week and not by the cells: a row that begins on a Sunday ends with another weekend.
        self._working = [
            any(day.weekend == "on" and day.blocks for day in row.week.days) for row in page.rows
        ]
        self.endResetModel()

    def set_brief(self, brief: bool) -> None:
        """Whether the weekdays' names are cut to three letters."""
        if brief != self._brief:
            self._brief = brief
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TOTAL - 1)

    def cell(self, index: Index) -> Cell | None:
        """The day's cell at an index, or None for a week's total."""
        return self._rows[index.row()][index.column()] if index.column() < TOTAL else None

    def run(self, index: Index) -> BreakRun | None:
        """The break's band that crosses the cell at an index, if one does."""
        return self._runs[index.row()].get(index.column())

    def has_working_weekend(self, index: Index) -> bool:
        """Whether the weekend of a row's week is worked: one weekend is told of on one row."""
        return self._working[index.row()]

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
        cell = self.cell(index)
        return cell.name if cell else self._totals[index.row()].name

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        whole = role == Qt.ItemDataRole.AccessibleTextRole
        if (role != Qt.ItemDataRole.DisplayRole and not whole) or not self._rows:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._totals[section].place
        if section == TOTAL:
            return "Week" if self._rows[0][0].date.weekday() == 0 else "Mon–Sun"
        name = WEEKDAYS[self._rows[0][section].date.weekday()]
        return name[:3] if self._brief and not whole else name
