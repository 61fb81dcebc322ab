"""The strips of the days compared: a frame around a day that differs, and "?" for one not understood."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from heartplanner.core.compare.strip import StripCell, StripDay
from heartplanner.style.theme import light
from heartplanner.ui.compare.strip_picture import CELL, GAP, HEAD, TITLES, StripPicture

MONDAY = date(2025, 9, 15)
LIGHT = light()
SHIFT = StripCell("D")


@pytest.fixture
def picture(qtbot: QtBot) -> StripPicture:
    strips = StripPicture(LIGHT, 1)
    qtbot.addWidget(strips)
    return strips


def drawn(picture: StripPicture, day: StripDay) -> QImage:
    picture.show_days([day], "")
    picture.resize(picture.sizeHint())
    return picture.grab().toImage()


def near(one: QColor, two: QColor) -> bool:
    pairs = zip(one.getRgb(), two.getRgb(), strict=True)
    return max(abs(mine - other) for mine, other in pairs) < 16


@pytest.mark.parametrize("differs", [True, False])
def test_a_frame_is_around_both_cells_of_a_day_that_differs(
    picture: StripPicture, *, differs: bool
) -> None:
    image = drawn(picture, StripDay(MONDAY, SHIFT, StripCell(), differs=differs))
    between = HEAD + CELL + GAP // 2
    # In the gap between the two cells nothing else is drawn.
    assert near(image.pixelColor(TITLES, between), LIGHT.warning.edge) == differs
    assert not near(image.pixelColor(TITLES + CELL // 2, between), LIGHT.warning.edge)


@pytest.mark.parametrize("unread", [True, False])
def test_a_day_that_was_not_understood_has_a_question_mark(
    picture: StripPicture, *, unread: bool
) -> None:
    image = drawn(picture, StripDay(MONDAY, SHIFT, None, differs=False, unread=unread))
    top = HEAD + CELL + GAP
    inside = range(6, CELL - 6)
    ink = sum(
        near(image.pixelColor(TITLES + x, top + y), LIGHT.text) for x in inside for y in inside
    )
    assert (ink > 3) == unread
