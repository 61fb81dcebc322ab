"""The days of a roster side by side, as they were read, with a ring around each that differs."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartplanner.core.plan.model import each_date
from heartplanner.core.roster.roster import DayReading
from heartplanner.core.schedule.days import SATURDAY
from heartplanner.style.fonts import SMALL, font
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.day_frames import draw_unsure
from heartplanner.ui.review.review_paint import letter_colors, shown_letter
from heartplanner.ui.widgets.text_fit import CENTRE

CELL, LEAST_CELL, GAP = 24, 19, 4
MONTH = 31
"""Days that a row has at least, if their cells may be small enough for that."""
HEAD = 18
BETWEEN = 6
RADIUS = 4
RING = 2
MOST_ROWS = 2
"""Of a longer roster the table alone tells: a picture of it would take the table's room."""


class DayStrip(QWidget):
    """Draws what `show_days` is given; the table below says the same in words."""

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__()
        self._theme, self._scale = theme, scale
        self._days: list[date] = []
        self._letters: dict[date, str] = {}
        self._differing: Set[date] = frozenset()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_days(self, readings: Sequence[DayReading], differing: Set[date]) -> None:
        """Show the days from the first reading to the last."""
        # Leave and swaps say nothing of the rotation: such a day is as open as one that no line names.
        letters = {each.date: each.letter for each in readings if not each.change}
        self._letters = letters
        self._days = each_date(min(self._letters), max(self._letters)) if self._letters else []
        self._differing = differing
        self.updateGeometry()
        self.update()

    def fits(self, width: int) -> bool:
        """Whether there is something to draw, and few enough days for a width."""
        return 0 < self._rows(width) <= MOST_ROWS

    @override
    def sizeHint(self) -> QSize:
        return QSize(round((CELL + GAP) * 14 * self._scale), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round((CELL + GAP) * 7 * self._scale), self.heightForWidth(self.width()))

    @override
    def heightForWidth(self, width: int) -> int:
        row = HEAD + CELL + BETWEEN
        return round(max(1, min(self._rows(width), MOST_ROWS)) * row * self._scale)

    def _cell(self, width: int) -> int:
        """The side of a day's cell, so that a month has one row where that can be."""
        return min(CELL, max(LEAST_CELL, int(width / self._scale / MONTH) - GAP))

    def _in_row(self, width: int) -> int:
        return max(1, int(width / self._scale / (self._cell(width) + GAP)))

    def _rows(self, width: int) -> int:
        return -(-len(self._days) // self._in_row(width))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        cell = self._cell(self.width())
        for number, day in enumerate(self._days):
            row, column = divmod(number, self._in_row(self.width()))
            left, top = column * (cell + GAP) + RING, row * (HEAD + CELL + BETWEEN)
            self._draw_day(painter, QRect(left, top + HEAD, cell, CELL), day)
        painter.end()

    def _draw_day(self, painter: QPainter, box: QRect, day: date) -> None:
        theme, letter = self._theme, self._letters.get(day)
        painter.setFont(font(SMALL, bold=day.weekday() >= SATURDAY))
        painter.setPen(theme.muted)
        painter.drawText(box.adjusted(-RING, -HEAD, RING, -CELL), CENTRE, str(day.day))
        if letter is None:
            draw_unsure(painter, box, theme.field, RADIUS, 1.2)
            return
        colors = letter_colors(letter, theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.fill if colors else theme.sunken)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if day in self._differing:
            painter.setPen(QPen(theme.warning.edge, RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if colors:
            painter.setPen(colors.text)
            painter.setFont(font(SMALL, bold=True))
            painter.drawText(box, CENTRE, shown_letter(letter))
