"""The one drawing of a day on the finder's board."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from heartplanner.core.cells.cells import Tone
from heartplanner.core.cells.finder_board import FinderCell, Standing
from heartplanner.style.fonts import CARD, SMALL, font
from heartplanner.style.theme import Theme, blend
from heartplanner.ui.day_frames import UNSURE, dashed
from heartplanner.ui.day_icons import DayIcon, draw_day_icon
from heartplanner.ui.widgets.text_fit import CENTRE, LEFT, draw_line

GAP = 3
RADIUS = 8
RING = 2
PAD = 10
BAR = 5
ICON = 13
DISC = 20
NARROW = 70
"""Under this width of a day every pixel is for the words."""
AGAINST = (Standing.WRONG, Standing.DIFFERS)
TALL = 52
"""From this height of a day on there is room for the bar of shares."""


def paint_finder_cell(
    painter: QPainter, rect: QRect, cell: FinderCell, shift: Tone, theme: Theme, *, selected: bool
) -> None:
    """Draw a day: framed and filled if it is known, dashed and shaded by how likely a shift is if not."""
    box = rect.adjusted(GAP, GAP, -GAP, -GAP)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setBrush(_ground(cell, shift, theme))
    pen = _edge(cell, theme)
    painter.setPen(pen)
    # A pen draws half of its line outside of a path: moved in by that, the frame ends where the box does.
    half = pen.widthF() / 2
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), RADIUS, RADIUS)
    _words(painter, box, cell, theme)
    if cell.standing is Standing.OPEN and box.height() >= TALL:
        bar = QRect(box.x() + PAD, box.bottom() - BAR - 7, box.width() - 2 * PAD, BAR)
        _bar(painter, bar, cell, shift, theme)
    if cell.ask or selected:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.here, RING + selected))
        painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _ground(cell: FinderCell, shift: Tone, theme: Theme) -> QColor:
    if cell.standing is Standing.OPEN:
        return blend(theme.page, theme.tones[shift].fill, cell.shift)
    if cell.standing in AGAINST:
        return theme.warning.fill
    return theme.tones[cell.tone].fill if cell.tone else theme.page


def _edge(cell: FinderCell, theme: Theme) -> QPen:
    """Two pixels where it was marked, one where it follows, dashes where it is open."""
    match cell.standing:
        case Standing.MARKED:
            return dashed(theme.tones[cell.tone].edge if cell.tone else theme.field, (), 2)
        case Standing.CERTAIN:
            return dashed(theme.edge, (), 1)
        case Standing.WRONG | Standing.DIFFERS:
            return dashed(theme.warning.edge, (), 2)
        case Standing.OPEN:
            return dashed(theme.field, UNSURE, 1)


def _words(painter: QPainter, box: QRect, cell: FinderCell, theme: Theme) -> None:
    """The number over what is known, and at the right the sign that says how it is known."""
    wrong = cell.standing in AGAINST
    colors = theme.warning if wrong else theme.tones[cell.tone] if cell.tone else None
    text = colors.text if colors else theme.text
    certain = cell.standing is not Standing.OPEN
    pad = PAD if box.width() >= NARROW else PAD // 2
    inner = box.adjusted(pad, 4, -pad, -4)
    _sign(painter, inner, cell, text, theme)
    painter.setPen(text)
    painter.setFont(font(CARD if certain else SMALL + 1))
    painter.drawText(QRect(inner.x(), inner.y(), inner.width(), 20), LEFT, cell.number)
    line = QRect(inner.x(), inner.y() + 20, inner.width(), 18)
    wording = (cell.words, cell.words.split()[0] if cell.words else "")
    draw_line(painter, line, wording, CARD if certain else SMALL + 1, bold=certain)


def _sign(painter: QPainter, inner: QRect, cell: FinderCell, text: QColor, theme: Theme) -> None:
    """A tick, a lock, an exclamation mark, or the disc of the next question."""
    square = QRect(inner.right() - ICON, inner.y() + 4, ICON, ICON)
    disc = QRect(inner.right() - DISC + 4, inner.y(), DISC, DISC)
    if inner.height() < DISC:  # a sample of the legend: the sign alone
        square.moveCenter(inner.center())
        disc = square.adjusted(-2, -2, 2, 2)
    if cell.ask:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.here)
        painter.drawEllipse(disc)
        painter.setPen(theme.on_here)
        painter.setFont(font(SMALL + 1, bold=True))
        painter.drawText(disc, CENTRE, "?")
    elif cell.standing is Standing.MARKED:
        draw_day_icon(painter, square, DayIcon.TICK, text)
    elif cell.standing is Standing.CERTAIN:
        draw_day_icon(painter, square, DayIcon.LOCK, text)
    elif cell.standing in AGAINST:
        painter.setPen(theme.warning.edge)
        painter.setFont(font(CARD, bold=True))
        painter.drawText(square, CENTRE, "!")


def _bar(painter: QPainter, track: QRect, cell: FinderCell, shift: Tone, theme: Theme) -> None:
    """The shares of shift and admin among the rotations left."""
    painter.fillRect(track, theme.track)
    shift_width, admin_width = (round(share * track.width()) for share in (cell.shift, cell.admin))
    painter.fillRect(QRect(track.x(), track.y(), shift_width, BAR), theme.tones[shift].edge)
    admin = QRect(track.x() + shift_width, track.y(), admin_width, BAR)
    painter.fillRect(admin, theme.tones[Tone.ADMIN].edge)
