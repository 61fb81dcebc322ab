"""A day drawn small: its number, a letter for what is worked, its tone, its break."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from heartplanner.core.cells.cells import Cell, WeekCell
from heartplanner.style.fonts import font
from heartplanner.style.theme import Theme
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
    """Draw a day into a few pixels; letter and hatching say what the colours say."""
    painter.fillRect(rect, theme.weekend if cell.on_weekend else theme.page)
    painter.setOpacity(PALE_FILL if look.pale else 1)
    inner = rect.adjusted(1, 1, -1, -1)
    text = theme.text
    if cell.chips:
        colours = theme.tones[cell.chips[0].tone]
        painter.fillRect(inner, colours.fill)
        painter.fillRect(
            QRect(inner.x(), inner.bottom() - EDGE + 1, inner.width(), EDGE), colours.edge
        )
        text = colours.text
    elif cell.break_band:
        _hatched(painter, rect.adjusted(0, 1, 0, -1), theme)
        text = theme.rest.text
    if cell.worked_weekend:
        painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), WEEKEND_BAR), theme.text)
    painter.setOpacity(1)
    painter.setPen(theme.muted if look.pale and text == theme.text else text)
    words = inner.adjusted(4, 0, -4, -EDGE)
    tall = rect.height() >= TALL
    painter.setFont(font(11))
    painter.drawText(
        words.adjusted(0, 3, 0, -words.height() // 2) if tall else words, LEFT, cell.number
    )
    painter.setFont(font(15 if tall else 12, bold=True))
    painter.drawText(words.adjusted(0, words.height() // 2, 0, 0) if tall else words, RIGHT, letter)
    painter.setOpacity(1)
    painter.setPen(theme.grid)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    _rings(painter, rect, theme, look)


def paint_small_total(painter: QPainter, rect: QRect, week: WeekCell, theme: Theme) -> None:
    """A week's hours on one line; bold and loud where they are not 40."""
    painter.fillRect(rect, theme.window)
    painter.setPen(theme.accent if week.place else theme.text)
    painter.setFont(font(12, bold=bool(week.place)))
    painter.drawText(rect.adjusted(7, 0, 0, 0), LEFT, week.hours)


def _hatched(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The ground of a break."""
    painter.fillRect(rect, theme.rest.fill)
    painter.save()
    painter.setClipRect(QRect(rect.x(), rect.bottom() - HATCH + 1, rect.width(), HATCH))
    painter.setPen(QPen(theme.rest.edge, 1))
    first = rect.x() - rect.x() % HATCH
    for x in range(first, rect.right() + HATCH, HATCH):
        painter.drawLine(x - HATCH, rect.bottom(), x, rect.bottom() - HATCH)
    painter.restore()


def _rings(painter: QPainter, rect: QRect, theme: Theme, look: Look) -> None:
    """Today is underlined, the cell in hand framed."""
    if look.today:
        painter.fillRect(QRect(rect.x() + 4, rect.y() + 1, rect.width() - 8, 2), theme.accent)
    if look.selected:
        painter.setPen(QPen(theme.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
