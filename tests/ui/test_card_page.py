"""A rotation card on paper: its text whole, and the code that a phone reads."""

from __future__ import annotations

from datetime import date

import pytest
import segno
from PySide6.QtWidgets import QApplication

from heartplanner.core.people.card import card_text
from heartplanner.core.plan.model import Assignment
from heartplanner.pages.layout.card_page import card_page
from heartplanner.pages.page import MARGIN, SIZES, Box, Fill, Paper

CARD = card_text(
    Assignment(date(2025, 7, 28), guesses=tuple(range(1, 43))), "Anne-Marie O'Brien " + "x" * 21
)


@pytest.mark.parametrize("paper", Paper)
def test_all_of_it_is_on_the_page(qapp: QApplication, paper: Paper) -> None:
    assert qapp
    page = card_page("Rotation card", CARD, ["One note.", "Another."], paper)
    room = Box(0, 0, *SIZES[paper]).inset(MARGIN)
    boxes = [item.box for item in page.items if isinstance(item, Fill)]
    assert all(room.holds(box) for box in [*boxes, *(word.box for word in page.words)])
    assert all(word.room.holds(word.box, 0.5) for word in page.words)
    text = " ".join(word.text for word in page.words)
    assert text == f"Rotation card {CARD} One note. Another."


def test_the_code_is_that_of_the_text(qapp: QApplication) -> None:
    assert qapp
    page = card_page("Rotation card", CARD, [], Paper.LETTER)
    fills = [item.box for item in page.items if isinstance(item, Fill)]
    matrix = segno.make_qr(CARD, error="m").matrix
    side = fills[0].height
    left, top = min(box.x for box in fills), min(box.y for box in fills)
    black = {
        (round((box.y - top) / side), round((box.x - left) / side) + n)
        for box in fills
        for n in range(round(box.width / side))
    }
    wanted = {(y, x) for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell}
    assert black == wanted
