"""What every page has around its own content: the title, a name if one is wanted, the footer."""

from __future__ import annotations

from heartplanner.pages import print_colors
from heartplanner.pages.page import Box, TextItem
from heartplanner.pages.text_fit import Pen, TextStyle, height, largest

TITLES = (TextStyle(40, bold=True), TextStyle(38, bold=True), TextStyle(36, bold=True))
NAMES = tuple(TextStyle(size) for size in (15, 13, 11, 10, 9))
FOOTERS = tuple(TextStyle(size) for size in (8, 7.5, 7, 6.5, 6, 5.5))


def lay_head(
    title: str, name: str, page: Box, sizes: tuple[TextStyle, ...] = TITLES
) -> tuple[list[TextItem], list[str]]:
    """The title, and at the right the name, if one is to stand there; and what has no room."""
    fitting = largest((title,), sizes, page.width)
    text, style = fitting or (title, sizes[-1])
    head = Pen(style, print_colors.BLACK).at(text, page.x, page.y, page)
    if not name:
        return [head], []
    fits = largest((name,), NAMES, page.right - head.box.right - 20)
    if fits is None:
        return [head], ["the name is too long for the sheet, so it is left out"]
    words, small = fits
    y = head.box.bottom - height(small) - 4
    return [head, Pen(small, print_colors.BLACK).ending(words, page.right, y, page)], []


def lay_footer(text: str, page: Box) -> TextItem:
    """The footer, at the lower left, as small as it must be."""
    _, style = largest((text,), FOOTERS, page.width) or (text, FOOTERS[-1])
    return Pen(style, print_colors.BLACK).at(text, page.x, page.bottom - height(style), page)
