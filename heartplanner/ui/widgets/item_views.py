"""What the models and views of items share: types of an index, keys, rows with names, losing the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

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


def forget_current(view: QAbstractItemView) -> None:
    """Leave a view that lost the focus without a current item: a screen reader takes that for the focus."""
    view.setCurrentIndex(NO_PARENT)
    view.viewport().update()
