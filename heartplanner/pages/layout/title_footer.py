"""What every page has around its own content: the title, a name if one is wanted, the footer."""

from __future__ import annotations

from heartplanner.pages import print_colours
from heartplanner.pages.page import Box, Words
from heartplanner.pages.text_fit import Pen, Style, height, largest

TITLES = (Style(40, bold=True), Style(38, bold=True), Style(36, bold=True))
NAMES = tuple(Style(size) for size in (15, 13, 11, 10, 9))
FOOTERS = tuple(Style(size) for size in (8, 7.5, 7, 6.5, 6, 5.5))


def lay_head(
    title: str, name: str, page: Box, sizes: tuple[Style, ...] = TITLES
) -> tuple[list[Words], list[str]]:
    """The title, and at the right the name, if one is to stand there; and what has no room."""
    found = largest((title,), sizes, page.width)
    text, style = found or (title, sizes[-1])
    head = Pen(style, print_colours.BLACK).at(text, page.x, page.y, page)
    if not name:
        return [head], []
    fits = largest((name,), NAMES, page.right - head.box.right - 20)
    if fits is None:
        return [head], ["the name is too long for the sheet and left out"]
    words, small = fits
    y = head.box.bottom - height(small) - 4
    return [head, Pen(small, print_colours.BLACK).ending(words, page.right, y, page)], []


def lay_footer(text: str, page: Box) -> Words:
    """The footer, at the lower left, as small as it must be."""
    _, style = largest((text,), FOOTERS, page.width) or (text, FOOTERS[-1])
    return Pen(style, print_colours.BLACK).at(text, page.x, page.bottom - height(style), page)
