"""What the marks of the finder's board mean."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from heartplanner.core.cells.cells import Tone
from heartplanner.core.cells.finder_board import FinderCell, Standing
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.finder.finder_paint import paint_finder_cell
from heartplanner.ui.widgets.flow_layout import FlowLayout
from heartplanner.ui.widgets.text_fit import enlarged

SWATCH = (38, 28)
# Samples go through the painter of the board: the legend cannot come to show another drawing.
_OPEN = FinderCell(1, date(2025, 1, 1), "", "", Standing.OPEN, None, 0, 0, False, "")
SAMPLES = (
    ("you marked it", _OPEN._replace(standing=Standing.MARKED)),
    ("certain", _OPEN._replace(standing=Standing.CERTAIN)),
    ("% and color: how likely you work a shift", _OPEN._replace(shift=1)),
    ("next question", _OPEN._replace(ask=True)),
    ("conflicts", _OPEN._replace(standing=Standing.WRONG)),
)


class FinderLegendMark(QLabel):
    """One mark, and what it means."""

    def __init__(self, theme: Theme, text: str, sample: FinderCell) -> None:
        super().__init__(text)
        self._theme, self._scale, self._sample = theme, 1.0, sample
        self.shift = Tone.DAY
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_looks(theme, 1.0)

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, scale
        self.setContentsMargins(round((SWATCH[0] + 6) * scale), 0, 12, 0)
        self.setMinimumHeight(round(SWATCH[1] * scale))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        height = round(SWATCH[1] * self._scale)
        box = QRect(0, (self.height() - height) // 2, round(SWATCH[0] * self._scale), height)
        paint_finder_cell(
            painter, enlarged(painter, box, self._scale), self._sample, self.shift, self._theme,
            selected=False,
        )  # fmt: skip
        painter.end()


class FinderLegend(QWidget):
    """All the marks, on as many rows as the width asks for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        layout = FlowLayout(self)
        self._keys = [FinderLegendMark(theme, text, sample) for text, sample in SAMPLES]
        for key in self._keys:
            layout.addWidget(key)

    def set_shift(self, tone: Tone) -> None:
        """Draw the marks in the color that the board's shifts have."""
        for key in self._keys:
            key.shift = tone
            key.update()

    def set_looks(self, theme: Theme, scale: float) -> None:
        for key in self._keys:
            key.set_looks(theme, scale)
