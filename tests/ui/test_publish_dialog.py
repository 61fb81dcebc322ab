"""A calendar kept in step from the window, against a real server."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from scenes import MemoryRing, Scene, of_plan
from servers import PASSWORD, Recorder, radicale_app, serving

from heartplanner.core.calendar.export_options import PHONE, ExportOptions
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.files.calendar import export, ledger
from heartplanner.share.caldav.address import parse_address
from heartplanner.share.caldav.location_file import target_name
from heartplanner.ui.phone import publish_dialog
from heartplanner.ui.phone.publish_dialog import PublishDialog
from heartplanner.ui.phone.publish_services import (
    FASTMAIL,
    ICLOUD,
    NEXTCLOUD,
    OTHER,
    SERVICES,
    service_of,
)
from heartplanner.ui.widgets.background_task import BackgroundTask
from heartplanner.ui.window.main_window import MainWindow
from tests.counting import ExportCounts

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
SPAN = (date(2025, 9, 11), date(2025, 9, 30))


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryRing]:
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


class Hands:
    """What a person does in the dialog."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        window._binder.actions["publish"].trigger()
        self.dialog = window.findChild(PublishDialog)
        assert self.dialog is not None
        self._qtbot = qtbot

    @property
    def said(self) -> str:
        return self.dialog._status.text()

    def button(self, words: str) -> QPushButton:
        return next(each for each in self.dialog.findChildren(QPushButton) if each.text() == words)

    def click(self, words: str) -> None:
        assert self.button(words).isEnabled()
        self._qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def fill_in(self, scene: Scene, password: str = PASSWORD) -> None:
        self.dialog._service.put(OTHER)
        self.dialog._server.setText(scene.url)
        self.dialog._user.setText("ana")
        self.dialog._password.setText(password)

    def wait_for(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.said, timeout=20_000)


def test_looking_and_publishing(
    qtbot: QtBot, open_window: Open, scene: Scene, ring: MemoryRing
) -> None:
    window = open_window()
    hands = Hands(window, qtbot)
    assert not hands.button("Look").isEnabled()
    assert hands.dialog._password.echoMode() is QLineEdit.EchoMode.Password
    hands.fill_in(scene)
    assert not hands.button("Publish").isEnabled()
    hands.click("Look")
    assert hands.dialog._progress.isVisible()
    assert not hands.dialog._server.isEnabled()
    hands.wait_for("Will add 1")
    assert hands.said.endswith("in the calendar HEART, which will be made on 127.0.0.1.")
    assert scene.recorder.writes == []
    saved = window.session.settings
    saved.keep_waiting(window.session.store.path, scene.folder / "HEART.ics")
    hands.click("Publish")
    hands.wait_for("Added 1")
    # The phone takes it from the account: the file need not be opened there any more.
    assert saved.waiting(window.session.store.path) is None
    assert scene.shown() == of_plan(window.session.store.plan, SPAN)
    assert not hands.button("Publish").isEnabled()
    assert not hands.dialog._progress.isVisible()
    assert list(ring.kept.values()) == [PASSWORD]
    assert window.session.settings.account() == (scene.url, "ana")
    window.session.settings._kept.sync()
    assert PASSWORD not in Path(window.session.settings._kept.fileName()).read_text()
    hands.click("Close")
    assert not hands.dialog.isVisible()


def test_each_ledger_is_read_and_the_events_are_worked_out_once(
    qtbot: QtBot, open_window: Open, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look reads the phone's choices and the account's ledger; what is then written is what was seen."""
    hands = Hands(open_window(), qtbot)
    hands.fill_in(scene)
    counts = ExportCounts(monkeypatch)
    hands.click("Look")
    hands.wait_for("Will add 1")
    account = target_name(parse_address(scene.url), "ana")
    assert counts.take() == (["my phone", account], 1, 1)
    hands.click("Publish")
    hands.wait_for("Added 1")
    assert counts.take() == ([], 0, 0)


def test_what_is_chosen_in_the_window_or_on_the_command_line_is_one(
    qtbot: QtBot, open_window: Open, scene: Scene
) -> None:
    window = open_window()
    hands = Hands(window, qtbot)
    hands.fill_in(scene)
    hands.click("Look")
    hands.wait_for("Will add")
    hands.click("Publish")
    hands.wait_for("Added")
    path = window.session.store.path
    window.user_actions.phone._keep(PHONE, ExportOptions(word="Days"))
    hands.click("Look")
    hands.wait_for("Will change")
    account = target_name(parse_address(scene.url), "ana")
    assert ledger.load(path, account).options.word == "Days"
    export.save_options(
        path, account, ExportOptions(word="Duty")
    )  # as `publish --titles Duty` does
    hands.click("Look")
    hands.wait_for("Will change")
    hands.click("Publish")
    hands.wait_for("Changed")
    assert {title.split()[0] for title, _, _ in scene.shown()} >= {"Duty"}
    assert "Days" not in str(scene.shown())


def test_what_is_changed_in_the_fields_has_to_be_looked_at_anew(
    qtbot: QtBot, open_window: Open, scene: Scene
) -> None:
    hands = Hands(open_window(), qtbot)
    hands.fill_in(scene)
    hands.click("Look")
    hands.wait_for("Will add")
    hands.dialog._user.setText("bea")
    assert hands.said == ""
    assert not hands.button("Publish").isEnabled()


def test_errors_are_said_in_the_dialog(qtbot: QtBot, open_window: Open, scene: Scene) -> None:
    hands = Hands(open_window(), qtbot)
    hands.fill_in(scene, "<img src=/x.png>")
    hands.click("Look")
    hands.wait_for("does not take this password of ana")
    assert "img" not in hands.said
    hands.dialog._password.clear()
    hands.click("Look")
    hands.wait_for("no password for ana")
    hands.dialog._server.setText("http://cloud.example.org")
    hands.click("Look")
    assert "use https://" in hands.said
    assert hands.button("Look").isEnabled()


def test_without_a_key_ring_the_window_remembers_the_password(
    qtbot: QtBot, open_window: Open, scene: Scene
) -> None:
    keyring.set_keyring(null.Keyring())
    window = open_window()
    hands = Hands(window, qtbot)
    hands.fill_in(scene)
    hands.click("Look")
    hands.wait_for("Will add")
    hands.click("Publish")
    hands.wait_for("There is no key ring here: the password is kept until the program ends.")
    hands.click("Close")
    again = Hands(window, qtbot)
    assert again.dialog is hands.dialog
    again.click("Look")
    again.wait_for("Nothing to do")
    assert not again.button("Publish").isEnabled()


@pytest.mark.parametrize("agreed", [True, False])
def test_many_are_only_removed_after_a_question(
    qtbot: QtBot,
    open_window: Open,
    scene: Scene,
    monkeypatch: pytest.MonkeyPatch,
    *,
    agreed: bool,
) -> None:
    window = open_window()
    hands = Hands(window, qtbot)
    hands.fill_in(scene)
    hands.click("Look")
    hands.wait_for("Will add")
    hands.click("Publish")
    hands.wait_for("Added")
    before = scene.shown()
    store = window.session.store
    store.change("leave", add_change(store.plan, Absence(AbsenceKind.LEAVE, *SPAN), store._clock()))
    asked: list[str] = []
    monkeypatch.setattr(publish_dialog, "agreed", lambda *said: asked.append(said[2]) or agreed)
    hands.click("Look")
    hands.wait_for("remove")
    hands.click("Publish")
    assert len(asked) == 1
    assert asked[0].startswith("This removes ")
    if agreed:
        hands.wait_for("Added")
        assert scene.shown() == of_plan(store.plan, SPAN)
    else:
        assert scene.shown() == before


def test_one_can_stop_it_and_go_on(qtbot: QtBot, open_window: Open, scene: Scene) -> None:
    window = open_window()
    hands = Hands(window, qtbot)
    hands.fill_in(scene)
    hands.click("Look")
    hands.wait_for("Will add")
    held, written = threading.Event(), threading.Event()

    def hold(environ: dict[str, object]) -> None:
        if environ["REQUEST_METHOD"] == "PUT":
            written.set()
            held.wait(20)

    scene.recorder.answer = hold
    hands.click("Publish")
    qtbot.waitUntil(written.is_set, timeout=20_000)
    hands.click("Stop")
    assert hands.said == "Stopping after this request..."
    held.set()
    hands.wait_for("Stopped: 1 of")
    assert len(scene.shown()) == 1
    hands.click("Look")
    hands.wait_for("1 stays as it is")
    hands.click("Publish")
    hands.wait_for("Added")
    assert scene.shown() == of_plan(window.session.store.plan, SPAN)


def test_a_second_stop_leaves_a_request_that_does_not_end(
    qtbot: QtBot, open_window: Open, scene: Scene
) -> None:
    window = open_window()
    hands = Hands(window, qtbot)
    hands.fill_in(scene)
    hands.click("Look")
    hands.wait_for("Will add")
    held, written = threading.Event(), threading.Event()

    def hold(environ: dict[str, object]) -> None:
        if environ["REQUEST_METHOD"] == "PUT":
            written.set()
            held.wait(20)

    scene.recorder.answer = hold
    hands.click("Publish")
    qtbot.waitUntil(written.is_set, timeout=20_000)
    task = hands.dialog._task
    assert task is not None
    hands.click("Stop")
    qtbot.keyClick(hands.dialog, Qt.Key.Key_Escape)
    assert not hands.dialog.isVisible()
    with qtbot.waitSignal(task.done, timeout=20_000):
        held.set()
    again = Hands(window, qtbot)
    assert again.said == ""
    again.click("Look")
    again.wait_for("1 stays as it is")


def test_looking_can_be_given_up_at_once(qtbot: QtBot, open_window: Open, scene: Scene) -> None:
    hands = Hands(open_window(), qtbot)
    hands.fill_in(scene)
    held = threading.Event()
    scene.recorder.answer = lambda _: held.wait(20) and None
    hands.click("Look")
    task = hands.dialog._task
    assert task is not None
    hands.click("Stop")
    assert hands.button("Look").isEnabled()
    with qtbot.waitSignal(task.done, timeout=20_000):
        held.set()
    assert hands.said == ""
    assert not hands.button("Publish").isEnabled()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_of_the_program_ends_it_too(
    qtbot: QtBot, open_window: Open, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def err(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(publish_dialog, "preview", err)
    hands = Hands(open_window(), qtbot)
    hands.fill_in(scene)
    hands.click("Look")
    hands.wait_for("Something went wrong in the program.")
    assert hands.button("Look").isEnabled()


def test_each_service_says_where_its_password_comes_from(qtbot: QtBot, open_window: Open) -> None:
    hands = Hands(open_window(), qtbot)
    for name in (ICLOUD, FASTMAIL, NEXTCLOUD, OTHER, ICLOUD):
        hands.dialog._service.put(name)
        assert "pp password" in hands.dialog._hint.text()
        assert hands.dialog._server.value() == SERVICES[name].address
        assert hands.dialog._server.isReadOnly() == bool(SERVICES[name].address)
    hands.dialog._service.put(OTHER)
    hands.dialog._server.setText("https://cloud.example.org")
    hands.dialog._service.put(NEXTCLOUD)
    assert hands.dialog._server.value() == "https://cloud.example.org"
    assert service_of("https://caldav.fastmail.com") == FASTMAIL
    assert service_of("https://cloud.example.org") == OTHER
    assert service_of("") == ICLOUD


def test_an_address_of_ones_own_is_there_again(
    qtbot: QtBot, open_window: Open, scene: Scene
) -> None:
    first = open_window()
    first.session.settings.keep_account(scene.url, "ana")
    first.session.settings._kept.sync()
    hands = Hands(open_window(), qtbot)
    assert (hands.dialog._server.value(), hands.dialog._user.value()) == (scene.url, "ana")


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
