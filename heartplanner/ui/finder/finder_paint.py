"""The one drawing of a day on the finder's board."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from heartplanner.core.cells.cells import Tone
from heartplanner.core.cells.finder_board import FinderCell, Standing
from heartplanner.style.theme import Theme, font
from heartplanner.ui.widgets.text_fit import LEFT, draw_line

GAP = 3
RADIUS = 7
RING = 3
PAD = 9
BAR = 5


def paint_finder_cell(
    painter: QPainter, rect: QRect, cell: FinderCell, shift: Tone, theme: Theme, *, selected: bool
) -> None:
    """Draw a day: filled if it is known, shaded by how likely a shift is if it is not."""
    box = rect.adjusted(GAP, GAP, -GAP, -GAP)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    colours = theme.tones[cell.tone] if cell.tone else None
    ground = colours.fill if colours else theme.page
    if cell.standing is Standing.OPEN:
        ground = blend(theme.page, theme.tones[shift].fill, cell.shift)
    painter.setBrush(ground)
    painter.setPen(_edge(cell, theme))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    text = colours.text if colours else theme.text
    painter.setPen(text)
    painter.setFont(font(14, bold=True))
    inner = box.adjusted(PAD, 5, -PAD, -5)
    painter.drawText(QRect(inner.x(), inner.y(), inner.width(), 20), LEFT, cell.number)
    certain = cell.standing is not Standing.OPEN
    words = QRect(inner.x(), inner.y() + 21, inner.width(), 18)
    draw_line(
        painter, words, (cell.words, cell.words.split()[0] if cell.words else ""), 13, bold=certain
    )
    if not certain and inner.height() >= 56:
        _bar(
            painter, QRect(inner.x(), inner.bottom() - BAR, inner.width(), BAR), cell, shift, theme
        )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if cell.ask:
        painter.setPen(QPen(theme.accent, RING))
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), RADIUS, RADIUS)
    if selected:
        painter.setPen(QPen(theme.text, 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS - 3, RADIUS - 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _edge(cell: FinderCell, theme: Theme) -> QPen:
    """Solid where it was marked, dashed where it follows, loud where it cannot be."""
    match cell.standing:
        case Standing.MARKED:
            return QPen(theme.text, 2)
        case Standing.CERTAIN:
            return QPen(theme.muted, 2, Qt.PenStyle.DashLine)
        case Standing.WRONG:
            return QPen(theme.accent, 3, Qt.PenStyle.DashDotLine)
        case Standing.OPEN:
            return QPen(theme.grid, 1)


def _bar(painter: QPainter, track: QRect, cell: FinderCell, shift: Tone, theme: Theme) -> None:
    """The shares of shift and admin among the rotations left."""
    painter.fillRect(track, theme.track)
    one, two = round(cell.shift * track.width()), round(cell.admin * track.width())
    painter.fillRect(QRect(track.x(), track.y(), one, BAR), theme.tones[shift].edge)
    painter.fillRect(QRect(track.x() + one, track.y(), two, BAR), theme.tones[Tone.ADMIN].edge)


def blend(one: QColor, two: QColor, share: float) -> QColor:
    """A colour between two: `share` of the second."""
    parts = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
