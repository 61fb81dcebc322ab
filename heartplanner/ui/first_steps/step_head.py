"""A step's name at the top of the panel, as a button: what was answered, what is asked, what comes."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from heartplanner.core.cells.cells import Wording
from heartplanner.style.fonts import font
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.widgets.text_fit import draw_line, enlarged

HEIGHT, BAR, DISC, GAP = 50, 3, 22, 8
TICK = (5.5, 11.5), (9.5, 15.5), (16.5, 7.0)
LEAST = 34
"""The width that is left where there is room for the disc alone."""
NAMED = 62
"""The width from which the step's name stands beside its disc."""


class StepState(Enum):
    """How far a step is."""

    DONE = auto()
    OPEN = auto()
    TO_COME = auto()


class StepHead(QAbstractButton):
    """The steps behind the furthest one reached can be gone back to; those after it cannot be pressed."""

    def __init__(self, number: int, title: Wording, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._number, self._title = number, title
        self._state = StepState.TO_COME
        self._answer: Wording = ("",)
        self._scale = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_state(self, state: StepState, answer: Wording, *, of: int) -> None:
        """`answer`: the small line under the name, and ever shorter; `of`: how many steps there are."""
        self._state, self._answer = state, answer
        self.setEnabled(state is not StepState.TO_COME)
        self.setAccessibleName(f"Step {self._number} of {of}: {self._title[0]}, {answer[0]}")
        self.setToolTip(f"{self._title[0]}: {answer[0]}")
        self.update()

    def set_looks(self, theme: Theme, scale: float) -> None:
        self.theme, self._scale = theme, scale
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(LEAST, HEIGHT) * self._scale

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = enlarged(painter, self.rect(), self._scale)
        come = self._state is StepState.TO_COME
        painter.fillRect(
            QRect(0, 0, rect.width(), BAR), self.theme.grid if come else self.theme.text
        )
        self._paint_disc(painter)
        if rect.width() >= NAMED:
            words = QRect(DISC + 6, BAR + GAP - 2, rect.width() - DISC - 6, 17)
            painter.setPen(self.theme.muted if come else self.theme.text)
            draw_line(painter, words, self._title, 13, bold=not come)
            painter.setPen(self.theme.muted)
            # An answer of which only a part has room is not said at all: the tick stands for it.
            draw_line(painter, words.translated(0, 17), (*self._answer, ""), 12, bold=False)

    def _paint_disc(self, painter: QPainter) -> None:
        """A tick on a full disc, or the number in a ring: told apart by shape, not by color alone."""
        disc = QRectF(1, BAR + GAP, DISC - 2, DISC - 2)
        done, come = self._state is StepState.DONE, self._state is StepState.TO_COME
        line = self.theme.muted if come else self.theme.text
        painter.setPen(QPen(line, 1 if come else 2))
        painter.setBrush(self.theme.text if done else self.theme.page)
        painter.drawEllipse(disc)
        if done:
            painter.setPen(QPen(self.theme.page, 2, c=Qt.PenCapStyle.RoundCap))
            at = disc.topLeft() - QPointF(1, 1)
            painter.drawPolyline(QPolygonF([at + QPointF(*corner) for corner in TICK]))
        else:
            painter.setPen(line)
            painter.setFont(font(12, bold=True))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
