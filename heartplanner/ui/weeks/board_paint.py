"""A day drawn small: its number, a letter for what is worked, its tone, its break."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from heartplanner.core.cells.cells import Cell, WeekCell
from heartplanner.style.fonts import CARD, SMALL, font
from heartplanner.style.theme import Theme, blend
from heartplanner.ui.day_frames import away_text, draw_away, draw_hatching, draw_unsure
from heartplanner.ui.month.block_paint import PALE_FILL
from heartplanner.ui.month.cell_paint import WEEKEND_BAR, Look
from heartplanner.ui.widgets.text_fit import LEFT

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
HATCH = 6
EDGE = 3
TALL = 40
"""The height from which the letter stands under the number, not beside it."""


def paint_small(
    painter: QPainter, rect: QRect, cell: Cell, letter: str, theme: Theme, look: Look
) -> None:
    """Draw a day into a few pixels; letter, frame and hatching say what the colors say."""
    painter.fillRect(rect, theme.weekend if cell.on_weekend else theme.page)
    inner = rect.adjusted(1, 1, -1, -1)
    text = _ground(painter, rect, inner, cell, theme, look)
    if cell.worked_weekend and cell.chips:
        painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), WEEKEND_BAR), theme.muted)
    painter.setPen(theme.muted if look.pale and text == theme.text else text)
    words = inner.adjusted(4, 0, -4, -EDGE)
    tall = rect.height() >= TALL
    painter.setFont(font(SMALL))
    number = words.adjusted(0, 3, 0, -words.height() // 2) if tall else words
    painter.drawText(number, LEFT, cell.number)
    painter.setFont(font(CARD if tall else SMALL, bold=True))
    painter.drawText(words.adjusted(0, words.height() // 2, 0, 0) if tall else words, RIGHT, letter)
    painter.setPen(theme.grid)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    _rings(painter, rect, theme, look)


def paint_small_total(painter: QPainter, rect: QRect, week: WeekCell, theme: Theme) -> None:
    """A week's hours on one line; bold, with a warning's edge, where they are not 40."""
    painter.fillRect(rect, theme.window)
    painter.setPen(theme.text)
    painter.setFont(font(SMALL, bold=bool(week.place)))
    painter.drawText(rect.adjusted(7, 0, 0, 0), LEFT, week.hours)
    if week.place:
        painter.fillRect(
            QRect(rect.x() + 1, rect.y() + 5, 3, rect.height() - 10), theme.warning.edge
        )


def _ground(
    painter: QPainter, rect: QRect, inner: QRect, cell: Cell, theme: Theme, look: Look
) -> QColor:
    """Fill and frame of what the day is; the color of the words that stand on it."""
    if cell.chips:
        colors = theme.tones[cell.chips[0].tone]
        pale = look.pale or cell.guess
        painter.fillRect(inner, blend(theme.page, colors.fill, PALE_FILL) if pale else colors.fill)
        bar = QRect(inner.x(), inner.bottom() - EDGE + 1, inner.width(), EDGE)
        if cell.guess:
            draw_unsure(painter, inner, colors.edge, 2, 1)
        else:
            painter.fillRect(bar, colors.edge)
        return colors.text
    if cell.gone:
        draw_away(painter, inner, cell.gone.kind, theme, 3, 1)
        return away_text(cell.gone.kind, theme)
    if cell.break_band:
        fill = theme.rest.fill
        painter.fillRect(
            rect.adjusted(0, 1, 0, -1), blend(theme.page, fill, PALE_FILL) if look.pale else fill
        )
        hatched = QRectF(rect.x(), rect.bottom() - HATCH, rect.width(), HATCH)
        draw_hatching(painter, hatched, theme.rest.edge, HATCH)
        return theme.rest.text
    return theme.text


def _rings(painter: QPainter, rect: QRect, theme: Theme, look: Look) -> None:
    """Today is underlined, the current cell framed."""
    if look.today:
        painter.fillRect(QRect(rect.x() + 4, rect.y() + 1, rect.width() - 8, 2), theme.accent)
    if look.selected:
        painter.setPen(QPen(theme.here, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
