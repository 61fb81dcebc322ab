"""The layout of a family's month: when one is home, large enough to be read from the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heartplanner.core.sheets.family import FamilyDay, FamilySheet
from heartplanner.pages import print_colors
from heartplanner.pages.layout.title_footer import lay_footer, lay_head
from heartplanner.pages.page import MARGIN, SIZES, Box, Fill, Frame, Page, PageItem, Setting
from heartplanner.pages.print_colors import PrintLook
from heartplanner.pages.text_fit import Pen, TextStyle, height, largest, width, wrapped

TITLES = tuple(TextStyle(size, bold=True) for size in (40, 38, 36, 32, 28, 24))
WEEKDAYS = tuple(TextStyle(size, bold=True) for size in (12, 11, 10, 9))
NUMBER = TextStyle(22, bold=True)
LEADS = tuple(TextStyle(size) for size in (10, 9.5, 9, 8.5, 8, 7.5))
WORDS = tuple(TextStyle(size, bold=True) for size in (20, 18, 16, 14, 13, 12, 11, 10, 9, 8))
SHORT = 12
"""An hour, or "midnight", of so many letters stands on one line."""
PAD = 4.0
FOOT = 16.0
HOME_BAR = 6.0
"""The bar of a day on which one is home all day, at the left of its cell."""


def family_page(sheet: FamilySheet, setting: Setting) -> Page:
    """The one page of a month for the family; all of its words always fit."""
    body = Box(0, 0, *SIZES[setting.paper]).inset(MARGIN)
    head, _ = lay_head(f"{sheet.title}: {sheet.month}", "", body, TITLES)
    names = Box(body.x, head[0].box.bottom, body.width, height(WEEKDAYS[0]) + 3)
    grid = Box(body.x, names.bottom, body.width, body.bottom - FOOT - names.bottom)
    items: list[PageItem] = [*head, *_weekdays(sheet.weekdays, names)]
    tall = grid.height / len(sheet.rows)
    for index, row in enumerate(sheet.rows):
        for n, day in enumerate(row):
            wide = grid.width / 7
            cell = Box(grid.x + n * wide, grid.y + index * tall, wide, tall)
            items += _day(day, cell, setting)
    items.append(lay_footer(sheet.footer, body))
    return Page(f"{sheet.title}: {sheet.month}", setting.paper, tuple(items))


def _weekdays(names: Sequence[str], box: Box) -> Iterator[PageItem]:
    wide = box.width / 7
    style = next(
        style for style in WEEKDAYS if all(width(name, style) < wide - 6 for name in names)
    )
    for n, name in enumerate(names):
        cell = Box(box.x + n * wide, box.y, wide, box.height)
        yield Pen(style, print_colors.BLACK).at(
            name, cell.x + PAD, box.bottom - height(style) - 2, cell
        )


def _day(day: FamilyDay, box: Box, setting: Setting) -> Iterator[PageItem]:
    """A day at home is filled, the break darkest; one on which one works has its hour the loudest."""
    text = print_colors.GRAY if day.outside else print_colors.BLACK
    at_home = day.home is not None and day.home.after is None
    if day.home and at_home:
        # A day off is paler than a day of the break, which the family looks for.
        strength = PrintLook(day.outside, not day.home.in_break, setting.light)
        colors = print_colors.break_colors(strength)
        if colors.ground != print_colors.WHITE:
            yield Fill(box, colors.ground)
        yield Fill(Box(box.x, box.y, HOME_BAR, box.height), colors.edge)
    yield Frame(box, print_colors.GRID_LINE, print_colors.GRID)
    inner = Box(box.x + HOME_BAR, box.y, box.width - HOME_BAR, box.height).inset(PAD, 2)
    number = Pen(NUMBER, text).at(day.number, inner.x, inner.y, box)
    yield number
    _, small = largest((day.lead,), LEADS, inner.width) or ("", LEADS[-1])
    lead, main = Pen(small, text), Pen(_style(day.main, inner), text)
    lines = wrapped(day.main, main.style, inner.width)
    y = inner.bottom - len(lines) * height(main.style) - height(small)
    for pen, words in ((lead, [day.lead]), (main, lines)):
        for line in filter(None, words):
            yield pen.at(line, inner.x, y, box)
            y += height(pen.style)


def _style(text: str, room: Box) -> TextStyle:
    """The largest type in which no word is broken and all lines stand under the number."""
    left = room.height - height(NUMBER) - height(LEADS[0])
    for style in WORDS:
        lines = wrapped(text, style, room.width)
        whole = all(width(word, style) <= room.width for word in text.split())
        together = len(lines) == 1 or len(text) > SHORT
        if whole and together and len(lines) * height(style) <= left:
            return style
    return WORDS[-1]
