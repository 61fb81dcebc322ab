"""The layout of the wallet card: a sheet folded in the middle, the six weeks in front, the dates behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heartplanner.core.sheets.cycle import CardCycle, CardWeek, CycleCard
from heartplanner.pages import print_colors
from heartplanner.pages.layout.cells.small_cell import lay_small
from heartplanner.pages.layout.legend import entries, lay_legend
from heartplanner.pages.layout.title_footer import lay_footer, lay_head
from heartplanner.pages.page import MARGIN, SIZES, Box, Page, PageItem, Setting, Stroke, TextItem
from heartplanner.pages.print_colors import PrintLook
from heartplanner.pages.text_fit import Pen, TextStyle, height, largest, wrapped

TITLE = tuple(TextStyle(size, bold=True) for size in (26, 24, 22))
SINCE, WEEKDAY = TextStyle(11), TextStyle(9, bold=True)
WEEK_NAME, HOURS = (
    TextStyle(13, bold=True),
    (TextStyle(11, bold=True), TextStyle(9, bold=True), TextStyle(7.5)),
)
EDGE_COLUMNS = 24.0, 44.0
"""The week's number at the left of the board, its hours at the right."""
CYCLE_NAME, CYCLE_LINE = TextStyle(11, bold=True), TextStyle(10)
FOLD = 0.5


def cycle_page(card: CycleCard, setting: Setting) -> Page:
    """The one page of the card, to be folded in the middle; nothing on it can be too long but the name."""
    wide, tall = SIZES[setting.paper]
    half = wide / 2
    front = Box(0, 0, half, tall).inset(MARGIN)
    back = Box(half, 0, half, tall).inset(MARGIN)
    head, complaint = lay_head(card.title, card.name, front, TITLE)
    top = max(word.box.bottom for word in head)
    since = list(_lines((card.since, *card.later), front.below(top)))
    footer = lay_footer(card.footer, front)
    shown = [day for week in card.weeks for day in week.days]
    lines = entries(shown, numbered=False)
    # Laid twice: the first time only for its height, which says where it begins.
    _, rows = lay_legend(lines, front._replace(y=0), light=setting.light)
    legend, _ = lay_legend(lines, front.below(footer.box.y - rows - 4), light=setting.light)
    board = front.below(since[-1].box.bottom + 8)
    board = board._replace(height=footer.box.y - rows - 12 - board.y)
    items: list[PageItem] = [*head, *since, *_board(card, board, setting)]
    items += [*legend, footer, *_dates(card, back)]
    items.append(Stroke((half, MARGIN), (half, tall - MARGIN), FOLD, print_colors.PALE_GRID))
    left_out = tuple(f"{card.title}: {line}" for line in complaint)
    return Page(card.title, setting.paper, tuple(items), left_out)


def _lines(texts: Sequence[str], box: Box) -> Iterator[TextItem]:
    """Since when, and what comes later, one under the other."""
    y = box.y
    for text in texts:
        for line in wrapped(text, SINCE, box.width):
            word = Pen(SINCE, print_colors.BLACK).at(line, box.x, y, box)
            yield word
            y = word.box.bottom


def _board(card: CycleCard, box: Box, setting: Setting) -> Iterator[PageItem]:
    """Six rows of seven days, each with its week's number and hours."""
    left, right = EDGE_COLUMNS
    wide = (box.width - left - right) / 7
    for n, name in enumerate(card.weekdays):
        cell = Box(box.x + left + n * wide, box.y, wide, height(WEEKDAY))
        yield Pen(WEEKDAY, print_colors.BLACK).centered(name, cell, cell)
    edge = Box(box.right - right, box.y, right, height(WEEKDAY))
    if card.hours_title:
        yield Pen(WEEKDAY, print_colors.BLACK).ending(card.hours_title, edge.right, edge.y, edge)
    y = box.y + height(WEEKDAY)
    tall = (box.bottom - y) / len(card.weeks)
    for week in card.weeks:
        yield from _edges(week, Box(box.x, y, box.width, tall))
        for n, day in enumerate(week.days):
            cell = Box(box.x + left + n * wide, y, wide, tall)
            strength = PrintLook(guess=day.cell.guess, light=setting.light)
            yield from lay_small(day, cell, strength)
        y += tall


def _edges(week: CardWeek, row: Box) -> Iterator[TextItem]:
    left, right = EDGE_COLUMNS
    number = Box(row.x, row.y, left, row.height)
    yield Pen(WEEK_NAME, print_colors.BLACK).centered(week.name, number, number)
    room = Box(row.right - right, row.y, right, row.height)
    text, style = largest((week.hours,), HOURS, right - 4) or (week.hours, HOURS[-1])
    lines = wrapped(text, style, right - 2)
    y = row.y + (row.height - len(lines) * height(style)) / 2
    for line in lines:
        yield Pen(style, print_colors.BLACK).ending(line, room.right, y, room)
        y += height(style)


def _dates(card: CycleCard, box: Box) -> Iterator[PageItem]:
    """When each cycle begins, its working weekends and its break."""
    head, _ = lay_head(card.cycles_title, "", box, TITLE)
    yield from head
    y = max(word.box.bottom for word in head) + 6
    tall = (box.bottom - y) / max(len(card.cycles), 1)
    for cycle in card.cycles:
        yield from _cycle(cycle, Box(box.x, y, box.width, tall))
        y += tall


def _cycle(cycle: CardCycle, box: Box) -> Iterator[PageItem]:
    yield Stroke((box.x, box.y), (box.right, box.y), 0.5, print_colors.PALE_GRID)
    name = Pen(CYCLE_NAME, print_colors.BLACK).at(cycle.begins, box.x, box.y + 4, box)
    yield name
    y = name.box.bottom
    for line in (f"Working weekends: {cycle.weekends}", f"Break: {cycle.breaks}"):
        for part in wrapped(line, CYCLE_LINE, box.width):
            word = Pen(CYCLE_LINE, print_colors.BLACK).at(part, box.x, y, box)
            yield word
            y = word.box.bottom
