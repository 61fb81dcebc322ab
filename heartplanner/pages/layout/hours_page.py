"""The layout of a sheet of hours: the days at the left, the sums at the right, the plot under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heartplanner.core.hours.book_text import COLUMNS, FigureLine
from heartplanner.core.sheets.hours_sheet import HoursSheet, HoursSheetRow
from heartplanner.pages import print_colors
from heartplanner.pages.layout.hours_plot import lay_plot
from heartplanner.pages.layout.title_footer import lay_footer, lay_head
from heartplanner.pages.page import MARGIN, SIZES, Box, Page, PageItem, Setting, Stroke, TextItem
from heartplanner.pages.text_fit import Pen, TextStyle, height, largest, width, wrapped

TITLES = tuple(TextStyle(size, bold=True) for size in (24, 22, 20, 18, 16, 14))
NOTE = TextStyle(10)
SMALL = TextStyle(7.5)
LEFT_SHARE = 0.54
BETWEEN = 24.0
COLUMN_GAP = 12.0
TITLE_SHARE, TEXT_SHARE = 0.19, 0.38
"""Where in a line its words begin, and how much of it they are to have."""
FIGURE_SIZES = (9, 8.5, 8, 7.5, 7, 6.5, 6)
ROW_SIZES = (10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6)
LEADING, TIGHT = 1.25, 1.02
"""Between two lines of a table, in heights of a line: where there is room, and at least."""
LINE = 0.4
PLOT_HEIGHT = 130.0


def hours_page(sheet: HoursSheet, setting: Setting) -> Page:
    """The one page of a sheet of hours; what has no room on it is said in `left_out`."""
    body = Box(0, 0, *SIZES[setting.paper]).inset(MARGIN)
    head, complaint = lay_head(sheet.title, sheet.name, body, TITLES)
    notes = list(_notes(sheet.notes, body.below(max(word.box.bottom for word in head) + 2)))
    top = (notes[-1].box.bottom if notes else head[0].box.bottom) + 8
    footer = lay_footer(sheet.footer, body)
    room = Box(body.x, top, body.width, footer.box.y - 6 - top)
    left = room._replace(width=room.width * LEFT_SHARE)
    right = Box(left.right + BETWEEN, top, room.right - left.right - BETWEEN, room.height)
    figures = list(_figures(sheet.figures, right))
    items: list[PageItem] = [*head, *notes, *_table(sheet, left), *figures, footer]
    under = right.below(max(word.box.bottom for word in figures if isinstance(word, TextItem)) + 14)
    if sheet.bars:
        items += lay_plot(sheet.bars, under._replace(height=min(under.height, PLOT_HEIGHT)))
    left_out = tuple(f"{sheet.title}: {line}" for line in complaint)
    return Page(sheet.title, setting.paper, tuple(items), left_out)


def _notes(texts: Sequence[str], box: Box) -> Iterator[TextItem]:
    y = box.y
    for text in texts:
        word = Pen(NOTE, print_colors.BLACK).at(text, box.x, y, box)
        yield word
        y = word.box.bottom


def _amount_width(columns: Sequence[Sequence[str]], style: TextStyle) -> float:
    """The width of a column of amounts: of the widest, and what keeps it from the one before it."""
    loud = TextStyle(style.size, bold=True)
    widest = max((width(amount, loud) for amounts in columns for amount in amounts), default=0.0)
    return widest + COLUMN_GAP


def _row_style(rows: Sequence[HoursSheetRow], box: Box) -> TextStyle:
    """The largest type in which these lines stand in a box, with their titles and amounts."""
    styles = [TextStyle(size) for size in ROW_SIZES]
    return next((style for style in styles if _stands(rows, box, style)), styles[-1])


def _stands(rows: Sequence[HoursSheetRow], box: Box, style: TextStyle) -> bool:
    loud = TextStyle(style.size, bold=True)
    titles = max(width(row.title, loud) for row in rows)
    amounts = _amount_width([row.amounts for row in rows], style) * len(rows[0].amounts)
    texts = box.width * TEXT_SHARE if any(row.text for row in rows) else 0.0
    wide = titles + amounts + texts <= box.width
    return wide and len(rows) * height(style) * TIGHT <= box.height


def _table(sheet: HoursSheet, box: Box) -> Iterator[PageItem]:
    rows = (HoursSheetRow("", "", sheet.columns, strong=True), *sheet.rows)
    style = _row_style(rows, box)
    wide = _amount_width([row.amounts for row in rows], style)
    tall = min(height(style) * LEADING, box.height / len(rows))
    y = box.y
    for row in rows:
        yield from _row(row, Box(box.x, y, box.width, tall), style, wide)
        y += tall


def _row(row: HoursSheetRow, box: Box, style: TextStyle, wide: float) -> Iterator[PageItem]:
    """A day's title, what is worked, and its hours under their headings, in columns so wide."""
    pen = Pen(TextStyle(style.size, row.strong), print_colors.BLACK)
    amounts = box.right - wide * len(row.amounts)
    title = pen.at(row.title, box.x, box.y, box)
    yield title
    if row.text:
        x = max(title.box.right + COLUMN_GAP, box.x + box.width * TITLE_SHARE)
        room = Box(x, box.y, amounts - x, box.height)
        sizes = [TextStyle(size, row.strong) for size in ROW_SIZES if size <= style.size]
        text, fitting = largest((row.text,), sizes, room.width) or (row.text, sizes[-1])
        yield Pen(fitting, print_colors.BLACK).at(text, x, box.y, room)
    for n, amount in enumerate(row.amounts):
        yield pen.ending(amount, amounts + (n + 1) * wide, box.y, box)
    yield _rule(box, print_colors.GRID if row.strong else print_colors.PALE_GRID)


def _rule(box: Box, color: str) -> Stroke:
    return Stroke((box.x, box.bottom - 1), (box.right, box.bottom - 1), LINE, color)


def _figures(figures: Sequence[FigureLine], box: Box) -> Iterator[PageItem]:
    """So far, to come and together of each figure, its days in small print under it."""
    lines = (FigureLine("", COLUMNS, "", strong=True), *figures)
    size = _figure_size(lines, box)
    wide = _amount_width([line.amounts for line in lines], TextStyle(size))
    y = box.y
    for line in lines:
        style = TextStyle(size, line.strong)
        pen = Pen(style, print_colors.BLACK)
        yield pen.at(line.title, box.x, y, box)
        for n, amount in enumerate(line.amounts):
            yield pen.ending(amount, box.right - (2 - n) * wide, y, box)
        y += height(style) * 1.15
        for text in wrapped(line.note, SMALL, box.width - 8):
            yield Pen(SMALL, print_colors.BLACK).at(text, box.x + 8, y, box)
            y += height(SMALL)
        row = Box(box.x, y - 1, box.width, 2)
        yield _rule(row, print_colors.GRID if line.strong else print_colors.PALE_GRID)
        y += 2


def _figure_size(lines: Sequence[FigureLine], box: Box) -> float:
    """The largest size in which the widest title has room beside the widest amounts."""

    def needed(size: float) -> float:
        titles = max(width(line.title, TextStyle(size, bold=True)) for line in lines)
        amounts = _amount_width([line.amounts for line in lines], TextStyle(size))
        return titles + amounts * len(COLUMNS)

    return next((size for size in FIGURE_SIZES if needed(size) <= box.width), FIGURE_SIZES[-1])
