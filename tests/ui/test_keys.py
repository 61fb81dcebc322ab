"""The window by its keys alone: where they go, and what they act on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from dialogs import prepared
from forms import form
from letters import keys_of, twice
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from heartplanner.core.schedule.blocks import ZONE
from heartplanner.ui.list.list_rows import AgendaList
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.panel.side_panel import SidePanel
from heartplanner.ui.view_list import View
from heartplanner.ui.weeks.letter_table import LetterTable
from heartplanner.ui.window.focus_ring import FocusRing
from heartplanner.ui.window.go_to_date import GoToDate
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.year.year_table import YearTable

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_year_takes_keys_at_once(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert isinstance(focused(), YearTable)
    assert focused().accessibleName() == "September 2025"
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    assert window.session.selection.current == date(2025, 9, 12)
    for _ in range(3):
        qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert focused().accessibleName() == "October 2025"
    assert window.session.selection.current == date(2025, 10, 3)


def test_the_list_takes_keys_at_once_and_its_row_is_the_day_chosen(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_4, CONTROL)
    assert isinstance(focused(), AgendaList)
    for _ in range(2):
        qtbot.keyClick(focused(), Qt.Key.Key_Down)
    row = focused().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.startswith("Saturday, September 13, 2025")
    assert window.session.selection.current == date(2025, 9, 13)


def test_a_day_chosen_in_the_month_is_where_the_list_and_the_year_begin(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.session.choose(date(2025, 9, 19))
    qtbot.keyClick(window, Qt.Key.Key_4, CONTROL)
    row = focused().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.startswith("Friday, September 19, 2025")
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    day = focused().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert day.startswith("Friday, September 19, 2025")


@pytest.mark.parametrize("day", [date(2025, 8, 1), date(2026, 12, 3), date(2025, 7, 20)])
def test_the_list_has_the_day_chosen_wherever_it_is(
    qtbot: QtBot, open_window: Open, day: date
) -> None:
    """Long over, more than a year ahead, before the start date: the keys are on it, and act on it."""
    window = open_window()
    window.session.choose(day)
    qtbot.keyClick(window, Qt.Key.Key_4, CONTROL)
    row = focused().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"{day:%B} {day.day}, {day.year}" in row
    qtbot.keyClick(focused(), Qt.Key.Key_X)  # no action's key
    assert window.session.selection.current == day
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert window.session.selection.current == day + timedelta(days=1)


def test_after_a_restart_the_list_has_the_day_of_the_panel(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.session.choose(date(2025, 8, 5))
    window.session.show_view("list")
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), AgendaList))
    assert again.session.selection.current == date(2025, 8, 5)
    row = focused().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.startswith("Tuesday, August 5, 2025")


def test_a_search_that_leaves_out_the_day_chosen_puts_the_keys_on_no_other(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.session.choose(date(2025, 9, 19))
    qtbot.keyClick(window, Qt.Key.Key_4, CONTROL)
    rows = focused()
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(focused(), "admin")
    window._views.focus_view()
    assert not rows.currentIndex().isValid()
    assert window.session.selection.current == date(2025, 9, 19)
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)  # on into what was found: the panel goes along
    row = rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"{window.session.selection.current:%B} {window.session.selection.current.day}," in row


def test_after_go_to_a_date_keys_of_days_work_wherever_the_keys_were(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    (more,) = [b for b in window.findChildren(QPushButton) if b.text() == "More"]
    more.setFocus()

    monkeypatch.setattr(
        GoToDate, "agreed", lambda dialog: dialog.field.put(date(2025, 9, 16)) is None
    )
    qtbot.keyClick(window, Qt.Key.Key_G, CONTROL)
    assert window.session.selection.current == date(2025, 9, 16)
    qtbot.keyClick(focused(), Qt.Key.Key_S)
    assert form(window).kind.title == "Swap"


def test_keys_that_are_nowhere_go_to_the_calendar(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(new=True)
    at = QApplication.focusWidget()
    assert at is not None
    at.clearFocus()
    other = QDialog(window)
    other.open()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    other.close()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is at)


def test_f6_goes_from_pane_to_pane(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(new=True)
    panel = window.findChildren(SidePanel)[0]
    (month,) = window.findChildren(MonthTable)
    assert focused() is month
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    assert panel.isAncestorOf(focused())
    window.message_bar.say("The phone is out of date.", ("Show me", list))
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    assert focused() is month
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    assert focused().text() == "Show me"
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    assert panel.isAncestorOf(focused())
    qtbot.keyClick(focused(), Qt.Key.Key_F6, SHIFT)
    assert focused().text() == "Show me"


@pytest.mark.parametrize("view", list(View))
def test_f6_leads_into_every_view(qtbot: QtBot, open_window: Open, view: View) -> None:
    window = open_window(new=True)
    window.session.show_view(view)
    window.message_bar.say("Something happened.")
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    assert window.message_bar.isAncestorOf(focused())
    qtbot.keyClick(focused(), Qt.Key.Key_F6, SHIFT)
    assert window._views.isAncestorOf(focused())
    assert focused() is window._views.focusProxy()
    buttons = [each for each in window._views.findChildren(QPushButton) if each.isVisible()]
    for stop in (*buttons[-1:], window._header.last_stop, window._views):
        stop.setFocus()
    # At midnight views are made anew: what stands beside them must not go with them.
    window.session.now = lambda: datetime(2025, 9, 12, 0, 1, tzinfo=ZONE)
    window.session.tick()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window._binder.day_menu.title() == "&Day"
    assert [ring.window() for ring in window.findChildren(FocusRing)] == [window]


def test_tab_goes_from_the_header_to_the_message(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.message_bar.say("Something happened.", ("Do it", list), ("Leave it", list))
    window._header.last_stop.setFocus()
    words = []
    for _ in range(3):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        words.append(focused().text())
    assert words == ["Do it", "Leave it", "Close"]


def test_alt_and_an_arrow_go_along_the_menu_bar(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    bar, month = window.menuBar(), window.session.month
    before = focused()
    qtbot.keyPress(before, Qt.Key.Key_Alt)
    qtbot.keyRelease(before, Qt.Key.Key_Alt)
    assert focused() is bar
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.activeAction().text() == "&Edit"
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.activeAction().text() == "&Day"
    assert window.session.month == month
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert focused() is before


@pytest.mark.parametrize("view", [View.MONTH, View.YEAR, View.LIST])
@pytest.mark.parametrize("letter", [Qt.Key.Key_D, Qt.Key.Key_F, Qt.Key.Key_V])
def test_after_esc_out_of_a_menu_the_arrows_go_on_in_the_calendar(
    qtbot: QtBot, open_window: Open, letter: Qt.Key, view: View
) -> None:
    """The bar kept the keys: Down opened the menu again, and the next Return did what it stood on."""
    window = open_window()
    window.session.show_view(view)
    before, day = focused(), window.session.selection.current
    qtbot.keyClick(before, letter, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert focused() is before
    assert window.menuBar().activeAction() is None
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert QApplication.activePopupWidget() is None
    assert window.session.selection.current > day


@pytest.mark.parametrize("key", ["Menu", "Shift+F10"])
@pytest.mark.parametrize("view", [View.MONTH, View.YEAR, View.LIST])
def test_the_menu_keys_open_the_days_menu(
    qtbot: QtBot, open_window: Open, view: View, key: str
) -> None:
    window = open_window()
    window.session.show_view(view)
    keys = QKeySequence(key)[0]
    qtbot.keyClick(focused(), keys.key(), keys.keyboardModifiers())
    menu = QApplication.activePopupWidget()
    assert menu is window._binder.day_menu
    where = focused().mapFromGlobal(menu.pos())
    assert focused().rect().contains(where)
    menu.close()


@pytest.mark.parametrize("key", ["Menu", "Shift+F10"])
@pytest.mark.parametrize(
    ("view", "words"),
    [
        (View.CYCLE, ["Shift", "Admin", "Day off", "Day shift", "Evening shift"]),
        (View.FINDER, ["Shift", "Admin", "Free", "Day", "Evening", "Worked", "No shift"]),
    ],
)
def test_the_menu_keys_open_a_menu_of_what_a_day_of_the_rotation_can_be(
    qtbot: QtBot, open_window: Open, view: View, words: list[str], key: str
) -> None:
    window = open_window()
    window.session.show_view(view)
    board = focused()
    assert isinstance(board, LetterTable)
    board.go_to(8)
    put: list[tuple[int, str]] = []
    board.letter_put.connect(lambda day, letter: put.append((day, letter)))
    keys = QKeySequence(key)[0]
    qtbot.keyClick(board, keys.key(), keys.keyboardModifiers())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text().partition("\t")[0] for each in menu.actions()] == words
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert put == [(8, "A")]


def test_no_menu_has_a_letter_twice(open_window: Open) -> None:
    window = prepared(open_window())
    window.session.store.undo()
    menus = [menu for menu in window.findChildren(QMenu) if menu.actions()]
    assert len(menus) >= 7
    bar = [action.text() for action in window.menuBar().actions()]
    for texts in (bar, *([each.text() for each in menu.actions()] for menu in menus)):
        assert twice(keys_of(texts)) == [], texts
    for name in ("&File", "&Edit", "&Day", "&View", "&Help"):
        (menu,) = [each for each in menus if each.title() == name]
        texts = [each.text() for each in menu.actions() if not each.isSeparator()]
        assert len(keys_of(texts)) == len(texts), texts


def test_the_name_of_an_edit_gives_undo_no_other_letter(open_window: Open) -> None:
    window = open_window()
    store = window.session.store
    store.change("note R&D, Lee & Sam", store.plan._replace(id="other"))
    action = window._binder.actions["undo"]
    assert keys_of([action.text()]) == ["Alt+U"]
    assert action.text() == "&Undo note R&&D, Lee && Sam"


def test_a_key_of_the_window_closes_the_menu_that_is_open(qtbot: QtBot, open_window: Open) -> None:
    """P, printed in the menu, opened the form under it, and what one typed went to the menu."""
    window = open_window()
    window.session.choose(date(2025, 9, 9))
    (more,) = [each for each in window.findChildren(QPushButton) if each.text() == "More"]
    for menu in (more.menu(), window._binder.day_menu):
        menu.popup(more.mapToGlobal(more.rect().bottomLeft()))
        qtbot.keyClick(menu, Qt.Key.Key_P)
        assert QApplication.activePopupWidget() is None
        assert form(window).kind.title == "Appointment"
        qtbot.keyClicks(focused(), "Therapy")
        assert focused().text() == "Therapy"
        window.user_actions.days.entry.leave()
    # A letter that is underlined in the menu of days is the key that is printed beside it.
    for action in window._binder.day_menu.actions():
        keys = action.shortcut().toString()
        if len(keys) == 1:
            assert f"&{keys}" in action.text().upper()
    # In the menu of a board too, whose keys are its own.
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    board = focused()
    assert isinstance(board, LetterTable)
    qtbot.keyClick(board, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_E)
    assert QApplication.activePopupWidget() is None
    assert "evening shift" in board.name_of(board.current)
