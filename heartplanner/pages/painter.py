"""The one painter of pages: printer, PDF, preview and picture are drawn by it, as lines and real text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from heartplanner.pages.page import (
    Box,
    Drawing,
    Fill,
    Frame,
    Hatch,
    Page,
    PageItem,
    Stroke,
    TextItem,
)
from heartplanner.pages.text_fit import UNITS, TextStyle, ascent, font
from heartplanner.style.icons import draw_icon

DASHES = (4.0, 3.0)
"""A dash and a gap, in widths of the line."""


def paint(painter: QPainter, page: Page, scale: float) -> None:
    """Draw a page from the painter's origin on; `scale`: the painter's own units in a point."""
    painter.save()
    # In tenths of a point, since Qt sets fonts in whole pixels: so every size that is a tenth is exact.
    painter.scale(scale / UNITS, scale / UNITS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    # A preview records no pen that is as the painter's first one, and begins with the theme's.
    painter.setPen(QColor("white"))
    for item in page.items:
        _draw(painter, item)
    painter.restore()


def _draw(painter: QPainter, item: PageItem) -> None:
    match item:
        case Fill(box, color):
            painter.fillRect(_rect(box), QColor(color))
        case Hatch():
            painter.setPen(_pen(item.color, item.width))
            painter.drawLines(list(_hatch(item)))
        case Stroke(start, end, width, color):
            painter.setPen(_pen(color, width))
            painter.drawLine(_point(*start), _point(*end))
        case Frame():
            _frame(painter, item)
        case Drawing(box, name):
            draw_icon(painter, _rect(box), name, QColor("black"))
        case TextItem():
            style = TextStyle(item.size, item.bold)
            painter.setPen(QColor(item.color))
            painter.setFont(font(style))
            # Qt places text by its baseline, a page by its upper edge.
            painter.drawText(_point(item.box.x, item.box.y + ascent(style)), item.text)


def _frame(painter: QPainter, frame: Frame) -> None:
    pen = _pen(frame.color, frame.width)
    if frame.dashed:
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = frame.radius * UNITS
    painter.drawRoundedRect(_rect(frame.box), radius, radius)


def _hatch(hatch: Hatch) -> Iterator[QLineF]:
    """Lines at 45 degrees, each as long as the box has room for it."""
    box = hatch.box
    # Every line is x + y = along (or, falling, x - y), counted from the page's corner: neighbors meet.
    low = box.x + box.y if hatch.rising else box.x - box.bottom
    high = low + box.width + box.height
    along = (low // hatch.step + 1) * hatch.step
    while along < high:
        if hatch.rising:
            left = max(box.x, along - box.bottom)
            right = min(box.right, along - box.y)
            yield QLineF(_point(left, along - left), _point(right, along - right))
        else:
            left = max(box.x, along + box.y)
            right = min(box.right, along + box.bottom)
            yield QLineF(_point(left, left - along), _point(right, right - along))
        along += hatch.step


def _pen(color: str, width: float) -> QPen:
    # Flat ends: square ones would stick out of a cell by half the width of its line.
    return QPen(QColor(color), width * UNITS, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def _rect(box: Box) -> QRectF:
    return QRectF(_point(box.x, box.y), _point(box.right, box.bottom))


def _point(x: float, y: float) -> QPointF:
    """In whole units, which a PDF spells in few digits; a tenth of a point is not seen."""
    return QPointF(round(x * UNITS), round(y * UNITS))
