"""The one drawing of a list's rows: a week's heading, and a day with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from heartplanner.core.cells.cells import cell
from heartplanner.core.explain.agenda import Entry
from heartplanner.core.words.english import month_day, screen_dashes, sentence_case, weekday
from heartplanner.style.fonts import BODY, CARD, SMALL, font
from heartplanner.style.theme import Theme
from heartplanner.ui.year.year_paint import Placed, paint_days

PAD = 9
SWATCH = (42, 38)
TEXT_LEFT = PAD + SWATCH[0] + 12
DATE_WIDTH = 124
WIDE = 460
"""From this width on the date has a column of its own; below it, a line above the day's words."""
GAP = 2
TAG_PAD = 8
TAG_HEIGHT = 20
TAG_TEXT = SMALL
MARK = 2
TALL = 10_000
TOP_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class RowText(NamedTuple):
    """Some words of a row, and how they are set."""

    text: str
    size: int = BODY
    bold: bool = False
    muted: bool = False


class Measure:
    """The heights of words at the widths asked for; most of a year's are the same few."""

    def __init__(self) -> None:
        self._known: dict[tuple[RowText, int], int] = {}

    def height(self, words: RowText, width: int) -> int:
        # Qt asks for the height of every row before it draws one: a year of them, again at each width.
        known = self._known.get((words, width))
        if known is None:
            metrics = QFontMetrics(font(words.size, bold=words.bold))
            room = QRect(0, 0, width, TALL)
            known = metrics.boundingRect(room, WRAPPED, words.text).height()
            self._known[words, width] = known
        return known


class PlacedText(NamedTuple):
    """Words and where they are drawn, from the row's top left corner."""

    words: RowText
    rect: QRect


def heading_height(text: str, width: int, measure: Measure) -> int:
    return _heading(text, width, measure).rect.bottom() + PAD


def paint_heading(
    painter: QPainter, rect: QRect, text: str, theme: Theme, measure: Measure
) -> None:
    """Draw a week's heading, with a line under it."""
    painter.fillRect(rect, theme.window)
    _draw(painter, [_heading(text, rect.width(), measure)], theme)
    painter.fillRect(0, rect.bottom(), rect.width(), 1, theme.edge)


def entry_height(entry: Entry, width: int, measure: Measure, today: date) -> int:
    """A row's height: its words', or what stands beside them where that is more."""
    lines = _lines(entry, width, measure, _tags(entry, today))
    return max(*(line.rect.bottom() for line in lines), PAD + SWATCH[1]) + PAD


def paint_entry(
    painter: QPainter, rect: QRect, entry: Entry, theme: Theme, measure: Measure, today: date
) -> None:
    """Draw a day, at the painter's origin: as it stands in the year, its date, and its words."""
    painter.fillRect(rect, theme.page)
    paint_days(painter, [Placed(QRect(PAD, PAD, *SWATCH), cell(entry.day))], theme, today)
    tags = _tags(entry, today)
    _draw(painter, _lines(entry, rect.width(), measure, tags), theme)
    # From the right inward, into the room that the first line of words has left (see _lines).
    right = rect.width() - PAD
    for tag in tags:
        width = _tag_width(tag)
        _tag(painter, tag, QRect(right - width, PAD, width, TAG_HEIGHT), theme)
        right -= width + TAG_PAD
    painter.fillRect(0, rect.bottom(), rect.width(), 1, theme.grid)


def paint_mark(painter: QPainter, rect: QRect, color: QColor) -> None:
    """The frame of the day that the keys are on."""
    painter.setPen(QPen(color, MARK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -2, -2))


def paint_nothing(painter: QPainter, rect: QRect, text: str, theme: Theme) -> None:
    """Say that no row is left."""
    painter.fillRect(rect, theme.page)
    painter.setPen(theme.muted)
    painter.setFont(font(CARD, bold=True))
    painter.drawText(rect.adjusted(0, 40, 0, 0), TOP_CENTRE, text)


def _heading(text: str, width: int, measure: Measure) -> PlacedText:
    words = RowText(text, SMALL, bold=True, muted=True)
    room = width - 2 * PAD
    return PlacedText(words, QRect(PAD, PAD + 3, room, measure.height(words, room)))


def _tags(entry: Entry, today: date) -> list[str]:
    tags = ["working weekend"] if entry.weekend_on else []
    return [*tags, "today"] if entry.date == today else tags


def _tag_width(tag: str) -> int:
    metrics = QFontMetrics(font(TAG_TEXT, bold=True))
    return metrics.horizontalAdvance(tag) + 2 * TAG_PAD


def _tag(painter: QPainter, tag: str, box: QRect, theme: Theme) -> None:
    loud = tag == "today"
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent if loud else theme.track)
    painter.drawRoundedRect(box, TAG_HEIGHT // 2, TAG_HEIGHT // 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(theme.on_accent if loud else theme.text)
    painter.setFont(font(TAG_TEXT, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tag)


def _lines(entry: Entry, width: int, measure: Measure, tags: Sequence[str]) -> list[PlacedText]:
    """Where a row's words stand in this width; the first line leaves room for the tags."""
    day, month = weekday(entry.date), month_day(entry.date)
    said = list(_said(entry))
    # Painting and heights both go through here, so that a row is never higher than what is drawn.
    taken = sum(_tag_width(tag) + TAG_PAD for tag in tags)
    if width < WIDE:
        said.insert(0, RowText(f"{day}, {month}", BODY, bold=True))
        return _column(said, QRect(TEXT_LEFT, PAD, width - TEXT_LEFT - PAD, 0), measure, taken)
    date_words = [RowText(day, BODY, bold=True), RowText(month, BODY, muted=True)]
    left = TEXT_LEFT + DATE_WIDTH
    return [
        *_column(date_words, QRect(TEXT_LEFT, PAD, DATE_WIDTH, 0), measure),
        *_column(said, QRect(left, PAD, width - left - PAD, 0), measure, taken),
    ]


def _said(entry: Entry) -> Iterator[RowText]:
    yield RowText(screen_dashes(sentence_case(entry.what)), CARD, bold=True)
    for text in (*entry.changes, *entry.notes):
        yield RowText(screen_dashes(sentence_case(text)))
    yield RowText(screen_dashes(entry.why), SMALL, muted=True)


def _column(
    said: Sequence[RowText], room: QRect, measure: Measure, taken: int = 0
) -> list[PlacedText]:
    """Words one under the other from the room's top left on; the first is narrower by `taken`."""
    placed, top = [], room.y()
    for number, words in enumerate(said):
        width = room.width() - (taken if number == 0 else 0)
        height = measure.height(words, width)
        placed.append(PlacedText(words, QRect(room.x(), top, width, height)))
        top += height + GAP
    return placed


def _draw(painter: QPainter, lines: Sequence[PlacedText], theme: Theme) -> None:
    for words, rect in lines:
        painter.setFont(font(words.size, bold=words.bold))
        painter.setPen(theme.muted if words.muted else theme.text)
        painter.drawText(rect, WRAPPED, words.text)
