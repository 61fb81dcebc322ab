"""The year: twelve months on one page, its sums above them and what the marks mean below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from heartplanner.core.cells.cells import Cell, Wording, cell
from heartplanner.core.cells.day_marks import CellNote
from heartplanner.core.explain.agenda import year_line
from heartplanner.core.schedule.days import SUNDAY
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import MONTHS
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_areas import PageScroll
from heartplanner.ui.year.year_legend import NAME_HEIGHT, MonthNameButton, YearLegend
from heartplanner.ui.year.year_model import ROWS
from heartplanner.ui.year.year_table import HEADER_HEIGHT, YearTable

MARGINS = (7, 3, 7, 6)
GAP = 8
ACROSS = (4, 3, 2, 1)
"""How many months may stand side by side."""
DAY_WIDTH = 21
DAY_HEIGHTS = (19, 25)
"""A day at its smallest: while all months fit on the page, and where it scrolls."""

NO_NOTES: Mapping[date, Sequence[CellNote]] = {}


class MonthCard(QFrame):
    """A month of the page: its name and its days."""

    def __init__(self, theme: Theme, today: date, number: int) -> None:
        super().__init__()
        self.setObjectName("card")
        self.name = MonthNameButton(theme, MONTHS[number - 1])
        self.table = YearTable(theme, today)
        self._scale = 1.0
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setContentsMargins(*MARGINS)
        self._column.addWidget(self.name)
        self._column.addWidget(self.table, 1)

    def show_month(self, month: Month, cells: Sequence[Cell], first_weekday: int) -> None:
        self.name.setAccessibleName(month.title)
        self.table.show_days(cells, month.title, first_weekday)

    def set_looks(self, theme: Theme, scale: float) -> None:
        self.name.set_looks(theme, scale)
        self.table.set_theme(theme)
        self.table.set_scale(scale)


def _least_width(scale: float) -> int:
    """The least that a month needs to be read."""
    return MARGINS[0] + MARGINS[2] + 7 * round(DAY_WIDTH * scale)


def _least_height(scale: float, day_height: int) -> int:
    above = MARGINS[1] + round((NAME_HEIGHT + HEADER_HEIGHT) * scale)
    return above + ROWS * round(day_height * scale) + MARGINS[3]


class YearPage(QWidget):
    """The twelve months, as many side by side as there is room for."""

    def __init__(self, cards: Sequence[MonthCard]) -> None:
        super().__init__()
        self._cards = cards
        self._scale = 1.0
        for card in cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()
        self._arrange()

    def _across(self, width: int) -> int:
        least = _least_width(self._scale)
        return next((n for n in ACROSS if n * (least + GAP) - GAP <= width), 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_least_width(self._scale), 0)

    @override
    def heightForWidth(self, width: int) -> int:
        across = self._across(width)
        # Four across have the whole year on one page, so their days may be small; a page that scrolls
        # anyway has room for larger ones.
        least = _least_height(self._scale, DAY_HEIGHTS[across < ACROSS[0]])
        return len(self._cards) // across * (least + GAP) - GAP

    @override
    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Share the page among the months, in whole pixels; what has no room is scrolled to."""
        across = self._across(self.width())
        self.setMinimumHeight(self.heightForWidth(self.width()))
        rows = len(self._cards) // across
        for number, card in enumerate(self._cards):
            row, column = divmod(number, across)
            # From edge to edge and not by equal sizes: what rounding leaves is spread over the page.
            left, right = (_share(self.width(), across, n) for n in (column, column + 1))
            top, bottom = (_share(self.height(), rows, n) for n in (row, row + 1))
            card.setGeometry(
                QRect(QPoint(left, top), QSize(right - left - GAP, bottom - top - GAP))
            )


def _share(length: int, parts: int, number: int) -> int:
    """Where the part of this number begins, of parts with a gap after each but the last."""
    return (length + GAP) * number // parts


class YearView(QWidget):
    """Shows a year.

    `day_chosen`: a date that is to be opened; `day_marked`: one that the keys are on; `month_chosen`:
    the Month whose name was clicked.
    """

    day_chosen = Signal(object)
    day_marked = Signal(object)
    month_chosen = Signal(object)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._year, self._today = today.year, today
        self._cards = [MonthCard(theme, today, number) for number in range(1, 13)]
        self._page = YearPage(self._cards)
        self._sums = label("loud")
        self._legend = YearLegend(theme)
        self._scroll = PageScroll()
        self._scroll.setWidget(self._scrolled())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._sums)
        column.addWidget(self._scroll, 1)
        for number, card in enumerate(self._cards, 1):
            card.table.day_chosen.connect(self.day_chosen)
            card.table.day_marked.connect(self.day_marked)
            card.table.left.connect(self._go_to)
            card.table.keys_came.connect(partial(self._keep_in_sight, card))
            card.name.clicked.connect(partial(self._choose_month, number))
        self._take_looks()

    @property
    def year(self) -> int:
        return self._year

    def show_year(
        self,
        schedule: Schedule,
        year: int,
        display: DisplayFormat = DEFAULT_FORMAT,
        day_notes: Mapping[date, Sequence[CellNote]] = NO_NOTES,
    ) -> None:
        """Show the plan's days of a year; its clock is for the words that a screen reader says.

        `day_notes`: what takes place on days beside the shifts.
        """
        self._year = year
        # One range for all twelve: days that are asked for together cost the least.
        over = schedule.days(date(year, 1, 1), date(year, 12, 31))
        shown = [cell(day, display, day_notes.get(day.date, ())) for day in over]
        self._legend.show_year(shown, self._today)
        cells = groupby(shown, key=lambda of_day: of_day.date.month)
        for card, (number, month) in zip(self._cards, cells, strict=True):
            card.show_month(Month(year, number), list(month), SUNDAY if display.sunday_first else 0)
        self._sums.setText(year_line(schedule.plan, over))
        self.setAccessibleName(f"Year {year}")

    def show_marks(self, marks: Mapping[date, Wording], spoken: str, *, framed: bool) -> None:
        """Mark the days of a change that is not saved yet (`framed`), or those that are answers."""
        for card in self._cards:
            card.table.show_marks(marks, spoken, framed=framed)

    def mark(self, day: date) -> None:
        """The day that is chosen: the keys are on it, or will be."""
        if day.year != self._year:
            return
        table = self._cards[day.month - 1].table
        self.setFocusProxy(table)
        table.current = day
        if any(card.table.hasFocus() for card in self._cards):
            table.go_to(day)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._take_looks()

    def set_scale(self, scale: float) -> None:
        """Enlarge the text; where the months grow too wide, fewer stand side by side."""
        self._scale = scale
        self._take_looks()

    def _scrolled(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._page, 1)
        column.addWidget(self._legend)
        return inner

    def _take_looks(self) -> None:
        for card in self._cards:
            card.set_looks(self._theme, self._scale)
        self._legend.set_looks(self._theme, self._scale)
        self._page.set_scale(self._scale)

    def _keep_in_sight(self, card: MonthCard) -> None:
        self._scroll.ensureWidgetVisible(card)
        # Once more: the months of a page that has just come on show do not stand in their places yet.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(card))

    def _choose_month(self, number: int, _checked: bool = False) -> None:
        self.month_chosen.emit(Month(self._year, number))

    def _go_to(self, day: date) -> None:
        """Follow the arrow keys into the neighbouring month, as far as the year goes."""
        if day.year == self._year:
            card = self._cards[day.month - 1]
            card.table.go_to(day)
            self.day_marked.emit(day)
