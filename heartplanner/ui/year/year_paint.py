"""The one drawing of a year's days: a month's cells at once, kind of mark by kind of mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from heartplanner.core.cells.cells import Cell, Chip
from heartplanner.style.theme import Theme, ToneColors, font

TEXT = (11, 13)
ROOMY = 24
"""From this height on a day has the larger of the two sizes of each."""
BAR_HEIGHTS = (2, 3)
HATCH_HEIGHTS = (3, 5)
HATCH_STEP = 4
WEEKEND_BAR = 2
RADIUS = 4
RING = 2
GUESSED = 0.45
"""How strong a day is filled of which the responder is not sure yet; it is framed as what may not be."""
THIN_PEN = 1


class Placed(NamedTuple):
    """A day and where it is drawn."""

    rect: QRect
    cell: Cell


def paint_days(painter: QPainter, days: Sequence[Placed], theme: Theme, today: date | None) -> None:
    """Draw the days of a month, which come in order and row by row, into whole pixels."""
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
            _gone(painter, rect, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for rect, cell in days:
        if cell.worked_weekend:
            painter.fillRect(rect.x(), rect.y(), rect.width(), WEEKEND_BAR, theme.text)
        if cell.date == today:
            ring(painter, rect, theme.accent)
    _numbers(painter, days, theme)


def ring(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """A frame just within a cell."""
    painter.setPen(QPen(colour, RING, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = RING // 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS, RADIUS)


def main_chip(chips: Sequence[Chip]) -> Chip:
    """The block whose tone the day is filled with: the longest."""
    return max(chips, key=lambda chip: chip.end - chip.begin)


def _worked(painter: QPainter, rect: QRect, cell: Cell, theme: Theme) -> None:
    """A day in its band's tone, and a bar for where in its 24 hours each block lies; framed if a guess."""
    box = rect.adjusted(1, 1, -1, -1)
    painter.setOpacity(GUESSED if cell.guess else 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tones[main_chip(cell.chips).tone].fill)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    track = box.adjusted(1, 0, -1, 0)
    high = BAR_HEIGHTS[rect.height() >= ROOMY]
    top = box.bottom() - high
    for chip in cell.chips:
        begin = round(chip.begin * track.width())
        width = max(round(chip.end * track.width()) - begin, 3)
        bar = QRect(track.x() + begin, top, width, high)
        painter.fillRect(bar, theme.tones[chip.tone].edge)
    painter.setOpacity(1)
    if cell.guess:
        _gone(painter, rect, theme)


def _gone(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """A dashed frame around what is not worked after all."""
    painter.setPen(QPen(theme.muted, THIN_PEN, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), RADIUS, RADIUS)


class _Run(NamedTuple):
    """The piece of a break that stands in one row."""

    rect: QRect
    begins: bool
    ends: bool


def _break_runs(days: Sequence[Placed]) -> Iterator[_Run]:
    """Each row's runs of free break days, drawn in one piece."""
    free = [day for day in days if day.cell.break_band and not day.cell.chips]
    if not free:
        return
    begun = free[0]
    for one, other in [*pairwise(free), (free[-1], None)]:
        if other is None or other.rect.y() != one.rect.y() or _apart(one, other):
            first, last = begun.cell.break_band, one.cell.break_band
            assert first is not None
            assert last is not None
            yield _Run(begun.rect.united(one.rect), first.begins, last.ends)
            begun = other or begun


def _apart(one: Placed, other: Placed) -> bool:
    return (other.cell.date - one.cell.date).days != 1


def _break(painter: QPainter, run: _Run, colours: ToneColors) -> None:
    """A band with drawn hatching (a brush's own pattern turns solid on paper)."""
    box = run.rect.adjusted(int(run.begins), 1, -int(run.ends), -1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.fill)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(QPen(colours.edge, THIN_PEN))
    high = HATCH_HEIGHTS[run.rect.height() >= ROOMY]
    bottom = box.bottom()
    painter.drawLines(
        [
            QLine(x, bottom, x + high, bottom - high)
            for x in range(box.x() + 1, box.right() - high + 1, HATCH_STEP)
        ]
    )
    painter.fillRect(box.x() + RADIUS, bottom, box.width() - 2 * RADIUS, 1, colours.edge)


def _numbers(painter: QPainter, days: Sequence[Placed], theme: Theme) -> None:
    """The days' numbers, each in the colour that goes with its ground."""
    if not days:
        return
    height = days[0].rect.height()
    plain = font(TEXT[height >= ROOMY])
    bold = QFont(plain)
    bold.setBold(True)
    for wanted in (False, True):
        shown = bold if wanted else plain
        metrics = QFontMetrics(shown)
        painter.setFont(shown)
        digit = metrics.horizontalAdvance("0")  # as wide as the others, in what fonts there are
        baseline = (height - BAR_HEIGHTS[height >= ROOMY] + metrics.capHeight()) // 2
        for rect, cell in days:
            if bool(cell.chips) is wanted:
                left = (rect.width() - len(cell.number) * digit) // 2
                painter.setPen(_ink(cell, theme))
                painter.drawText(rect.x() + left, rect.y() + baseline, cell.number)


def _ink(cell: Cell, theme: Theme) -> QColor:
    if cell.chips:
        return theme.tones[main_chip(cell.chips).tone].text
    return theme.rest.text if cell.break_band else theme.text
