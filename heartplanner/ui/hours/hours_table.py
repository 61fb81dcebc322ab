"""The table of hours: figures as so far, to come and together, or a line a week or pay period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTableWidgetItem

from heartplanner.core.hours.book import HoursBook
from heartplanner.core.hours.book_text import COLUMNS, UNIT_COLUMNS, figure_lines, unit_lines
from heartplanner.core.words.english import screen_dashes
from heartplanner.typed import override
from heartplanner.ui.widgets.item_views import RowTable
from heartplanner.ui.widgets.text_fit import WRAPPED

MOST_ROWS = 18
"""Rows that are shown at once; of more the table scrolls."""
LEAST_TITLE = 12
"""Letters of a row's title that one line has room for at least."""
PAD = 10
TALL = 1000
"""Pixels: more than any title takes."""
TITLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
AMOUNT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TableLine(NamedTuple):
    """A row: its title, the days named under it, and the amounts under the headings."""

    title: str
    note: str
    amounts: Sequence[str]
    strong: bool


class HoursTable(RowTable):
    """Shows hours, a book of them or of leave; it is read, and nothing in it can be changed."""

    def show_book(self, book: HoursBook) -> None:
        """The figures of the whole; where it has several units, a line for each of them."""
        if book.unit and len(book.sums) > 1:
            units = unit_lines(book.sums, book.unit)
            lines = [TableLine(line.title, "", line.amounts, strong=False) for line in units]
            self.show_lines(("Days", *UNIT_COLUMNS), lines)
        else:
            figures = figure_lines(book.total)
            shown = [TableLine(one.title, one.note, one.amounts, one.strong) for one in figures]
            self.show_lines(("Hours", *COLUMNS), shown)

    def show_lines(self, headings: Sequence[str], lines: Sequence[TableLine]) -> None:
        """Rows of titles and amounts under these headings."""
        self.clear()
        self.setColumnCount(len(headings))
        self.setRowCount(len(lines))
        for column, text in enumerate(headings):
            heading = QTableWidgetItem(text)
            heading.setTextAlignment(AMOUNT if column else TITLE)
            self.setHorizontalHeaderItem(column, heading)
        for row, line in enumerate(lines):
            for column, item in enumerate(_items(line, headings)):
                self.setItem(row, column, item)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Amounts as wide as their words, titles the rest; as tall as its rows, up to a limit."""
        if not self.columnCount():
            return
        wide = [self._wanted(column) for column in range(self.columnCount())]
        # Titles break at their blanks; where even so there is no room, the table scrolls sideways.
        least = self.fontMetrics().averageCharWidth() * LEAST_TITLE
        titles = max(self.viewport().width() - sum(wide[1:]), least)
        for column, width in enumerate([titles, *wide[1:]]):
            self.setColumnWidth(column, width)
        for row in range(self.rowCount()):
            self.setRowHeight(row, self._height(row, titles))
        tall = sum(self.rowHeight(row) for row in range(min(self.rowCount(), MOST_ROWS)))
        sideways = titles + sum(wide[1:]) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() * sideways
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + tall + bar + 4)

    def _height(self, row: int, wide: int) -> int:
        """Of a title with its days, on as many lines as it needs: the view's own guess knows no padding."""
        item = self.item(row, 0)
        if item is None:
            return 0
        font = QFont(self.font())
        font.setBold(item.font().bold())
        room = QRect(0, 0, wide - 2 * PAD, TALL)
        return QFontMetrics(font).boundingRect(room, WRAPPED, item.text()).height() + PAD

    def _wanted(self, column: int) -> int:
        heading = self.horizontalHeader().sectionSizeHint(column)
        return max(heading, self.sizeHintForColumn(column)) + PAD


def _items(line: TableLine, headings: Sequence[str]) -> list[QTableWidgetItem]:
    """The cells of a row; each is heard with its row and its column."""
    texts = ["\n".join(filter(None, (line.title, line.note))), *line.amounts]
    items = [QTableWidgetItem(screen_dashes(text)) for text in texts]
    for item, heading, text in zip(items[1:], headings[1:], line.amounts, strict=True):
        item.setTextAlignment(AMOUNT)
        spoken = f"{line.title}, {heading.lower()}: {text}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    amounts = zip(headings[1:], line.amounts, strict=True)
    whole = ", ".join(f"{heading.lower()} {text}" for heading, text in amounts)
    spoken = f"{line.title}: {whole}" + (f"; {line.note}" if line.note else "")
    items[0].setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    for item in items if line.strong else ():
        font = item.font()
        font.setBold(True)
        item.setFont(font)
    return items
