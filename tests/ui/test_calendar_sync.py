"""The calendar on an account is kept in sync in the background, against a real server."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from phone_hands import SWAP, PhoneHands
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from scenes import MemoryRing, Scene, of_plan
from servers import PASSWORD, Recorder, radicale_app, serving

from heartplanner.core.calendar.export_options import PHONE, default_options
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.document import Document
from heartplanner.files.calendar import export
from heartplanner.files.calendar.ledger import save_options
from heartplanner.share.caldav.address import parse_address
from heartplanner.share.caldav.location_file import target_name
from heartplanner.store import Store
from heartplanner.ui.messages import stale_reminder
from heartplanner.ui.panel.phone_status import PhoneStatus
from heartplanner.ui.phone import calendar_sync
from heartplanner.ui.phone.export_options_dialog import ExportOptionsDialog
from heartplanner.ui.phone.page import phone_view
from heartplanner.ui.phone.page.publish_services import (
    FASTMAIL,
    ICLOUD,
    NEXTCLOUD,
    OTHER,
    SERVICES,
    service_of,
)
from heartplanner.ui.phone.phone_memory import PhoneWay
from heartplanner.ui.phone_state import PhoneState, SyncStep
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.widgets.background_task import BackgroundTask
from heartplanner.ui.window.main_window import MainWindow
from tests.counting import ExportCounts

Open = Callable[..., MainWindow]
SPAN = (date(2025, 9, 11), date(2025, 9, 30))
SOON, QUIET = 20, 400
"""Milliseconds: in place of a person's rest, and in which all that was to come would have come."""


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryRing]:
    for module, name in (
        (stale_reminder, "AFTER"),
        (calendar_sync, "REST"),
        (phone_view, "AFTER"),
    ):
        monkeypatch.setattr(module, name, SOON)
    before = keyring.get_keyring()
    found = MemoryRing()
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """A server, and a window that hands over three weeks: what it does takes a second else."""
    monkeypatch.setattr(export, "last_day", lambda *_: SPAN[1])
    (tmp_path / "server").mkdir()
    recorder = Recorder(radicale_app(tmp_path / "server"))
    with serving(recorder) as url:
        yield Scene(url, recorder, tmp_path)


@pytest.fixture
def hands(open_window: Open, qtbot: QtBot) -> PhoneHands:
    return PhoneHands(open_window(new=True), qtbot)


def set_up(hands: PhoneHands, scene: Scene, password: str = PASSWORD) -> None:
    """Choose Always in sync on the page."""
    hands.header()
    hands.type_account(scene.url, "ana", password)
    hands.click("Save and sync")


def in_sync(hands: PhoneHands, scene: Scene) -> None:
    set_up(hands, scene)
    hands.wait_for("Your phone has everything as of Thu, Sep 11, noon.")


def sync(hands: PhoneHands) -> calendar_sync.CalendarSync:
    return hands.window.user_actions.phone.sync


def puts_and_deletes(scene: Scene) -> list[str]:
    return [method for method in scene.recorder.writes if method != "GET"]


def leave_all(window: MainWindow) -> None:
    store = window.session.store
    absence = Absence(AbsenceKind.LEAVE, *SPAN)
    store.change("leave", add_change(store.plan, absence, store.moment()))


def test_once_it_is_chosen_no_click_is_needed(
    qtbot: QtBot, hands: PhoneHands, scene: Scene, ring: MemoryRing
) -> None:
    window, settings = hands.window, hands.window.session.settings
    hands.header()
    assert hands.view._ways.account.password.echoMode() is QLineEdit.EchoMode.Password
    settings.keep_waiting(window.session.store.path, scene.folder / "HEART.ics")
    hands.type_account(scene.url, "ana", PASSWORD)
    assert scene.recorder.asked == []
    steps, requests = [], []
    sync(hands).changed.connect(lambda: steps.append(sync(hands).state.step))
    sync(hands).progressed.connect(lambda: requests.append(sync(hands).state.done))
    hands.click("Save and sync")
    assert hands.clicks == 2  # all of the set-up
    hands.wait_for("Your phone has everything as of Thu, Sep 11, noon.")
    assert len(requests) > 1
    assert steps == [SyncStep.RUNNING, SyncStep.NONE]  # what the phone has is not asked for each
    assert scene.shown() == of_plan(window.session.store.plan, SPAN)
    # The account says nothing of a file that was saved: it counts again once one goes back to files.
    assert settings.waiting(window.session.store.path) == scene.folder / "HEART.ics"
    assert list(ring.kept.values()) == [PASSWORD]
    settings._kept.sync()
    assert PASSWORD not in Path(settings._kept.fileName()).read_text()
    hands.swap()
    plan = window.session.store.plan
    qtbot.waitUntil(lambda: scene.shown() == of_plan(plan, SPAN), timeout=20_000)
    assert hands.clicks == 0
    hands.wait_for("Sep 22")
    assert hands.card.splitlines()[-4:] == ["Sep 16", "free now", "Sep 22", "HEART 9–9"]
    window.session.store.undo()
    undone = of_plan(window.session.store.plan, SPAN)
    qtbot.waitUntil(lambda: scene.shown() == undone, timeout=20_000)


def test_nothing_is_asked_of_the_network_before_it_is_chosen(
    qtbot: QtBot, hands: PhoneHands, scene: Scene, ring: MemoryRing
) -> None:
    """Neither an account that is known nor its password is a choice; nor is a page that was looked at."""
    window = hands.window
    ring.set_password("heartplanner 127.0.0.1", "ana", PASSWORD)
    window.session.settings.keep_account(scene.url, "ana")
    hands.swap()
    hands.header()
    assert hands.view._ways.account.server.value() == scene.url
    window.session.store.undo()
    qtbot.wait(QUIET)
    assert scene.recorder.asked == []
    assert sync(hands).state.step is SyncStep.NONE
    phone = window.user_actions.phone
    phone.memory.keep_choice(phone.memory.choice._replace(way=PhoneWay.KEPT, path="/nowhere/x.ics"))
    window.session.store.redo()
    qtbot.wait(QUIET)
    assert scene.recorder.asked == []


def test_several_edits_in_a_row_are_sent_once_and_those_meanwhile_by_the_next(
    qtbot: QtBot, hands: PhoneHands, scene: Scene
) -> None:
    in_sync(hands, scene)
    scene.recorder.forget()
    held, begun = threading.Event(), threading.Event()

    def hold(environ: dict[str, object]) -> None:
        if environ["REQUEST_METHOD"] == "PUT":
            begun.set()
            held.wait(20)

    scene.recorder.answer = hold
    store = hands.window.session.store
    hands.swap()
    store.undo()
    store.redo()
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 12), date(2025, 9, 12))
    store.change("leave", add_change(store.plan, leave, store.moment()))
    qtbot.wait(QUIET)
    assert puts_and_deletes(scene) == []  # one at a time: the first is not through
    held.set()
    qtbot.waitUntil(lambda: scene.shown() == of_plan(store.plan, SPAN), timeout=20_000)
    hands.wait_for("Your phone has everything")
    # The swap moved one event; the leave took one away and added one.
    assert sorted(puts_and_deletes(scene)) == ["DELETE", "PUT", "PUT"]


def test_the_key_ring_alone_gives_the_password_in_the_background(
    qtbot: QtBot, hands: PhoneHands, scene: Scene, ring: MemoryRing
) -> None:
    in_sync(hands, scene)
    ring.kept.clear()
    scene.recorder.forget()
    hands.swap()
    hands.wait_for("no password for ana")
    assert "Your phone is out of date: 1 change." in hands.card
    assert scene.recorder.asked == []
    window = hands.window
    assert [each for each in window.findChildren(QLineEdit) if each.hasFocus()] == []
    hands.click("Back to the calendar")
    (status,) = window.findChildren(PhoneStatus)
    qtbot.waitUntil(lambda: status.accessibleName() == "Your phone is out of date: 1 change")
    status.click()
    hands.view._ways.account.password.setText(PASSWORD)
    hands.click("Try again")
    hands.wait_for("Your phone has everything")
    assert scene.shown() == of_plan(window.session.store.plan, SPAN)


def test_without_a_key_ring_that_is_said(hands: PhoneHands, scene: Scene) -> None:
    keyring.set_keyring(null.Keyring())
    set_up(hands, scene)
    hands.wait_for(calendar_sync.NOT_KEPT)


@pytest.mark.parametrize("agreed", [True, False])
def test_many_are_only_removed_after_a_question(
    qtbot: QtBot, hands: PhoneHands, scene: Scene, *, agreed: bool
) -> None:
    in_sync(hands, scene)
    before, window = scene.shown(), hands.window
    leave_all(window)
    hands.wait_for("Syncing waits for your answer.")
    assert "This removes " in hands.card
    assert scene.shown() == before
    hands.click("Back to the calendar")
    (status,) = window.findChildren(PhoneStatus)
    qtbot.waitUntil(lambda: status.accessibleName() == "Syncing waits for your answer")
    if agreed:
        status.click()
        hands.click("Sync all the same")
        hands.wait_for("Your phone has everything")
        assert scene.shown() == of_plan(window.session.store.plan, SPAN)
    else:
        # In a view with no panel the reminder asks, until it is answered or taken back.
        window.session.show_view("finder")
        qtbot.waitUntil(lambda: "This removes " in window.message_bar.text())
        window.session.store.undo()
        qtbot.waitUntil(lambda: sync(hands).state.step is SyncStep.NONE, timeout=20_000)
        qtbot.waitUntil(lambda: window.message_bar.text() == "")
        assert scene.shown() == before


def test_what_failed_is_said_and_tried_again(
    qtbot: QtBot, hands: PhoneHands, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_sync(hands, scene)
    monkeypatch.setattr(calendar_sync, "FIRST_PAUSE", SOON)
    sync(hands)._pause = SOON
    scene.recorder.answer = lambda _: ("503 Service Unavailable", {"Retry-After": "60"})
    hands.swap()
    hands.wait_for("is busy; try again in some minutes")
    assert "It is tried again by itself" in hands.card
    assert sync(hands)._pause >= 2 * SOON  # ever more rarely
    scene.recorder.answer = lambda _: None
    plan = hands.window.session.store.plan
    qtbot.waitUntil(lambda: scene.shown() == of_plan(plan, SPAN), timeout=20_000)


def test_one_can_stop_it_and_go_on(qtbot: QtBot, hands: PhoneHands, scene: Scene) -> None:
    held, written = threading.Event(), threading.Event()

    def hold(environ: dict[str, object]) -> None:
        if environ["REQUEST_METHOD"] == "PUT":
            written.set()
            held.wait(20)

    scene.recorder.answer = hold
    set_up(hands, scene)
    qtbot.waitUntil(written.is_set, timeout=20_000)
    hands.wait_for("Syncing...")
    hands.click("Stop")
    hands.wait_for("Stopping after this request...")
    held.set()
    hands.wait_for("Stopped: 1 of")
    assert len(scene.shown()) == 1
    hands.click("Try again")
    hands.wait_for("Your phone has everything")
    assert scene.shown() == of_plan(hands.window.session.store.plan, SPAN)


def test_what_was_edited_just_before_the_end_is_sent(
    hands: PhoneHands, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_sync(hands, scene)
    sync(hands)._rest.setInterval(60_000)  # the person closes the window before
    hands.swap()
    monkeypatch.setattr("heartplanner.ui.widgets.background_task.LAST_SECONDS", 20)
    sync(hands)._finish()
    assert scene.shown() == of_plan(hands.window.session.store.plan, SPAN)


def test_syncing_can_be_ended(qtbot: QtBot, hands: PhoneHands, scene: Scene) -> None:
    in_sync(hands, scene)
    hands.click("Stop syncing")
    scene.recorder.forget()
    hands.swap()
    qtbot.wait(QUIET)
    assert scene.recorder.asked == []
    assert not hands.shown("Stop syncing")
    assert hands.window.user_actions.phone.memory.choice.way is None


def test_at_the_next_start_and_on_the_next_day_it_goes_on(
    qtbot: QtBot, hands: PhoneHands, scene: Scene, own_folder: Path
) -> None:
    in_sync(hands, scene)
    hands.window.close()
    hands.window.session.settings._kept.sync()
    sync(hands).forget()
    store = Store(Document.load(hands.window.session.store.path))
    changed = add_change(store.plan, SWAP, store.moment())
    store.change("by the command line", changed)
    clock = [datetime(2025, 9, 12, 7, tzinfo=ZONE)]
    again = MainWindow(
        store, Settings(own_folder / "window.ini"), lambda: clock[0], System(False, False)
    )
    qtbot.addWidget(again)
    again.show()
    state = again.user_actions.phone.sync
    qtbot.waitUntil(lambda: state.state.step is SyncStep.NONE, timeout=20_000)
    assert any("(2025, 9, 22, " in str(fact) for fact in scene.shown())
    scene.recorder.forget()
    clock[0] = datetime(2025, 9, 13, 0, 1, tzinfo=ZONE)
    again.session.tick()
    qtbot.waitUntil(lambda: bool(scene.recorder.asked), timeout=20_000)
    qtbot.waitUntil(lambda: state.state.step is SyncStep.NONE, timeout=20_000)


def test_the_ledger_is_read_and_the_events_are_worked_out_once(
    qtbot: QtBot, hands: PhoneHands, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_sync(hands, scene)
    hands.click("Back to the calendar")
    qtbot.wait(QUIET)
    account = target_name(parse_address(scene.url), "ana")
    state = PhoneState()
    monkeypatch.setattr(hands.window.user_actions.phone.exports, "state", lambda *_: state)
    counts = ExportCounts(monkeypatch)
    with qtbot.waitSignal(hands.window.session.delivered, timeout=20_000):
        hands.header()
    assert counts.take() == ([account], 1, 1)


def titles(scene: Scene) -> set[str]:
    return {title for title, _, _ in scene.shown()}


def test_the_choices_of_an_account_are_its_own_and_begin_with_those_of_the_phone(
    qtbot: QtBot, hands: PhoneHands, scene: Scene
) -> None:
    phone, path = hands.window.user_actions.phone, hands.window.session.store.path
    save_options(path, PHONE, default_options(PHONE)._replace(word="Work"))
    in_sync(hands, scene)
    assert titles(scene) >= {"Work 9-9", "Work admin"}
    target = phone.exports.target()
    assert target == target_name(parse_address(scene.url), "ana")
    save_options(path, PHONE, default_options(PHONE))
    phone.choose()
    (dialog,) = hands.window.findChildren(ExportOptionsDialog)
    assert dialog.value().word == "Work"
    names = {each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()}
    assert not {"Save the file...", "Send it by Wi-Fi..."} & names  # an account takes no file
    dialog._word.setText("Days")
    dialog._accept()
    qtbot.waitUntil(lambda: "Days 9-9" in titles(scene), timeout=20_000)
    hands.wait_for("Your phone has everything")
    # As the command publish --titles does: both have one set of choices.
    save_options(path, target, default_options(PHONE)._replace(word="Duty"))
    hands.header()
    qtbot.waitUntil(lambda: titles(scene) == {"Duty 9-9", "Duty admin"}, timeout=20_000)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_of_the_program_ends_it_too(
    hands: PhoneHands, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def err(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr("heartplanner.share.caldav.account.preview", err)
    set_up(hands, scene)
    hands.wait_for("Something went wrong in the program.")
    assert hands.shown("Try again")


def test_errors_are_said_on_the_page(hands: PhoneHands, scene: Scene) -> None:
    set_up(hands, scene, "<img src=/x.png>")
    hands.wait_for("does not take this password of ana")
    assert "img" not in hands.card
    hands.view._ways.account.server.setText("http://cloud.example.org")
    hands.click("Save and sync")
    assert "use https://" in hands.view._missing.text()


def test_each_service_says_where_its_password_comes_from(hands: PhoneHands) -> None:
    hands.header()
    account = hands.view._ways.account
    for name in (ICLOUD, FASTMAIL, NEXTCLOUD, OTHER, ICLOUD):
        account.service.put(name)
        assert "pp password" in account.hint.text()
        assert account.server.value() == SERVICES[name].address
        assert account.server.isVisible() != bool(SERVICES[name].address)
    account.service.put(OTHER)
    account.server.setText("https://cloud.example.org")
    account.service.put(NEXTCLOUD)
    assert account.server.value() == "https://cloud.example.org"
    assert service_of("https://caldav.fastmail.com") == FASTMAIL
    assert service_of("https://cloud.example.org") == OTHER
    assert service_of("") == ICLOUD


def test_what_is_under_way_ends_before_the_program(qtbot: QtBot) -> None:
    def work(go_on: Callable[[int, int], bool]) -> str:
        while go_on(1, 2):
            pass
        return "stopped"

    task = BackgroundTask(work)
    with qtbot.waitSignal(task.done) as done:
        task.start()
        task.finish()
        assert not task._thread.is_alive()
    assert done.args == ["stopped"]
