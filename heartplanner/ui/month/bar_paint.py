"""The one drawing of an event that goes on for days: a bar over its days, open where it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from heartplanner.core.cells.cells import Cell
from heartplanner.core.cells.day_marks import CellNote
from heartplanner.core.cells.event_bars import EventBar
from heartplanner.style.fonts import SMALL
from heartplanner.style.theme import Theme, blend
from heartplanner.ui.day_icons import draw_sign, sign_of
from heartplanner.ui.widgets.text_fit import draw_line

BAR_HEIGHT, BAR_GAP = 17, 2
BAR_RADIUS = 5
BAR_PAD = 6
SIGN = 12
PALE_FILL = 0.4
NUMBER, BLOCK, LEAST_BLOCK, BAND = 30, 47, 24, 37
"""What of a cell's height a day's number, a block, a block of one line and a break's band take."""


class PlacedBar(NamedTuple):
    """A bar in a row: where the whole of it lies, from the left and upper edges of the cell being drawn."""

    bar: EventBar
    left: float
    width: float
    top: int


class BarRow(NamedTuple):
    """The bars of a row of days, and what the days that they cross have above them.

    `roomy` and `least`: the height that these take of their cells, as they would like to and at least.
    """

    bars: Sequence[EventBar] = ()
    roomy: int = 0
    least: int = 0

    @classmethod
    def of(cls, bars: Sequence[EventBar], cells: Sequence[Cell]) -> BarRow:
        crossed = [cell for bar in bars for cell in cells[bar.first : bar.last + 1]]
        blocks = max((len(cell.chips) or bool(cell.gone) for cell in crossed), default=0)
        free = (cell for cell in crossed if not cell.chips and not cell.gone)
        band = BAND if any(cell.break_band for cell in free) else 0
        return cls(
            bars, NUMBER + max(blocks * BLOCK, band), NUMBER + max(blocks * LEAST_BLOCK, band)
        )


def placed_bars(
    table: QTableView, row: BarRow, column: int, height: int, scale: float
) -> tuple[PlacedBar, ...]:
    """The bars that cross the cell in `column`, as it sees them, in the units of an enlarged painter.

    Where a row of this height has no room for a bar, it has none: then each day has its own words.
    """
    step = BAR_HEIGHT + BAR_GAP
    lanes = max((bar.lane + 1 for bar in row.bars), default=0)
    room = height + BAR_GAP  # below the last bar there is no gap
    shown = min(lanes, (room - row.least) // step)
    top = min(row.roomy, room - shown * step)
    return tuple(
        PlacedBar(bar, *reach_of(table, bar.first, bar.last, column, scale), top + bar.lane * step)
        for bar in row.bars
        if bar.lane < shown and bar.first <= column <= bar.last
    )


def reach_of(
    table: QTableView, first: int, last: int, column: int, scale: float
) -> tuple[float, float]:
    """Where columns begin as the one in `column` sees it, and how wide they are, enlarged by `scale`."""
    header = table.horizontalHeader()
    begin = header.sectionPosition(first)
    end = header.sectionPosition(last) + header.sectionSize(last)
    return (begin - header.sectionPosition(column)) / scale, (end - begin) / scale


def beside_bars(notes: Iterable[CellNote], bars: Sequence[PlacedBar]) -> tuple[CellNote, ...]:
    """The notes that no bar says."""
    return tuple(note for note in notes if not any(placed.bar.shows(note) for placed in bars))


def paint_bar(painter: QPainter, cell: QRect, placed: PlacedBar, theme: Theme, pale: bool) -> int:
    """Draw the part of a bar that crosses this cell; where notes may begin below it."""
    bar = placed.bar
    badge = bar.note.badge
    colors = theme.calendars[badge.color] if badge else None
    row = QRect(cell.x(), cell.y() + placed.top, cell.width(), BAR_HEIGHT)
    whole = QRectF(row.x() + placed.left, row.y(), placed.width, BAR_HEIGHT - 1)
    open_by = 2 * BAR_RADIUS  # an open end runs out of the row, whose edge cuts it
    shape = whole.adjusted(
        BAR_PAD if bar.begins else -open_by, 0.5, -BAR_PAD if bar.ends else open_by, -0.5
    )
    painter.save()
    painter.setClipRect(QRectF(row).intersected(whole.adjusted(0, 0, 0, 1)))
    fill = colors.fill if colors else theme.page
    painter.setPen(QPen(colors.edge if colors else theme.field, 1))
    painter.setBrush(blend(theme.page, fill, PALE_FILL) if pale else fill)
    painter.drawRoundedRect(shape, BAR_RADIUS, BAR_RADIUS)
    left = round(whole.x()) + BAR_PAD + 4
    if sign := sign_of(bar.note):
        draw_sign(painter, QRect(left, row.y() + (BAR_HEIGHT - SIGN) // 2, SIGN, SIGN), sign, theme)
        left += SIGN + 5
    painter.setPen(colors.text if colors else theme.text)
    text = QRect(left, row.y(), round(whole.right()) - BAR_PAD - 2 - left, BAR_HEIGHT - 1)
    draw_line(painter, text, bar.span.words, SMALL, bold=False)
    painter.restore()
    return row.bottom() + BAR_GAP
