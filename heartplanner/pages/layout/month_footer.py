"""The foot of a month's page: sums, legend, the numbered notes, two small months, when it was printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from heartplanner.core.sheets.month import MonthSheet, SmallMonth
from heartplanner.pages import print_colors
from heartplanner.pages.layout.legend import entries as legend_entries
from heartplanner.pages.layout.legend import lay_legend
from heartplanner.pages.page import Box, PageItem, Stroke, TextItem
from heartplanner.pages.text_fit import Pen, TextStyle, height, width, wrapped

LOUD, SENTENCE = TextStyle(11, bold=True), TextStyle(11)
NOTES = (TextStyle(9), TextStyle(8.5), TextStyle(8), TextStyle(7.5), TextStyle(7))
"""Of the numbered list: the largest in which all of it fits; else the smallest."""
HEADING = TextStyle(8.5, bold=True)
WRITING = 15.0
"""Between two lines to write on."""
FOOTER = TextStyle(8)
SMALL, SMALL_BOLD = TextStyle(7), TextStyle(7, bold=True)
COLUMN = 13.4
SMALL_MONTH = 7 * COLUMN
BETWEEN = 14.0
UNDERLINED = "Underlined: you work"


class FootNote(NamedTuple):
    """What a cell had no room for; its number is its place in the list, from 1."""

    day: str
    texts: tuple[str, ...]


class LaidOut(NamedTuple):
    """A part of a page laid out, and what has no room in it, in sentences."""

    items: list[PageItem]
    left_out: list[str]


def lay_foot(
    sheet: MonthSheet,
    entries: Sequence[FootNote],
    box: Box,
    *,
    light: bool,
    next_day: bool,
    running: bool = False,
) -> LaidOut:
    """Sums, legend and notes at the left, the small months at the right, the footer under them.

    `next_day`: some hours in the cells are followed by +1. `running`: each note begins where the one
    before it ends, so that the most have room.
    """
    small = len(sheet.neighbors) * (SMALL_MONTH + BETWEEN)
    left = Box(box.x, box.y, box.width - small, box.height)
    footer = Pen(FOOTER, print_colors.BLACK).at(
        sheet.footer, box.x, box.bottom - height(FOOTER), Box(box.x, box.y, left.width, box.height)
    )
    # From the top down to the footer: sums and legend take what they need, and the notes all that is left.
    items: list[PageItem] = list(lay_sums(sheet.sums, left))
    top = max(item.box.bottom for item in items if isinstance(item, TextItem)) + 3
    shown = [day for row in sheet.rows for day in row.days]
    lines = legend_entries(shown, numbered=bool(entries), next_day=next_day)
    legend, top = lay_legend(lines, left.below(top), light=light)
    items += legend
    room = Box(left.x, top + 2, left.width, footer.box.y - top - 4)
    listed, left_out = _list(entries, room, running=running)
    items += listed
    items += _writing(room, listed, bool(entries))
    beside = box._replace(x=box.right - small, width=small)
    items += _neighbors(sheet.neighbors, beside)
    items += _underlined(items, beside, footer.box.y)
    return LaidOut([*items, footer], left_out)


def lay_sums(sums: Sequence[str], box: Box) -> Iterator[TextItem]:
    """The sums, the first of them loud, one after the other and on as many lines as they take."""
    x, y = box.x, box.y
    for index, sentence in enumerate(sums):
        style = SENTENCE if index else LOUD
        if x > box.x and x + width(sentence, style) > box.right:
            x, y = box.x, y + height(style)
        for line in wrapped(sentence, style, box.width):
            if x > box.x and x + width(line, style) > box.right:
                x, y = box.x, y + height(style)
            word = Pen(style, print_colors.BLACK).at(line, x, y, box)
            yield word
            x = word.box.right + 6


def _list(
    entries: Sequence[FootNote], room: Box, *, running: bool
) -> tuple[list[TextItem], list[str]]:
    """The numbered list, as far as there is room for it; the rest is told."""
    texts = [f"{n} {note.day}: {'; '.join(note.texts)}" for n, note in enumerate(entries, 1)]
    laid: list[TextItem] = []
    for style in NOTES:
        laid = list(_flowing(texts, style, room, running=running))
        if not laid or laid[-1].box.bottom <= room.bottom:
            return laid, []
    shown, missing = list(texts), list[int]()
    while laid and laid[-1].box.bottom > room.bottom:  # the longest first: so the most are shown
        missing = sorted([*missing, _longest(shown, missing)])
        # Set anew without it: the others move up, and may all have room now.
        numbers = ", ".join(str(index + 1) for index in missing)
        kept = [text for index, text in enumerate(shown) if index not in missing]
        kept.append(f"No room for {numbers}: look in the program.")
        laid = list(_flowing(kept, NOTES[-1], room, running=running))
    return laid, [
        f"there is no room on the sheet for {entries[n].day}: {'; '.join(entries[n].texts)}"
        for n in missing
    ]


def _longest(texts: Sequence[str], but: Sequence[int]) -> int:
    return max((n for n in range(len(texts)) if n not in but), key=lambda n: len(texts[n]))


def _flowing(
    texts: Sequence[str], style: TextStyle, room: Box, *, running: bool
) -> Iterator[TextItem]:
    """Texts one after the other, each whole on a line with others or on lines of its own, or running on."""
    pen = Pen(style, print_colors.BLACK)
    x, y = room.x, room.y
    for text in texts:
        # One that runs on begins on this line if its number and its date do: three words.
        first = " ".join(text.split()[:3]) if running else text
        if x > room.x and x + width(first, style) > room.right:
            x, y = room.x, y + height(style)
        lines = wrapped(text, style, room.width, [room.right - x])
        for number, line in enumerate(lines, 1):
            word = pen.at(line, x, y, room)
            yield word
            x = word.box.right + BETWEEN
            if number < len(lines):
                x, y = room.x, y + height(style)


def _writing(room: Box, listed: Sequence[TextItem], numbered: bool) -> Iterator[PageItem]:
    """Lines for what a person adds by hand, where the list leaves room."""
    top = max((word.box.bottom for word in listed), default=room.y)
    first = True
    y = top + WRITING
    while y <= room.bottom:
        x = room.x
        if first and not numbered:
            word = Pen(HEADING, print_colors.BLACK).at("Notes", x, y - height(HEADING) + 1, room)
            yield word
            x = word.box.right + 5
        first = False
        yield Stroke((x, y), (room.right, y), 0.5, print_colors.PALE_GRID)
        y += WRITING


def _neighbors(months: Sequence[SmallMonth], box: Box) -> Iterator[PageItem]:
    """The small months, one beside the other."""
    for index, month in enumerate(months):
        x = box.x + BETWEEN + index * (SMALL_MONTH + BETWEEN)
        yield from _small(month, Box(x, box.y, SMALL_MONTH, box.height))


def _underlined(items: Sequence[PageItem], box: Box, y: float) -> Iterator[TextItem]:
    """What the lines in the small months mean, on the footer's line, where these end above it."""
    texts = [each.box for each in items if isinstance(each, TextItem) and each.box.x >= box.x]
    if texts and max(text.bottom for text in texts) <= y:
        yield Pen(FOOTER, print_colors.BLACK).at(UNDERLINED, box.x + BETWEEN, y, box)


def _small(month: SmallMonth, box: Box) -> Iterator[PageItem]:
    """A month in small, its worked days bold and underlined."""
    yield Pen(HEADING, print_colors.BLACK).at(month.title, box.x, box.y, box)
    y = box.y + height(HEADING)
    tall = height(SMALL)
    for column, name in enumerate(month.weekdays):
        yield from _at(name, SMALL_BOLD, box, column, y)
    for row in month.rows:
        y += tall
        for column, day in enumerate(row):
            if day is None:
                continue
            on = day in month.worked
            yield from _at(str(day.day), SMALL_BOLD if on else SMALL, box, column, y, line=on)


def _at(
    text: str, style: TextStyle, box: Box, column: int, y: float, *, line: bool = False
) -> Iterator[PageItem]:
    cell = Box(box.x + column * COLUMN, y, COLUMN, height(style))
    word = Pen(style, print_colors.BLACK).ending(text, cell.right - 2, y, cell)
    yield word
    if line:
        under = y + height(style) - 0.9
        yield Stroke((word.box.x, under), (word.box.right, under), 0.8, print_colors.BLACK)
