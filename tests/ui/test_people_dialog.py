"""Colleagues in the window: cards in, seen before they are saved, and out again; the panel and the form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import Open
from drops import entering
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.colleagues import add_colleague
from heartplanner.core.people.card import DAMAGED, card_text
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment
from heartplanner.ui.fields.name_field import NameField
from heartplanner.ui.panel.day_people import BY_CARDS
from heartplanner.ui.panel.selected_card import SelectedCard
from heartplanner.ui.people.people_dialog import NOBODY, PeopleDialog
from heartplanner.ui.weeks.rotation_picture import RotationPicture
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

OWN = Assignment(date(2025, 7, 28), confirmed=True)
LEE = card_text(OWN._replace(cycle_week=3), "Lee")
BARE = card_text(OWN._replace(cycle_week=2))


class Hands:
    """A person at the dialog."""

    def __init__(self, qtbot: QtBot, dialog: PeopleDialog) -> None:
        self.qtbot, self.dialog = qtbot, dialog
        self.field, self.name = dialog._adding.field, dialog._adding._name

    @property
    def said(self) -> str:
        labels = self.dialog.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    @property
    def lines(self) -> list[str]:
        (shown,) = self.dialog.findChildren(QListWidget)
        return [shown.item(row).text() for row in range(shown.count())]

    def button(self, words: str) -> QPushButton:
        buttons = self.dialog.findChildren(QPushButton)
        return next(button for button in buttons if button.text() == words)

    def drop(self, data: QMimeData) -> None:
        event = entering(data)
        QApplication.sendEvent(self.dialog, event)
        assert event.isAccepted()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        dropped = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none)
        QApplication.sendEvent(self.dialog, dropped)


Act = Callable[[Hands], None]
With = Callable[[Act], None]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


@pytest.fixture
def with_people(qtbot: QtBot, window: MainWindow) -> With:
    """Open the dialog as a person does, act in it, and close it."""

    def open_it(act: Act) -> None:
        done: list[bool] = []

        def begin() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, PeopleDialog)
            try:
                act(Hands(qtbot, dialog))
                done.append(True)
            finally:
                dialog.reject()

        QTimer.singleShot(0, begin)
        window._binder.actions["people"].trigger()
        assert done

    return open_it


def names(window: MainWindow) -> list[str]:
    return [colleague.name for colleague in window.session.plan.colleagues]


def test_a_card_is_seen_before_it_is_saved_and_then_undone(
    with_people: With, window: MainWindow
) -> None:
    def act(hands: Hands) -> None:
        assert NOBODY in hands.said
        assert hands.dialog.focusWidget() is hands.field
        assert not hands.button("Add").isEnabled()
        hands.field.take_text(f"Here you are:\n> {LEE[:60]}\n> {LEE[60:]}")
        assert "Day shifts 9 am–9 pm, from July 28, 2025." in hands.said
        assert names(window) == []
        (picture,) = hands.dialog.findChildren(RotationPicture)
        assert picture.text().startswith(
            "Jul 28: admin Thursday; shift Friday, Saturday and Sunday."
        )
        assert hands.name.text() == "Lee"
        hands.button("Add").click()
        assert hands.lines == ["Lee: day shifts 9 am–9 pm, from July 28, 2025"]
        assert hands.field.toPlainText() == ""
        # From September 15 on I have -SSAS-- ---ASSS -SSAS-- SSSA---, Lee -SSAS-- SSSA--- ---ASSS -SSAS--.
        assert "Both off next: Sep 15, Sep 20–21, Sep 29 and Oct 11–13." in hands.said

    with_people(act)
    assert names(window) == ["Lee"]
    assert window.session.store.undo_name == "rotation card of Lee"
    window.session.store.undo()
    assert names(window) == []


def test_a_card_without_a_name_asks_whose_it_is(with_people: With, window: MainWindow) -> None:
    def act(hands: Hands) -> None:
        hands.field.take_text(BARE)
        assert "type whose it is" in hands.said
        assert not hands.button("Add").isEnabled()
        hands.qtbot.keyClicks(hands.name, "Sam")
        hands.qtbot.keyClick(hands.name, Qt.Key.Key_Return)
        assert names(window) == ["Sam"]

    with_people(act)


@pytest.mark.parametrize("text", [LEE[:90], LEE.replace("SSA", "SAS", 1)])
def test_what_is_damaged_is_said_and_cannot_be_added(
    with_people: With, window: MainWindow, text: str
) -> None:
    def act(hands: Hands) -> None:
        hands.field.take_text(text)
        assert f"{DAMAGED}."[1:] in hands.said
        assert not hands.button("Add").isEnabled()
        hands.button("Add").click()
        assert names(window) == []

    with_people(act)


def test_a_card_is_pasted_wherever_the_keys_are_and_enter_adds_it(
    with_people: With, window: MainWindow
) -> None:
    def act(hands: Hands) -> None:
        hands.qtbot.waitUntil(hands.dialog.isActiveWindow)
        QApplication.clipboard().setText(LEE)
        hands.button("My card...").setFocus()
        hands.qtbot.keyClick(
            hands.dialog.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
        )
        assert hands.dialog.focusWidget() is hands.button("Add")
        hands.qtbot.keyClick(hands.button("Add"), Qt.Key.Key_Return)
        assert names(window) == ["Lee"]
        QApplication.clipboard().setText(BARE)
        hands.field.setFocus()
        hands.field.paste()
        assert hands.dialog.focusWidget() is hands.name

    with_people(act)


def test_files_and_texts_are_dropped_pasted_and_chosen(
    with_people: With, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own_folder / "lee.txt"
    path.write_text(LEE, encoding="utf-8")
    film = own_folder / "film.mkv"
    film.write_bytes(b"\0" * 1_000_001)

    def act(hands: Hands) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        hands.drop(data)
        assert hands.name.text() == "Lee"
        hands.field.clear()
        text = QMimeData()
        text.setText(f"{BARE} and more")
        hands.field.insertFromMimeData(text)
        assert "from July 28, 2025." in hands.said
        hands.field.take_file(film)
        assert "larger than 1 MB" in hands.said
        hands.field.take_text("x" * 50_000)
        assert "too long" in hands.said
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        hands.button("Choose a file...").click()
        assert hands.button("Add").isEnabled()

    with_people(act)


def test_the_name_of_one_card_is_not_that_of_the_next(
    with_people: With, window: MainWindow
) -> None:
    def act(hands: Hands) -> None:
        hands.field.take_text(LEE)
        hands.field.take_text(BARE)
        assert hands.name.text() == ""
        hands.name.setText("Sam")  # typed, so that it stays while the text is mended
        hands.field.take_text(BARE[:80])
        hands.field.take_text(BARE)
        assert hands.name.text() == "Sam"

    with_people(act)
    assert names(window) == []


def test_a_second_card_of_the_same_name_says_what_becomes_of_the_first(
    with_people: With, window: MainWindow
) -> None:
    def act(hands: Hands) -> None:
        hands.field.take_text(LEE)
        hands.button("Add").click()
        hands.field.take_text(card_text(OWN._replace(start=date(2026, 1, 5)), "lee"))
        assert "takes the place of the card that you have of lee" in hands.said
        hands.button("Add").click()
        assert len(hands.lines) == 1
        assert "January 5, 2026" in hands.lines[0]
        hands.button("Remove").click()
        assert hands.lines == []

    with_people(act)
    assert window.session.store.undo_name == "removing the card of lee"


def known(window: MainWindow) -> None:
    """Lee has another Monday and Tuesday in week 2; Ann is a cycle week on."""
    letters = "-SSAS-- S-SAS-- ---ASSS -SSAS-- SSSA--- ---ASSS"
    store = window.session.store
    plan = add_colleague(
        store.plan, "Lee", OWN._replace(rotation=OWN.rotation.parse(letters)), store.moment()
    )
    plan = add_colleague(plan, "Ann", OWN._replace(cycle_week=2, guesses=(17,)), store.moment())
    later = OWN._replace(start=date(2030, 1, 1))
    store.change("cards", add_colleague(plan, "Zed", later, store.moment()))


def people_lines(window: MainWindow) -> str:
    (card,) = window.findChildren(SelectedCard)
    return "" if card._people.isHidden() else card._people.text()


def test_the_panel_says_what_colleagues_do_on_the_day(window: MainWindow) -> None:
    window.session.choose(date(2025, 9, 15))
    assert people_lines(window) == ""
    known(window)
    assert people_lines(window) == f"{BY_CARDS}\nAnn: day off\nLee: day shift, 9 am–9 pm"
    window.session.choose(date(2025, 9, 17))
    assert people_lines(window) == (
        f"{BY_CARDS}\nAnn: day off, not confirmed yet\nLee: day shift, 9 am–9 pm"
    )
    window.session.choose(date(2025, 9, 18), extend=True)
    assert people_lines(window) == ""


def offered(field: NameField) -> list[str]:
    buttons = field.offered.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible()]


def test_the_swap_form_offers_those_who_could_take_the_shift(window: MainWindow) -> None:
    known(window)
    window.session.choose(date(2025, 9, 16))
    window._binder.actions["swap"].trigger()
    card = window.user_actions.days.entry.card
    assert card is not None
    (field,) = card.findChildren(NameField)
    assert offered(field) == ["Ann", "Lee"]
    window.session.choose(date(2025, 9, 15))  # to take it: Lee works then, and Ann does not
    assert offered(field) == ["Lee"]
    field.offered.findChildren(QPushButton)[0].click()
    assert field.text() == "Lee"
    card.save()
    (change,) = window.session.plan.changes
    assert change.what == Swap(date(2025, 9, 16), date(2025, 9, 15), None, "Lee")


def test_a_shift_that_is_taken_has_its_own_hours(window: MainWindow) -> None:
    store = window.session.store
    evenings = OWN._replace(cycle_week=3, band=Band.EVENING)
    store.change("card", add_colleague(store.plan, "Eve", evenings, store.moment()))
    known(window)
    window.session.choose(date(2025, 9, 13))  # free for me; Eve works noon-midnight
    window._binder.actions["swap"].trigger()
    card = window.user_actions.days.entry.card
    assert card is not None
    (field,) = card.findChildren(NameField)
    assert offered(field) == ["Eve"]
    field.offered.findChildren(QPushButton)[0].click()
    field.setText("Lee")  # who does not work then, so that the hours are one's usual ones again
    field.setText("Eve")
    card.save()
    (change,) = window.session.plan.changes
    assert change.what == Swap(None, date(2025, 9, 13), Band.EVENING, "Eve")


def test_without_colleagues_the_form_offers_nobody(window: MainWindow) -> None:
    window.session.choose(date(2025, 9, 16))
    window._binder.actions["swap"].trigger()
    (field,) = window.findChildren(NameField)
    assert field.offered.isHidden()
