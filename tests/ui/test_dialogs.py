"""All dialogs alike: each fits the screen, each thing in them has a name, and closed they are gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from dialogs import DIALOGS, let_go, prepared, with_dialog
from letters import keys_of, twice
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QScreen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QMenuBar,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from random_user import RandomUser
from spoken import spoken_name

from heartplanner.ui.fields.plain_fields import ChoiceField, NumberField
from heartplanner.ui.view_list import View
from heartplanner.ui.window.main_window import MainWindow
from tests.examples import cases, tries

Open = Callable[..., MainWindow]
HORIZONTAL = Qt.Orientation.Horizontal
SCREEN = QSize(1366, 768)
ROLES = QAccessible.Role
KNOWN_ROLES = (
    ROLES.Button,
    ROLES.CheckBox,
    ROLES.ComboBox,
    ROLES.EditableText,
    ROLES.List,
    ROLES.SpinBox,
    ROLES.StaticText,
    ROLES.RadioButton,
    ROLES.Document,
    ROLES.Table,
)


@pytest.fixture
def window(open_window: Open, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    path = str(own_folder / "again.ics")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    return prepared(open_window())


def focusable(dialog: QWidget) -> list[QWidget]:
    """What Tab leads to."""
    return [
        each
        for each in dialog.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not isinstance(each.parent(), QAbstractSpinBox)
    ]


SCREENS = cases(
    [(SCREEN, 1.5), (SCREEN, 2.0)],
    # Half is the same screen where the system doubles all pixels.
    [(QSize(1024, 640), 1.0), (SCREEN / 2, 1.0)],
)


def test_each_thing_in_a_dialog_has_a_name_and_room_no_letter_is_there_twice_and_it_is_freed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One window for all: to open one takes longer than most dialogs.
    for name in DIALOGS:
        with_dialog(window, name, partial(see_names, name))
    counts = []
    for screen, scale in SCREENS:
        monkeypatch.setattr(QScreen, "availableSize", lambda _, screen=screen: screen)
        window.session.set_habits(window.session.habits._replace(scale=scale))
        counts.append(alive(window))
        for name in DIALOGS:
            with_dialog(window, name, partial(see_room_and_letters, name, screen))
    # What each loads once for all was there: to open them again leaves nothing more behind.
    assert window.findChildren(QDialog) == []
    assert [*counts[1:], alive(window)] == counts


def see_letters(name: str, dialog: QDialog) -> None:
    buttons = [each.text() for each in dialog.findChildren(QAbstractButton)]
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.buddy()]
    groups = [each.title() for each in dialog.findChildren(QGroupBox)]
    assert (name, twice(keys_of([*buttons, *labels, *groups]))) == (name, [])


def see_names(name: str, dialog: QDialog) -> None:
    things = focusable(dialog)
    assert things, name
    assert [each for each in things if not spoken_name(each).strip()] == [], name
    roles = {QAccessible.queryAccessibleInterface(each).role() for each in things}
    assert roles <= set(KNOWN_ROLES)
    words = {each.text().replace("&", "") for each in dialog.findChildren(QAbstractButton)}
    assert not {"OK", "Yes", "No"} & words, name
    combos = dialog.findChildren(QComboBox)
    assert all(isinstance(each, ChoiceField) for each in combos)
    for each in (each for each in combos if each.isEnabled()):
        each.showPopup()
        assert each.view().accessibleName()
        each.hidePopup()
    spins = dialog.findChildren(QAbstractSpinBox)
    assert all(isinstance(each, NumberField) for each in spins)


def see_room_and_letters(name: str, screen: QSize, dialog: QDialog) -> None:
    """It fits the screen, all in it has the room of its words, and its buttons are on the screen."""
    see_letters(name, dialog)
    for _ in range(4):  # one layout asks for the next
        QApplication.processEvents()
    room = screen * 0.9
    assert dialog.height() <= room.height(), name
    assert dialog.width() <= room.width(), name
    assert dialog.minimumSizeHint().height() <= room.height(), name
    buttons = [each for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
    closing = [each for each in buttons if each.text() in ("Cancel", "Close")]
    assert closing, name
    for button in closing:
        corner = button.mapTo(dialog, button.rect().bottomRight())
        assert dialog.rect().contains(corner)
        assert not any(area.isAncestorOf(button) for area in dialog.findChildren(QScrollArea))
    assert (name, cut_words(dialog)) == (name, [])


VIEW_ROLES = (*KNOWN_ROLES, ROLES.ButtonMenu)


@pytest.mark.parametrize("view", View)
def test_each_thing_in_a_view_has_a_name_and_a_role(window: MainWindow, view: View) -> None:
    """The views' own fields too, with the header and the panels that stand around them."""
    window.resize(2560, 1440)
    window.session.show_view(view)
    QApplication.processEvents()
    shown = [each for each in focusable(window) if not isinstance(each, QMenuBar)]
    assert len(shown) > 5
    assert [each for each in shown if not spoken_name(each).strip()] == []
    kinds = {each: QAccessible.queryAccessibleInterface(each).role() for each in shown}
    assert {each: kind for each, kind in kinds.items() if kind not in VIEW_ROLES} == {}
    combos = [each for each in window.findChildren(QComboBox) if each.isVisible()]
    assert all(isinstance(each, ChoiceField) for each in combos)


def cut_words(dialog: QDialog) -> list[str]:
    """What stands in labels, buttons, choices and headings that have less room than their words."""
    labels = [each for each in dialog.findChildren(QLabel) if each.isVisible() and each.text()]
    cut = [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]
    buttons = [each for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
    cut += [each.text() for each in buttons if each.width() < each.minimumSizeHint().width()]
    for combo in (each for each in dialog.findChildren(ChoiceField) if each.isVisible()):
        option = QStyleOptionComboBox()
        combo.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo)
        if room.width() < combo.fontMetrics().horizontalAdvance(combo.currentText()):
            cut.append(combo.currentText())
    for header in (each for each in dialog.findChildren(QHeaderView) if each.isVisible()):
        sections = range(header.count())
        wide = [header.sectionSizeHint(each) <= header.sectionSize(each) for each in sections]
        cut += [str(header.model().headerData(n, HORIZONTAL)) for n in sections if not wide[n]]
    return cut


def test_a_random_user_leaves_nothing_behind(window: MainWindow) -> None:
    user = RandomUser(window, seed=12)
    window._asking._begin()  # the card of answers is made when one first asks
    for name in ("year", "cycle", "list", "finder", "on-my-phone", "month"):
        window.session.show_view(name)
    before = alive(window)
    for _ in range(tries(30, 150)):
        user.act()
    # The last thing done may be a form that is still open, since what it says was refused.
    if card := window.user_actions.days.entry.card:
        card.left.emit()
    window.session.show_view("month")
    # A calendar of others that was added has its box in the legend.
    assert alive(window) <= before + len(window.session.plan.calendars)


def alive(window: MainWindow) -> int:
    """How many widgets there are, but for the buttons of the message that is said just now.

    Nor are the menu bar's own counted: with wide letters it makes a menu for those that have no room.
    """
    let_go()
    bar, menus = window.message_bar, window.menuBar()
    everything = QApplication.allWidgets()
    return sum(not bar.isAncestorOf(each) and each.parent() is not menus for each in everything)
