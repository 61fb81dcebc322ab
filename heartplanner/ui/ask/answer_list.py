"""The ways to go on below an answer: a row each, one of which has the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.ask.answer_paint import paint_row, row_height
from heartplanner.ui.ask.answer_rows import AnswerRow
from heartplanner.ui.widgets.item_views import ENTER, Index, RowModel
from heartplanner.ui.widgets.text_fit import enlarged

LEAST_HEIGHT = 132
"""Of the list, at the usual size of text: two rows."""
SELECT_ALL = QKeySequence.StandardKey.SelectAll
NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class AnswerModel(RowModel):
    """The rows of an answer."""

    rows: Sequence[AnswerRow] = ()

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class AnswerDelegate(QStyledItemDelegate):
    """Draws rows with the one painter of rows."""

    def __init__(self, theme: Theme, scale: float, view: QListView) -> None:
        super().__init__(view)
        self.theme, self.scale = theme, scale
        self._view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, AnswerModel)
        painter.save()
        rect = enlarged(painter, QRect(option.rect), self.scale)
        current = index == self._view.currentIndex()
        paint_row(painter, rect, model.rows[index.row()], self.theme, current=current)
        painter.restore()

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, AnswerModel)
        wide = self._view.viewport().width()
        height = row_height(model.rows[index.row()], round(wide / self.scale))
        return QSize(wide, round(height * self.scale))


class AnswerList(QListView):
    """`marked`: the keys went to another row; `chosen`: a row was clicked, or, if True, Enter was pressed.

    `left_above`: Up from the first row; `typed`: letters, which belong to the question;
    `all_wanted`: Ctrl+A, which marks the question. `leaves_letters`: they are not the question's but the
    window's, since the days of the row that has the keys are chosen in the calendar.
    """

    marked = Signal()
    chosen = Signal(bool)
    left_above = Signal()
    typed = Signal(str)
    all_wanted = Signal()

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__()
        self.leaves_letters = False
        self._rows = AnswerModel(self)
        self._delegate = AnswerDelegate(theme, scale, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Answers")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(lambda _: self.chosen.emit(False))

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show these rows; the keys stay on none of them, or on the one in the same place."""
        # A place, not a row: at each key the answers are others.
        at = self.currentIndex().row() if self.hasFocus() else -1
        self._rows.show_rows(rows)
        if 0 <= at < len(rows):
            self.setCurrentIndex(self._rows.index(at))
        else:
            self.scrollToTop()

    @property
    def rows(self) -> Sequence[AnswerRow]:
        return self._rows.rows

    @property
    def current(self) -> AnswerRow | None:
        """The row that the keys are on."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def mark(self, row: int) -> None:
        """Put the keys on a row."""
        self.setCurrentIndex(self._rows.index(row))

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._delegate.theme, self._delegate.scale = theme, scale
        self.setMinimumHeight(round(LEAST_HEIGHT * scale))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.marked.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """The window's keys of one letter, and those that turn its pages, mean something else here."""
        if (
            # Qt asks first whether a key is the window's: accepted here, it comes as a key and not as
            # a command.
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.modifiers() in NO_MODIFIERS or event.matches(SELECT_ALL))
            and not self._is_left(event)
            and event.key() != Qt.Key.Key_Escape
            and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        ):
            event.accept()
            return True
        return super().event(event)

    def _is_left(self, event: QKeyEvent) -> bool:
        return self.leaves_letters and event.modifiers() in NO_MODIFIERS and event.text().isalpha()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if self._is_left(event):
            event.ignore()
        elif event.key() in ENTER:
            self.chosen.emit(True)
        elif event.matches(SELECT_ALL):
            self.all_wanted.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        elif event.modifiers() in NO_MODIFIERS and text.isprintable() and text.strip():
            self.typed.emit(text)
        elif event.modifiers() in NO_MODIFIERS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys come to a row, so that a screen reader has one to say."""
        super().focusInEvent(event)
        if self.rows and not self.currentIndex().isValid():
            self.mark(0)
