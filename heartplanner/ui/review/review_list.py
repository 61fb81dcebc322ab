"""The table of the review: a row a line of the roster, one of which has the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from heartplanner.core.roster.review import RosterLine, RowState
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.review.review_paint import (
    COMPARED,
    HEADINGS,
    HEIGHT,
    WIDE,
    paint_headings,
    paint_mark,
    paint_row,
    row_height,
)
from heartplanner.ui.review.review_rows import RowStanding, ShownRow
from heartplanner.ui.widgets.item_views import ENTER, Index, RowModel
from heartplanner.ui.widgets.text_fit import enlarged

EDIT_KEYS = (*ENTER, Qt.Key.Key_F2)
ROWS_SEEN = 4
HINT = "Enter changes the marked line, Delete drops it."


class ReviewModel(RowModel):
    """The rows that are shown."""

    rows: Sequence[ShownRow] = ()

    def show_rows(self, rows: Sequence[ShownRow]) -> None:
        """Show these in place of the rows before; as many stay where they are."""
        if len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class ReviewDelegate(QStyledItemDelegate):
    """Draws rows with the one painter of rows."""

    def __init__(self, view: QListView, display: DisplayFormat, theme: Theme, scale: float) -> None:
        super().__init__(view)
        self._view = view
        self.display, self.theme, self.scale = display, theme, scale

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ReviewModel)
        painter.save()
        rect = enlarged(painter, QRect(option.rect), self.scale)
        paint_row(painter, rect, model.rows[index.row()], self.display, self.theme)
        if index == self._view.currentIndex():
            paint_mark(painter, rect, self.theme.here)
        painter.restore()

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        wide = self._view.viewport().width()
        return QSize(wide, round(row_height(round(wide / self.scale)) * self.scale))


class ReviewList(QListView):
    """`row_marked`: the ShownRow that the keys went to, or None; `edit_wanted`, `drop_wanted`: of it."""

    row_marked = Signal(object)
    edit_wanted = Signal()
    drop_wanted = Signal()

    def __init__(
        self, display: DisplayFormat, theme: Theme, scale: float, *, compares: bool = False
    ) -> None:
        """`compares`: the rows stand beside the schedule, and not beside a rotation."""
        super().__init__()
        self._rows = ReviewModel(self)
        self._of: RosterLine | None = None  # the line whose row has the keys, or had them
        self._delegate = ReviewDelegate(self, display, theme, scale)
        self._headings = _Headings(self, theme, scale, COMPARED if compares else HEADINGS)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Your roster, line by line")
        self.setAccessibleDescription(HINT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a steady width
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(round(HEIGHT * (ROWS_SEEN + 1) * scale))
        self.doubleClicked.connect(lambda _: self.edit_wanted.emit())

    def show_rows(self, rows: Sequence[ShownRow]) -> None:
        """Show these rows; the keys stay on the line that they were on, or go to the first."""
        self._rows.show_rows(rows)
        numbers = [n for n, shown in enumerate(rows) if shown.row.of == self._of]
        at = numbers[0] if numbers else 0
        self.setCurrentIndex(self._rows.index(at) if rows else QModelIndex())
        self.row_marked.emit(self.current)

    def step(self) -> None:
        """Go to the next row, if there is one."""
        following = self._rows.index(self.currentIndex().row() + 1)
        if following.isValid():
            self.setCurrentIndex(following)

    def step_to_unclear(self) -> bool:
        """Go to the next row that is not understood, round to the first one, and tell whether there is one.

        Those that wait for others come last: an answer to these may settle them.
        """
        at, rows = self.currentIndex().row(), self._rows.rows
        unclear = [n for n, shown in enumerate(rows) if shown.standing is RowStanding.UNCLEAR]
        unclear = [n for n in unclear if not rows[n].waits] or unclear
        if unclear:
            self.setCurrentIndex(self._rows.index(next((n for n in unclear if n > at), unclear[0])))
        return bool(unclear)

    def leave_dropped(self) -> None:
        """Go to the next row that is not understood; where there is none, off one that is dropped."""
        if not self.step_to_unclear() and (shown := self.current):
            rows = self._rows.rows
            kept = [n for n, one in enumerate(rows) if one.row.state is not RowState.DROPPED]
            if shown.row.state is RowState.DROPPED and kept:
                self.setCurrentIndex(self._rows.index(kept[0]))

    @property
    def current(self) -> ShownRow | None:
        """The row that the keys are on."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        shown = self.current
        if shown is not None and shown.row.of != self._of:
            self._of = shown.row.of
            self.row_marked.emit(shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in EDIT_KEYS:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The headings stand above the rows, where the columns do."""
        scale = self._delegate.scale
        wide = self.width() - self.verticalScrollBar().sizeHint().width() >= WIDE * scale
        high = round(HEIGHT * scale) if wide else 0
        if self.viewportMargins().top() != high:
            self.setViewportMargins(0, high, 0, 0)
        self._headings.setGeometry(0, 0, self.viewport().width(), high)
        super().resizeEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()


class _Headings(QWidget):
    """What the columns hold; each row is spoken whole, so a screen reader needs none."""

    def __init__(
        self, parent: QWidget, theme: Theme, scale: float, headings: tuple[str, ...]
    ) -> None:
        super().__init__(parent)
        self._theme, self._scale, self._words = theme, scale, headings

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = enlarged(painter, self.rect(), self._scale)
        paint_headings(painter, rect, self._words, self._theme)
        painter.end()
