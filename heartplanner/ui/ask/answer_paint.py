"""The one drawing of a row below an answer: its number, its days in words, what it costs, and its days."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from heartplanner.core.ask.question import Option
from heartplanner.core.cells.cells import tone
from heartplanner.core.cells.day_marks import AwayKind, away_kind
from heartplanner.core.plan.change import Absence
from heartplanner.core.schedule.changes import ABSENCES
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.words.english import WEEKDAYS, screen_dashes
from heartplanner.style.fonts import BODY, SMALL, font
from heartplanner.style.theme import Theme
from heartplanner.ui.ask.answer_rows import AnswerRow
from heartplanner.ui.day_frames import draw_away, draw_hatching, draw_unsure
from heartplanner.ui.widgets.text_fit import CENTRE, LEFT, WRAPPED, draw_line, height_of

PAD, GAP = 12, 8
DISC, HEAD = 20, 24
CELL, MOST_CELL, BETWEEN = 24, 26, 2
LETTERS_HEIGHT = 18
UNDERLINE = 3
RADIUS, CORNER = 4, 8


def row_height(row: AnswerRow, width: int) -> int:
    """A row's height in this width, at the usual size of text, with the gap below it."""
    head = HEAD if row.title else 0
    text = height_of((screen_dashes(row.text),), BODY, width - 2 * PAD)
    strip = LETTERS_HEIGHT + CELL + UNDERLINE + 6 if row.strip else 0
    return PAD + head + text + strip + PAD + GAP - 4


def paint_row(
    painter: QPainter, rect: QRect, row: AnswerRow, theme: Theme, *, current: bool
) -> None:
    """Draw a row at the painter's origin; all that it says is plain text."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    frame = QRectF(rect).adjusted(1, 1, -1, -GAP)
    painter.setPen(QPen(theme.here, 2) if current else QPen(theme.grid, 1))
    painter.setBrush(theme.chosen if current else theme.page)
    painter.drawRoundedRect(frame, CORNER, CORNER)
    inner = rect.adjusted(PAD, PAD - 4, -PAD, -PAD - GAP + 4)
    if row.title:
        _head(painter, QRect(inner.x(), inner.y(), inner.width(), HEAD), row, theme)
        inner.setTop(inner.top() + HEAD)
    text = screen_dashes(row.text)
    height = height_of((text,), BODY, inner.width())
    painter.setPen(theme.muted if row.title else theme.text)
    painter.setFont(font(BODY))
    painter.drawText(QRect(inner.x(), inner.y() + 2, inner.width(), height), WRAPPED, text)
    if row.strip and isinstance(row.offer, Option):
        place = QRect(inner.x(), inner.y() + height + 4, inner.width(), LETTERS_HEIGHT + CELL)
        _strip(painter, place, row.strip, row.offer, theme)


def _head(painter: QPainter, place: QRect, row: AnswerRow, theme: Theme) -> None:
    """The number on its disc, the days, and at the right what they cost."""
    left = place.left()
    if row.number is not None:
        disc = QRectF(left, place.y() + (HEAD - DISC) / 2, DISC, DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.here)
        painter.drawEllipse(disc)
        painter.setPen(theme.on_here)
        painter.setFont(font(SMALL, bold=True))
        painter.drawText(disc, CENTRE, str(row.number))
        left += DISC + GAP
    painter.setPen(theme.text)
    painter.setFont(font(BODY, bold=True))
    advance = painter.fontMetrics().horizontalAdvance
    room = place.right() + 1 - left
    least = advance(screen_dashes(row.title[-1])) + 1 + GAP
    # A date that is cut is worse than none: what it costs is said in the line below too.
    cost = next((words for words in row.cost if least + advance(words) <= room), "")
    wide = advance(cost)
    draw_line(painter, QRect(left, place.y(), room - wide - GAP, HEAD), row.title, BODY, bold=True)
    painter.setFont(font(BODY, bold=True))
    painter.drawText(QRect(place.right() + 1 - wide, place.y(), wide, HEAD), LEFT, cost)


def _strip(
    painter: QPainter, place: QRect, days: tuple[Day, ...], option: Option, theme: Theme
) -> None:
    """The days side by side under their weekdays, and a line under those of the option."""
    across = min(MOST_CELL, place.width() // len(days))
    for number, day in enumerate(days):
        left = place.x() + number * across
        weekend = day.date.weekday() >= SATURDAY
        painter.setPen(theme.text if weekend else theme.muted)
        painter.setFont(font(SMALL, bold=weekend))
        head = QRect(left, place.y(), across - BETWEEN, LETTERS_HEIGHT)
        painter.drawText(head, CENTRE, WEEKDAYS[day.date.weekday()][0])
        box = QRect(left, place.y() + LETTERS_HEIGHT, across - BETWEEN, CELL)
        _day(painter, box, day, theme, leave=_on_leave(day, option))
    bottom = place.y() + LETTERS_HEIGHT + CELL + UNDERLINE
    painter.setPen(QPen(theme.here, UNDERLINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    end = place.x() + (len(days) - 1) * across - BETWEEN
    painter.drawLine(QPointF(place.x() + across, bottom), QPointF(end, bottom))


def _on_leave(day: Day, option: Option) -> bool:
    """Whether the option takes leave on a day: work in another part of it may stay."""
    leave = option.change
    return isinstance(leave, Absence) and leave.first <= day.date <= leave.last


def _day(painter: QPainter, box: QRect, day: Day, theme: Theme, *, leave: bool) -> None:
    """A day as every view has it; with `leave` its work as what would be taken off."""
    kind = tone(day.blocks[0]) if day.blocks else None
    colors = theme.tones[kind] if kind else theme.rest if day.in_break else None
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.fill if colors else theme.sunken)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    if day.in_break and not day.blocks:
        hatched = QRectF(box.x(), box.bottom() - 6, box.width(), 7)
        draw_hatching(painter, hatched, theme.rest.edge, 6)
    if day.off in ABSENCES:
        draw_away(painter, box, away_kind(day), theme, RADIUS, 1)
    elif kind and leave:
        draw_away(painter, box, AwayKind.LEAVE, theme, RADIUS, 1)
    elif day.guess:
        draw_unsure(painter, box, colors.edge if colors else theme.field, RADIUS, 1.2)
    if kind:
        painter.setPen(theme.leave.text if leave else theme.tones[kind].text)
        painter.setFont(font(SMALL, bold=True))
        painter.drawText(box, CENTRE, day.blocks[0].letter)
