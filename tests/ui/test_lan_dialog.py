"""The dialog for a phone on the same Wi-Fi: nothing before Start, nothing once it is closed."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from spoken import spoken_name

from heartplanner.files.calendar import export, ledger
from heartplanner.pages.qr_modules import QUIET, qr_modules
from heartplanner.share.wifi import lan
from heartplanner.share.wifi.http_connection import Limits
from heartplanner.share.wifi.networks import Network
from heartplanner.ui.phone import lan_dialog
from heartplanner.ui.phone.lan_dialog import LanDialog
from heartplanner.ui.widgets.qr_code import MODULE, QrCode
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

HERE = Network("wlan0", "127.0.0.1")
DATA = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
Open = Callable[..., MainWindow]
Offer = Callable[..., LanDialog]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A phone on this machine is known at once to have it all; this machine is all there is."""
    monkeypatch.setattr(lan, "Limits", lambda: Limits(settle=0))
    monkeypatch.setattr(lan_dialog, "networks", lambda: [HERE])


@pytest.fixture
def offer(qtbot: QtBot) -> Iterator[Offer]:
    with ExitStack() as stack:

        def open_it(found: tuple[Network, ...] = (HERE,)) -> LanDialog:
            dialog = LanDialog(DATA, "156 shifts.", found, None)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
            qtbot.addWidget(dialog)
            stack.callback(dialog.reject)
            dialog.show()
            return dialog

        yield open_it


def start(dialog: LanDialog) -> QPushButton:
    (found,) = [each for each in dialog.findChildren(QPushButton) if each.objectName() == "primary"]
    return found


def seen(dialog: LanDialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def address(dialog: LanDialog) -> str:
    (found,) = dialog.findChildren(QLabel, "address")
    return found.text() if found.isVisible() else ""


def fetch(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=10) as response:
        return bytes(response.read())


def test_nothing_is_served_before_start_nor_after_stop(qtbot: QtBot, offer: Offer) -> None:
    dialog = offer((HERE, Network("eth0", "10.1.2.3")))
    assert dialog._server is None
    assert "Nothing is sent until you press Start" in seen(dialog)
    assert start(dialog).hasFocus() or dialog.focusWidget() is start(dialog)
    qtbot.keyClick(start(dialog), Qt.Key.Key_Space)
    url = address(dialog)
    assert fetch(f"{url}/") != b""
    assert "Waiting for a phone.\nEnds in 10:00." in seen(dialog)
    qtbot.keyClick(start(dialog), Qt.Key.Key_Space)
    assert "Stopped: nothing is sent any more." in seen(dialog)
    with pytest.raises(OSError, match="refused"):
        fetch(url)


def test_it_says_when_a_phone_has_fetched_it_and_how_often(qtbot: QtBot, offer: Offer) -> None:
    dialog = offer()
    times = dialog.findChildren(QComboBox)[1]
    times.setCurrentIndex(2)
    start(dialog).click()
    url = address(dialog)
    with qtbot.waitSignal(dialog.fetched):
        assert fetch(f"{url}/add") == DATA
    assert "A phone has fetched it.\nEnds in " in seen(dialog)
    assert fetch(f"{url}/HEART.ics") == DATA
    qtbot.waitUntil(lambda: "Fetched 2 times.\nEnds in " in seen(dialog))


def test_the_first_phone_ends_it_unless_told_otherwise_and_each_start_has_a_new_address(
    qtbot: QtBot, offer: Offer
) -> None:
    dialog = offer()
    start(dialog).click()
    url = address(dialog)
    fetch(f"{url}/HEART.ics")
    qtbot.waitUntil(lambda: dialog._server is None)
    assert "A phone has fetched it. On the phone, add all" in seen(dialog)
    assert start(dialog).text() == "Start again"
    start(dialog).click()
    assert "A phone has fetched it" not in seen(dialog)
    assert address(dialog).rpartition("/")[2] != url.rpartition("/")[2]


@pytest.mark.parametrize("closing", ["reject", "close"])
def test_it_stops_with_the_dialog_and_counts_what_was_fetched_till_then(
    qtbot: QtBot, offer: Offer, closing: str
) -> None:
    dialog = offer()
    start(dialog).click()
    url, server = address(dialog), dialog._server
    assert server is not None
    dialog._timer.stop()
    fetch(f"{url}/HEART.ics")
    server._thread.join(10)
    with qtbot.waitSignal(dialog.fetched):
        getattr(dialog, closing)()
    with pytest.raises(OSError, match="refused"):
        fetch(url)


def test_many_wrong_tries_are_said(qtbot: QtBot, offer: Offer) -> None:
    dialog = offer()
    start(dialog).click()
    assert dialog._server is not None
    dialog._server._wrong_tries = 50
    with suppress(OSError):  # it may have ended before
        fetch(address(dialog))
    qtbot.waitUntil(lambda: "tried many wrong addresses" in seen(dialog))


def test_networks_are_asked_for_only_where_there_are_several(offer: Offer) -> None:
    one, two = offer(), offer((HERE, Network("eth0", "10.1.2.3")))
    assert not one.findChildren(QComboBox)[0].isVisible()
    choice = two.findChildren(QComboBox)[0]
    assert choice.isVisible()
    assert [choice.itemText(at) for at in range(2)] == ["wlan0: 127.0.0.1", "eth0: 10.1.2.3"]


def test_no_network_and_one_that_has_gone_are_said(offer: Offer) -> None:
    assert "on no network" in seen(offer((Network("lo", "127.0.0.1"),)))
    assert not start(offer(())).isEnabled()
    gone = offer((Network("wlan0", "203.0.113.7"),))
    start(gone).click()
    assert "203.0.113.7: it cannot be sent there" in seen(gone)
    assert gone._server is None


@pytest.mark.parametrize("dark", [False, True])
def test_the_code_is_black_on_white_in_both_themes(open_window: Open, dark: bool) -> None:
    window = open_window(dark=dark)
    window.user_actions.phone.send_by_wifi()
    (dialog,) = window.findChildren(LanDialog)
    start(dialog).click()
    (code,) = dialog.findChildren(QrCode)
    rows, picture = qr_modules(address(dialog)), code.grab().toImage()
    middle = MODULE // 2
    drawn = [
        [int(picture.pixelColor(x * MODULE + middle, y * MODULE + middle).name() == "#000000")
         for x in range(len(rows))]
        for y in range(len(rows))
    ]  # fmt: skip
    assert drawn == [list(row) for row in rows]
    assert not any(any(row) for row in rows[:QUIET])
    assert code.accessibleName() == f"QR code of {address(dialog)}"
    corners = [(0, 0), (code.width() - 1, code.height() - 1)]
    assert [picture.pixelColor(*corner).name() for corner in corners] == ["#ffffff"] * 2
    dialog.reject()


def test_what_the_phone_has_is_remembered_once_it_has_it(
    qtbot: QtBot, open_window: Open, own_folder: Path
) -> None:
    window, path = open_window(), own_folder / "plan.json"
    window._binder.actions["wifi"].trigger()
    (dialog,) = window.findChildren(LanDialog)
    assert "175 shifts, 40 h in 57 of 57 weeks" in seen(dialog)
    assert "Your phone has no file yet; the calendar has 2" in seen(dialog)
    start(dialog).click()
    fetch(address(dialog))
    assert ledger.load(path, "my phone").day is None
    with qtbot.waitSignal(dialog.fetched):
        data = fetch(f"{address(dialog)}/HEART.ics")
    handed = ledger.load(path, "my phone")
    assert len(handed.events) == data.count(b"BEGIN:VEVENT")
    dialog.reject()
    words = window.user_actions.phone.exports.export().changes_text(window.session.today)
    assert words == "is up to date: nothing changed since today"


def test_what_is_sent_is_computed_and_read_back_once(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the click until the phone has it: the memory, the events, and the file, each once."""
    calls: list[str] = []
    for place, name in ((ledger, "load"), (export, "events"), (Calendar, "from_ical")):
        real = getattr(place, name)

        def call(*args: Any, real: Any = real, name: str = name, **options: Any) -> Any:
            calls.append(name)
            return real(*args, **options)

        monkeypatch.setattr(place, name, call)
    window = open_window()
    # A while after the start the reminder looks by itself, on a slow machine even before the click.
    window._reminder._later.stop()
    calls.clear()
    window.user_actions.phone.send_by_wifi()
    (dialog,) = window.findChildren(LanDialog)
    dialog.fetched.emit()
    dialog.reject()
    assert sorted(calls) == ["events", "from_ical", "load"]
    assert ledger.load(window.session.store.path, "my phone").day == window.session.today


def test_what_was_fetched_just_before_it_is_closed_is_remembered(
    qtbot: QtBot, open_window: Open, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lan, "Limits", Limits)  # for a second a phone may say that it has not all
    window, path = open_window(), own_folder / "plan.json"
    window.user_actions.phone.send_by_wifi()
    (dialog,) = window.findChildren(LanDialog)
    start(dialog).click()
    fetch(f"{address(dialog)}/HEART.ics")
    assert dialog._server is not None
    assert dialog._server.fetched == 0
    with qtbot.waitSignal(dialog.fetched):
        dialog.reject()
    assert ledger.load(path, "my phone").day is not None
    assert path.exists()


def test_everything_has_a_name_and_fits_at_twice_the_text(open_window: Open) -> None:
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=2.0))
    window.user_actions.phone.send_by_wifi()
    (dialog,) = window.findChildren(LanDialog)
    names = [spoken_name(each) for each in dialog.findChildren(QComboBox)]
    assert names == ["Network", "Stop after"]
    start(dialog).click()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    cut = [
        each.text()
        for each in dialog.findChildren(QLabel)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]
    assert cut == []
    dialog.reject()
