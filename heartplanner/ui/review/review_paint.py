"""The one drawing of a row of the review: its day, what it is read as, its line, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from heartplanner.core.cells.cells import Tone
from heartplanner.core.explain.rosters.review_text import row_words
from heartplanner.core.plan.change import AbsenceKind
from heartplanner.core.plan.model import ADMIN, FREE
from heartplanner.core.roster.review import ReviewRow
from heartplanner.core.roster.roster import DayChange, SwapSide
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.style.fonts import BODY, SMALL, font
from heartplanner.style.icons import draw_icon
from heartplanner.style.theme import Theme, ToneColors
from heartplanner.ui.review.review_rows import RowStanding, ShownRow
from heartplanner.ui.widgets.text_fit import CENTRE, LEFT, draw_line

PAD = 12
HEIGHT, TALL = 36, 60
"""Of a row on one line, and on two where there is no width for one."""
WIDE = 640
DATE, READ, NOTE = 132, 212, 240
NUMBER = 34
CHIP, ICON, GAP, RADIUS = 18, 16, 8, 4
MARK = 2
LINE = 24
ICONS = {RowStanding.FITS: "tick", RowStanding.DIFFERS: "warn", RowStanding.UNCLEAR: "warn"}
TONES = {"D": Tone.DAY, "E": Tone.EVENING, ADMIN: Tone.ADMIN}
SIGNS: dict[DayChange, str] = {
    **{kind: str(kind) for kind in AbsenceKind},
    SwapSide.GIVEN: "swap",
    SwapSide.TAKEN: "swap",
    Kind.EXTRA: "extra",
    Kind.TRAINING: "training",
}
"""The icons of changes, as in the menus."""
LETTERS_SHOWN = f"SDE{ADMIN}"
HEADINGS = ("Date", "As read", "Line in your roster", "The rotation")
COMPARED = (*HEADINGS[:3], "Your schedule")


def row_height(width: int) -> int:
    """A row's height in this width, at the usual size of text."""
    return HEIGHT if width >= WIDE else TALL


def paint_row(
    painter: QPainter, rect: QRect, shown: ShownRow, display: DisplayFormat, theme: Theme
) -> None:
    """Draw a row at the painter's origin. What was said in a roster is drawn as plain text."""
    warns = shown.standing in (RowStanding.DIFFERS, RowStanding.UNCLEAR)
    painter.fillRect(rect, theme.warning.fill if warns else theme.page)
    ink = theme.warning.text if warns else theme.text
    quiet = theme.muted if shown.standing in (RowStanding.QUIET, RowStanding.WAITS) else ink
    day, read, line, note = _places(rect)
    row = shown.row
    painter.setPen(quiet)
    draw_line(painter, day, (shown.day,), BODY, bold=warns)
    if row.reading:
        _chip(painter, read, row, theme)
        read.setLeft(read.left() + CHIP + GAP)
    painter.setPen(quiet)
    _cut(painter, read.adjusted(0, 0, -GAP, 0), row_words(row, display))
    _line(painter, line, row, theme.muted if not warns else ink, quiet)
    _note(painter, note, shown, theme, ink)
    painter.fillRect(0, rect.bottom(), rect.width(), 1, theme.grid)


def paint_headings(painter: QPainter, rect: QRect, headings: tuple[str, ...], theme: Theme) -> None:
    """Draw what the columns hold, where they stand side by side."""
    painter.fillRect(rect, theme.page)
    painter.setPen(theme.muted)
    for place, words in zip(_places(rect), headings, strict=True):
        draw_line(painter, place, (words,), SMALL, bold=True)
    painter.fillRect(0, rect.bottom(), rect.width(), 1, theme.grid)


def paint_mark(painter: QPainter, rect: QRect, color: QColor) -> None:
    """The frame of the row that the keys are on."""
    painter.setPen(QPen(color, MARK))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _places(rect: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """Where day, reading, line and note stand: in four columns, or two on each of two lines."""
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    if rect.width() >= WIDE:
        note = min(NOTE, inner.width() // 3)
        left = inner.left() + DATE + READ
        return (
            QRect(inner.left(), 0, DATE, rect.height()),
            QRect(inner.left() + DATE, 0, READ, rect.height()),
            QRect(left, 0, inner.right() - note - GAP - left, rect.height()),
            QRect(inner.right() - note, 0, note, rect.height()),
        )
    # Narrow: what the line is read as stands above, what it said and how that fits below.
    half = inner.width() // 2
    top, below = 4, 4 + LINE
    return (
        QRect(inner.left(), top, DATE, LINE),
        QRect(inner.left() + DATE, top, inner.width() - DATE, LINE),
        QRect(inner.left(), below, half - GAP, LINE),
        QRect(inner.left() + half, below, inner.width() - half, LINE),
    )


def letter_colors(letter: str, theme: Theme) -> ToneColors | None:
    """The colors of a reading's letter; a free day has none."""
    return None if letter == FREE else theme.tones[TONES.get(letter, Tone.OTHER)]


def shown_letter(letter: str) -> str:
    """The letter of a day as the program's own calendar has it; W and N stand in no calendar."""
    return letter if letter in LETTERS_SHOWN else ""


def _chip(painter: QPainter, place: QRect, row: ReviewRow, theme: Theme) -> None:
    """The letter of a reading on its tone, or the sign of a change; a free day has neither.

    An empty box would be taken for one to tick.
    """
    assert row.reading is not None
    colors = letter_colors(row.reading.letter, theme)
    letter = shown_letter(row.reading.letter)
    box = QRectF(place.left(), place.center().y() - CHIP / 2 + 1, CHIP, CHIP)
    if row.reading.change:
        draw_icon(painter, box, SIGNS[row.reading.change], theme.text)
        return
    if colors is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(QPen(colors.edge, 1))
    painter.setBrush(colors.fill)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(colors.text)
    painter.setFont(font(SMALL, bold=True))
    painter.drawText(box, CENTRE, letter)


def _line(painter: QPainter, place: QRect, row: ReviewRow, quiet: QColor, ink: QColor) -> None:
    """The line's number and what it says."""
    if row.line is not None:
        painter.setPen(quiet)
        painter.setFont(font(BODY))
        painter.drawText(
            QRect(place.left(), place.top(), NUMBER, place.height()), LEFT, str(row.line)
        )
    painter.setPen(ink)
    _cut(painter, place.adjusted(NUMBER, 0, 0, 0), row.text)


def _note(painter: QPainter, place: QRect, shown: ShownRow, theme: Theme, ink: QColor) -> None:
    """How it stands to the rotation, with a tick or a warning sign."""
    name = ICONS.get(shown.standing)
    if name:
        box = QRectF(place.left(), place.center().y() - ICON / 2 + 1, ICON, ICON)
        draw_icon(painter, box, name, theme.good if name == "tick" else theme.warning.edge)
        place.setLeft(place.left() + ICON + GAP)
    painter.setPen(ink if name == "warn" else theme.muted)
    _cut(painter, place, shown.note)


def _cut(painter: QPainter, place: QRect, text: str) -> None:
    """Words of any length in one size; the card beside the table has them whole."""
    painter.setFont(font(BODY))
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, LEFT, shown)
