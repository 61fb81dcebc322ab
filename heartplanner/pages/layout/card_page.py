"""A rotation card on paper: its QR code, and beside it the same as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heartplanner.pages import print_colors
from heartplanner.pages.page import MARGIN, SIZES, Box, Fill, Page, PageItem, Paper
from heartplanner.pages.qr_modules import qr_modules
from heartplanner.pages.text_fit import Pen, TextStyle, height, wrapped

TITLE, TEXT, CARD = TextStyle(22, bold=True), TextStyle(13), TextStyle(15)
SIDE = 228.0
"""Of the code, in points: 8 cm, which a phone reads from an arm's length."""
GAP = 14.0


def card_page(title: str, card: str, notes: Sequence[str], paper: Paper) -> Page:
    """The page of one card; `notes`: sentences below its text."""
    body = Box(0, 0, *SIZES[paper]).inset(MARGIN + 14)
    top = body.y + height(TITLE) + 2 * GAP
    text = Box(body.x + SIDE + 2 * GAP, top, body.width - SIDE - 2 * GAP, body.bottom - top)
    items: list[PageItem] = [Pen(TITLE, print_colors.BLACK).at(title, body.x, body.y, body)]
    items += _code(card, Box(body.x, top, SIDE, SIDE))
    y = text.y
    for words, style in ((card, CARD), *((note, TEXT) for note in notes)):
        for line in wrapped(words, style, text.width):
            items.append(Pen(style, print_colors.BLACK).at(line, text.x, y, text))
            y += height(style)
        y += GAP
    return Page(title, paper, tuple(items))


def _code(text: str, box: Box) -> Iterator[Fill]:
    """The black squares, those beside each other in one piece: a seam could be seen between them."""
    rows = qr_modules(text)
    side = box.width / len(rows)
    for y, row in enumerate(rows):
        begin = None
        for x, black in enumerate((*row, 0)):
            if black and begin is None:
                begin = x
            elif not black and begin is not None:
                piece = Box(box.x + begin * side, box.y + y * side, (x - begin) * side, side)
                yield Fill(piece, print_colors.BLACK)
                begin = None
