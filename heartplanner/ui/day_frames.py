"""Frames: a day that is not as the rotation has it is told by its outline before its color.

Every view draws them, so that a dash means "not confirmed" wherever it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from heartplanner.core.cells.day_marks import AwayKind
from heartplanner.style.theme import Theme

UNSURE = (5.0, 3.0)
"""Dash and gap in pixels of what is not confirmed yet."""
GIVEN = (8.0, 3.0, 1.5, 3.0)
CALLED_OFF = (1.0, 3.5)
WIDTH = 1.5
DOUBLE_GAP = 3
HATCH_STEP = 9


def dashed(color: QColor, dashes: Sequence[float], width: float = WIDTH) -> QPen:
    """A pen whose dashes are given in pixels: Qt counts them in widths of the pen."""
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern([dash / width for dash in dashes])
    return pen


def draw_unsure(
    painter: QPainter, box: QRect, color: QColor, radius: float, width: float = WIDTH
) -> None:
    """The frame of what is not confirmed yet."""
    _draw(painter, box, dashed(color, UNSURE, width), radius)


def draw_away(
    painter: QPainter, box: QRect, kind: AwayKind, theme: Theme, radius: float, width: float = WIDTH
) -> None:
    """The frame, and for leave the fill, of work that is not worked after all."""
    match kind:
        case AwayKind.LEAVE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.leave.fill)
            painter.drawRoundedRect(box, radius, radius)
            pen = dashed(theme.leave.edge, ())
            pen.setWidthF(1)
            _draw(painter, box, pen, radius)
            inside = box.adjusted(DOUBLE_GAP, DOUBLE_GAP, -DOUBLE_GAP, -DOUBLE_GAP)
            _draw(painter, inside, pen, max(radius - DOUBLE_GAP + 1, 1))
        case AwayKind.SICK:
            _draw(painter, box, dashed(theme.text, (), width), radius)
        case AwayKind.CALLED_OFF:
            _draw(painter, box, dashed(theme.text, CALLED_OFF, width), radius)
        case AwayKind.GIVEN | AwayKind.MOVED:
            _draw(painter, box, dashed(theme.text, GIVEN, width), radius)


def away_text(kind: AwayKind, theme: Theme) -> QColor:
    """The color of words within such a frame."""
    return theme.leave.text if kind is AwayKind.LEAVE else theme.text


def draw_hatching(painter: QPainter, box: QRectF, color: QColor, step: int = HATCH_STEP) -> None:
    """Slanted lines along the lower edge of a box: a break; drawn, since a pattern is no scale's."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, 1))
    height = box.height()
    lines = range(-step, int(box.width()) + step, step)
    painter.drawLines(
        [QLineF(box.x() + x, box.bottom(), box.x() + x + height, box.y()) for x in lines]
    )
    painter.restore()


def _draw(painter: QPainter, box: QRect, pen: QPen, radius: float) -> None:
    """The outline just within a box."""
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), radius, radius)
