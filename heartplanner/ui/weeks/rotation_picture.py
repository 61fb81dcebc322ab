"""Six weeks drawn as days: letters on their tones, and the break hatched; not a row of letters to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from heartplanner.core.cells.cells import Tone
from heartplanner.core.cells.dated_weeks import DatedWeeks, break_days, spoken_weeks
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import ADMIN, CYCLE_WEEKS, FREE, LETTER_BANDS, Rotation
from heartplanner.core.words.english import WEEKDAYS
from heartplanner.style.fonts import SMALL, font
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.day_frames import draw_hatching, draw_unsure
from heartplanner.ui.widgets.text_fit import CENTRE, LEFT

CELL = 26
GAP = 3
TITLE_WIDTH = 52
RADIUS = 4
HATCH = 6
SHIFT_LETTERS = {Tone.DAY: "D", Tone.EVENING: "E", Tone.OWN: "S"}
"""What stands for a shift of the usual hours."""


class RotationPicture(QLabel):
    """Draws the rotation that it is given; its text, for a screen reader, is the same in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._scale = theme, 1.0
        self._weeks: Sequence[str] = ()
        self._dates = DatedWeeks((), frozenset(), Tone.DAY)
        self._break: frozenset[int] = frozenset()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def show_counting(self) -> None:
        """Until a rotation is found: that it is looked for."""
        self._weeks, self._break = (), frozenset()
        self.setText("Looking for the likeliest rotation...")
        self.updateGeometry()
        self.update()

    def show_rotation(self, rotation: Rotation | None, dates: DatedWeeks) -> None:
        """A rotation on dates, those that are not certain dashed; None: that none fits."""
        self._dates = dates
        self._weeks = rotation.weeks if rotation else ()
        self._break = break_days(rotation) if rotation else frozenset()
        self.setText(spoken_weeks(rotation, dates.titles) if rotation else "No rotation fits.")
        self.updateGeometry()
        self.update()

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, scale
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if not self._weeks:
            return super().sizeHint()
        # One row more than there are weeks: the weekdays' letters stand above them.
        high = (CYCLE_WEEKS + 1) * (CELL + GAP)
        return QSize(200, high) * self._scale

    @override
    def heightForWidth(self, width: int) -> int:
        """A picture is as tall at any width; the letters, which are only heard, ask for no room."""
        return self.sizeHint().height() if self._weeks else super().heightForWidth(width)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._weeks:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        across = (self.width() / self._scale - TITLE_WIDTH + GAP) / 7
        painter.setFont(font(SMALL, bold=True))
        painter.setPen(self._theme.muted)
        for column, name in enumerate(WEEKDAYS):
            head = QRectF(TITLE_WIDTH + column * across, 0, across - GAP, CELL)
            painter.drawText(head, CENTRE, name[0])
        for week, letters in enumerate(self._weeks):
            top = (week + 1) * (CELL + GAP) - GAP
            painter.setFont(font(SMALL))
            painter.setPen(self._theme.muted)
            painter.drawText(QRect(0, top, TITLE_WIDTH, CELL), LEFT, self._dates.titles[week])
            for column, letter in enumerate(letters):
                left = TITLE_WIDTH + column * across
                box = QRectF(left, top, across - GAP, CELL).toRect()
                self._day(painter, box, letter, week * 7 + column + 1)
        painter.end()

    def _day(self, painter: QPainter, box: QRect, letter: str, day: int) -> None:
        """A day, 1 to 42: filled, hatched where it lies in the break, dashed where it is not certain."""
        theme, tone, sure = self._theme, self._tone(letter), day in self._dates.sure
        colors = theme.tones[tone] if tone else theme.rest if day in self._break else None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.fill if colors and sure else theme.sunken if sure else theme.page)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if day in self._break:
            hatched = QRectF(box.x(), box.bottom() - HATCH + 1, box.width(), HATCH)
            draw_hatching(painter, hatched, theme.rest.edge, HATCH)
        if not sure:
            draw_unsure(painter, box, colors.edge if colors else theme.field, RADIUS, 1.2)
        if colors and tone:
            painter.setPen(colors.text)
            painter.setFont(font(SMALL, bold=True))
            painter.drawText(
                box, CENTRE, SHIFT_LETTERS[self._dates.shift] if letter == "S" else letter
            )

    def _tone(self, letter: str) -> Tone | None:
        if letter == FREE:
            return None
        if letter == ADMIN:
            return Tone.ADMIN
        band = LETTER_BANDS.get(letter)
        if band is None:
            return self._dates.shift
        return Tone.DAY if band is Band.DAY else Tone.EVENING
