"""One's own rotation card in the window: shown, copied, printed."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Open
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.edits import assign, confirm
from heartplanner.core.people.card import RotationCard, card_text, read_card
from heartplanner.core.plan.model import Assignment
from heartplanner.ui.people.own_card import COPIED, HOW, OwnCardDialog
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

OWN = Assignment(date(2025, 7, 28), confirmed=True)
Printed = list[tuple[str, list[str]]]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    window = open_window()
    store = window.session.store
    store.change("confirm", confirm(store.plan, store.moment()))
    return window


def shown(qtbot: QtBot, window: MainWindow, printed: Printed) -> OwnCardDialog:
    dialog = OwnCardDialog(
        window.session, lambda card, notes: printed.append((card, notes)), window
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_card_has_no_name_until_one_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    dialog = shown(qtbot, window, [])
    assert dialog._text.text() == card_text(OWN)
    qtbot.keyClicks(dialog._name, "Kim")
    assert read_card(dialog._text.text()) == RotationCard("Kim", OWN)
    assert dialog._code.accessibleName() == f"QR code of {card_text(OWN, 'Kim')}"
    dialog._name.setText("x" * 41)
    assert "at most 40 characters" in dialog._said.text()
    assert dialog._text.text() == ""
    assert not dialog._copy.isEnabled()


def test_copy_and_print_give_the_card_that_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    printed: Printed = []
    dialog = shown(qtbot, window, printed)
    dialog._copy.click()
    assert QApplication.clipboard().text() == card_text(OWN)
    assert dialog._said.text() == COPIED
    dialog._print.click()
    assert printed == [(card_text(OWN), [HOW])]


def test_each_rotation_to_come_has_a_card_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    store = window.session.store
    later = OWN._replace(start=date(2026, 3, 2), cycle_week=4)
    store.change("assign", assign(store.plan, later, store.moment()))
    dialog = shown(qtbot, window, [])
    assert [dialog._rotation.itemText(n) for n in range(2)] == [
        "The one that you work now",
        "From March 2, 2026 on",
    ]
    assert "From March 2, 2026 on your rotation is another one" in dialog._notes.text()
    dialog._rotation.setCurrentIndex(1)
    assert dialog._text.text() == card_text(later)
    assert dialog._notes.text() == ""


def test_the_sample_has_no_card(qtbot: QtBot, open_window: Open) -> None:
    dialog = shown(qtbot, open_window(), [])
    assert "is not confirmed yet" in dialog._said.text()
    assert not dialog._whole.isVisible()
    assert not dialog._print.isEnabled()
