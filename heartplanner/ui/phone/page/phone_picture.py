"""The next days as the phone lists them: drawn, and in words for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.export_options import COLORS
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import (
    brief_day,
    clock_span,
    months_title,
    print_dash,
    screen_dashes,
    weekday,
)
from heartplanner.style.theme import Theme
from heartplanner.typed import override

WIDTH, EDGE, CORNER = 260, 14, 24
TOP, ROW, FOOT = 66, 40, 18
BAR, DAYS = 5, 44
FEW, MOST = 3, 8
"""How many events there are at least, and at most."""
NOTHING = "Nothing in the next weeks."


class Ink(NamedTuple):
    """How a line is written: its color, the size of its letters in pixels, and to which side."""

    color: QColor
    size: int
    bold: bool = False
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


class PhonePicture(QWidget):
    """As tall as the room that it is given has whole rows for."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._scale, self._color, self._least = 1.0, "", FEW
        self._events: Sequence[Event] = ()
        self._display = DisplayFormat()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("As your phone shows it")

    def show_events(self, events: Sequence[Event], color: str, display: DisplayFormat) -> None:
        """Draw these; `color`: one of COLORS, or "" where the phone has its own."""
        self._events, self._color, self._display = events[:MOST], color, display
        lines = (f"{brief_day(event.day)}: {event.title}, {self._hours(event)}" for event in events)
        self.setAccessibleDescription("\n".join(lines) or NOTHING)
        self.update()

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, min(scale, 1.5)
        self.updateGeometry()
        self.update()

    def show_at_least(self, rows: int) -> None:
        """How many events there is to be room for."""
        self._least = rows
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, TOP + self._least * ROW + FOOT) * self._scale

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - WIDTH * self._scale) / 2, 0)
        painter.scale(self._scale, self._scale)
        rows = min(MOST, int((self.height() / self._scale - TOP - FOOT) // ROW))
        self._draw_phone(painter, theme, TOP + rows * ROW + FOOT)
        days = [event.day for event in self._events[:rows]]
        title = print_dash(months_title(days[0], days[-1])) if days else NOTHING
        _write(
            painter, QRectF(EDGE, 32, WIDTH - 2 * EDGE, 24), title, Ink(theme.text, 15, bold=True)
        )
        for number, event in enumerate(self._events[:rows]):
            self._draw_event(painter, theme, event, TOP + number * ROW)

    def _draw_phone(self, painter: QPainter, theme: Theme, height: int) -> None:
        painter.setPen(QPen(theme.edge, 2))
        painter.setBrush(theme.page)
        painter.drawRoundedRect(QRectF(1, 1, WIDTH - 2, height - 2), CORNER, CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.edge)
        painter.drawRoundedRect(QRectF(WIDTH / 2 - 28, 17, 56, 5), 2.5, 2.5)

    def _draw_event(self, painter: QPainter, theme: Theme, event: Event, top: int) -> None:
        painter.setPen(QPen(theme.grid, 1))
        painter.drawLine(EDGE, top, WIDTH - EDGE, top)
        right = Qt.AlignmentFlag.AlignRight
        name = weekday(event.day)[:3]
        _write(painter, QRectF(EDGE, top + 3, DAYS, 17), name, Ink(theme.muted, 12, side=right))
        day = str(event.day.day)
        _write(
            painter,
            QRectF(EDGE, top + 20, DAYS, 17),
            day,
            Ink(theme.text, 12, bold=True, side=right),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        # One color for all: a phone shows a calendar in the calendar's own.
        painter.setBrush(QColor(COLORS[self._color]) if self._color else theme.here)
        left = EDGE + DAYS + 8
        painter.drawRoundedRect(QRectF(left, top + 6, BAR, ROW - 12), 2, 2)
        left += BAR + 8
        room = WIDTH - EDGE - left
        title = screen_dashes(event.title)
        _write(painter, QRectF(left, top + 3, room, 17), title, Ink(theme.text, 13, bold=True))
        _write(painter, QRectF(left, top + 20, room, 17), self._hours(event), Ink(theme.muted, 12))

    def _hours(self, event: Event) -> str:
        if isinstance(event.start, datetime) and isinstance(event.end, datetime):
            return print_dash(clock_span(event.start, event.end, self._display))
        return "all day"


def _write(painter: QPainter, box: QRectF, text: str, ink: Ink) -> None:
    """Write one line into a box; what has no room is cut with dots."""
    font = QFont(painter.font())
    font.setPixelSize(ink.size)
    font.setWeight(QFont.Weight.DemiBold if ink.bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(ink.color)
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, ink.side | Qt.AlignmentFlag.AlignVCenter, cut)
