"""Small icons of days: drawn as lines on a square of 12, so that they are sharp at every size of text."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from heartplanner.core.cells.day_marks import AwayKind, BlockMark, CellNote, EventBadge, NoteKind
from heartplanner.style.fonts import font
from heartplanner.style.theme import Theme

GRID = 12
STROKE = 1.4


class DayIcon(StrEnum):
    """What an icon shows."""

    SUN = "sun"
    CROSS = "cross"
    CROSSED_OUT = "X"
    ARROW_OUT = "arrow to the right"
    ARROW_IN = "arrow to the left"
    CLOCK = "clock"
    PLUS = "plus"
    TICK = "tick"
    LOCK = "lock"
    STAR = "star"
    FLAG = "flag"
    SHEET = "sheet with lines"
    COIN = "coin"
    ARROWS = "arrows to both sides"
    RING = "ring"


AWAY_ICONS = {
    AwayKind.LEAVE: DayIcon.SUN,
    AwayKind.SICK: DayIcon.CROSS,
    AwayKind.CALLED_OFF: DayIcon.CROSSED_OUT,
    AwayKind.GIVEN: DayIcon.ARROW_OUT,
    AwayKind.MOVED: DayIcon.ARROW_OUT,
}
BLOCK_ICONS = {
    BlockMark.ENDED_LATE: DayIcon.CLOCK,
    BlockMark.TAKEN: DayIcon.ARROW_IN,
    BlockMark.ADDED: DayIcon.PLUS,
}
NOTE_ICONS = {
    NoteKind.HOLIDAY: DayIcon.STAR,
    NoteKind.REMINDER: DayIcon.FLAG,
    NoteKind.PAYDAY: DayIcon.COIN,
    NoteKind.NOTE: DayIcon.SHEET,
    NoteKind.PENDING: DayIcon.ARROWS,
    NoteKind.SWAP: DayIcon.ARROW_IN,
    NoteKind.HOURS: DayIcon.CLOCK,
    NoteKind.MOVED: DayIcon.ARROW_IN,
    NoteKind.ENTRY: DayIcon.RING,
}
"""Days of a break have none: their band or strip is drawn on the day itself."""
CROSS_CORNERS = (
    (4, 1), (8, 1), (8, 4), (11, 4), (11, 8), (8, 8), (8, 11), (4, 11), (4, 8), (1, 8), (1, 4), (4, 4),
)  # fmt: skip
STAR_CORNERS = (
    (6, 0.8), (7.4, 4.3), (11.2, 4.6), (8.3, 7), (9.2, 10.7), (6, 8.7), (2.8, 10.7), (3.7, 7),
    (0.8, 4.6), (4.6, 4.3),
)  # fmt: skip
FLAG_CORNERS = ((2.5, 1.2), (10, 1.2), (8.2, 4.1), (10, 7), (2.5, 7))
SHEET_CORNERS = ((2, 1), (10, 1), (10, 8), (7, 11), (2, 11))
OUTLINES = {
    DayIcon.CROSS: CROSS_CORNERS,
    DayIcon.STAR: STAR_CORNERS,
    DayIcon.FLAG: FLAG_CORNERS,
    DayIcon.SHEET: SHEET_CORNERS,
}
SUN_RAYS = ((6, 0.8, 6, 2), (6, 10, 6, 11.2), (0.8, 6, 2, 6), (10, 6, 11.2, 6))
SUN_SLANTS = (
    (2.3, 2.3, 3.2, 3.2),
    (8.8, 8.8, 9.7, 9.7),
    (9.7, 2.3, 8.8, 3.2),
    (3.2, 8.8, 2.3, 9.7),
)
LINES: dict[DayIcon, tuple[tuple[float, float, float, float], ...]] = {
    DayIcon.SUN: (*SUN_RAYS, *SUN_SLANTS),
    DayIcon.CROSSED_OUT: ((2, 2, 10, 10), (10, 2, 2, 10)),
    DayIcon.ARROW_OUT: ((1, 6, 11, 6), (11, 6, 7, 2), (11, 6, 7, 10)),
    DayIcon.ARROW_IN: ((1, 6, 11, 6), (1, 6, 5, 2), (1, 6, 5, 10)),
    DayIcon.CLOCK: ((6, 3, 6, 6), (6, 6, 8, 7.2)),
    DayIcon.PLUS: ((6, 1, 6, 11), (1, 6, 11, 6)),
    DayIcon.FLAG: ((2.5, 1.2, 2.5, 11.2),),
    DayIcon.SHEET: ((4, 3.7, 8, 3.7), (4, 6.2, 7, 6.2), (7, 8, 10, 8), (7, 8, 7, 11)),
    DayIcon.COIN: ((6, 3.2, 6, 8.8), (4.4, 4.6, 7.6, 4.6), (4.4, 7.4, 7.6, 7.4)),
    DayIcon.ARROWS: (
        (1, 4, 11, 4),
        (11, 4, 8.5, 1.5),
        (11, 4, 8.5, 6.5),
        (1, 9, 11, 9),
        (1, 9, 3.5, 6.5),
        (1, 9, 3.5, 11.5),
    ),
    DayIcon.TICK: ((1.5, 6.5, 4.5, 9.5), (4.5, 9.5, 10.5, 2.5)),
}


DaySign = DayIcon | EventBadge
"""What stands before the words of a note, or in their place."""
BADGE_CORNER = 2.5
BADGE_REACH = 1
"""A letter's square is larger than an icon, or the letter could not be read."""
LETTER_SIZE = 11
SWATCH = 16


def sign_of(note: CellNote) -> DaySign | None:
    """The sign of a note: the letter of the calendar that it is from, or the icon of its kind."""
    return note.badge or NOTE_ICONS.get(note.kind)


def draw_sign(painter: QPainter, box: QRect, sign: DaySign, theme: Theme) -> None:
    """Draw an icon, or a calendar's letter, into a square box."""
    if isinstance(sign, DayIcon):
        draw_day_icon(painter, box, sign, theme.text)
        return
    colors = theme.calendars[sign.color]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(QPen(colors.edge, 1))
    painter.setBrush(colors.fill)
    square = QRectF(box).adjusted(-BADGE_REACH, -BADGE_REACH, BADGE_REACH, BADGE_REACH)
    painter.drawRoundedRect(square, BADGE_CORNER, BADGE_CORNER)
    painter.setFont(font(LETTER_SIZE, bold=True))
    painter.setPen(colors.text)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, sign.letter)
    painter.restore()


def swatch(badge: EventBadge, theme: Theme, scale: float = 1.0) -> QIcon:
    """A calendar's letter on its color, as days have it."""
    picture = QPixmap(QSize(SWATCH, SWATCH) * scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    draw_sign(painter, QRect(2, 2, SWATCH - 4, SWATCH - 4), badge, theme)
    painter.end()
    return QIcon(picture)


def draw_day_icon(painter: QPainter, box: QRect, icon: DayIcon, color: QColor) -> None:
    """Draw an icon into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.translate(box.topLeft())
    painter.scale(box.width() / GRID, box.height() / GRID)
    pen = QPen(color, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_outline(icon))
    painter.drawLines([QLineF(*line) for line in LINES.get(icon, ())])
    painter.restore()


def _outline(icon: DayIcon) -> QPainterPath:
    """What of an icon is no straight line."""
    path = QPainterPath()
    match icon:
        case DayIcon.SUN:
            path.addEllipse(QPointF(6, 6), 2.4, 2.4)
        case DayIcon.RING:
            path.addEllipse(QPointF(6, 6), 3.8, 3.8)
        case DayIcon.CLOCK | DayIcon.COIN:
            path.addEllipse(QPointF(6, 6), 5, 5)
        case DayIcon.CROSS | DayIcon.STAR | DayIcon.FLAG | DayIcon.SHEET:
            path.addPolygon([QPointF(x, y) for x, y in OUTLINES[icon]])
            path.closeSubpath()
        case DayIcon.LOCK:
            path.addRoundedRect(QRectF(2, 5.5, 8, 6), 1, 1)
            path.moveTo(4, 5.5)
            path.arcTo(QRectF(4, 1, 4, 5), 180, -180)
            path.lineTo(8, 5.5)
        case _:
            pass
    return path
