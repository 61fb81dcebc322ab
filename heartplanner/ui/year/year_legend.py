"""What the marks of the year's page mean, and the names above its months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from heartplanner.core.cells.cells import BreakBand, Cell, Chip, Gone, Tone
from heartplanner.core.cells.day_marks import AwayKind, CellNote, EventBadge, NoteKind
from heartplanner.core.plan.other_calendars import CalendarColor
from heartplanner.style.fonts import font
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.widgets.flow_layout import FlowLayout
from heartplanner.ui.widgets.text_fit import enlarged
from heartplanner.ui.year.year_paint import Placed, paint_days, ring

NAME_HEIGHT = 22
NAME_TEXT = 14
NAME_PAD = 4
SWATCH = (22, 20)

TONES = {
    Tone.DAY: "Day shift",
    Tone.EVENING: "Evening shift",
    Tone.OWN: "Your own hours",
    Tone.ADMIN: "Admin",
    Tone.OTHER: "Other work",
}
_BREAK, _UNSURE, _WEEKEND = "Break", "Not confirmed", "Working weekend"
_BESIDE, _APPOINTMENT = "Other calendar", "Appointment"
_BADGE = EventBadge("", CalendarColor.TEAL)
# Samples are cells and go through the painter of days: the legend cannot come to show another drawing.
_FREE = Cell(date(2025, 1, 1), "", ("",), (), None, None, False, False, False, (), "")
_TODAY = "Today"
_DAY = Chip(Tone.DAY, ("",), ("",), 9 / 24, 21 / 24)
_OWN = Chip(Tone.OWN, ("",), ("",), 19 / 24, 1, goes_on=True)
_AWAY = [kind for kind in AwayKind if kind is not AwayKind.MOVED]
"""Moved admin time has the frame of a shift that is given away."""
SAMPLES = (
    (TONES[Tone.DAY], _FREE._replace(chips=(_DAY,))),
    (TONES[Tone.EVENING], _FREE._replace(chips=(Chip(Tone.EVENING, ("",), ("",), 12 / 24, 1),))),
    (TONES[Tone.OWN], _FREE._replace(chips=(_OWN,))),
    (TONES[Tone.ADMIN], _FREE._replace(chips=(Chip(Tone.ADMIN, ("",), ("",), 9 / 24, 13 / 24),))),
    (TONES[Tone.OTHER], _FREE._replace(chips=(Chip(Tone.OTHER, ("",), ("",), 10 / 24, 16 / 24),))),
    (_BREAK, _FREE._replace(break_band=BreakBand(("",), begins=True, ends=True))),
    *((kind.capitalize(), _FREE._replace(gone=Gone(("",), ("",), kind))) for kind in _AWAY),
    (_UNSURE, _FREE._replace(guess=True, chips=(_DAY,))),
    (_WEEKEND, _FREE._replace(on_weekend=True, worked_weekend=True, chips=(_DAY,))),
    (_BESIDE, _FREE._replace(notes=(CellNote(NoteKind.EVENT, "", "", _BADGE),))),
    (_APPOINTMENT, _FREE._replace(notes=(CellNote(NoteKind.ENTRY, ""),))),
    (_TODAY, _FREE),
)


class LegendMark(QLabel):
    """One mark, and what it means."""

    def __init__(self, theme: Theme, text: str, sample: Cell) -> None:
        super().__init__(text)
        self._theme = theme
        self._scale = 1.0
        self._sample = sample
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_looks(theme, 1.0)

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, scale
        width, height = self._swatch()
        self.setContentsMargins(width + 6, 0, 6, 0)
        self.setMinimumHeight(height)
        self.update()

    def show_chip(self, chip: Chip) -> None:
        """Draw the mark with this block: in the color that the person's own shifts have."""
        if self._sample.chips:
            self._sample = self._sample._replace(chips=(chip,))
            self.update()

    def _swatch(self) -> tuple[int, int]:
        width, height = SWATCH
        return round(width * self._scale), round(height * self._scale)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        width, height = self._swatch()
        box = enlarged(painter, QRect(0, (self.height() - height) // 2, width, height), self._scale)
        painter.fillRect(box, self._theme.page)
        paint_days(painter, [Placed(box, self._sample)], self._theme, None)
        if self.text() == _TODAY:
            ring(painter, box, self._theme.accent)
        painter.end()


class YearLegend(QWidget):
    """The marks that the year has, on as many rows as the width asks for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        layout = FlowLayout(self)
        self._keys = [LegendMark(theme, text, sample) for text, sample in SAMPLES]
        for key in self._keys:
            layout.addWidget(key)

    def show_year(self, cells: Sequence[Cell], today: date) -> None:
        """Explain what these days show, and nothing else."""
        kinds = _kinds(cells, today)
        tones = [chip.tone for day in cells for chip in day.chips]
        shifts = [tone for tone in (Tone.DAY, Tone.EVENING, Tone.OWN) if tone in tones]
        # What may be true of any shift is shown on the one that this person works most.
        own = max(shifts, key=tones.count, default=Tone.DAY)
        (chip,) = dict(SAMPLES)[TONES[own]].chips
        for key in self._keys:
            key.setVisible(key.text() in kinds)
            if key.text() in (_UNSURE, _WEEKEND):
                key.show_chip(chip)

    def set_looks(self, theme: Theme, scale: float) -> None:
        for key in self._keys:
            key.set_looks(theme, scale)


def _kinds(cells: Sequence[Cell], today: date) -> set[str]:
    """What of the legend's marks these days have."""
    kinds = {TONES[chip.tone] for day in cells for chip in day.chips}
    gone = {day.gone.kind for day in cells if day.gone}
    kinds |= {(AwayKind.GIVEN if kind is AwayKind.MOVED else kind).capitalize() for kind in gone}
    for text, shown in (
        (_BREAK, lambda day: day.break_band),
        (_UNSURE, lambda day: day.guess),
        (_WEEKEND, lambda day: day.worked_weekend and day.chips),
        (_BESIDE, lambda day: _has(day, NoteKind.EVENT)),
        (_APPOINTMENT, lambda day: _has(day, NoteKind.ENTRY)),
        (_TODAY, lambda day: day.date == today),
    ):
        kinds |= {text} if any(map(shown, cells)) else set()
    return kinds


def _has(day: Cell, kind: NoteKind) -> bool:
    return any(note.kind is kind for note in day.notes)


class MonthNameButton(QPushButton):
    """A month's name, a button that opens the month."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self._theme = theme
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, scale
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        size = round(NAME_TEXT * self._scale)
        wide = QFontMetrics(font(size, bold=True)).horizontalAdvance(self.text())
        return QSize(wide + 2 * round(NAME_PAD * self._scale), round(NAME_HEIGHT * self._scale))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = QFont(
            font(round(NAME_TEXT * self._scale), bold=True)
        )  # the one there is, is shared
        shown.setUnderline(self.underMouse())
        painter.setFont(shown)
        painter.setPen(self._theme.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            ring(painter, self.rect(), self._theme.here)
        painter.end()
