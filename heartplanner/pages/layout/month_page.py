"""The layout of a month on one page: title, weekdays, rows of days with the weeks' hours, and the foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from heartplanner.core.sheets.month import MonthSheet, PaperRow
from heartplanner.core.words.english import month_day
from heartplanner.pages import print_colours
from heartplanner.pages.layout.day_cell import lay_day
from heartplanner.pages.layout.month_footer import Entry, Part, lay_foot
from heartplanner.pages.layout.title_footer import lay_head
from heartplanner.pages.page import MARGIN, SIZES, Box, Item, Line, Page, Setting, Words
from heartplanner.pages.text_fit import Pen, Style, height, largest, wrapped

WEEKDAYS = (Style(11, bold=True), Style(10, bold=True), Style(8))
WEEK_HOURS = tuple(Style(size, bold=True) for size in (15, 14, 13, 12, 11, 10, 9))
WEEK_WORDS = tuple(Style(size) for size in (8, 7.5, 7, 6.5, 6))
WEEK = 43.0
"""The width of the column of the weeks' hours."""
GAP = 6.0
GRID_LINE = 0.8
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
    """The one page of a month; what has no room anywhere on it is said in `untold`."""
    body = Box(0, 0, *SIZES[setting.paper]).inset(MARGIN)
    head, complaint = lay_head(sheet.title, sheet.name, body)
    top = max(word.box.bottom for word in head)
    names = Box(body.x, top, body.width, height(WEEKDAYS[0]) + 2)
    items: list[Item] = [*head, *_weekdays(sheet, names)]
    best: Part | None = None
    for foot in FEET:
        tall = body.bottom - foot.height - GAP - names.bottom
        if best and (not best.untold or tall / len(sheet.rows) < LEAST_ROW):
            continue
        grid = Box(body.x, names.bottom, body.width, tall)
        part = _below(sheet, grid, body, setting, foot)
        if best is None or len(part.untold) < len(best.untold):
            best = part
    assert best is not None
    untold = [f"{sheet.title}: {line}" for line in (*complaint, *best.untold)]
    return Page(sheet.title, setting.paper, (*items, *best.items), tuple(untold))


def _below(sheet: MonthSheet, grid: Box, body: Box, setting: Setting, foot: Foot) -> Part:
    """The rows of days, and the foot under them."""
    cells, entries = _grid(sheet, grid, setting)
    shown = sheet if foot.small_months else sheet._replace(neighbours=())
    room = body.below(grid.bottom + GAP)
    below = lay_foot(shown, entries, room, light=setting.light, running=foot.running)
    return Part([*cells, *below.items], below.untold)


def _columns(box: Box) -> list[Box]:
    """The seven days of a row."""
    wide = (box.width - WEEK) / 7
    return [Box(box.x + n * wide, box.y, wide, box.height) for n in range(7)]


def _week_column(box: Box) -> Box:
    return Box(box.right - WEEK, box.y, WEEK, box.height)


def _weekdays(sheet: MonthSheet, row: Box) -> Iterator[Item]:
    boxes = [*_columns(row), _week_column(row)]
    for name, box in zip((*sheet.weekdays, sheet.week_title), boxes, strict=True):
        wording = (name, name[:3])
        text, style = largest(wording, WEEKDAYS, box.width - 5) or (name[:3], Style(8, bold=True))
        pen = Pen(style, print_colours.BLACK)
        left = box.x + (4 if box.width > WEEK else 5)
        yield pen.at(text, left, box.bottom - height(style) - 1, box)


def _grid(sheet: MonthSheet, grid: Box, setting: Setting) -> tuple[list[Item], list[Entry]]:
    """The rows, and the entries of the numbered list."""
    items: list[Item] = []
    entries: list[Entry] = []
    tall = grid.height / len(sheet.rows)
    for index, row in enumerate(sheet.rows):
        box = Box(grid.x, grid.y + index * tall, grid.width, tall)
        for day, cell in zip(row.days, _columns(box), strict=True):
            laid = lay_day(day, cell, len(entries) + 1, light=setting.light)
            items += laid.items
            if laid.left:
                entries.append(Entry(month_day(day.cell.date), tuple(laid.left)))
        items += _week(row, _week_column(box))
    return [*items, *_lines(grid, len(sheet.rows))], entries


def _week(row: PaperRow, box: Box) -> list[Words]:
    """The week's hours, and under them its place in the cycle and what was planned if that differs.

    In the largest type in which all of it fits.
    """
    room = box.inset(5, 2)
    laid: list[Words] = []
    for small in WEEK_WORDS:
        laid = list(_week_lines(row, room, box, small))
        if not laid or laid[-1].box.bottom <= room.bottom:
            break
    return laid


def _week_lines(row: PaperRow, room: Box, box: Box, small: Style) -> Iterator[Words]:
    found = largest((row.week.hours,), WEEK_HOURS, room.width + 4)
    style = found[1] if found else WEEK_HOURS[-1]
    top = room.y
    for words, each in (
        (row.week.hours, style),
        (row.week.remark, small),
        (row.week.place, small),
    ):
        for line in [words] if found and each is style else wrapped(words, each, room.width + 2):
            yield Pen(each, print_colours.BLACK).at(line, room.x, top, box)
            top += height(each)


def _lines(grid: Box, rows: int) -> Iterator[Item]:
    """The grid's lines, over everything that is filled."""
    tall = grid.height / rows
    for n in range(rows + 1):
        y = grid.y + n * tall
        yield Line((grid.x, y), (grid.right, y), GRID_LINE, print_colours.GRID)
    wide = (grid.width - WEEK) / 7
    for n in range(8):
        x = grid.x + n * wide
        yield Line((x, grid.y), (x, grid.bottom), GRID_LINE, print_colours.GRID)
