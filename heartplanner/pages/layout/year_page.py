"""The layout of a year on one page: twelve months in small, each worked day filled and lettered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from heartplanner.core.sheets.month import MonthSheet, PaperDay
from heartplanner.core.sheets.year import YearSheet
from heartplanner.pages import print_colors
from heartplanner.pages.layout.cells.small_cell import lay_small
from heartplanner.pages.layout.legend import entries, lay_legend
from heartplanner.pages.layout.month_footer import lay_sums
from heartplanner.pages.layout.title_footer import lay_footer, lay_head
from heartplanner.pages.page import MARGIN, SIZES, Box, Page, PageItem, Setting, TextItem
from heartplanner.pages.print_colors import PrintLook
from heartplanner.pages.text_fit import Pen, TextStyle, height

ACROSS, DOWN = 4, 3
GAPS = 14.0, 7.0
"""Between months, across and down."""
TITLE = (TextStyle(30, bold=True),)
NAME = TextStyle(11, bold=True)
WEEKDAY = TextStyle(7)
ROWS = 6
"""As many weeks as a month can touch: so all cells of the year are of one size."""


def year_page(sheet: YearSheet, setting: Setting) -> Page:
    """The one page of a year; what has no room on it is said in `left_out`."""
    body = Box(0, 0, *SIZES[setting.paper]).inset(MARGIN)
    head, complaint = lay_head(sheet.title, sheet.name, body, TITLE)
    top = max(word.box.bottom for word in head)
    # From the bottom up: the months then share what is left.
    foot = _foot(sheet, body, setting)
    grid = Box(body.x, top, body.width, min(_tops(foot)) - GAPS[1] - top)
    wide = (grid.width - (ACROSS - 1) * GAPS[0]) / ACROSS
    tall = (grid.height - (DOWN - 1) * GAPS[1]) / DOWN
    items: list[PageItem] = list(head)
    for n, month in enumerate(sheet.months):
        down, across = divmod(n, ACROSS)
        x, y = grid.x + across * (wide + GAPS[0]), grid.y + down * (tall + GAPS[1])
        items += _month(month, sheet.start, Box(x, y, wide, tall), setting)
    items += foot
    left_out = tuple(f"{sheet.title}: {line}" for line in complaint)
    return Page(sheet.title, setting.paper, tuple(items), left_out)


def _month(sheet: MonthSheet, start: date, box: Box, setting: Setting) -> Iterator[PageItem]:
    title = sheet.title.rpartition(" ")[0]
    yield Pen(NAME, print_colors.BLACK).at(title, box.x, box.y, box)
    names = Box(box.x, box.y + height(NAME), box.width, height(WEEKDAY))
    wide = box.width / 7
    for n, name in enumerate(sheet.weekdays):
        cell = Box(names.x + n * wide, names.y, wide, names.height)
        yield Pen(WEEKDAY, print_colors.BLACK).at(name[0], cell.x + 2, cell.y, cell)
    tall = (box.bottom - names.bottom) / ROWS
    for index, row in enumerate(sheet.rows):
        for n, day in enumerate(row.days):
            if not day.outside:
                cell = Box(box.x + n * wide, names.bottom + index * tall, wide, tall)
                before = day.cell.date < start
                strength = PrintLook(before, day.cell.guess, setting.light)
                yield from lay_small(day, cell, strength, number=day.cell.number)


def _foot(sheet: YearSheet, body: Box, setting: Setting) -> list[PageItem]:
    """Sums, legend and footer, laid from the bottom of the page up."""
    footer = lay_footer(sheet.footer, body)
    lines = entries(_shown(sheet), numbered=False)
    _, tall = lay_legend(lines, body._replace(y=0), light=setting.light)
    legend, _ = lay_legend(lines, body.below(footer.box.y - tall - 3), light=setting.light)
    high = max(word.box.bottom for word in lay_sums(sheet.sums, body._replace(y=0)))
    sums = lay_sums(sheet.sums, body.below(footer.box.y - tall - high - 5))
    return [*sums, *legend, footer]


def _tops(items: Sequence[PageItem]) -> list[float]:
    return [item.box.y for item in items if isinstance(item, TextItem)]


def _shown(sheet: YearSheet) -> list[PaperDay]:
    return [
        day for month in sheet.months for row in month.rows for day in row.days if not day.outside
    ]
