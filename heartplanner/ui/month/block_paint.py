"""The one drawing of a block of a day: kind over hours, its frame and icon, and when in the day it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from heartplanner.core.cells.cells import Chip, Gone, Wording
from heartplanner.core.cells.day_marks import BlockMark
from heartplanner.core.words.english import screen_dashes
from heartplanner.style.fonts import BODY, SMALL, font
from heartplanner.style.theme import Theme, ToneColors, blend
from heartplanner.ui.day_frames import away_text, draw_away, draw_unsure
from heartplanner.ui.day_icons import AWAY_ICONS, BLOCK_ICONS, draw_day_icon
from heartplanner.ui.widgets.text_fit import CENTRE, draw_line, fitted, smallest_text

STRIPE = 4
RADIUS = 6
HEIGHTS = (24, 40, 44)
"""One line; kind and hours; kind, hours and the bar of the day."""
BAR = 2
LATE_END = 6
"""The side of the square at the end of a bar that went on longer than planned."""
ICON = 13
ONE_LINE_MORE = 2
"""So much nearer to the edge one line may come: the hours are worth it."""
LINE = 16
"""From the line of the title to that of the hours."""
TEXT_LEFT = STRIPE + 6
AWAY_LEFT = 7
"""There is no stripe at the left of what is not worked."""
MARGIN = 6
PALE_FILL = 0.4
"""How much of its fill a day keeps that is not confirmed or of a neighboring month; text stays strong."""
TRACK_SHARE = 0.3
TIGHT = 66
"""Under this width every pixel is for the words."""
NARROW = 84
"""Under this width the words need the room that an icon would take; the frame still tells what it is."""


def paint_block(
    painter: QPainter, box: QRect, chip: Chip, theme: Theme, *, pale: bool, unsure: bool
) -> None:
    """Draw a worked block; `pale`: of a neighboring month; `unsure`: it is not confirmed."""
    colors = theme.tones[chip.tone]
    fill = blend(theme.page, colors.fill, PALE_FILL) if pale or unsure else colors.fill
    _fill(painter, box, fill, None if unsure else colors.edge)
    if unsure:
        draw_unsure(painter, box, colors.edge, RADIUS)
    tight = box.width() < TIGHT
    text = box.adjusted(STRIPE + 4 if tight else TEXT_LEFT, 0, -2 if tight else -MARGIN, 0)
    if box.height() < HEIGHTS[1]:
        _one_line(painter, text, chip, colors, unsure=unsure)
        return
    _title_and_hours(painter, box, text, chip, colors, unsure=unsure)
    if box.height() >= HEIGHTS[2]:
        _bar(painter, box, chip, colors, fill)


def _one_line(
    painter: QPainter, text: QRect, chip: Chip, colors: ToneColors, *, unsure: bool
) -> None:
    """Draw a block's words on one line, as many of them as fit."""
    # The hours count more than the full title, so the title gives way first.
    spelled = tuple(f"{chip.title[-1]} {hours}" for hours in _hours(chip)[-4:])
    # Of a shift that ended late its end is the news: it stays where title and sign have no room beside it.
    late = chip.mark is BlockMark.ENDED_LATE
    other = _late_hours(chip) if late else ()
    crowded = late and not _fits(painter, spelled, text.width() - ICON - 3, SMALL)
    # The mark of doubt follows the words: a place of its own would cost one of them.
    place = text if unsure or crowded else _icon(painter, text, chip, colors, unsure=False)
    painter.setPen(colors.text)
    wording = (
        *spelled,
        *other,
        *chip.title,
        chip.title[-1][:3],
    )  # cut to three letters, not to dots
    mark = " ?" if unsure else ""
    place = place.adjusted(0, 0, ONE_LINE_MORE, 0)
    draw_line(painter, place, tuple(f"{words}{mark}" for words in wording), SMALL, bold=True)


def _title_and_hours(
    painter: QPainter, box: QRect, text: QRect, chip: Chip, colors: ToneColors, *, unsure: bool
) -> None:
    """Draw a block's title, its hours on the line below, and its sign at the right of one of them."""
    # Where the sign would cut the title, it stands on the line of the hours: these are shorter. Where it
    # would cut these too, the words say more: a dashed frame is left of a day that is not confirmed.
    beside = text.width() - ICON - 3
    lower = not _fits(painter, chip.title, beside)
    sign = text.translated(0, LINE) if lower else text
    spelled = _hours(chip) if unsure else chip.detail
    crowded = lower and not _fits(painter, spelled, beside, SMALL, bold=False)
    left = sign if crowded else _icon(painter, sign, chip, colors, unsure=unsure)
    title = text if lower else left
    painter.setPen(colors.text)
    draw_line(painter, _row(title, 3, 19), chip.title, BODY, bold=True)
    right = left.right() if lower and left != sign else box.right() - 3
    wide = QRect(title.x(), box.y(), right - title.x(), box.height())
    draw_line(painter, _row(wide, 21, 16), _hours(chip), SMALL, bold=False)


def _hours(chip: Chip) -> Wording:
    """A block's hours, ever shorter."""
    # Said with its space, "12 am" is not read as one word; but better so than cut.
    short = chip.detail[-1].replace("12 am", "12a")
    return (*chip.detail, short, short.replace("noon", "12p"))


def _late_hours(chip: Chip) -> Wording:
    """The hours alone, and then no more than the end: 9a-10:40p, -10:40p."""
    begin, dash, end = _hours(chip)[-1].partition("\N{EN DASH}")
    return (f"{begin}{dash}{end}", f"{dash}{end}")


def paint_away(painter: QPainter, box: QRect, gone: Gone, theme: Theme) -> None:
    """Draw what is not worked after all."""
    draw_away(painter, box, gone.kind, theme, RADIUS)
    color = away_text(gone.kind, theme)
    text = box.adjusted(AWAY_LEFT, 0, -AWAY_LEFT, 0)
    beside = text
    # A word more says more than the icon, which the frame stands for too.
    spare = len(gone.title) == 1 or _fits(painter, gone.title[:-1], text.width() - ICON - 3)
    if box.width() >= NARROW and spare:
        square = QRect(0, 0, ICON, ICON)
        square.moveTopRight(text.topRight())
        square.translate(0, 6)
        draw_day_icon(painter, square, AWAY_ICONS[gone.kind], color)
        beside = text.adjusted(0, 0, -ICON - 3, 0)
    painter.setPen(color)
    if box.height() < HEIGHTS[1]:
        draw_line(painter, beside, gone.title, SMALL, bold=True)
        return
    draw_line(painter, _row(beside, 3, 19), gone.title, BODY, bold=True)
    wide = QRect(text.x(), box.y(), box.right() - 3 - text.x(), box.height())
    draw_line(painter, _row(wide, 21, 16), gone.detail, SMALL, bold=False)


def _fits(
    painter: QPainter, wording: Wording, width: int, size: int = BODY, *, bold: bool = True
) -> bool:
    """Whether words, said short if need be, are drawn whole in a width; a title, unless said otherwise."""
    text, _ = fitted(wording, size, bold, width, smallest_text(painter))
    return text in map(screen_dashes, wording)


def _fill(painter: QPainter, box: QRect, fill: QColor, stripe: QColor | None) -> None:
    """A block's ground, with the loud stripe at its left unless a frame takes its place."""
    painter.setPen(Qt.PenStyle.NoPen)
    parts = [(box, fill)]
    if stripe is not None:
        edge = QRect(box.x(), box.y(), STRIPE, box.height())
        parts = [(edge, stripe), (box.adjusted(STRIPE, 0, 0, 0), fill)]
    painter.save()
    for part, color in parts:
        # The same rounded box twice, each time clipped to its part: so the corners of both fit together.
        painter.setClipRect(part)
        painter.setBrush(color)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.restore()


def _icon(painter: QPainter, text: QRect, chip: Chip, colors: ToneColors, *, unsure: bool) -> QRect:
    """The sign at the upper right; what is left of the line for the title."""
    if not unsure and (chip.mark is None or text.width() < NARROW - TEXT_LEFT - MARGIN):
        return text
    square = QRect(0, 0, ICON, ICON)
    square.moveTopRight(text.topRight())
    square.translate(0, 6)
    if unsure:
        painter.setPen(colors.text)
        painter.setFont(font(BODY, bold=True))
        painter.drawText(square, CENTRE, "?")
    elif chip.mark is not None:
        draw_day_icon(painter, square, BLOCK_ICONS[chip.mark], colors.text)
    return text.adjusted(0, 0, -ICON - 3, 0)


def _bar(painter: QPainter, box: QRect, chip: Chip, colors: ToneColors, fill: QColor) -> None:
    """Where in the day's 24 hours the block lies."""
    track = QRect(box.x() + TEXT_LEFT, box.bottom() - 4, box.width() - TEXT_LEFT - MARGIN - 2, BAR)
    painter.fillRect(track, blend(fill, colors.edge, TRACK_SHARE))
    begin = round(chip.begin * track.width())
    # An hour of training would else be a line too thin to see.
    width = max(round(chip.end * track.width()) - begin, 3)
    bar = QRect(track.x() + begin, track.y(), width, BAR)
    if chip.goes_on:
        bar.setRight(box.right())  # over the edge: it goes on in the next day
    painter.fillRect(bar, colors.edge)
    if chip.mark is BlockMark.ENDED_LATE:
        end = QRectF(bar.right() + 1 - LATE_END, track.y() - 2, LATE_END, LATE_END)
        painter.fillRect(end, colors.edge)


def _row(rect: QRect, top: int, height: int) -> QRect:
    return QRect(rect.x(), rect.y() + top, rect.width(), height)
