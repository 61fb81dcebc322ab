"""The one drawing of a day's cell and of a week's total."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from heartplanner.core.cells.break_runs import BreakRun
from heartplanner.core.cells.cells import Cell, WeekCell, Wording
from heartplanner.core.explain.reasons import NOT_CONFIRMED
from heartplanner.style.fonts import BODY, CARD, SMALL, font
from heartplanner.style.theme import Theme, blend
from heartplanner.ui.day_frames import draw_hatching
from heartplanner.ui.month.bar_paint import PlacedBar, beside_bars, paint_bar, reach_of
from heartplanner.ui.month.block_paint import (
    HEIGHTS,
    NARROW,
    PALE_FILL,
    RADIUS,
    paint_away,
    paint_block,
)
from heartplanner.ui.month.note_paint import (
    NOTE_HEIGHT,
    Notes,
    notes_height,
    paint_beside_number,
    paint_notes,
)
from heartplanner.ui.widgets.text_fit import (
    CENTRE,
    LEFT,
    WRAPPED,
    draw_line,
)

PAD = 6
NUMBER_HEIGHT = 30
TODAY_DISC = 26
BAND_HEIGHT = 34
HATCHED = 7
THIN_BAND = 3
PILL_HEIGHT, PILL_PAD, PILL_REACH = 20, 8, 4
WEEKEND_BAR = 3
LINE, TIGHT_LINE = 16, 14
"""The height of a small line, and where there is little room."""
BETWEEN = 3
ROOMY_TOTAL = 80


class PlacedRun(NamedTuple):
    """A break's band in a row: where the whole of it lies, from the left edge of the cell being drawn."""

    run: BreakRun
    left: float
    width: float


def placed_run(table: QTableView, run: BreakRun, column: int, scale: float) -> PlacedRun:
    """A run's place as the cell in `column` sees it, in the units of a painter enlarged by `scale`."""
    return PlacedRun(run, *reach_of(table, run.first, run.last, column, scale))


class Look(NamedTuple):
    """How a cell is to be drawn beside what it says.

    `band`: the break's band that crosses it; `bars`: those of events that do; `mark`: what is said of a
    change that is not saved yet.
    """

    pale: bool = False
    today: bool = False
    selected: bool = False
    focused: bool = False
    band: PlacedRun | None = None
    bars: tuple[PlacedBar, ...] = ()
    mark: Wording = ()


def paint_cell(painter: QPainter, rect: QRect, cell: Cell, theme: Theme, look: Look) -> None:
    """Draw a day's cell into whole pixels."""
    # From the ground up: ground, grid, weekend bar, what the day is, its notes, its number, the frame.
    quiet = cell.on_weekend or look.pale
    painter.fillRect(rect, theme.weekend if quiet else theme.page)
    painter.setPen(theme.grid)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    if cell.worked_weekend and cell.chips:
        bar = QRect(rect.x(), rect.y(), rect.width(), WEEKEND_BAR)
        painter.fillRect(bar, theme.edge if look.pale else theme.muted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    top = rect.y() + NUMBER_HEIGHT
    # Bars have one place in all cells of a row; the blocks above them take what is left.
    floor = rect.y() + min(bar.top for bar in look.bars) if look.bars else rect.bottom() - 4
    inner = QRect(rect.x() + PAD, top, rect.width() - 2 * PAD + 1, floor - top)
    if look.band:
        _band(painter, QRect(rect.x(), top, rect.width(), BAND_HEIGHT), look, theme)
        below = top + BAND_HEIGHT + 3
    else:
        if cell.break_band:
            thin = QRect(rect.x(), top - THIN_BAND, rect.width(), THIN_BAND)
            painter.fillRect(thin, theme.rest.edge)
        below = _blocks(painter, inner, cell, theme, look)
    below = max([below, *(paint_bar(painter, rect, bar, theme, look.pale) for bar in look.bars)])
    room = QRect(inner.x() + 1, below, inner.width() - 2, rect.bottom() - 5 - below)
    notes = beside_bars(cell.notes, look.bars)
    # Notes before the number: those that find no room are told of beside it.
    hidden = paint_notes(painter, room, notes, theme)
    _number(painter, QRect(rect.topLeft(), rect.size()), cell, theme, look, hidden)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if look.selected:
        paint_selected(painter, rect, theme, focused=look.focused)


def paint_selected(painter: QPainter, rect: QRect, theme: Theme, *, focused: bool) -> None:
    """The blue frame of a chosen day, thicker where the keys are."""
    width = 3 if focused else 2
    painter.setPen(QPen(theme.here, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_total(
    painter: QPainter, rect: QRect, week: WeekCell, theme: Theme, *, working_weekend: bool = False
) -> None:
    """Draw a week's hours and its place in the cycle, beside its row, and that its weekend is worked."""
    painter.fillRect(rect, theme.window)
    text = rect.adjusted(10 if rect.width() > ROOMY_TOTAL else 8, 0, 0, 0)
    painter.setPen(theme.text)
    draw_line(painter, _row(text, 4, 24), (week.hours,), CARD, bold=True)
    painter.setPen(theme.muted)
    top = 28
    remark = remark_lines(week.remark) if rect.width() > ROOMY_TOTAL else []
    lines = [*remark, week.place] if week.place else remark
    tall = LINE if LINE * len(lines) <= rect.height() - top else TIGHT_LINE
    for line in lines:
        wording = (line, line.removeprefix("week ").replace("called off", "off"))
        draw_line(painter, _row(text, top, tall), wording, SMALL, bold=False)
        top += tall
    if working_weekend:
        _working_weekend(painter, rect, text, top, theme)


def remark_lines(remark: str) -> list[str]:
    """A week's remark on short lines, a fact each: 4 h leave; 12 h called off; 40 h planned."""
    return [line for part in remark.split(", ") for line in part.split(" and ") if line]


def _working_weekend(painter: QPainter, rect: QRect, text: QRect, top: int, theme: Theme) -> None:
    """The bar that stands over worked weekends, and what it means, as far as there is room for it."""
    room = rect.height() - top
    if room >= 8 + 2 * 16:
        painter.fillRect(QRect(text.x(), rect.y() + top + 4, 24, WEEKEND_BAR), theme.muted)
        painter.setFont(font(SMALL))
        painter.drawText(_row(text, top + 10, 34), WRAPPED, "working\nweekend")
    elif room >= WEEKEND_BAR + 2 * TIGHT_LINE:
        painter.fillRect(QRect(text.x(), rect.y() + top, 24, WEEKEND_BAR), theme.muted)
        for number, word in enumerate(("working", "weekend")):
            line = _row(text, top + WEEKEND_BAR + number * TIGHT_LINE, TIGHT_LINE)
            draw_line(painter, line, (word,), SMALL, bold=False)


def _row(rect: QRect, top: int, height: int) -> QRect:
    return QRect(rect.x(), rect.y() + top, rect.width(), height)


def _number(
    painter: QPainter, rect: QRect, cell: Cell, theme: Theme, look: Look, hidden: Notes
) -> None:
    """The day's number, and beside it its caption and what has no room below.

    `hidden`: the notes that have none.
    """
    row = QRect(rect.x(), rect.y() + 2, rect.width(), NUMBER_HEIGHT - 2)
    painter.setFont(font(CARD, bold=not look.pale or look.today))
    width = painter.fontMetrics().horizontalAdvance(cell.number)
    box = QRect(row.x() + PAD, row.y(), max(width + 6, TODAY_DISC), row.height())
    if look.today:
        _today(painter, box, cell.number, theme)
    else:
        painter.setPen(theme.muted if look.pale else theme.text)
        painter.drawText(box.adjusted(3, 0, 0, 0), LEFT, cell.number)
        box.setRight(box.x() + 3 + width)
    beside = row.adjusted(box.right() - row.x() + 6, 0, -PAD, 0)
    caption = cell.caption
    if look.mark:
        beside = _pill(painter, beside, look.mark, theme)
    else:
        narrow = rect.width() - 2 * PAD + 1 < NARROW
        beside, caption = paint_beside_number(painter, beside, cell, hidden, theme, narrow=narrow)
    if cell.guess and not cell.chips and not _has_room_for_doubt(painter, row):
        caption = caption[-1:]
    painter.setPen(theme.muted)
    draw_line(painter, beside, caption, SMALL, bold=False)


def _has_room_for_doubt(painter: QPainter, row: QRect) -> bool:
    """Whether the words of doubt fit beside any number: one state has one sign in all cells of a width."""
    painter.setFont(font(CARD, bold=True))
    number = max(painter.fontMetrics().horizontalAdvance("30") + 6, TODAY_DISC)
    longest = f"Sep, {NOT_CONFIRMED}"
    painter.setFont(font(SMALL))
    words = painter.fontMetrics().horizontalAdvance(longest)
    return words <= row.width() - 2 * PAD - number - 6


def _pill(painter: QPainter, beside: QRect, mark: Wording, theme: Theme) -> QRect:
    """What a day is in a change that is not saved yet, at the right; what is left of the row."""
    painter.setFont(font(SMALL, bold=True))
    advance = painter.fontMetrics().horizontalAdvance
    room = beside.adjusted(-PILL_REACH, 0, PILL_REACH, 0)
    # The longest wording that fits, else the shortest: the pill may then reach into the cell's margin.
    fits = (words for words in mark if advance(words) + 2 * PILL_PAD <= beside.width())
    text = next(fits, mark[-1])
    width = min(advance(text) + 2 * PILL_PAD, room.width())
    pill = QRect(0, 0, width, PILL_HEIGHT)
    right = beside.right() if width <= beside.width() else room.right()
    pill.moveCenter(QPoint(right - width // 2, beside.center().y()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.here)
    painter.drawRoundedRect(pill, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
    painter.setPen(theme.on_here)
    painter.drawText(pill, CENTRE, text)
    return beside.adjusted(0, 0, -width - 3, 0)


def _today(painter: QPainter, box: QRect, number: str, theme: Theme) -> None:
    """Today's number, on a disc."""
    disc = QRect(0, 0, TODAY_DISC, TODAY_DISC)
    disc.moveCenter(box.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawEllipse(disc)
    painter.setPen(theme.on_accent)
    painter.drawText(box, CENTRE, number)


def _blocks(painter: QPainter, inner: QRect, cell: Cell, theme: Theme, look: Look) -> int:
    """The day's blocks one under the other, or the frame in their place; where they end."""
    if cell.gone:
        height = min(HEIGHTS[1], inner.height())
        paint_away(painter, QRect(inner.x(), inner.y(), inner.width(), height), cell.gone, theme)
        return inner.y() + height + BETWEEN
    if not cell.chips:
        return inner.y()
    height = _block_height(inner, len(cell.chips), beside_bars(cell.notes, look.bars))
    top = inner.y()
    for chip in cell.chips:
        box = QRect(inner.x(), top, inner.width(), height)
        paint_block(painter, box, chip, theme, pale=look.pale, unsure=cell.guess)
        top += height + BETWEEN
    return top


def _block_height(inner: QRect, count: int, notes: Notes) -> int:
    """The height of each of so many blocks: details give way where notes need the room."""
    # First all notes are kept in sight, then one line of them, then none: the block is the news.
    for kept in (notes_height(notes, inner.width() - 2), NOTE_HEIGHT * bool(notes), 0):
        room = (inner.height() - kept) // count - BETWEEN
        fitting = [height for height in HEIGHTS if height <= room]
        if fitting and fitting[-1] > HEIGHTS[0]:
            return fitting[-1]
    room = inner.height() // count - BETWEEN
    return max((height for height in HEIGHTS if height <= room), default=min(HEIGHTS[0], room))


def _band(painter: QPainter, row: QRect, look: Look, theme: Theme) -> None:
    """The part of a break's band that crosses this cell: one band a row, open where it goes on."""
    assert look.band is not None
    run, left, width = look.band
    colors = theme.rest
    whole = QRectF(row.x() + left, row.y(), width, row.height())
    whole.adjust(PAD if run.begins else 0, 0, -PAD if run.ends else 0, 0)
    open_by = 2 * RADIUS  # an open end runs out of the row, whose edge cuts it
    shape = whole.adjusted(0 if run.begins else -open_by, 0, 0 if run.ends else open_by, 0)
    fill = blend(theme.page, colors.fill, PALE_FILL) if look.pale else colors.fill
    painter.save()
    # Each cell draws the whole band and shows its own part: so the text runs over cells without a seam.
    painter.setClipRect(QRectF(row).intersected(whole))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(shape, RADIUS, RADIUS)
    hatched = QRectF(whole.x(), whole.bottom() - HATCHED, whole.width(), HATCHED)
    draw_hatching(painter, hatched, colors.edge)
    painter.setPen(colors.text)
    text = whole.adjusted(9, 2, -4, -HATCHED + 2)
    draw_line(painter, text.toRect(), run.text, BODY if width > 200 else SMALL, bold=True)
    painter.restore()
