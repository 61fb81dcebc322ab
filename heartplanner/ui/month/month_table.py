"""The month as a table: 4 to 6 rows of seven days and the week's total."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heartplanner.core.cells.break_runs import BreakRun
from heartplanner.core.cells.cells import Wording
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.ranges.selection import Chosen
from heartplanner.core.words.english import WEEKDAYS, counted, weekday_date
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.month.bar_paint import placed_bars
from heartplanner.ui.month.cell_paint import Look, PlacedRun, paint_cell, paint_total, placed_run
from heartplanner.ui.month.month_model import TOTAL, MonthModel, MonthPage
from heartplanner.ui.month.month_room import SMALLEST_CELL, TOTAL_WIDTHS, month_room
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.item_views import ARROW_DAYS, Index, forget_current
from heartplanner.ui.widgets.text_fit import enlarged

HEADER_MARGIN = 26
SMALL_CELL = 88
ROOMY_CELL = (150, 150)
"""From this size of a cell on its words grow with it."""
LARGEST = 1.4
LETTERS = (len(max(WEEKDAYS, key=len)), 3, 2)
"""How many letters of the weekdays' names are said, as there is room."""


class CellDelegate(QStyledItemDelegate):
    """Draws cells with the one painter of cells."""

    def __init__(self, theme: Theme, today: date, table: MonthTable) -> None:
        super().__init__(table)
        self.theme = theme
        self.today = today
        self.month = Month.of(today)
        self.chosen = Chosen(today, today, today)
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, MonthModel)
        painter.save()
        rect = enlarged(painter, QRect(option.rect), self._table.zoom)
        cell = model.cell(index)
        if cell is None:
            working = model.has_working_weekend(index)
            paint_total(painter, rect, model.total(index), self.theme, working_weekend=working)
        else:
            look = Look(
                pale=not self.month.holds(cell.date),
                today=cell.date == self.today,
                selected=self.chosen.holds(cell.date) or model.frames(cell.date),
                focused=self._table.hasFocus() and cell.date == self.chosen.current,
                band=self._band(model.run(index), index.column()),
                bars=placed_bars(
                    self._table, model.bars(index), index.column(), rect.height(), self._table.zoom
                ),
                mark=model.mark(cell.date),
            )
            paint_cell(painter, rect, cell, self.theme, look)
            self._outer_edge(painter, rect, index)
        painter.restore()

    def _band(self, run: BreakRun | None, column: int) -> PlacedRun | None:
        """Where a break's band lies, in the units of the enlarged painter."""
        return None if run is None else placed_run(self._table, run, column, self._table.zoom)

    def _outer_edge(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The grid's outer lines, which no cell's right or lower edge gives."""
        painter.setPen(self.theme.grid)
        if index.column() == 0:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if index.row() == 0:
            painter.drawLine(rect.topLeft(), rect.topRight())


class MonthTable(QTableView):
    """The month's grid.

    `day_chosen`: a date that pointer or keys went to, and whether they hold on to the one before
    (Shift, or dragging), so that all days between are chosen.
    """

    day_chosen = Signal(object, bool)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = self._scale = self.zoom = 1.0
        self._model = MonthModel(self)
        self._delegate = CellDelegate(theme, today, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)  # cells draw their own edges, totals have none
        # Qt's own selection would follow the pointer; what is chosen is the session's, in every view.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().hide()
        self.set_scale(1.0)

    def show_page(self, page: MonthPage, chosen: Chosen) -> None:
        """Show a month's rows with some days chosen."""
        self._delegate.month = page.month
        before, old = self.currentIndex(), self._delegate.chosen.current
        self._model.show_page(page)
        self._use_room()
        self.setAccessibleName(page.month.title)
        self.choose(chosen)
        # In the same place of the page nothing moves for a screen reader, though it is another day.
        same = before.isValid() and self.currentIndex() == before
        if same and self.hasFocus() and old != chosen.current:
            announce(self, self._model.data(before, Qt.ItemDataRole.AccessibleTextRole))

    def show_marks(self, marks: Mapping[date, Wording], spoken: str) -> None:
        """Mark days, each with its words; a screen reader says `spoken` of each of them."""
        self._model.show_marks(marks, spoken)

    def choose(self, chosen: Chosen) -> None:
        """Mark the days chosen, and make the current one of this page current."""
        other = chosen != self._delegate.chosen
        self._delegate.chosen = chosen
        if self.hasFocus():
            self._take_up()
        self._select(chosen)
        if other:  # also where a form chose it: what was typed there is to be seen here
            self.scrollTo(self._model.index_of(chosen.current))
        # A single day is the focus, which a screen reader says by itself: said here, it came twice.
        if other and chosen.first != chosen.last:
            days = counted((chosen.last - chosen.first).days + 1, "day")
            announce(
                self, f"{days} chosen, {weekday_date(chosen.first)} to {weekday_date(chosen.last)}"
            )
        if other:
            self.viewport().update()

    def _take_up(self) -> None:
        """Put the keys on the day that they move."""
        self.setCurrentIndex(self._model.index_of(self._delegate.chosen.current))

    def _select(self, chosen: Chosen) -> None:
        """Give the days chosen the selected state, which a screen reader asks for."""
        days = QItemSelection()
        for number in range((chosen.last - chosen.first).days + 1):
            index = self._model.index_of(chosen.first + timedelta(days=number))
            if index.isValid():
                days.select(index, index)
        self.selectionModel().select(days, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def set_today(self, today: date) -> None:
        self._delegate.today = today
        self.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Enlarge what the cells say, as far as all seven days have room."""
        self._wanted = scale
        self._use_room()
        self.viewport().update()

    def _use_room(self) -> None:
        """Larger cells have larger words: `zoom` is the size of text, times what there is room for."""
        room = month_room(self.width(), self._wanted)
        self._scale = room.scale
        self.horizontalHeader().setMinimumSectionSize(room.day)
        self.verticalHeader().setMinimumSectionSize(round(SMALLEST_CELL[1] * room.scale))
        self.setColumnHidden(TOTAL, not room.total)
        # A month of four weeks would else have larger words than its neighbors, and turning would jump.
        rows = max(self._model.rowCount(), 5)
        size = self.viewport().size()
        wide = size.width() / (ROOMY_CELL[0] * 7 + TOTAL_WIDTHS[1]) / self._scale
        high = size.height() / (ROOMY_CELL[1] * rows) / self._scale
        self.zoom = self._scale * min(max(min(wide, high), 1.0), LARGEST)
        self._fix_total()

    def _fix_total(self) -> None:
        header = self.horizontalHeader()
        if header.count() > TOTAL:
            header.setSectionResizeMode(TOTAL, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(TOTAL, self._total_width())

    def _total_width(self) -> int:
        roomy = self.viewport().width() >= (7 * SMALL_CELL + TOTAL_WIDTHS[1]) * self._scale
        least = self.horizontalHeader().minimumSectionSize()
        width = max(round(TOTAL_WIDTHS[roomy] * self.zoom), least)
        # It gives what seven equal days lack: a pixel less would shorten the words of some of them.
        lacking = (width - self.viewport().width()) % 7
        return width - lacking if width - lacking >= least else width + (7 - lacking) % 7

    def _day_at(self, event: QMouseEvent) -> date | None:
        index = self.indexAt(event.position().toPoint())
        cell = self._model.cell(index) if index.isValid() else None
        return cell.date if cell else None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        day = self._day_at(event)
        inside = day is not None and self._delegate.chosen.holds(day)
        if day is None or (event.button() == Qt.MouseButton.RightButton and inside):
            return  # a context menu of several days keeps them
        self.day_chosen.emit(day, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event)
        dragging = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if dragging and day is not None and day != self._delegate.chosen.current:
            self.day_chosen.emit(day, True)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) in ARROW_DAYS
        ):
            event.accept()  # within the grid the arrows go from day to day
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROW_DAYS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            event.ignore()
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.day_chosen.emit(self._delegate.chosen.current + timedelta(days=step), extend)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._use_room()
        total = 0 if self.isColumnHidden(TOTAL) else self._total_width()
        column = (self.viewport().width() - total) // 7 - HEADER_MARGIN
        advance = self.horizontalHeader().fontMetrics().horizontalAdvance
        fits = (n for n in LETTERS if max(advance(day[:n]) for day in WEEKDAYS) <= column)
        self._model.set_letters(next(fits, 1))
        # A panel beside the month takes room from it; the day that it is about is still to be seen.
        self.scrollTo(self._model.index_of(self._delegate.chosen.current))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._take_up()
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        forget_current(self)
