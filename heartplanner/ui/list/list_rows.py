"""The rows of the list: each week's heading, and under it its days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from heartplanner.core.explain.agenda import Entry
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.list.list_paint import (
    Measure,
    entry_height,
    heading_height,
    paint_entry,
    paint_heading,
    paint_mark,
    paint_nothing,
)
from heartplanner.ui.widgets.item_views import ENTER, NO_PARENT, Index, forget_current
from heartplanner.ui.widgets.text_fit import enlarged

NOTHING = "Nothing found"
MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class AgendaModel(QAbstractListModel):
    """The rows: each week's heading, and under it its days."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []

    def show_entries(self, shown: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._rows = list(_rows(shown))
        self.endResetModel()

    def row(self, index: Index) -> Entry | str:
        return self._rows[index.row()]

    def index_of(self, day: date | None) -> QModelIndex:
        """Where a day stands, the first day on show where none is named; invalid if it is not here."""
        numbers = {row.date: n for n, row in enumerate(self._rows) if not isinstance(row, str)}
        number = numbers.get(day) if day else min(numbers.values(), default=None)
        return QModelIndex() if number is None else self.index(number)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """The keys go from day to day, past the headings."""
        if not index.isValid() or isinstance(self.row(index), str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else row.name
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and not isinstance(row, str):
            return row.week
        return None


def _rows(shown: Sequence[Entry]) -> Iterator[Entry | str]:
    for heading, days in groupby(shown, key=lambda entry: entry.week):
        yield heading
        yield from days


class AgendaDelegate(QStyledItemDelegate):
    """Draws rows with the one painter of rows."""

    def __init__(self, theme: Theme, agenda: AgendaList) -> None:
        super().__init__(agenda)
        self.theme = theme
        self.scale = 1.0
        self.today = date.min
        self._measure = Measure()
        self._agenda = agenda

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, AgendaModel)
        row = model.row(index)
        painter.save()
        rect = enlarged(painter, QRect(option.rect), self.scale)
        if isinstance(row, str):
            paint_heading(painter, rect, row, self.theme, self._measure)
        else:
            paint_entry(painter, rect, row, self.theme, self._measure, self.today)
            if index == self._agenda.currentIndex() or self._agenda.is_chosen(row.date):
                paint_mark(painter, rect, self.theme.here)
        painter.restore()

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, AgendaModel)
        row = model.row(index)
        # Measured in the painter's own units and rounded up: at no size of text is a last line cut.
        wide = self._agenda.viewport().width()
        width = round(wide / self.scale)
        if isinstance(row, str):
            height = heading_height(row, width, self._measure)
        else:
            height = entry_height(row, width, self._measure, self.today)
        return QSize(wide, ceil(height * self.scale))


class AgendaList(QListView):
    """The rows. `day_chosen`: a click or Enter on a day; `day_marked`: the keys went to it."""

    day_chosen = Signal(object)
    day_marked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._current: date | None = None  # the day that the keys are on, or will be
        self._chosen: date | None = None
        self._agenda = AgendaModel(self)
        self._delegate = AgendaDelegate(theme, self)
        self.setModel(self._agenda)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Days")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a steady width
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._choose)

    def show_entries(self, shown: Sequence[Entry], today: date, *, stay: bool) -> None:
        """Show these days; with `stay` as far down the list as before."""
        down = self.verticalScrollBar().value() if stay else 0
        self._delegate.today = today
        self._agenda.show_entries(shown)
        if self.hasFocus():
            self._take_up()
        # Qt would lay out later, and the scroll bar know no more than the old rows until then.
        self.doItemsLayout()
        self.verticalScrollBar().setValue(down)

    def mark(self, day: date) -> None:
        """The day that is chosen elsewhere: the keys are on it, or will be, where it is on show."""
        is_another = day != self._current
        self._chosen = self._current = day
        if is_another and self.hasFocus():
            self._take_up()
        self.viewport().update()

    def is_chosen(self, day: date) -> bool:
        """Whether this is the day that is chosen, wherever the keys are."""
        return day == self._chosen and not self.currentIndex().isValid()

    def take_keys(self) -> None:
        """Put the keys on the day chosen, or on the first day on show where that one is not."""
        if not self._agenda.index_of(self._current).isValid():
            self._current = None
        self.setFocus()
        self._mark_current()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def set_scale(self, scale: float) -> None:
        self._delegate.scale = scale
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        row = self._agenda.row(index)
        if not isinstance(row, str):
            self.day_chosen.emit(row.date)

    def _mark_current(self) -> None:
        """What is done next is done to the day that the keys are on: tell which that is."""
        if self.currentIndex().isValid() and self._current != self._chosen:
            self.day_marked.emit(self._current)

    def _take_up(self) -> None:
        """Put the keys on the day that is chosen; on none where a search leaves it out."""
        self.setCurrentIndex(self._agenda.index_of(self._current))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._agenda.row(current) if current.isValid() else ""
        if not isinstance(row, str):
            self._current = row.date

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if (key in MOVES or key in ENTER) and not event.modifiers():
                event.accept()  # within the list the keys go from day to day
                return True
            self._mark_current()  # the key may be one of an action on days
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ENTER and not event.modifiers():
            if self.currentIndex().isValid():
                self._choose(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()  # letters are the window's
        else:
            super().keyPressEvent(event)
            self._mark_current()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._agenda.rowCount() == 0:
            painter = QPainter(self.viewport())
            box = enlarged(painter, self.viewport().rect(), self._delegate.scale)
            paint_nothing(painter, box, NOTHING, self._delegate.theme)
            painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        day = self._current
        if event.reason() != Qt.FocusReason.MouseFocusReason:  # a click must not scroll first
            self._take_up()
        place = self.currentIndex()
        super().focusInEvent(event)
        if self.currentIndex() != place:  # by itself Qt goes to the first row where there is none
            self.setCurrentIndex(place)
            self._current = day
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        forget_current(self)
