"""The table of swaps: a line a swap, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTableWidgetItem

from heartplanner.core.people.swap_text import COLUMNS, BookRow
from heartplanner.core.words.english import screen_dashes
from heartplanner.typed import override
from heartplanner.ui.widgets.item_views import RowTable
from heartplanner.ui.widgets.text_fit import WRAPPED

MOST_ROWS = 9
"""Rows that are shown at once; of more the table scrolls."""
PAD = 10
LEAST = 9
"""Letters that each column has room for at least."""
TALL = 1000
"""Pixels: more than any text takes."""
STATE = COLUMNS.index("How it stands")


class SwapsTable(RowTable):
    """Shows lines of the book; a line is chosen, and nothing in it can be changed."""

    def __init__(self) -> None:
        super().__init__("Swaps", len(COLUMNS))
        self.setHorizontalHeaderLabels(COLUMNS)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setSectionsClickable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[BookRow]) -> None:
        """Show these lines in place of what was there."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            texts = list(row.cells)
            texts[STATE] = "\n".join(filter(None, (texts[STATE], row.note)))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(screen_dashes(text))
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                spoken = f"{COLUMNS[column]}: {text or 'nothing'}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                self.setItem(number, column, item)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as their words are, as far as there is room; rows as tall as they then are."""
        metrics = self.fontMetrics()
        least = metrics.averageCharWidth() * LEAST
        room = self.viewport().width()
        wanted = [max(least, self._wanted(column)) for column in range(self.columnCount())]
        over = sum(wanted) - room
        # What is missing is taken from the wordy ones; their texts break at blanks.
        spare = [width - least for width in wanted]
        if over > 0 and any(spare):
            share = min(1, over / sum(spare))
            wanted = [
                width - round(more * share) for width, more in zip(wanted, spare, strict=True)
            ]
        elif over < 0:
            wanted[STATE] -= over
        for column, width in enumerate(wanted):
            self.setColumnWidth(column, width)
        for row in range(self.rowCount()):
            self.setRowHeight(row, self._height(row))
        tall = sum(self.rowHeight(row) for row in range(min(self.rowCount(), MOST_ROWS)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + tall + 4)

    def _height(self, row: int) -> int:
        """Of the text in it that takes the most lines: the view's own guess knows no padding."""
        metrics, heights = QFontMetrics(self.font()), [0]
        for column in range(self.columnCount()):
            if item := self.item(row, column):
                room = QRect(0, 0, self.columnWidth(column) - 2 * PAD, TALL)
                heights.append(metrics.boundingRect(room, WRAPPED, item.text()).height())
        return max(heights) + PAD

    def _wanted(self, column: int) -> int:
        heading = self.horizontalHeader().sectionSizeHint(column)
        return max(heading, self.sizeHintForColumn(column)) + PAD
