"""The page On my phone: set up once, and then as few clicks as it promises; what the phone has is said."""

from __future__ import annotations

import shutil
import urllib.request
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from phone_hands import SWAP, PhoneHands, answer_places
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from spoken import spoken_name

from heartplanner.core.calendar.export_options import PHONE, default_options
from heartplanner.core.edits.edits import add_change
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.document import Document
from heartplanner.files.calendar import kept
from heartplanner.files.calendar.ledger import save_options
from heartplanner.share.wifi.networks import Network
from heartplanner.store import Store
from heartplanner.ui.messages import stale_reminder
from heartplanner.ui.panel.phone_status import PhoneStatus
from heartplanner.ui.phone import kept_files, lan_dialog
from heartplanner.ui.phone.guide.phone_guide import PhoneGuide
from heartplanner.ui.phone.lan_dialog import LanDialog
from heartplanner.ui.phone.page import phone_view
from heartplanner.ui.phone.page.phone_card import PhoneCard
from heartplanner.ui.phone.phone_memory import PhoneKind, PhoneWay
from heartplanner.ui.phone_state import PhoneCondition, PhoneState, SentCalendar
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets import message_boxes
from heartplanner.ui.widgets.message_boxes import MessageBox, QuestionBox
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.window.phone_button import PhoneButton
from tests.examples import cases

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
SOON = 20


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for a person to rest does not wait here."""
    for module, name in ((stale_reminder, "AFTER"), (kept_files, "REST"), (phone_view, "AFTER")):
        monkeypatch.setattr(module, name, SOON)


@pytest.fixture
def hands(open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PhoneHands:
    """A person in front of a window whose calendar is a quarter of a year: it says no less."""
    window = open_window()
    save_options(window.session.store.path, PHONE, default_options(PHONE)._replace(months=3))
    monkeypatch.setattr(message_boxes, "agreed", lambda *_: pytest.fail("a question was asked"))
    return PhoneHands(window, qtbot)


def words_in(widget: QWidget) -> str:
    """All that labels in a widget say, as far as it is shown."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def dialogs(window: MainWindow) -> list[str]:
    return [type(each).__name__ for each in window.findChildren(QDialog) if each.isVisible()]


def test_the_first_time_the_button_leads_to_the_page_and_then_saves_in_one_click(
    hands: PhoneHands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window, path = hands.window, own_folder / "HEART.ics"
    asked = answer_places(monkeypatch, path)
    hands.header()
    assert window.session.view is View.PHONE
    hands.wait_for("Your calendar is not on a phone yet.")
    hands.click("Android")
    hands.click("A file, now")
    hands.click("Save the file...")
    assert asked == ["Save the calendar file for your phone"]
    (guide,) = window.findChildren(PhoneGuide)
    assert guide._phone.value() == "Android"
    guide.accept()  # It is on my phone
    hands.wait_for("Your phone has everything as of Thu, Sep 11, noon.")
    hands.click("Back to the calendar")
    assert window.session.view is View.MONTH
    before = path.read_bytes()
    hands.swap()
    (status,) = window.findChildren(PhoneStatus)
    qtbot.waitUntil(lambda: status.accessibleName() == "Your phone is out of date: 1 change")
    assert "1 change" in status.text()
    hands.header()
    assert hands.clicks == 1
    assert path.read_bytes() != before
    assert asked == ["Save the calendar file for your phone"]  # not asked again
    assert dialogs(window) == []
    qtbot.waitUntil(lambda: "HEART.ics is saved" in status.accessibleName())
    qtbot.mouseClick(status, Qt.MouseButton.LeftButton)
    hands.wait_for("HEART.ics is saved; open it on your phone.")
    assert "Sep 22" in hands.card
    hands.click("It is on my phone")
    hands.wait_for("Your phone has everything as of Thu, Sep 11, noon.")
    assert hands.card.splitlines()[-4:] == ["Sep 16", "free now", "Sep 22", "HEART 9–9"]


def test_a_kept_file_needs_no_click(
    hands: PhoneHands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window, path = hands.window, own_folder / "shared" / "HEART.ics"
    path.parent.mkdir()
    asked = answer_places(monkeypatch, path)
    hands.header()
    hands.click("A file that is kept up to date")
    hands.click("Choose the place...")
    qtbot.waitUntil(path.exists)
    assert asked == ["Choose where the file is kept up to date"]
    hands.wait_for("The file for your phone has everything as of")
    assert b"20250922T" not in path.read_bytes()
    hands.swap()
    qtbot.waitUntil(lambda: b"20250922T" in path.read_bytes(), timeout=10_000)
    assert hands.clicks == 0
    hands.wait_for("The file for your phone has everything as of")
    # Nobody was seen to fetch it; and nobody has to press the button, which does not stand out.
    (button,), (status,) = (window.findChildren(kind) for kind in (PhoneButton, PhoneStatus))
    window.session.show_view(View.MONTH)
    qtbot.waitUntil(lambda: status.accessibleName() == "The file for your phone has everything")
    assert button.objectName() == "plain"
    window.session.show_view(View.PHONE)
    hands.click("Stop keeping it up to date")
    window.session.show_view(View.MONTH)
    qtbot.waitUntil(lambda: button.objectName() == "primary")
    assert kept.kept_files(window.session.store.path) == ()
    window.session.store.undo()
    qtbot.wait(10 * SOON)
    assert b"20250922T" in path.read_bytes()
    assert window.user_actions.phone.memory.choice.way is None


def test_what_one_way_brought_says_nothing_of_another(
    hands: PhoneHands, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window, path = hands.window, own_folder / "HEART.ics"
    answer_places(monkeypatch, path)
    hands.header()
    hands.click("A file, now")
    hands.click("Save the file...")
    (guide,) = window.findChildren(PhoneGuide)
    guide.reject()  # nobody said that the phone has it
    hands.wait_for("HEART.ics is saved; open it on your phone.")
    hands.click("A file that is kept up to date")
    hands.click("Choose the place...")
    hands.wait_for("The file for your phone has everything as of")
    hands.click("Stop keeping it up to date")
    hands.wait_for("HEART.ics is saved; open it on your phone.")
    hands.click("A file that is kept up to date")
    assert "If you imported a file before" in words_in(hands.view._ways.card)
    hands.click("Choose the place...")
    hands.wait_for("The file for your phone has everything as of")
    assert kept.stop(window.session.store.path, path)  # by the command line
    window.user_actions.phone.kept.look_soon()
    hands.wait_for("HEART.ics is saved; open it on your phone.")
    assert not hands.shown("Stop keeping it up to date")
    assert window.user_actions.phone.memory.choice.way is None
    plan_file = window.session.store.path
    plan_file.write_bytes(plan_file.read_bytes() + b"\n")
    hands.view.refresh()
    assert hands.card.startswith("Your schedule waits for your answer.\nAnother program changed")
    memory, moment = window.user_actions.phone.memory, window.session.now()
    memory.keep_sent("an account", moment, (("Nov 29", "free now"),))
    memory.keep_sent("an account", moment, None)  # nothing was new
    assert memory.sent("an account") == SentCalendar(moment, (("Nov 29", "free now"),))
    assert memory.sent("another") == SentCalendar()
    memory.keep_sent("an account", moment, ())  # the whole calendar is new
    assert memory.sent("an account") == SentCalendar(moment)


def test_each_change_is_looked_at_once(
    hands: PhoneHands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[PhoneCondition] = []
    show_state = PhoneCard.show_state

    def noted(card: PhoneCard, state: PhoneState, *rest: Any) -> None:
        shown.append(state.condition)
        show_state(card, state, *rest)

    monkeypatch.setattr(PhoneCard, "show_state", noted)
    store = hands.window.session.store
    store.make_file()
    export = hands.window.user_actions.phone.exports.export()
    export.taken(hands.window.session.today)
    hands.header()
    qtbot.wait(10 * SOON)
    assert shown == [PhoneCondition.UP_TO_DATE]
    hands.swap()
    qtbot.wait(10 * SOON)
    assert shown[1:] == [PhoneCondition.OUT_OF_DATE]
    store.path.write_bytes(store.path.read_bytes() + b"\n")  # as another program
    hands.view.refresh()
    assert shown[2:] == [PhoneCondition.WAITS]
    store.keep_mine()
    qtbot.wait(10 * SOON)
    assert shown[3:] == [PhoneCondition.OUT_OF_DATE]


def test_a_file_of_another_schedule_is_replaced_only_where_that_is_agreed_to(
    hands: PhoneHands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    path = own_folder / "HEART.ics"
    theirs = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Heart Planner//x\r\nBEGIN:VEVENT\r\nUID:x@y\r\n"
        b"DTSTAMP:20250101T000000Z\r\nDTSTART:20250101T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    path.write_bytes(theirs)
    answer_places(monkeypatch, path)
    answers, asked = [False, True], []
    monkeypatch.setattr(
        "heartplanner.ui.phone.calendar_path.agreed",
        lambda *said: asked.append(said[2]) or answers[len(asked) - 1],
    )
    hands.header()
    hands.click("A file that is kept up to date")
    hands.click("Choose the place...")
    assert "was not made from your schedule" in asked[0]
    assert path.read_bytes() == theirs
    assert hands.window.user_actions.phone.memory.choice.way is None
    hands.click("Choose the place...")
    qtbot.waitUntil(lambda: path.read_bytes() != theirs)


def test_a_kept_file_that_is_newer_is_replaced_only_where_that_is_agreed_to(
    hands: PhoneHands, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    path, asked = own_folder / "HEART.ics", []
    answer_places(monkeypatch, path)
    hands.header()
    hands.click("A file that is kept up to date")
    hands.click("Choose the place...")
    hands.wait_for("The file for your phone has everything as of")
    plan_file = hands.window.session.store.path
    copy = own_folder / "copy"
    copy.mkdir()
    shutil.copy(f"{plan_file}.kept", copy)
    shutil.copytree(f"{plan_file}.handed", copy / f"{plan_file.name}.handed")
    other = Document(copy / plan_file.name, hands.window.session.schedule, None)
    moment = hands.window.session.now()
    other.change("swap", add_change(other.plan, SWAP, moment), moment)
    assert kept.write_kept(other.schedule, other.path, moment.date()) == []
    newer = path.read_bytes()
    hands.window.user_actions.phone.kept.look_soon()
    hands.wait_for("1 event there is newer than this schedule")
    assert path.read_bytes() == newer
    monkeypatch.setattr(
        "heartplanner.ui.phone.calendar_path.agreed", lambda *said: asked.append(said[2]) or True
    )
    hands.click("Save")
    assert "which is newer than this schedule" in asked[0]
    hands.wait_for("The file for your phone has everything as of")
    assert path.read_bytes() != newer


def test_by_wifi_one_click_shows_the_code(
    hands: PhoneHands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = hands.window
    monkeypatch.setattr(lan_dialog, "networks", lambda: [Network("wlan0", "127.0.0.1")])
    hands.header()
    hands.click("Over Wi-Fi, now")
    hands.click("Show the code...")
    (dialog,) = window.findChildren(LanDialog)
    fetch(dialog)
    qtbot.waitUntil(lambda: dialog._ended.text() != "")
    dialog.reject()
    hands.wait_for("Your phone has everything as of")
    hands.swap()
    hands.wait_for("Your phone is out of date: 1 change.")
    hands.header()
    assert hands.clicks == 1
    dialog = next(each for each in window.findChildren(LanDialog) if each.isVisible())
    assert b"20250922T" in fetch(dialog)
    dialog.reject()


def fetch(dialog: LanDialog) -> bytes:
    """Fetch the calendar as a phone does that has scanned the code."""
    assert dialog._address.isVisible()
    with urllib.request.urlopen(f"{dialog._address.text()}/HEART.ics", timeout=10) as response:
        return bytes(response.read())


def test_the_way_is_remembered_for_this_schedule_alone(
    hands: PhoneHands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    answer_places(monkeypatch, own_folder / "HEART.ics")
    hands.header()
    hands.click("Something else")
    hands.click("A file, now")
    hands.click("Save the file...")
    settings, now = Settings(own_folder / "window.ini"), hands.window.session.now
    hands.window.session.settings._kept.sync()
    plan = hands.window.session.store.path
    again = MainWindow(Store(Document.load(plan)), settings, now, System(False, False))
    qtbot.addWidget(again)
    choice = again.user_actions.phone.memory.choice
    assert (choice.kind, choice.way) == (PhoneKind.OTHER, PhoneWay.FILE)
    assert choice.file == own_folder / "HEART.ics"
    assert again.session.view is View.MONTH  # not on the page that one was on
    other = plan.with_name("other.json")
    other.write_bytes(plan.read_bytes())
    another = MainWindow(Store(Document.load(other)), settings, now, System(False, False))
    qtbot.addWidget(another)
    assert another.user_actions.phone.memory.choice.way is None


def test_another_way_does_not_end_a_kept_file_unasked(
    hands: PhoneHands, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    phone = hands.window.user_actions.phone
    hands.window.session.store.make_file()
    path = own_folder / "HEART.ics"
    kept.keep(hands.window.session.store.path, path, default_options(PHONE))
    choice = phone.memory.choice._replace(way=PhoneWay.KEPT, path=str(path))
    phone.memory.keep_choice(choice)
    asked: list[str] = []

    def refuse(box: QuestionBox) -> bool:
        asked.append("\n".join(label.text() for label in box.findChildren(QLabel)))
        return False

    monkeypatch.setattr(QuestionBox, "run", refuse)
    phone.use(choice._replace(way=PhoneWay.FILE))
    assert "HEART.ics is kept up to date for your phone." in asked[0]
    assert phone.memory.choice == choice
    assert phone.exports.is_followed(path)


def test_the_menu_of_sync_shows_the_page_with_that_way_and_what_is_missing(
    hands: PhoneHands, qtbot: QtBot
) -> None:
    window = hands.window
    window.user_actions.phone.show_page(PhoneWay.FILE)
    assert hands.shown("Save the file...")
    window._binder.actions["publish"].trigger()
    assert hands.shown("Save and sync")
    hands.click("Save and sync")
    assert hands.view._missing.text() == "Type who you are on this account."
    assert QApplication.focusWidget() is hands.view._ways.account.user
    assert window.user_actions.phone.memory.choice.way is None
    qtbot.keyClicks(QApplication.focusWidget(), "ana")
    assert not hands.view._missing.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.session.view is View.MONTH


@pytest.mark.usefixtures("hands")
def test_by_keys_alone_one_chooses_and_saves(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    path = own_folder / "HEART.ics"
    answer_places(monkeypatch, path)
    keys = QApplication.focusWidget
    qtbot.keyClick(keys(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(keys(), QRadioButton)
    for _ in range(3):
        qtbot.keyClick(keys(), Qt.Key.Key_Down)
    assert keys().text() == "A file, now"
    qtbot.keyClick(keys(), Qt.Key.Key_Return)
    assert path.exists()


def test_a_place_that_is_gone_is_said_and_another_is_asked_for(
    hands: PhoneHands, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window, path = hands.window, own_folder / "HEART.ics"
    phone = window.user_actions.phone
    gone = own_folder / "stick" / "file" / "HEART.ics"
    gone.parent.parent.write_text("no folder any more")
    choice = phone.memory.choice._replace(way=PhoneWay.FILE, path=str(gone))
    phone.memory.keep_choice(choice)
    asked = answer_places(monkeypatch, path)
    hands.header()
    (box,) = window.findChildren(MessageBox)
    assert str(gone.parent) in box.text()
    assert len(asked) == 1
    assert path.exists()
    assert phone.memory.choice.file == path


@pytest.mark.parametrize(
    ("size", "scale"),
    cases([((1024, 640), 1.0), ((1280, 800), 2.0)], [((720, 480), 1.0), ((1280, 800), 1.0)]),
)
def test_no_word_is_cut_and_the_buttons_are_in_sight(
    hands: PhoneHands, size: tuple[int, int], scale: float
) -> None:
    window = hands.window
    window.session.set_habits(window.session.habits._replace(scale=scale))
    window.resize(*size)
    for way in PhoneWay:
        window.user_actions.phone.show_page(way)
        QApplication.processEvents()
        QApplication.processEvents()
        view = hands.view
        assert view._scroll.horizontalScrollBar().maximum() == 0
        body = view._scroll.widget()
        assert body is not None
        assert body.minimumSizeHint().width() <= view._scroll.viewport().width(), way
        for button in view.findChildren(QAbstractButton):
            if button.isVisible():
                needed = button.sizeHint().width()
                assert needed <= button.width(), (way, button.text())
            if button.isVisible() and button.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert spoken_name(button).strip(), (way, button)
        assert view.rect().contains(view._onward.geometry())


def test_what_the_phone_has_is_said_after_a_restart_too(
    hands: PhoneHands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    answer_places(monkeypatch, own_folder / "HEART.ics")
    phone = hands.window.user_actions.phone
    phone.use(phone.memory.choice._replace(way=PhoneWay.FILE))
    phone.files.arrived()
    hands.swap()
    hands.window.session.settings._kept.sync()
    store = Store(Document.load(hands.window.session.store.path))
    later = datetime(2025, 9, 12, 7, tzinfo=ZONE)
    again = MainWindow(
        store, Settings(own_folder / "window.ini"), lambda: later, System(False, False)
    )
    qtbot.addWidget(again)
    again.show()
    (status,) = again.findChildren(PhoneStatus)
    qtbot.waitUntil(lambda: status.accessibleName() == "Your phone is out of date: 1 change")
    again.session.store.change("undone", again.session.plan._replace(changes=()))
    again.session.show_view(View.PHONE)
    PhoneHands(again, qtbot).wait_for("Your phone has everything as of Thu, Sep 11, noon.")
