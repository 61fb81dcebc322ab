"""The one drawing of a year's days: a month's cells at once, kind of mark by kind of mark.

A kind is told by its mark before its color: each has a sign of its own in the upper right corner, and
what is not worked has the frame that it has in the month.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from heartplanner.core.cells.cells import Cell, Chip, Tone
from heartplanner.core.cells.day_marks import NoteKind
from heartplanner.style.fonts import SMALL, font
from heartplanner.style.theme import Theme, ToneColors, blend
from heartplanner.ui.day_frames import away_text, draw_away, draw_hatching, draw_unsure

TEXT = (SMALL, 14)
ROOMY = 28
"""From this height on a day has the larger of the two sizes of each."""
BAR_HEIGHTS = (2, 3)
HATCH_HEIGHTS = (4, 6)
HATCH_STEP = 5
WEEKEND_BAR = 2
RADIUS = 4
RING = 2
SIGN = 5
MOST_BESIDE = 3
"""So many squares and rings are drawn on a day: of more calendars the first ones."""
ANSWER_DISC, ANSWER_TEXT = 14, 11
"""Pixels of the disc of an answer, and of its number."""
NO_ANSWERS: Mapping[date, str] = MappingProxyType({})
UNSURE_FILL = 0.4
"""How strong a day is filled that is not confirmed; its frame is dashed."""


class Placed(NamedTuple):
    """A day and where it is drawn."""

    rect: QRect
    cell: Cell


def paint_days(
    painter: QPainter,
    days: Sequence[Placed],
    theme: Theme,
    today: date | None,
    answers: Mapping[date, str] = NO_ANSWERS,
) -> None:
    """Draw the days of a month, which come in order and row by row, into whole pixels.

    `answers`: the numbers of those that answer a question.
    """
    # From the ground up, one kind of mark after the other: what comes later lies over what was there.
    for rect, cell in days:
        if cell.on_weekend:
            painter.fillRect(rect, theme.weekend)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    for run in _break_runs(days):
        _break(painter, run, theme.rest)
    for rect, cell in days:
        if cell.chips:
            _worked(painter, rect, cell, theme)
        elif cell.gone:
            draw_away(painter, rect.adjusted(1, 1, -1, -1), cell.gone.kind, theme, RADIUS, 1)
    # Straight edges lie on whole pixels: without smoothing they are as sharp, and drawn faster.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for rect, cell in days:
        if cell.worked_weekend and cell.chips:
            painter.fillRect(rect.x(), rect.y(), rect.width(), WEEKEND_BAR, theme.muted)
        if cell.date == today:
            ring(painter, rect, theme.accent)
    _numbers(painter, days, theme, answers)
    _beside(painter, days, theme)
    _answers(painter, days, theme, answers)


def _beside(painter: QPainter, days: Sequence[Placed], theme: Theme) -> None:
    """What takes place beside the shifts, down the left edge: a square a calendar, a ring of one's own."""
    for rect, cell in days:
        has_own = any(note.kind is NoteKind.ENTRY for note in cell.notes)
        colors = list(dict.fromkeys(note.badge.color for note in cell.notes if note.badge))
        mark = QRect(rect.x() + 2, rect.y() + 3, SIGN - 1, SIGN - 1)
        # One below the other: to the right the day's number is in the way.
        for color in colors[: MOST_BESIDE - has_own]:
            edge = theme.calendars[color].edge
            painter.setPen(QPen(edge, 1))
            painter.setBrush(edge)
            painter.drawRect(mark)
            mark.translate(0, SIGN)
        if has_own:
            painter.setPen(QPen(theme.text, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(mark)


def ring(painter: QPainter, rect: QRect, color: QColor) -> None:
    """A frame just within a cell."""
    painter.setPen(QPen(color, RING, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = RING // 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS, RADIUS)


def main_chip(chips: Sequence[Chip]) -> Chip:
    """The block whose tone the day is filled with: the longest."""
    return max(chips, key=lambda chip: chip.end - chip.begin)


def draw_sign(painter: QPainter, rect: QRect, tone: Tone, color: QColor, size: int = SIGN) -> None:
    """A tone's sign in the upper right corner: none, a triangle, a square, a dot, or a plus."""
    corner = QRectF(rect.right() - size - 0.5, rect.y() + 1.5, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    match tone:
        case Tone.DAY:
            pass
        case Tone.EVENING:
            points = (corner.topLeft(), corner.topRight(), corner.bottomRight())
            painter.drawPolygon(QPolygonF(points))
        case Tone.OWN:
            painter.drawRect(corner)
        case Tone.ADMIN:
            painter.drawEllipse(corner)
        case Tone.OTHER:
            middle, half = corner.center(), size / 2
            painter.setPen(QPen(color, 1.6))
            across, down = QPointF(half, 0), QPointF(0, half)
            painter.drawLines(
                [QLineF(middle - across, middle + across), QLineF(middle - down, middle + down)]
            )


def _worked(painter: QPainter, rect: QRect, cell: Cell, theme: Theme) -> None:
    """A day in its tone, its sign, and a bar for where in its 24 hours each block lies."""
    box = rect.adjusted(1, 1, -1, -1)
    main = main_chip(cell.chips)
    colors = theme.tones[main.tone]
    fill = blend(theme.page, colors.fill, UNSURE_FILL) if cell.guess else colors.fill
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    track = box.adjusted(1, 0, -1, 0)
    high = BAR_HEIGHTS[rect.height() >= ROOMY]
    top = box.bottom() - high
    for chip in cell.chips:
        begin = round(chip.begin * track.width())
        # Three pixels at the least, or a block of half an hour would not be seen.
        width = max(round(chip.end * track.width()) - begin, 3)
        bar = QRect(track.x() + begin, top, width, high)
        if chip.goes_on:
            bar.setRight(rect.right())  # over the edge: it goes on in the next day
        painter.fillRect(bar, theme.tones[chip.tone].edge)
    draw_sign(painter, box, main.tone, colors.edge)
    if cell.guess:
        draw_unsure(painter, box, colors.edge, RADIUS, 1)


class _Run(NamedTuple):
    """The piece of a break that stands in one row."""

    rect: QRect
    begins: bool
    ends: bool


def _break_runs(days: Sequence[Placed]) -> Iterator[_Run]:
    """Each row's runs of free break days, drawn in one piece."""
    free = [day for day in days if day.cell.break_band and not day.cell.chips and not day.cell.gone]
    if not free:
        return
    begun = free[0]
    # After the last free day there is none: the pair with None ends the last run.
    for day, following in [*pairwise(free), (free[-1], None)]:
        if following is None or following.rect.y() != day.rect.y() or _apart(day, following):
            first, last = begun.cell.break_band, day.cell.break_band
            assert first is not None
            assert last is not None
            yield _Run(begun.rect.united(day.rect), first.begins, last.ends)
            begun = following or begun


def _apart(day: Placed, following: Placed) -> bool:
    return (following.cell.date - day.cell.date).days != 1


def _break(painter: QPainter, run: _Run, colors: ToneColors) -> None:
    """A hatched band, open where the break goes on in another row."""
    box = run.rect.adjusted(int(run.begins), 1, -int(run.ends), -1)
    open_by = 2 * RADIUS
    # Where the break goes on, the rounded end is drawn outside of the clip: the edge is straight there.
    shape = box.adjusted(0 if run.begins else -open_by, 0, 0 if run.ends else open_by, 0)
    painter.save()
    painter.setClipRect(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.fill)
    painter.drawRoundedRect(shape, RADIUS, RADIUS)
    painter.restore()
    high = HATCH_HEIGHTS[run.rect.height() >= ROOMY]
    hatched = QRectF(box.x(), box.bottom() - high + 1, box.width(), high)
    draw_hatching(painter, hatched, colors.edge, HATCH_STEP)
    painter.fillRect(box.x() + RADIUS, box.bottom(), box.width() - 2 * RADIUS, 1, colors.edge)


def _numbers(
    painter: QPainter, days: Sequence[Placed], theme: Theme, answers: Container[date]
) -> None:
    """The days' numbers, each in the color that goes with its ground; an answer's number has the left."""
    if not days:
        return
    height = days[0].rect.height()
    # Plain numbers first and then the bold ones: the font is set twice and not 30 times.
    for worked in (False, True):
        shown = font(TEXT[height >= ROOMY], bold=worked)
        metrics = QFontMetrics(shown)
        painter.setFont(shown)
        # All figures are of one width (style/fonts.py), so one tells where a number of two begins.
        digit = metrics.horizontalAdvance("0")
        baseline = (height - BAR_HEIGHTS[height >= ROOMY] + metrics.capHeight()) // 2
        for rect, cell in days:
            if bool(cell.chips) is worked:
                left = rect.width() - len(cell.number) * digit
                left = left - 1 if cell.date in answers else left // 2
                painter.setPen(_ink(cell, theme))
                painter.drawText(rect.x() + left, rect.y() + baseline, cell.number)


def _ink(cell: Cell, theme: Theme) -> QColor:
    if cell.chips:
        return theme.tones[main_chip(cell.chips).tone].text
    if cell.gone:
        return away_text(cell.gone.kind, theme)
    return theme.rest.text if cell.break_band else theme.text


def _answers(
    painter: QPainter, days: Sequence[Placed], theme: Theme, answers: Mapping[date, str]
) -> None:
    for rect, cell in days:
        if number := answers.get(cell.date):
            _answer(painter, rect, number, theme)


def _answer(painter: QPainter, rect: QRect, number: str, theme: Theme) -> None:
    """The number of an answer, on a disc at the left of the day's own."""
    painter.setFont(font(ANSWER_TEXT, bold=True))
    wide = max(ANSWER_DISC, painter.fontMetrics().horizontalAdvance(number) + 2)
    high = rect.height() - BAR_HEIGHTS[rect.height() >= ROOMY]
    disc = QRect(rect.x(), rect.y() + (high - ANSWER_DISC) // 2, wide, ANSWER_DISC)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.here)
    painter.drawRoundedRect(disc, ANSWER_DISC / 2, ANSWER_DISC / 2)
    painter.setPen(theme.on_here)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, number)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
