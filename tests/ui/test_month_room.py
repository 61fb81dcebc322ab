"""A whole month is seen, Sunday and the week's hours with it; where there is room, a panel beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from forms import opened
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from settled import settle

from heartplanner.ui.month.month_model import TOTAL
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.panel.side_panel import SidePanel
from heartplanner.ui.window.main_window import MainWindow
from tests.examples import cases

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]


def sized(window: MainWindow, size: tuple[int, int], scale: float) -> MainWindow:
    window.session.set_habits(window.session.habits._replace(scale=scale))
    window.resize(*size)
    settle(window)
    return window


def panel_button(window: MainWindow) -> QToolButton:
    buttons = window.findChildren(QToolButton)
    (button,) = [each for each in buttons if each.text() == "Side panel"]
    return button


def test_sunday_and_the_hours_of_the_week_are_seen(open_window: Open) -> None:
    window = open_window()
    table = window.findChildren(MonthTable)[0]
    for size, scale in (
        ((1280, 800), 1.0),
        ((1024, 640), 1.0),
        ((911, 512), 1.0),
        ((1280, 728), 1.33),
        ((1366, 740), 1.5),
        ((1280, 772), 2.0),
        ((1366, 740), 2.0),
    ):
        sized(window, size, scale)
        assert table.horizontalScrollBar().maximum() == 0, (size, scale)
        last = table.columnViewportPosition(TOTAL) + table.columnWidth(TOTAL)
        assert last <= table.viewport().width(), (size, scale)
        # Seven columns alike: else the same shift would have its hours on some days only.
        assert len({table.columnWidth(day) for day in range(TOTAL)}) == 1, (size, scale)
        shown = window.findChildren(SidePanel)[0].isVisible()
        assert shown is (scale < 2.0), (size, scale)
        assert panel_button(window).isVisible() is not shown, (size, scale)


def test_the_side_panel_comes_when_it_is_asked_for(open_window: Open) -> None:
    window = sized(open_window(), (1280, 772), 2.0)
    panel, button = window.findChildren(SidePanel)[0], panel_button(window)
    at = button.pos()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert panel.isVisible()
    assert button.pos() == at
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert panel.isVisible()


def test_a_form_brings_the_side_panel_and_shows_its_day(open_window: Open) -> None:
    window = sized(open_window(), (1280, 772), 2.0)
    panel, table = window.findChildren(SidePanel)[0], window.findChildren(MonthTable)[0]
    sunday = date(2025, 9, 28)
    opened(window, "note", sunday)
    for _ in range(4):
        QApplication.processEvents()
    assert panel.isVisible()
    assert table.viewport().rect().contains(table.visualRect(table.model().index_of(sunday)))
    window.user_actions.days.entry.leave()
    assert not panel.isVisible()


def test_the_side_panel_can_be_taken_away_where_it_has_room(open_window: Open) -> None:
    window = sized(open_window(), (1280, 800), 1.0)
    panel = window.findChildren(SidePanel)[0]
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not panel.isVisible()
    window.resize(1200, 800)
    QApplication.processEvents()
    assert not panel.isVisible()


SMALL_WITH_LARGE_TEXT = cases(
    [((1366, 728), 2.0), ((1366, 728), 1.5), ((1024, 640), 2.0), ((720, 480), 1.0)],
    [((1280, 800), 2.0), ((911, 512), 1.5), ((1024, 640), 1.0)],
)


def sundays_are_seen_and_clicked(window: MainWindow) -> None:
    """Go to each Sunday of the month by the pointer, without scrolling sideways."""
    (table,) = window.findChildren(MonthTable)
    assert table.horizontalScrollBar().maximum() == 0
    for row in range(4):
        index = table.model().index(row, 6)
        table.scrollTo(index)
        QApplication.processEvents()
        place = table.visualRect(index)
        assert table.viewport().rect().left() <= place.left()
        assert place.right() <= table.viewport().rect().right()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        assert window.session.selection.current == date(2025, 9, 7 * (row + 1))


@pytest.mark.parametrize(("size", "scale"), SMALL_WITH_LARGE_TEXT)
def test_beside_a_form_all_seven_days_are_seen(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    """At 200 % the month scrolled sideways, and one had to look for the weekend of a swap."""
    window = sized(open_window(), size, scale)
    opened(window, "swap", date(2025, 9, 16))
    sized(window, size, scale)
    assert window.findChildren(SidePanel)[0].isVisible()
    sundays_are_seen_and_clicked(window)


@pytest.mark.parametrize(("size", "scale"), SMALL_WITH_LARGE_TEXT)
def test_beside_the_first_steps_all_seven_days_are_seen(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    window = sized(open_window(), size, scale)
    window.first_steps()
    sized(window, size, scale)
    sundays_are_seen_and_clicked(window)


def test_the_weekdays_are_named_in_any_width(open_window: Open) -> None:
    """In letters that fit; a screen reader is told the whole name."""
    window = sized(open_window(), (1280, 800), 1.0)
    (table,) = window.findChildren(MonthTable)
    header = table.horizontalHeader()
    for width, wednesday in ((1600, "Wednesday"), (760, "Wed"), (360, "We"), (300, "W")):
        table.setFixedWidth(width)
        QApplication.processEvents()
        model = table.model()
        said = model.headerData(2, Qt.Orientation.Horizontal)
        assert said == wednesday
        assert header.fontMetrics().horizontalAdvance(said) < table.columnWidth(2)
        whole = Qt.ItemDataRole.AccessibleTextRole
        assert model.headerData(2, Qt.Orientation.Horizontal, whole) == "Wednesday"
