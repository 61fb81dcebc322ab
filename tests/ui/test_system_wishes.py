"""What the system asks for is followed: its week, its size of text, its wish for contrast."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from heartplanner.style.fonts import font, system_scale
from heartplanner.style.theme import light
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.settings import Habits, Settings, System, display_of
from heartplanner.ui.view_list import View
from heartplanner.ui.window.focus_ring import GAP, RING, FocusRing
from heartplanner.ui.window.header import Header, ViewTabs
from heartplanner.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
AMERICAN = System(dark=False, hours24=False, sunday_first=True)


def test_the_week_begins_as_the_system_has_it_until_one_chooses(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    assert settings.habits().sunday_first is None
    assert display_of(settings.habits(), AMERICAN).sunday_first
    assert not display_of(settings.habits(), System(False, False)).sunday_first
    for chosen in (False, True, None):
        settings.keep(Habits(sunday_first=chosen))
        assert Settings(tmp_path / "window.ini").habits().sunday_first is chosen
    assert not display_of(Habits(sunday_first=False), AMERICAN).sunday_first


def test_the_month_begins_on_the_systems_first_day(open_window: Open) -> None:
    window = open_window()
    window.session.set_system(AMERICAN)
    model = window.findChildren(MonthTable)[0].model()
    assert model.headerData(0, Qt.Orientation.Horizontal)[:3] == "Sun"


@pytest.mark.parametrize(("pixels", "scale"), [(10, 1), (14, 1), (21, 1.5), (28, 2)])
@pytest.mark.usefixtures("qapp")
def test_text_is_as_large_as_the_systems_and_never_smaller_than_ours(
    pixels: int, scale: float
) -> None:
    wanted = QFont()
    wanted.setPixelSize(pixels)
    assert system_scale(wanted) == pytest.approx(scale)


def test_a_larger_system_enlarges_what_is_shown(open_window: Open) -> None:
    window = open_window()
    before = window.findChildren(MonthTable)[0].horizontalHeader().height()
    window.session.set_system(System(False, False, text_scale=1.5))
    assert window.session.scale == 1.5
    window.grab()
    assert window.findChildren(MonthTable)[0].horizontalHeader().height() > before


def test_more_contrast_is_taken_on(open_window: Open) -> None:
    window = open_window()
    window.session.set_system(System(False, False, strong=True))
    assert window.session.theme == light(strong=True)
    assert window.session.theme.edge == window.session.theme.text


@pytest.mark.usefixtures("qapp")
def test_figures_are_of_one_width() -> None:
    tags = font(14).featureTags()
    assert [font(14).featureValue(tag) for tag in tags] == [1]


def test_the_ring_stands_around_the_button_that_has_the_focus(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.resize(1280, 800)
    (ring,) = window.findChildren(FocusRing)
    assert not ring.isVisible()
    header = window.findChildren(Header)[0]
    button = next(b for b in header.findChildren(QAbstractButton) if b.text() == "Today")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    out = GAP + RING
    assert ring.size() == button.size().grownBy(QMargins(out, out, out, out))
    assert ring.mapToGlobal(ring.rect().center()) == button.mapToGlobal(button.rect().center())
    window.findChildren(MonthTable)[0].setFocus()
    assert not ring.isVisible()


def test_tabs_follow_the_view_and_lead_to_it(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.resize(1280, 800)
    tabs = {b.text(): b for b in window.findChildren(ViewTabs)[0].findChildren(QAbstractButton)}
    assert list(tabs) == ["Month", "Year", "Cycle", "List"]
    for name, view in (("Year", View.YEAR), ("List", View.LIST), ("Month", View.MONTH)):
        qtbot.mouseClick(tabs[name], Qt.MouseButton.LeftButton)
        assert window.session.view is view
        assert [each for each, button in tabs.items() if button.isChecked()] == [name]
    window.session.show_view(View.FINDER)
    assert tabs["Cycle"].isChecked()
    qtbot.mouseClick(tabs["Cycle"], Qt.MouseButton.LeftButton)
    assert window.session.view is View.CYCLE


def test_one_primary_button_at_a_time(open_window: Open) -> None:
    window = open_window()
    for view in View:
        window.session.show_view(view)
        window.grab()
        primary = [
            button.text()
            for button in window.findChildren(QAbstractButton)
            if button.objectName() == "primary" and button.isVisible()
        ]
        assert len(primary) == 1, view
