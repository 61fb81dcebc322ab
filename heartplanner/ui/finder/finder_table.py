"""The finder's board as a table: days marked by click, by dragging and by letters."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from heartplanner.core.cells.cells import Tone
from heartplanner.core.cells.finder_board import WORDS, FinderCell
from heartplanner.core.plan.model import FREE, MARK_MEANINGS
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.finder.finder_paint import paint_finder_cell
from heartplanner.ui.weeks.letter_table import LetterTable
from heartplanner.ui.weeks.weeks_table import TOTAL, AnyRow, BoardDelegate
from heartplanner.ui.widgets.item_views import Index

TYPED = {**{letter: letter for letter in MARK_MEANINGS}, ".": FREE, " ": ""}
ROW_HEIGHTS = (54, 150)
"""A row at its lowest and at its highest; the shares have room from about the middle on."""


class FinderDelegate(BoardDelegate):
    """Draws the finder's days; `shift` is the tone of a shift."""

    shift = Tone.DAY

    @override
    def _paint_day(self, painter: QPainter, rect: QRect, row: AnyRow, index: Index) -> None:
        cell = row.cells[index.column()]
        assert isinstance(cell, FinderCell)
        selected = index == self._table.currentIndex() and self._table.hasFocus()
        painter.fillRect(rect, self.theme.window)
        paint_finder_cell(painter, rect, cell, self.shift, self.theme, selected=selected)


class FinderTable(LetterTable):
    """The board. `day_dragged`: the pointer went from one day over another, which is to be like the first.

    `drag_ended`: the button was let go; all days since the first of a drag belong together.
    """

    day_dragged = Signal(int, int)
    drag_ended = Signal()
    _dragged = False

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, today, TYPED, "")
        self.offer(WORDS)
        self._delegate = self._days = FinderDelegate(theme, today, self)
        self.setItemDelegate(self._delegate)
        self.setColumnHidden(TOTAL, True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName("The days that you know")
        self.setAccessibleDescription(
            "Type S for a shift, A for admin, - for free, W if you work, N if you have no shift;"
            " Enter goes through them, Delete takes a mark away."
        )

    def set_shift(self, tone: Tone) -> None:
        self._days.shift = tone

    @override
    def _heights(self, width: int) -> tuple[int, int]:  # noqa: ARG002  (as the base has it)
        return ROW_HEIGHTS

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event)
        # Only as it enters another day: a pointer moves many times within one.
        if self._pressed >= 0 and day not in (-1, self.current):
            self._dragged = True
            self.day_dragged.emit(self._pressed, day)
            self.go_to(day)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._dragged:
            self.drag_ended.emit()
        elif left and self._pressed >= 0:
            self.day_stepped.emit(self._pressed)
        self._pressed, self._dragged = -1, False
