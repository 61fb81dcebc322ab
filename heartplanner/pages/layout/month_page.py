"""The layout of a month on one page: title, weekdays, rows of days with the weeks' hours, and the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from heartplanner.core.cells.day_marks import EventSpan
from heartplanner.core.sheets.month import MonthSheet, PaperDay, PaperRow
from heartplanner.core.sheets.paper_block import NEXT_DAY
from heartplanner.core.words.english import month_day, span_days
from heartplanner.pages import print_colors
from heartplanner.pages.layout.cells.day_cell import lay_day
from heartplanner.pages.layout.cells.event_bar import PaperBar, lay_bar, placed_bars
from heartplanner.pages.layout.month_footer import FootNote, LaidOut, lay_foot
from heartplanner.pages.layout.title_footer import lay_head
from heartplanner.pages.page import MARGIN, SIZES, Box, Page, PageItem, Setting, Stroke, TextItem
from heartplanner.pages.text_fit import Pen, TextStyle, height, largest, wrapped

WEEKDAYS = (TextStyle(11, bold=True), TextStyle(10, bold=True), TextStyle(8))
WEEK_HOURS = tuple(TextStyle(size, bold=True) for size in (15, 14, 13, 12, 11, 10, 9))
WEEK_WORDS = tuple(TextStyle(size) for size in (8, 7.5, 7, 6.5, 6))
WEEK_WIDTH = 43.0
"""The width of the column of the weeks' hours."""
GAP = 6.0
LEAST_ROW = 61.5
"""The least height of a row: its number, letter, hours, and a line beside them."""


class Foot(NamedTuple):
    """How much of the page its foot has, whether the small months stand in it, and how close its notes."""

    height: float
    small_months: bool = True
    running: bool = False


FEET = (
    *(Foot(100), Foot(118), Foot(140), Foot(118, False), Foot(140, False), Foot(165, False)),
    *(Foot(tall, small_months=False, running=True) for tall in (140, 165)),
)
"""The first is every month's; the next ones are for as many notes as it has no room for."""


def month_page(sheet: MonthSheet, setting: Setting) -> Page:
    """The one page of a month; what has no room anywhere on it is said in `left_out`."""
    body = Box(0, 0, *SIZES[setting.paper]).inset(MARGIN)
    head, complaint = lay_head(sheet.title, sheet.name, body)
    top = max(word.box.bottom for word in head)
    names = Box(body.x, top, body.width, height(WEEKDAYS[0]) + 2)
    items: list[PageItem] = [*head, *_weekdays(sheet, names)]
    best: LaidOut | None = None
    # Each foot is tried in turn: the first takes the least from the days, the last has most room for notes.
    for foot in FEET:
        tall = body.bottom - foot.height - GAP - names.bottom
        # Rows are not made lower than their letters need, only so that a note has room.
        if best and (not best.left_out or tall / len(sheet.rows) < LEAST_ROW):
            continue
        grid = Box(body.x, names.bottom, body.width, tall)
        part = _below(sheet, grid, body, setting, foot)
        if best is None or len(part.left_out) < len(best.left_out):
            best = part
    assert best is not None
    left_out = [f"{sheet.title}: {line}" for line in (*complaint, *best.left_out)]
    return Page(sheet.title, setting.paper, (*items, *best.items), tuple(left_out))


def _below(sheet: MonthSheet, grid: Box, body: Box, setting: Setting, foot: Foot) -> LaidOut:
    """The rows of days, and the foot under them."""
    cells, entries = _grid(sheet, grid, setting)
    shown = sheet if foot.small_months else sheet._replace(neighbors=())
    room = body.below(grid.bottom + GAP)
    words = [item.text for item in cells if isinstance(item, TextItem)]
    next_day = any(word.endswith(f" {NEXT_DAY}") for word in words)
    below = lay_foot(
        shown, entries, room, light=setting.light, next_day=next_day, running=foot.running
    )
    return LaidOut([*cells, *below.items], below.left_out)


def _columns(box: Box) -> list[Box]:
    """The seven days of a row."""
    wide = (box.width - WEEK_WIDTH) / 7
    return [Box(box.x + n * wide, box.y, wide, box.height) for n in range(7)]


def _week_column(box: Box) -> Box:
    return Box(box.right - WEEK_WIDTH, box.y, WEEK_WIDTH, box.height)


def _weekdays(sheet: MonthSheet, row: Box) -> Iterator[PageItem]:
    boxes = [*_columns(row), _week_column(row)]
    for name, box in zip((*sheet.weekdays, sheet.week_title), boxes, strict=True):
        # The last column is narrow: there the name is shortened rather than set too small.
        wording = (name, name[:3])
        text, style = largest(wording, WEEKDAYS, box.width - 5) or (
            name[:3],
            TextStyle(8, bold=True),
        )
        pen = Pen(style, print_colors.BLACK)
        left = box.x + (4 if box.width > WEEK_WIDTH else 5)
        yield pen.at(text, left, box.bottom - height(style) - 1, box)


def _grid(sheet: MonthSheet, grid: Box, setting: Setting) -> tuple[list[PageItem], list[FootNote]]:
    """The rows, and the entries of the numbered list."""
    items: list[PageItem] = []
    entries: list[FootNote] = []
    tall = grid.height / len(sheet.rows)
    over: list[PageItem] = []
    for index, row in enumerate(sheet.rows):
        box = Box(grid.x, grid.y + index * tall, grid.width, tall)
        boxes = _columns(box)
        bars = placed_bars(row.days, boxes)
        for column, cell in enumerate(boxes):
            crossing = [one for one in bars if one.bar.first <= column <= one.bar.last]
            items += _lay_cell(row.days[column], cell, crossing, entries, setting)
        items += _week(row, _week_column(box))
        over += [item for one in bars for item in lay_bar(one, row.days)]
    # Bars go over the lines between days: an event is one thing.
    return [*items, *_lines(grid, len(sheet.rows)), *over], entries


def _lay_cell(
    day: PaperDay, box: Box, bars: Sequence[PaperBar], entries: list[FootNote], setting: Setting
) -> list[PageItem]:
    """A day's cell without what its bars say; what has no room in it is added to the entries."""
    noted = day.cell.notes
    notes = tuple(note for note in noted if not any(one.bar.shows(note) for one in bars))
    day = day._replace(cell=day.cell._replace(notes=notes))
    floor = min((one.box.y - 1 for one in bars), default=None)
    number = len(entries) + 1
    laid = lay_day(day, box, number, light=setting.light, floor=floor)
    spans = {note.text: note.span for note in notes if note.span}
    own = tuple(text for text in laid.left if text not in spans)
    left = [span for text, span in spans.items() if text in laid.left]
    of_spans = [_footnote(span) for span in left]
    if own:
        entries.append(FootNote(month_day(day.cell.date), own))
    entries += [note for note in of_spans if note not in entries]
    if of_spans and not own:
        # Of an event that goes on for days one note says it, and each of its cells has that number.
        number = entries.index(of_spans[0]) + 1
        laid = lay_day(day, box, number, light=setting.light, floor=floor)
    return laid.items


def _footnote(span: EventSpan) -> FootNote:
    return FootNote(span_days(span.first, span.last), span.words[:1])


def _week(row: PaperRow, box: Box) -> list[TextItem]:
    """The week's hours, and under them its place in the cycle and what was planned if that differs.

    In the largest type in which all of it fits.
    """
    room = box.inset(5, 2)
    laid: list[TextItem] = []
    for small in WEEK_WORDS:
        laid = list(_week_lines(row, room, box, small))
        if not laid or laid[-1].box.bottom <= room.bottom:
            break
    return laid


def _week_lines(row: PaperRow, room: Box, box: Box, small: TextStyle) -> Iterator[TextItem]:
    fitting = largest((row.week.hours,), WEEK_HOURS, room.width + 4)
    style = fitting[1] if fitting else WEEK_HOURS[-1]
    top = room.y
    for words, text_style in (
        (row.week.hours, style),
        (row.week.remark, small),
        (row.week.place, small),
    ):
        for line in (
            [words]
            if fitting and text_style is style
            else wrapped(words, text_style, room.width + 2)
        ):
            yield Pen(text_style, print_colors.BLACK).at(line, room.x, top, box)
            top += height(text_style)


def _lines(grid: Box, rows: int) -> Iterator[PageItem]:
    """The grid's lines, over everything that is filled."""
    tall = grid.height / rows
    for n in range(rows + 1):
        y = grid.y + n * tall
        yield Stroke((grid.x, y), (grid.right, y), print_colors.GRID_LINE, print_colors.GRID)
    wide = (grid.width - WEEK_WIDTH) / 7
    for n in range(8):
        x = grid.x + n * wide
        yield Stroke((x, grid.y), (x, grid.bottom), print_colors.GRID_LINE, print_colors.GRID)
