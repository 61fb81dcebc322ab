"""Sizes: a painter enlarged, and words that fit: smaller, then shorter, then cut, never over the edge."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout

from heartplanner.core.cells.cells import Wording
from heartplanner.core.words.english import screen_dashes
from heartplanner.style.fonts import font

SMALLEST_TEXT = 12
ENLARGED = 1.25
"""From this scale on a size less is still larger than the smallest text as it usually is."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
CENTRE = Qt.AlignmentFlag.AlignCenter


def enlarged(painter: QPainter, rect: QRect, scale: float) -> QRect:
    """Enlarge what is painted next; returns the rectangle in the painter's new units, at its origin.

    One layout serves every size of text, and paper.
    """
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    return QRect(0, 0, round(rect.width() / scale), round(rect.height() / scale))


def draw_line(painter: QPainter, box: QRect, wording: Wording, size: int, *, bold: bool) -> None:
    """One line of text: in a smaller font where it does not fit, then in shorter words, then cut."""
    text, fitting = fitted(wording, size, bold, box.width(), smallest_text(painter))
    painter.setFont(font(fitting, bold=bold))
    painter.drawText(box, LEFT, text)


def draw_lines(painter: QPainter, box: QRect, text: str, size: int) -> None:
    """As many whole lines of a text as a box has room for, the last of them cut."""
    chosen = font(size)
    metrics = QFontMetrics(chosen)
    layout = QTextLayout(text, chosen)
    most = max(box.height() // metrics.lineSpacing(), 1)
    painter.setFont(chosen)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        start, count = line.textStart(), line.textLength()
        # The last line gets all that is left, so that its three dots stand for the rest.
        words = text[start:] if number == most - 1 else text[start : start + count]
        shown = metrics.elidedText(words.rstrip(), Qt.TextElideMode.ElideRight, box.width())
        top = box.y() + number * metrics.lineSpacing()
        painter.drawText(QRect(box.x(), top, box.width(), metrics.lineSpacing()), LEFT, shown)
    layout.endLayout()


@lru_cache(maxsize=1024)
def height_of(texts: tuple[str, ...], size: int, width: int) -> int:
    """What texts take one under the other, each on as many lines as it needs."""
    metrics, tall = QFontMetrics(font(size)), QRect(0, 0, width, 1000)
    return sum(metrics.boundingRect(tall, WRAPPED, text).height() + 1 for text in texts)


def smallest_text(painter: QPainter) -> int:
    """The size under which words are said shorter: one less where the painter enlarges all sizes."""
    return SMALLEST_TEXT - (painter.worldTransform().m11() >= ENLARGED)


@lru_cache(maxsize=4096)
def fitted(
    wording: Wording, size: int, bold: bool, width: int, smallest: int = SMALLEST_TEXT
) -> tuple[str, int]:
    """What of a wording is drawn in a width, and in which size; measured once, for it takes a while."""
    wording = tuple(map(screen_dashes, wording))
    for text in wording:
        for smaller in range(size, smallest - 1, -1):
            if QFontMetrics(font(smaller, bold=bold)).horizontalAdvance(text) <= width:
                return text, smaller
    metrics = QFontMetrics(font(smallest, bold=bold))
    return metrics.elidedText(wording[-1], Qt.TextElideMode.ElideRight, width), smallest
