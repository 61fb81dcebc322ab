"""On a grey printer and on a black one: measured on pictures of real pages."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from PySide6.QtGui import QImage, QPainter

from heartplanner.core.schedule.ranges.month import Month
from heartplanner.pages.layout.month_page import Setting, month_page
from heartplanner.pages.page import SIZES, Box, Page, TextItem
from heartplanner.pages.painter import paint
from tests.ui.paper_plans import SEPTEMBER, evening_plan, full_plan, sheet_of

SCALE = 3
"""Pixels a point: about 200 dpi."""
Pixels = list[list[int]]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Fonts can be drawn."""


def gray(page: Page) -> QImage:
    """The page as a grey printer has it."""
    width, height = (round(side * SCALE) for side in SIZES[page.paper])
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint(painter, page, SCALE)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def part(image: QImage, box: Box) -> Pixels:
    """The grey values within a box, row by row."""
    left, top = round(box.x * SCALE), round(box.y * SCALE)
    wide, high = int(box.width * SCALE), int(box.height * SCALE)
    found = []
    for y in range(top, top + high):
        line = bytes(image.constScanLine(y))
        found.append(list(line[left : left + wide]))
    return found


def contrast(one: int, other: int) -> float:
    """WCAG's ratio of two greys."""

    def luminance(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def cell_of(page: Page, number: str) -> Box:
    """The cell of a day of the month itself."""
    return next(
        word.room for word in page.words if word.text == number and word.size >= 20 and
        word.color == "#000000"
    )  # fmt: skip


def letter_in(page: Page, cell: Box) -> TextItem:
    return next(word for word in page.words if word.room == cell and word.size >= 28)


DAYS = {"day": "5", "evening": "22", "admin": "25", "other": "23", "two": "18", "extra": "20"}


@pytest.mark.parametrize("kind", DAYS)
def test_fill_and_text_stand_out_in_gray(kind: str) -> None:
    page = month_page(sheet_of(full_plan(), SEPTEMBER), Setting())
    cell = cell_of(page, DAYS[kind])
    letter = letter_in(page, cell)
    pixels = [value for row in part(gray(page), letter.box) for value in row]
    (ground, _), *_ = Counter(value for value in pixels if value > 100).most_common(1)
    assert contrast(ground, 255) >= 1.25
    assert contrast(ground, min(pixels)) >= 12


def test_a_neighbors_day_is_paler_and_still_readable() -> None:
    page = month_page(sheet_of(full_plan(), SEPTEMBER), Setting())
    october = next(word.room for word in page.words if word.text == "October")
    own, pale = (
        [value for row in part(gray(page), letter_in(page, cell).box) for value in row]
        for cell in (cell_of(page, "5"), october)
    )
    (ground, _), *_ = Counter(pale).most_common(1)
    assert ground > Counter(value for value in own if value > 100).most_common(1)[0][0]
    assert contrast(ground, min(pale)) >= 5


def black(image: QImage, cell: Box) -> list[list[bool]]:
    """A cell as a printer without greys has it; its number and its code letter left out."""
    return [[value < 128 for value in row] for row in part(image, cell)]


def differing(one: list[list[bool]], other: list[list[bool]]) -> float:
    pairs = [
        a != b
        for row, twin in zip(one, other, strict=False)
        for a, b in zip(row, twin, strict=False)
    ]
    return sum(pairs) / len(pairs)


@pytest.mark.parametrize("light", [False, True], ids=["filled", "ink-light"])
def test_kinds_differ_in_black_and_white_even_without_their_letters(light: bool) -> None:
    page = month_page(sheet_of(full_plan(), SEPTEMBER), Setting(light=light))
    cells = {kind: cell_of(page, DAYS[kind]) for kind in ("day", "evening", "admin", "other")}
    cells |= {"free": cell_of(page, "24"), "break": cell_of(page, "3"), "gone": cell_of(page, "16")}
    bare = page._replace(items=tuple(item for item in page.items if not isinstance(item, TextItem)))
    image = gray(bare)
    shown = {kind: black(image, cell) for kind, cell in cells.items()}
    for one, other in combinations(shown, 2):
        assert differing(shown[one], shown[other]) >= 0.015, (one, other)
    assert sum(map(sum, black(image, cells["free"].inset(2)))) == 0  # plain paper


def test_a_guess_differs_from_a_sure_day_in_black_and_white() -> None:
    page = month_page(sheet_of(evening_plan(), Month(2026, 8)), Setting())
    bare = page._replace(items=tuple(item for item in page.items if not isinstance(item, TextItem)))
    image = gray(bare)
    sure, guess = (sum(map(sum, black(image, cell_of(page, day)))) for day in ("13", "20"))
    assert guess < sure * 0.97


def test_ink_light_takes_half_the_ink_that_is_not_text() -> None:
    def ink(light: bool) -> int:
        page = month_page(sheet_of(full_plan(), SEPTEMBER), Setting(light=light))
        image = gray(
            page._replace(
                items=tuple(each for each in page.items if not isinstance(each, TextItem))
            )
        )
        return sum(255 - value for row in part(image, Box(0, 90, 792, 400)) for value in row)

    assert ink(light=True) < 0.55 * ink(light=False)
