"""The window by its keys alone: where they go, and what they act on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from dialogs import DIALOGS, prepared, with_dialog
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from heartplanner.core.schedule.ranges.month import Month
from heartplanner.ui.list.list_rows import AgendaList
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.panel.side_panel import SidePanel
from heartplanner.ui.view_list import View
from heartplanner.ui.weeks.letter_table import LetterTable
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.year.year_table import YearTable

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


def test_a_row_that_was_not_chosen_yet_is_chosen_before_a_key_acts_on_it(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.session.choose(date(2025, 8, 1))  # before the list's first day
    qtbot.keyClick(window, Qt.Key.Key_4, CONTROL)
    row = focused().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.startswith("Thursday, September 11, 2025")
    qtbot.keyClick(
        focused(), Qt.Key.Key_X
    )  # no action's key: the row is chosen and nothing else is
    assert window.session.selection.current == date(2025, 9, 11)


def test_f6_goes_from_pane_to_pane(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
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
    window = open_window()
    window.session.show_view(view)
    window.message_bar.say("Something happened.")
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    assert window.message_bar.isAncestorOf(focused())
    qtbot.keyClick(focused(), Qt.Key.Key_F6, SHIFT)
    assert window._views.isAncestorOf(focused())
    assert focused() is window._views.focusProxy()


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
    bar = window.menuBar()
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
    bar.setActiveAction(bar.actions()[0])
    popup = QApplication.activePopupWidget()
    if popup:
        qtbot.keyClick(popup, Qt.Key.Key_Escape)  # the bar keeps the keys
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.activeAction().text() == "&Edit"
    assert window.session.month == Month(2025, 9)
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    assert bar.activeAction().text() == "&File"
    assert window.session.month == Month(2025, 9)


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


def keys_of(words: list[str]) -> list[str]:
    """The letters that Alt presses, in small letters."""
    found = (QKeySequence.mnemonic(text).toString() for text in words)
    return [each for each in found if each]


def twice(letters: list[str]) -> list[str]:
    return [letter for letter, times in Counter(letters).items() if times > 1]


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


@pytest.mark.parametrize("name", DIALOGS)
def test_no_dialog_has_a_letter_twice(
    open_window: Open, own_folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    window = prepared(open_window())
    path = str(own_folder / "again.ics")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    looked = []

    def look(dialog: QDialog) -> None:
        looked.append(dialog)
        buttons = [each.text() for each in dialog.findChildren(QAbstractButton)]
        labels = [each.text() for each in dialog.findChildren(QLabel) if each.buddy()]
        groups = [each.title() for each in dialog.findChildren(QGroupBox)]
        assert twice(keys_of([*buttons, *labels, *groups])) == []

    with_dialog(window, name, look)
    assert looked
