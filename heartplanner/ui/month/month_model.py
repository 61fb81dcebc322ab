"""A month's page as a table model: every cell's name in words is its accessible text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from heartplanner.core.cells.break_runs import BreakRun, break_runs
from heartplanner.core.cells.cells import Cell, WeekCell, Wording, cell, week_cell
from heartplanner.core.cells.day_marks import CellNote
from heartplanner.core.cells.event_bars import event_bars
from heartplanner.core.schedule.days import SATURDAY
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.ranges.rows import CalendarRow, week_title
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import WEEKDAYS, print_dash
from heartplanner.typed import override
from heartplanner.ui.month.bar_paint import BarRow
from heartplanner.ui.widgets.item_views import NO_PARENT, Index

COLUMNS = 8
TOTAL = 7
LONGEST = len(max(WEEKDAYS, key=len))
UNSAVED, ANSWERS = "Not saved yet.", "Answer {}."
"""What is said aloud of a marked day; of an answer, with its number."""


class MonthPage(NamedTuple):
    """What a month's page shows; `day_notes`: holidays and reminder dates, by date."""

    month: Month
    rows: Sequence[CalendarRow]
    day_notes: Mapping[date, Sequence[CellNote]]
    display: DisplayFormat = DEFAULT_FORMAT
    today: date | None = None


class MonthModel(QAbstractTableModel):
    """The rows of one month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[list[Cell]] = []
        self._runs: list[dict[int, BreakRun]] = []
        self._bars: list[BarRow] = []
        self._totals: list[WeekCell] = []
        self._week_title = ""
        self._working: list[bool] = []
        self._letters = LONGEST
        self._marks: Mapping[date, Wording] = {}
        self._spoken = ""

    def show_marks(self, marks: Mapping[date, Wording], spoken: str) -> None:
        """What is said on marked days: those of a change that is not saved yet, or of answers.

        `spoken`: what a screen reader says of each of them, with the mark in place of {}.
        """
        before, self._marks = self._marks, marks
        other_words, self._spoken = spoken != self._spoken, spoken
        # Only these cells are drawn anew: while one types a question its answers come at each key.
        for day in sorted({*before, *marks}):
            index = self.index_of(day)
            if index.isValid() and (other_words or before.get(day) != marks.get(day)):
                self.dataChanged.emit(index, index)

    def mark(self, day: date) -> Wording:
        """What is said on a marked day, in wordings that get shorter."""
        return self._marks.get(day, ())

    def frames(self, day: date) -> bool:
        """Whether a marked day is one of a change: numbers of answers have no frame, a choice has."""
        return day in self._marks and self._spoken == UNSAVED

    def show_page(self, page: MonthPage) -> None:
        """Show a page in the place of another: its cells stay the same things with other words.

        A reset would take them away, and a screen reader falls silent where the thing is gone that the
        keys were on before.
        """
        before, now = len(self._rows), len(page.rows)
        if now > before:
            self.beginInsertRows(NO_PARENT, before, now - 1)
        elif now < before:
            self.beginRemoveRows(NO_PARENT, now, before - 1)
        self._take(page)
        if now > before:
            self.endInsertRows()
        elif now < before:
            self.endRemoveRows()
        self.dataChanged.emit(self.index(0, 0), self.index(now - 1, TOTAL))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TOTAL)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, now - 1)

    def _take(self, page: MonthPage) -> None:
        """Work out what the cells of a page and its weeks say."""
        self._rows = [
            [
                cell(day, page.display, page.day_notes.get(day.date, ()), page.today)
                for day in row.days
            ]
            for row in page.rows
        ]
        self._runs = [break_runs(row) for row in self._rows]
        self._bars = [BarRow.of(event_bars(row), row) for row in self._rows]
        self._week_title = print_dash(week_title(page.rows))
        self._totals = [week_cell(row) for row in page.rows]
        # By Saturdays: a row that begins on a Sunday begins with the weekend of the row before it.
        self._working = [
            any(day.date.weekday() == SATURDAY and day.weekend == "on" for day in row.days)
            for row in page.rows
        ]

    def set_letters(self, count: int) -> None:
        """How many letters of the weekdays' names there is room for."""
        if count != self._letters:
            self._letters = count
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TOTAL - 1)

    def cell(self, index: Index) -> Cell | None:
        """The day's cell at an index, or None for a week's total."""
        return self._rows[index.row()][index.column()] if index.column() < TOTAL else None

    def run(self, index: Index) -> BreakRun | None:
        """The break's band that crosses the cell at an index, if one does."""
        return self._runs[index.row()].get(index.column())

    def bars(self, index: Index) -> BarRow:
        """The bars of events in the row of an index."""
        return self._bars[index.row()]

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
        cell = self.cell(index)
        if role == Qt.ItemDataRole.ToolTipRole and cell and _has_signs(cell):
            return cell.name  # what its signs mean, and what of its words has no room
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        if cell is None:
            return self._totals[index.row()].name
        mark = self.mark(cell.date)
        return f"{cell.name} {self._spoken.format(mark[0])}" if mark else cell.name

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
            return self._week_title
        name = WEEKDAYS[self._rows[0][section].date.weekday()]
        return name if whole else name[: self._letters]


def _has_signs(cell: Cell) -> bool:
    """Whether a cell has notes or marks, which a small one shows as icons alone."""
    marked = any(chip.mark or chip.goes_on for chip in cell.chips)
    return marked or bool(cell.notes or cell.gone)
