"""What the models and views of items share: an index, keys, rows with names, tables of rows, the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from heartplanner.typed import override

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROW_DAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
"""How many days an arrow key goes where a row is a week."""


class NamedRow(Protocol):
    """A row that says the whole of itself in words, for a screen reader."""

    @property
    def name(self) -> str: ...


class RowModel(QAbstractListModel):
    """A list of rows; each one's name is its accessible text."""

    rows: Sequence[NamedRow] = ()

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return self.rows[index.row()].name
        return None


class RowTable(QTableWidget):
    """A table to read: a row is chosen as a whole, nothing in it is typed, and Tab leaves it."""

    def __init__(self, name: str, columns: int = 0) -> None:
        """`name`: what a screen reader calls it."""
        super().__init__(0, columns)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys begin with the first row; before, none is marked."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentCell(0, 0)


def forget_current(view: QAbstractItemView) -> None:
    """Leave a view that lost the focus without a current item: a screen reader takes that for the focus."""
    view.setCurrentIndex(NO_PARENT)
    view.viewport().update()
