"""The days compared, drawn as two strips: your schedule above, the roster below, whole weeks in a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartplanner.core.compare.strip import StripCell, StripDay
from heartplanner.core.schedule.days import SATURDAY
from heartplanner.core.words.english import brief_day
from heartplanner.style.fonts import SMALL, font
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.day_frames import draw_hatching, draw_unsure
from heartplanner.ui.widgets.text_fit import CENTRE, LEFT

CELL, GAP = 22, 3
TITLES = 100
MOST_WEEKS = 5
HEAD = 20
BETWEEN = 12
RADIUS = 4
ROWS = ("Your schedule", "Roster")
FRAME = 2
HATCHED = 6


class StripPicture(QWidget):
    """Draws what `show_days` is given; the list beside it says the same in words."""

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__()
        self._theme, self._scale = theme, scale
        self._weeks: list[list[StripDay | None]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_days(self, days: Sequence[StripDay], said: str) -> None:
        """Show these days, weeks from Monday; `said`: their summary, for a screen reader."""
        by_date = {day.date: day for day in days}
        self._weeks = []
        if days:
            monday = days[0].date - timedelta(days=days[0].date.weekday())
            count = (days[-1].date - monday).days // 7 + 1
            self._weeks = [
                [by_date.get(monday + timedelta(days=7 * week + n)) for n in range(7)]
                for week in range(count)
            ]
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = round((TITLES + MOST_WEEKS * 7 * (CELL + GAP)) * self._scale)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = round((TITLES + 7 * (CELL + GAP)) * self._scale)
        return QSize(width, self._tall(1 if len(self._weeks) < 2 else 2))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._tall(len(self._rows(width)))

    def _tall(self, rows: int) -> int:
        return round((rows * (HEAD + 2 * (CELL + GAP) + BETWEEN)) * self._scale)

    def _rows(self, width: int) -> list[list[list[StripDay | None]]]:
        """The weeks that stand side by side."""
        room = int((width / self._scale - TITLES) / (7 * (CELL + GAP)))
        beside = min(max(room, 1), MOST_WEEKS)
        return [self._weeks[n : n + beside] for n in range(0, len(self._weeks), beside)]

    @override
    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        for number, weeks in enumerate(self._rows(self.width())):
            top = number * (HEAD + 2 * (CELL + GAP) + BETWEEN)
            self._draw_titles(painter, top, weeks)
            days = [day for week in weeks for day in week]
            for column, day in enumerate(days):
                if day is not None:
                    self._draw_day(painter, TITLES + column * (CELL + GAP), top, day)
        painter.end()

    def _draw_titles(
        self, painter: QPainter, top: int, weeks: Sequence[Sequence[StripDay | None]]
    ) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.muted)
        first = next((day for week in weeks for day in week if day), None)
        if first:
            painter.drawText(QRect(0, top, TITLES, HEAD), LEFT, brief_day(first.date))
        for row, title in enumerate(ROWS):
            at = top + HEAD + row * (CELL + GAP)
            painter.drawText(QRect(0, at, TITLES, CELL), LEFT, title)

    def _draw_day(self, painter: QPainter, left: int, top: int, day: StripDay) -> None:
        theme = self._theme
        painter.setFont(font(SMALL, bold=day.date.weekday() >= SATURDAY))
        painter.setPen(theme.muted)
        painter.drawText(QRect(left, top, CELL, HEAD), CENTRE, str(day.date.day))
        upper = QRect(left, top + HEAD, CELL, CELL)
        lower = upper.translated(0, CELL + GAP)
        self._draw_cell(painter, upper, day.plan)
        if day.roster is None:
            draw_unsure(painter, lower, theme.field, RADIUS, 1.2)
            painter.setPen(theme.text)
            painter.setFont(font(SMALL, bold=True))
            painter.drawText(lower, CENTRE, "?" if day.unread else "")
        else:
            self._draw_cell(painter, lower, day.roster)
        if day.differs:
            painter.setPen(QPen(theme.warning.edge, FRAME))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(upper.united(lower), RADIUS, RADIUS)

    def _draw_cell(self, painter: QPainter, box: QRect, cell: StripCell) -> None:
        theme = self._theme
        colors = theme.tones[cell.tone] if cell.tone else None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            colors.fill if colors else theme.rest.fill if cell.in_break else theme.sunken
        )
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if cell.in_break and not colors:
            draw_hatching(
                painter, QRectF(box).adjusted(0, CELL / 2, 0, 0), theme.rest.edge, HATCHED
            )
        painter.setPen(colors.text if colors else theme.text)
        painter.setFont(font(SMALL, bold=True))
        painter.drawText(box, CENTRE, cell.letter)
