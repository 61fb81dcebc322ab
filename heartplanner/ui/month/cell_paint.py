"""The one drawing of a day's cell and of a week's total."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from heartplanner.core.cells.cells import BreakBand, Cell, Chip, Gone, WeekCell
from heartplanner.style.theme import Theme, ToneColors, font
from heartplanner.ui.widgets.text_fit import (
    CENTRE,
    LEFT,
    SMALLEST_TEXT,
    WRAPPED,
    draw_line,
    draw_wrapped,
    height_of,
    width_of,
)

PAD = 7
NUMBER_HEIGHT = 30
CHIP_HEIGHTS = (24, 42)
"""One line; title and detail."""
WIDE_HEIGHTS = (24, 37, 58)
"""For a title that is too long for a line: cut to one; on two lines; and with its detail."""
CHIP_MARGINS = 13
TITLE_SMALL = 13
"""The smallest size of a title, in pixels, before it is put on two lines."""
BAR_HEIGHT = 4
BAND_HEIGHT = 30
THIN_BAND = 3
NOTE_HEIGHT = 15
BADGE = (22, 15)
WEEKEND_BAR = 3
RADIUS = 6
EDGE = 5
PALE_FILL = 0.4
"""How a neighbouring month's days are filled: paler; their text is as easy to read as any."""


class Look(NamedTuple):
    """How a cell is to be drawn beside what it says."""

    pale: bool = False
    today: bool = False
    selected: bool = False
    focused: bool = False


def paint_cell(painter: QPainter, rect: QRect, cell: Cell, theme: Theme, look: Look) -> None:
    """Draw a day's cell into whole pixels."""
    painter.fillRect(rect, theme.weekend if cell.on_weekend else theme.page)
    if cell.worked_weekend:
        bar = QRect(rect.x(), rect.y(), rect.width(), WEEKEND_BAR)
        painter.fillRect(bar, theme.grid if look.pale else theme.text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    draw = _Drawing(painter, theme, look, guess=cell.guess)
    top = rect.y() + NUMBER_HEIGHT
    if cell.break_band and not cell.chips and not cell.gone:
        draw.band(QRect(rect.x(), top, rect.width(), BAND_HEIGHT), cell.break_band)
    elif cell.break_band:
        draw.thin_band(QRect(rect.x(), top - THIN_BAND, rect.width(), THIN_BAND))
    inner = QRect(rect.x() + PAD, top, rect.width() - 2 * PAD, rect.bottom() - top - PAD)
    if cell.gone:
        draw.gone(inner, cell.gone)
    below = draw.chips(inner, cell.chips, cell.notes)
    if cell.break_band and not cell.chips and not cell.gone:
        below = top + BAND_HEIGHT + 4
    elif cell.gone:
        below = top + CHIP_HEIGHTS[1] + 4
    room = QRect(inner.x(), below, inner.width(), inner.bottom() - below)
    hidden = draw.notes(room, cell.notes)
    draw.number(QRect(rect.x(), rect.y(), rect.width(), NUMBER_HEIGHT), cell, hidden)
    painter.setOpacity(1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(theme.grid)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    if look.selected:
        width = 3 if look.focused else 2
        painter.setPen(QPen(theme.accent, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(width // 2, width // 2, -width // 2, -width // 2))


def paint_total(painter: QPainter, rect: QRect, week: WeekCell, theme: Theme) -> None:
    """Draw a week's hours and its place in the cycle, beside its row."""
    painter.fillRect(rect, theme.window)
    text = rect.adjusted(8, 0, 0, 0)
    painter.setPen(theme.text)
    painter.setFont(font(15, bold=True))
    painter.drawText(_row(text, 3, 24), LEFT, week.hours)
    painter.setPen(theme.muted)
    painter.setFont(font(11))
    painter.drawText(_row(text, 26, 16), LEFT, week.place)
    painter.drawText(_row(text, 42, 16), LEFT, week.remark)


def _row(rect: QRect, top: int, height: int) -> QRect:
    return QRect(rect.x(), rect.y() + top, rect.width(), height)


class _Drawing:
    """One cell's drawing: painter, theme and look held together; `guess`: the day is not sure."""

    def __init__(self, painter: QPainter, theme: Theme, look: Look, *, guess: bool) -> None:
        self._painter = painter
        self._theme = theme
        self._look = look
        self._guess = guess

    def number(self, row: QRect, cell: Cell, hidden: int) -> None:
        """The day's number, beside it its caption, or the first note if none of the notes has room below.

        `hidden`: how many notes have none; those that are not here either are counted at the right.
        """
        painter, theme = self._painter, self._theme
        painter.setOpacity(1)
        painter.setFont(font(15, bold=True))
        width = painter.fontMetrics().horizontalAdvance(cell.number)
        box = QRect(row.x() + PAD, row.y(), max(width + 4, 20), row.height())
        if self._look.today:
            disc = QRect(0, 0, 26, 26)
            disc.moveCenter(box.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawEllipse(disc)
        plain = theme.muted if self._look.pale else theme.text
        painter.setPen(theme.on_accent if self._look.today else plain)
        painter.drawText(box, CENTRE, cell.number)
        beside = row.adjusted(box.right() - row.x() + 9, 0, -PAD, 0)
        caption, left = cell.caption, hidden
        if hidden and hidden == len(cell.notes) and not caption[0]:
            caption, left = (cell.notes[0], cell.notes[0].split(",")[0]), hidden - 1
        if left:
            beside = self._count(beside, left)
        painter.setPen(theme.muted)
        draw_line(self._painter, beside, caption, 11, bold=False)

    def _count(self, beside: QRect, count: int) -> QRect:
        """How many notes there are that could not be shown, at the right; what is left of the row."""
        badge = QRect(beside.right() - BADGE[0] + 1, 0, *BADGE)
        badge.moveCenter(QPoint(badge.center().x(), beside.center().y()))
        self._painter.setPen(QPen(self._theme.muted, 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(badge, RADIUS, RADIUS)
        self._painter.setFont(font(SMALLEST_TEXT, bold=True))
        self._painter.drawText(badge, CENTRE, f"+{count}")
        return beside.adjusted(0, 0, -BADGE[0] - 3, 0)

    def chips(self, inner: QRect, chips: tuple[Chip, ...], notes: tuple[str, ...]) -> int:
        """The blocks one under the other; where they end. Their details give way to notes."""
        if not chips:
            return inner.y()
        wide = any(
            width_of(chip.title[0], TITLE_SMALL, bold=True) > inner.width() - CHIP_MARGINS
            for chip in chips
        )
        heights = WIDE_HEIGHTS if wide else CHIP_HEIGHTS
        rooms = [
            (inner.height() - BAR_HEIGHT - 6 - below) // len(chips) - 3
            for below in (height_of(notes, 11, inner.width()), NOTE_HEIGHT if notes else 0, 0)
        ]
        fitting = (max((each for each in heights if each <= room), default=0) for room in rooms)
        height = next(filter(None, fitting), min(heights[0], max(rooms)))
        for index, chip in enumerate(chips):
            top = inner.y() + index * (height + 3)
            self._chip(QRect(inner.x(), top, inner.width(), height), chip)
        bar = QRect(inner.x(), inner.y() + len(chips) * (height + 3) + 4, inner.width(), BAR_HEIGHT)
        self._bar(bar, chips)
        return bar.bottom() + 4

    def notes(self, room: QRect, notes: tuple[str, ...]) -> int:
        """Each on as many lines as it takes, as far as there is room; how many there is no room for."""
        painter = self._painter
        painter.setOpacity(1)
        painter.setPen(self._theme.text)
        for index, note in enumerate(notes):
            left = len(notes) - index
            if room.height() < NOTE_HEIGHT:
                return left
            painter.setFont(font(11))
            box = painter.boundingRect(room, WRAPPED, note)
            if box.height() > room.height() - (NOTE_HEIGHT if left > 1 else 0):
                draw_line(
                    self._painter,
                    _row(room, 0, NOTE_HEIGHT),
                    (note, note.split(",")[0]),
                    11,
                    bold=False,
                )
                return left - 1
            painter.drawText(room, WRAPPED, note)
            room = room.adjusted(0, box.height() + 1, 0, 0)
        return 0

    def _chip(self, box: QRect, chip: Chip) -> None:
        colours = self._theme.tones[chip.tone]
        self._fill(box, colours)
        text = box.adjusted(EDGE + 5, 0, -3, 0)
        self._painter.setPen(colours.text)
        if box.height() <= CHIP_HEIGHTS[0]:
            draw_line(self._painter, text, (*chip.title, chip.detail[-1]), 13, bold=True)
            return
        if box.height() == WIDE_HEIGHTS[1]:
            draw_wrapped(self._painter, text, chip.title, TITLE_SMALL)
            return
        draw_line(self._painter, _row(text, box.height() - 21, 18), chip.detail, 12, bold=False)
        title = _row(text, 3, box.height() - 24)
        if box.height() == WIDE_HEIGHTS[2]:
            draw_wrapped(self._painter, title, chip.title, TITLE_SMALL + 1)
        else:
            draw_line(self._painter, title, chip.title, 15, bold=True)

    def _fill(self, box: QRect, colours: ToneColors) -> None:
        """A chip's ground with its loud left edge."""
        painter = self._painter
        painter.setOpacity(PALE_FILL if self._look.pale or self._guess else 1)
        painter.setPen(Qt.PenStyle.NoPen)
        edge = QRect(box.x(), box.y(), EDGE, box.height())
        for part, colour in (
            (edge, colours.edge),
            (box.adjusted(EDGE, 0, 0, 0), colours.fill),
        ):
            painter.setClipRect(part)
            painter.setBrush(colour)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setClipping(False)
        painter.setOpacity(1)
        if self._guess:
            painter.setPen(QPen(colours.edge, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _bar(self, track: QRect, chips: tuple[Chip, ...]) -> None:
        """Where in the day's 24 hours the blocks lie."""
        painter = self._painter
        painter.setOpacity(PALE_FILL if self._look.pale else 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.track)
        painter.drawRoundedRect(track, 2, 2)
        for chip in chips:
            painter.setBrush(self._theme.tones[chip.tone].edge)
            begin = round(chip.begin * track.width())
            width = max(round(chip.end * track.width()) - begin, 3)
            painter.drawRoundedRect(QRect(track.x() + begin, track.y(), width, BAR_HEIGHT), 2, 2)

    def band(self, row: QRect, band: BreakBand) -> None:
        """A day's piece of the break's band, joined to its neighbours' across the cells' edges."""
        painter, colours = self._painter, self._theme.rest
        piece = row.adjusted(PAD if band.begins else 0, 0, -PAD if band.ends else 0, 0)
        round_off = RADIUS * 2  # an open end runs out of the cell, which clips it
        shape = piece.adjusted(
            0 if band.begins else -round_off, 0, 0 if band.ends else round_off, 0
        )
        painter.save()
        painter.setClipRect(row)
        painter.setOpacity(PALE_FILL if self._look.pale else 1)
        painter.setPen(QPen(colours.edge, 2))
        painter.setBrush(colours.fill)
        painter.drawRoundedRect(shape.adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        painter.restore()
        self._painter.setPen(colours.text)
        draw_line(self._painter, piece.adjusted(8, 0, -2, 0), band.text, 11, bold=True)

    def thin_band(self, row: QRect) -> None:
        """The break going on above work that fell into it."""
        self._painter.setOpacity(PALE_FILL if self._look.pale else 1)
        self._painter.fillRect(row, self._theme.rest.edge)
        self._painter.setOpacity(1)

    def gone(self, inner: QRect, gone: Gone) -> None:
        """What is not worked after all, in a dashed frame."""
        box = QRect(inner.x(), inner.y(), inner.width(), min(CHIP_HEIGHTS[1], inner.height()))
        painter, theme = self._painter, self._theme
        painter.setPen(QPen(theme.muted, 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        text = box.adjusted(EDGE + 6, 0, -4, 0)
        half = box.height() // 2
        painter.setPen(theme.text)
        draw_line(
            self._painter,
            QRect(text.x(), text.y() + 3, text.width(), half - 1),
            gone.title,
            14,
            bold=True,
        )
        painter.setPen(theme.muted)
        draw_line(
            self._painter,
            QRect(text.x(), text.y() + half, text.width(), half - 2),
            gone.detail,
            12,
            bold=False,
        )
