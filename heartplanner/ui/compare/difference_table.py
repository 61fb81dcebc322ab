"""The days that differ, a row each: what either side has, and as what it is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.compare.choice import TakeOverChoice
from heartplanner.core.compare.comparison import ComparedDay
from heartplanner.core.compare.comparison_text import (
    no_way,
    roster_line,
    row_name,
    take_over_title,
)
from heartplanner.core.compare.take_over import TakeOverKind
from heartplanner.core.explain.reasons import day_line
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import print_dash, sentence_case, weekday_date
from heartplanner.typed import override
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.widgets.item_views import ENTER, RowTable

HEADINGS = ("Date", "Your schedule", "Roster", "Take over as")
DATE, PLAN, ROSTER, WAY = range(4)
LEAST_ROWS = 3
"""Rows for which there is room at least; of more the table scrolls."""
PAD = 12
PLAN_SHARE, MOST_SHARE = 0.4, 0.64
"""Of the room for both sides, what the schedule takes, and at most: the roster's line stands there too."""
WAY_SHARE = 0.4
"""Of the whole room, the most that the fields take."""
BREAK = "\u200b"
"""A place where a line may be broken: the cells of a CSV file have no blanks between them."""


class DifferenceTable(RowTable):
    """Tells what a person chooses.

    `taken`: a date, and whether it is taken over; `way_chosen`: a date, and the TakeOverKind for it.
    """

    taken = Signal(object, bool)
    way_chosen = Signal(object, object)

    def __init__(self, display: DisplayFormat) -> None:
        super().__init__("Differences", len(HEADINGS))
        self._display = display
        self._days: list[ComparedDay] = []
        self._dates: list[QTableWidgetItem] = []
        self._fields: dict[date, ChoiceField] = {}
        self._behind: dict[date, QTableWidgetItem] = {}
        self.setHorizontalHeaderLabels(HEADINGS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemChanged.connect(self._tell_taken)

    def show_days(self, days: Sequence[ComparedDay], choice: TakeOverChoice) -> None:
        """Show these days, with what is chosen of them."""
        if list(days) != self._days:
            self._fill(days, choice)
        self.blockSignals(True)
        for row, compared in enumerate(self._days):
            self._show_choice(row, compared, choice)
        self.blockSignals(False)

    def _fill(self, days: Sequence[ComparedDay], choice: TakeOverChoice) -> None:
        self.blockSignals(True)
        self._days, self._dates, self._fields = list(days), [], {}
        self.setRowCount(0)
        self.setRowCount(len(days))
        for row, compared in enumerate(days):
            said = f"line {compared.line}: {compared.readings[0].text}" if compared.line else ""
            said = said.replace(",", f",{BREAK}")
            texts = (
                weekday_date(compared.date),
                self._shown(day_line(compared.day, self._display)),
                "\n".join(filter(None, (self._shown(roster_line(compared, self._display)), said))),
            )
            self._dates.append(QTableWidgetItem(texts[DATE]))
            items = (self._dates[row], *map(QTableWidgetItem, texts[PLAN:]))
            for column, item in enumerate(items):
                self.setItem(row, column, item)
            self._add_field(row, compared, choice)
        self.blockSignals(False)
        if days:
            self.setCurrentCell(0, DATE)
        self._fit()

    def _add_field(self, row: int, compared: ComparedDay, choice: TakeOverChoice) -> None:
        """The field with what a day can be taken over as; Return on its row leads there."""
        day = compared.date
        if day not in choice.ways:
            self.setItem(row, WAY, QTableWidgetItem(sentence_case(no_way(compared))))
            return
        options = [(str(way.kind), take_over_title(way, day)) for way in choice.ways[day]]
        field = self._fields[day] = ChoiceField(options)
        field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        field.setAccessibleName(f"{weekday_date(day)}: take over as")
        field.activated.connect(partial(self._tell_way, day))
        holder = QWidget()
        middle = QVBoxLayout(holder)
        middle.setContentsMargins(0, 0, PAD, 0)
        middle.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
        self._behind[day] = QTableWidgetItem()
        self.setItem(row, WAY, self._behind[day])
        self.setCellWidget(row, WAY, holder)

    def _show_choice(self, row: int, compared: ComparedDay, choice: TakeOverChoice) -> None:
        item = self._dates[row]
        way, taken = choice.chosen.get(compared.date), compared.date in choice.taken
        if way is not None:
            item.setCheckState(Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)
            field = self._fields[compared.date]
            field.put(way.kind)
            # The field stands over the cell; a screen reader still comes through the cell.
            spoken = f"{HEADINGS[WAY]} {field.currentText()}"
            self._behind[compared.date].setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, row_name(compared, way, taken=taken))

    def _shown(self, text: str) -> str:
        return print_dash(sentence_case(text))

    def _tell_taken(self, item: QTableWidgetItem) -> None:
        if item.column() == DATE:
            on = item.checkState() is Qt.CheckState.Checked
            self.taken.emit(self._days[item.row()].date, on)

    def _tell_way(self, day: date, _: int) -> None:
        """The keys go back to the row: the next one is a step away."""
        self.setFocus()
        self.way_chosen.emit(day, TakeOverKind(self._fields[day].value()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes the row's day over or not, wherever in the row one is; Return opens its field."""
        row = self.currentRow()
        if row < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        field = self._fields.get(self._days[row].date)
        if event.key() in ENTER and field:
            self.scrollToItem(self._dates[row])
            field.setFocus()
            field.showPopup()
        elif event.key() == Qt.Key.Key_Space and field:
            item = self._dates[row]
            checked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        # It takes the room that there is: if it asked for more, the whole window would scroll.
        return QSize(super().sizeHint().width(), self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as their words, rows as tall; the table as tall as a few of them."""
        metrics = self.fontMetrics()
        box = metrics.height() + PAD
        dates = (weekday_date(compared.date) for compared in self._days)
        widest = max((metrics.horizontalAdvance(text) for text in dates), default=0)
        self.setColumnWidth(DATE, widest + box + PAD)
        fields = max((field.sizeHint().width() for field in self._fields.values()), default=0)
        room = self.viewport().width()
        self.setColumnWidth(WAY, min(max(fields + 2 * PAD, 8 * PAD), round(room * WAY_SHARE)))
        rest = room - self.columnWidth(DATE) - self.columnWidth(WAY)
        heading = self.horizontalHeader().sectionSizeHint(PLAN)
        self.setColumnWidth(
            PLAN, min(max(round(rest * PLAN_SHARE), heading), round(rest * MOST_SHARE))
        )
        self.setColumnWidth(ROSTER, rest - self.columnWidth(PLAN))
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.rowHeight(row) + PAD, 2 * box))
        tall = sum(self.rowHeight(row) for row in range(min(self.rowCount(), LEAST_ROWS)))
        self.setMinimumHeight(self.horizontalHeader().height() + tall)
