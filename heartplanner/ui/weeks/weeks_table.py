"""Weeks of seven days as a table: to read, large or small."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heartplanner.core.cells.break_runs import BreakRun, break_runs
from heartplanner.core.cells.cells import Cell
from heartplanner.core.cells.finder_board import FinderRow
from heartplanner.core.cells.rotation_board import HOURS, BoardRow
from heartplanner.core.plan.model import CYCLE_WEEKS, FREE
from heartplanner.core.words.english import WEEKDAYS
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.month.cell_paint import Look, PlacedRun, paint_cell, paint_total, placed_run
from heartplanner.ui.weeks.board_paint import paint_small, paint_small_total
from heartplanner.ui.widgets.item_views import NO_PARENT, Index
from heartplanner.ui.widgets.text_fit import enlarged

TOTAL = 7
NARROW = 66
"""The width of a cell, in its own units, under which it shows only number and letter."""
ROOMY, LARGEST = (170, 90), 1.4
"""From this size of a cell on its words grow with it, up to so much."""
HIGHEST = 150
ROW_HEIGHT, NARROW_ROW_HEIGHT, SMALL_ROW_HEIGHT = 70, 44, 28
TOTAL_WIDTH, SMALL_TOTAL_WIDTH = 74, 62
HEADER_MARGIN = 26
NO_CORNER = "QTableCornerButton::section { background: transparent; border: none; }"
SMALLEST_COLUMN = 26
BESIDE = 42
"""The width of a cell from which number and letter stand side by side."""
AnyRow = BoardRow | FinderRow


class BoardModel(QAbstractTableModel):
    """Weeks of seven days and their hours; every cell's name in words is its accessible text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[AnyRow] = ()
        self._letters = 3

    def set_letters(self, count: int) -> None:
        """How many letters of the weekdays' names there is room for."""
        if count != self._letters:
            self._letters = count
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TOTAL - 1)

    def show_rows(self, rows: Sequence[AnyRow]) -> None:
        """Show these weeks; where there were as many before, the current cell stays."""
        # A reset would throw the current cell away, and with it the place where a person types.
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        if rows:
            last = self.index(len(rows) - 1, TOTAL)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, TOTAL, TOTAL)

    @property
    def _total_title(self) -> str:
        """The totals of a board are all of the same days."""
        first = self._rows[0] if self._rows else None
        return first.total_title if isinstance(first, BoardRow) else HOURS

    def row(self, index: Index) -> AnyRow:
        return self._rows[index.row()]

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else TOTAL + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        row = self.row(index)
        return row.total.name if index.column() == TOTAL else row.cells[index.column()].name

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        whole = role == Qt.ItemDataRole.AccessibleTextRole
        if role != Qt.ItemDataRole.DisplayRole and not whole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            name = WEEKDAYS[section] if section < TOTAL else self._total_title
            return name if whole or section == TOTAL else name[: self._letters]
        title = self._rows[section].title
        return title.replace("\n", ", ") if whole else title


class BoardDelegate(QStyledItemDelegate):
    """Draws cells as the month does, or small; `since`: earlier days are pale, the seam is marked."""

    def __init__(self, theme: Theme, today: date, table: WeeksTable) -> None:
        super().__init__(table)
        self.theme = theme
        self.scale = self.zoom = 1.0
        self.since: date | None = None
        self.target = QPersistentModelIndex()
        self._today = today
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, BoardModel)
        row = model.row(index)
        painter.save()
        rect = enlarged(painter, QRect(option.rect), self.zoom)
        if index.column() == TOTAL:
            paint = paint_small_total if self._table.small else paint_total
            paint(painter, rect, row.total, self.theme)
        else:
            self._paint_day(painter, rect, row, index)
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, row: AnyRow, index: Index) -> None:
        cell = row.cells[index.column()]
        assert isinstance(cell, Cell)
        current = index == self._table.currentIndex()
        look = Look(
            pale=self.since is not None and cell.date < self.since,
            today=cell.date == self._today,
            selected=(current and (not self._table.small or self._table.hasFocus()))
            or index == self.target,
            focused=self._table.hasFocus(),
            band=self._band(break_runs(_cells(row)).get(index.column()), index.column()),
        )
        if self._table.small or rect.width() < NARROW:
            letter = row.letters[index.column()].replace(FREE, "")
            paint_small(painter, rect, cell, letter, self.theme, look)
        else:
            paint_cell(painter, rect, cell, self.theme, look)
        if index.column() == 0:
            painter.setPen(self.theme.grid)
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if cell.date == self.since:
            painter.fillRect(QRect(rect.x(), rect.y(), 4, rect.height()), self.theme.here)

    def _band(self, run: BreakRun | None, column: int) -> PlacedRun | None:
        """Where a break's band lies, in the units of the enlarged painter."""
        return None if run is None else placed_run(self._table, run, column, self.zoom)


def _cells(row: AnyRow) -> list[Cell]:
    return [cell for cell in row.cells if isinstance(cell, Cell)]


class WeeksTable(QTableView):
    """Weeks to read: as high as its rows, as wide as it may."""

    _room = 0

    def __init__(self, theme: Theme, today: date, *, small: bool) -> None:
        super().__init__()
        self.small = small
        self._model = BoardModel(self)
        self._delegate = BoardDelegate(theme, today, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setTabKeyNavigation(False)  # Tab leaves the board
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setStyleSheet(NO_CORNER)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(SMALLEST_COLUMN)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(TOTAL, QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.verticalHeader().setDefaultAlignment(left)
        # The columns take their widths after the table has its own, and rows must suit the last of them.
        self.horizontalHeader().sectionResized.connect(self._fit_columns)
        self.set_scale(1.0)

    def show_rows(self, rows: Sequence[AnyRow], since: date | None = None) -> None:
        """Show these weeks; days before `since` are pale."""
        self._delegate.since = since
        self._model.show_rows(rows)
        self.updateGeometry()
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def set_scale(self, scale: float) -> None:
        self._delegate.scale = scale
        width = SMALL_TOTAL_WIDTH if self.small else TOTAL_WIDTH
        self.horizontalHeader().resizeSection(TOTAL, round(width * scale))
        self._fit()
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        return QSize(200, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_room(self, height: int) -> None:
        """Rows as high as they may be for all six to have room in a height, in pixels."""
        self._room = height
        self._fit()

    def _fit(self) -> None:
        """Rows as high, and weekdays as short, as the columns' width asks for; what has room is larger."""
        width, scale = self.columnWidth(0), self._delegate.scale
        # Rows grow with the window up to a limit, and what is drawn in them with the rows.
        low, high = self._heights(width)
        height = round(min(max(self._room / scale / CYCLE_WEEKS, low), high) * scale)
        roomy = min(width / ROOMY[0], height / ROOMY[1]) / scale
        self._delegate.zoom = scale * min(max(roomy, 1.0), LARGEST)
        self.verticalHeader().setDefaultSectionSize(height)
        bold = self.horizontalHeader().font()
        bold.setBold(True)
        advance = QFontMetrics(bold).horizontalAdvance
        widths = {n: max(advance(day[:n]) for day in WEEKDAYS) for n in (3, 2)}
        fits = [n for n, wide in widths.items() if wide + HEADER_MARGIN <= width]
        self._model.set_letters(fits[0] if fits else 1)
        self.updateGeometry()

    def _fit_columns(self, column: int, _old: int, _new: int) -> None:
        if column == 0:
            self._fit()

    def _heights(self, width: int) -> tuple[int, int]:
        """A row at its lowest and at its highest, at the usual size of text, for columns of a width."""
        scale = self._delegate.scale
        if self.small:
            height = SMALL_ROW_HEIGHT if width >= BESIDE * scale else NARROW_ROW_HEIGHT
            return height, height
        narrow = width < NARROW * scale
        return (NARROW_ROW_HEIGHT if narrow else ROW_HEIGHT), HIGHEST

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
