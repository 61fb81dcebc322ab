"""The plot of hours a work week against 40 on the screen; its text, which is heard, says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from heartplanner.core.cells.cells import Tone
from heartplanner.core.hours.figures import WEEK_LIMIT
from heartplanner.core.hours.plot import WeekBar, plot_text
from heartplanner.core.words.english import brief_day, hours
from heartplanner.style.fonts import SMALL, font
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.day_frames import draw_hatching
from heartplanner.ui.widgets.text_fit import CENTRE, LEFT

HEIGHT, LEAST_WIDTH = 210, 320
SCALE_WIDTH, FOOT, HEAD = 36, 22, 18
"""Beside the bars for the scale, under them for dates, over them for the sums."""
STEP = 20 * 60
"""Minutes between two lines of the scale."""
BAR_SHARE = 0.72
KEY = 12
GAP = 6
HATCH = 5
LEGEND = ("Worked", "To come", "Time off", "Over 40 h")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HoursPlot(QLabel):
    """Draws a bar a work week: filled so far, pale to come, yellow off, hatched over 40 hours."""

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__()
        self._theme, self._scale = theme, scale
        self._bars: Sequence[WeekBar] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_bars(self, bars: Sequence[WeekBar]) -> None:
        self._bars = bars
        self.setText(plot_text(bars))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(LEAST_WIDTH * self._scale), round((HEIGHT + KEY + GAP) * self._scale))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def heightForWidth(self, _width: int) -> int:
        """A picture is as tall at any width; its words, which are only heard, ask for no room."""
        return self.sizeHint().height()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        room = QRectF(0, 0, self.width() / self._scale, self.height() / self._scale)
        self._legend(painter, room)
        top = KEY + GAP + HEAD
        field = QRectF(SCALE_WIDTH, top, room.width() - SCALE_WIDTH, room.height() - top - FOOT)
        most = max((bar.worked + bar.time_off for bar in self._bars), default=0)
        most = max(3 * STEP, most)
        up = field.height() / most
        self._lines(painter, field, most, up)
        places = list(self._places(field))
        for bar, place in zip(self._bars, places, strict=True):
            self._bar(painter, bar, place, up)
        # Over the bars, or no bar could be held against it.
        y = field.bottom() - WEEK_LIMIT * up
        painter.setPen(QPen(self._theme.text, 1.5))
        painter.drawLine(QLineF(field.left(), y, field.right(), y))
        self._dates(painter, places, room)
        painter.end()

    def _places(self, field: QRectF) -> Iterator[QRectF]:
        wide = field.width() / max(len(self._bars), 1)
        for n in range(len(self._bars)):
            x = field.left() + n * wide + wide * (1 - BAR_SHARE) / 2
            yield QRectF(x, field.top(), wide * BAR_SHARE, field.height())

    def _legend(self, painter: QPainter, room: QRectF) -> None:
        painter.setFont(font(SMALL))
        metrics, x = QFontMetrics(font(SMALL)), room.left()
        for words in LEGEND:
            box = QRectF(x, 1, KEY, KEY)
            self._key(painter, words, box)
            x += KEY + GAP
            wide = metrics.horizontalAdvance(words)
            painter.setPen(self._theme.text)
            painter.drawText(QRectF(x, -2, wide + 2, KEY + 6), LEFT, words)
            x += wide + 2 * GAP

    def _key(self, painter: QPainter, words: str, box: QRectF) -> None:
        match words:
            case "Worked":
                self._part(painter, box, self._solid, self._solid)
            case "To come":
                self._part(painter, box, self._pale, self._solid)
            case "Time off":
                self._part(painter, box, self._theme.leave.fill, self._theme.leave.edge)
            case _:
                self._part(painter, box, self._pale, self._solid)
                draw_hatching(painter, box, self._theme.text, HATCH)

    @property
    def _solid(self) -> QColor:
        return self._theme.tones[Tone.DAY].edge

    @property
    def _pale(self) -> QColor:
        return self._theme.tones[Tone.DAY].fill

    def _lines(self, painter: QPainter, field: QRectF, most: int, up: float) -> None:
        painter.setFont(font(SMALL))
        for minutes in range(0, most + 1, STEP):
            y = field.bottom() - minutes * up
            painter.setPen(QPen(self._theme.grid, 1))
            painter.drawLine(QLineF(field.left(), y, field.right(), y))
            painter.setPen(self._theme.muted)
            painter.drawText(QRectF(0, y - 9, SCALE_WIDTH - 6, 18), RIGHT, str(minutes // 60))

    def _bar(self, painter: QPainter, bar: WeekBar, place: QRectF, up: float) -> None:
        leave = self._theme.leave
        low = place.bottom()
        for minutes, fill, edge in (
            (bar.so_far, self._solid, self._solid),
            (bar.to_come, self._pale, self._solid),
            (bar.time_off, leave.fill, leave.edge),
        ):
            if minutes:
                part = QRectF(place.x(), low - minutes * up, place.width(), minutes * up)
                self._part(painter, part, fill, edge)
                low = part.top()
        over = bar.worked - WEEK_LIMIT
        if over > 0:
            top = place.bottom() - bar.worked * up
            part = QRectF(place.x(), top, place.width(), over * up)
            draw_hatching(painter, part, self._over(bar), HATCH)
        if bar.current:
            painter.setPen(QPen(self._theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(-2, -HEAD, 2, 1), 3, 3)
        if bar.worked != WEEK_LIMIT:
            self._sum(painter, bar, QRectF(place.x(), low - HEAD, place.width(), HEAD))

    def _over(self, bar: WeekBar) -> QColor:
        """The hatching over 40 hours: light on what was worked, dark on what is to come."""
        return self._theme.page if bar.so_far > WEEK_LIMIT else self._theme.text

    def _sum(self, painter: QPainter, bar: WeekBar, box: QRectF) -> None:
        """The hours worked, where they are not 40 and a bar with its gap is wide enough for them."""
        text = hours(bar.worked).removesuffix(" h")
        room = box.width() / BAR_SHARE + 2
        if QFontMetrics(font(SMALL, bold=True)).horizontalAdvance(text) <= room:
            painter.setFont(font(SMALL, bold=True))
            painter.setPen(self._theme.text)
            painter.drawText(box.adjusted(-GAP, 0, GAP, 0), CENTRE, text)

    def _part(self, painter: QPainter, box: QRectF, fill: QColor, edge: QColor) -> None:
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRect(box)

    def _dates(self, painter: QPainter, places: Sequence[QRectF], room: QRectF) -> None:
        """The first day of a week under its bar, wherever the one before it leaves room."""
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.muted)
        metrics, free = QFontMetrics(font(SMALL)), 0.0
        for bar, place in zip(self._bars, places, strict=True):
            text = brief_day(bar.first)
            wide = metrics.horizontalAdvance(text)
            if place.x() >= free and place.x() + wide <= room.right():
                box = QRect(round(place.x()), round(room.bottom()) - FOOT + 2, wide + 2, FOOT - 2)
                painter.drawText(box, LEFT, text)
                free = place.x() + wide + 2 * GAP
