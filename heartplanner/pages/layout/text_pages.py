"""The layout of plain pages: lines of text, some with a drawing, on as many pages as they take."""

from __future__ import annotations

from collections.abc import Sequence

from heartplanner.pages import print_colors
from heartplanner.pages.page import MARGIN, SIZES, Box, Drawing, Page, PageItem, Paper
from heartplanner.pages.text_fit import Pen, TextStyle, height, wrapped

TITLE, TEXT = TextStyle(22, bold=True), TextStyle(13)
DRAWING = 34.0
INDENT = DRAWING + 16
WIDTH = 560.0
"""Longer lines are hard to read."""
GAP = 7.0
IconLine = tuple[str, str]
"""A drawing's name, or "", and the words beside it."""


def text_pages(title: str, lines: Sequence[IconLine], paper: Paper) -> list[Page]:
    """The pages, each under the title."""
    body = Box(0, 0, *SIZES[paper]).inset(MARGIN + 14)
    indent = INDENT if any(drawing for drawing, _ in lines) else 0
    pages: list[list[PageItem]] = [[]]
    # So the first line finds no room, and the first page is begun as each later one is.
    y = body.bottom
    for drawing, words in lines:
        text = wrapped(words, TEXT, min(WIDTH, body.width - indent))
        tall = max(len(text) * height(TEXT), DRAWING if drawing else 0)
        if y + tall > body.bottom:
            pages.append([Pen(TITLE, print_colors.BLACK).at(title, body.x, body.y, body)])
            y = body.y + height(TITLE) + 2 * GAP
        if drawing:
            pages[-1].append(Drawing(Box(body.x, y, DRAWING, DRAWING), drawing))
        down = y + (tall - len(text) * height(TEXT)) / 2
        for line in text:
            pages[-1].append(Pen(TEXT, print_colors.BLACK).at(line, body.x + indent, down, body))
            down += height(TEXT)
        y += tall + GAP
    return [Page(title, paper, tuple(items)) for items in pages if items]
