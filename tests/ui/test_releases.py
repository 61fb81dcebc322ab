"""Help > Is there a newer version?: the browser, and no network of the program's own."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartplanner import __version__
from heartplanner.ui.help import releases
from heartplanner.ui.window.main_window import MainWindow

PAGE = "https://heartplanner.example/releases"


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "RELEASES", PAGE)


@pytest.mark.usefixtures("published")
def test_the_page_is_opened_in_the_browser_and_the_program_connects_to_nobody(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def browser(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    def connected(*_: object) -> None:
        raise AssertionError("the program connected by itself")

    monkeypatch.setattr(QDesktopServices, "openUrl", browser)
    monkeypatch.setattr(socket.socket, "connect", connected)
    open_window()._binder.actions["releases"].trigger()
    assert opened == [PAGE]


@pytest.mark.usefixtures("published")
def test_without_a_browser_the_address_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    monkeypatch.setattr(releases, "say", lambda *words: said.append(words[2]))
    parent = QWidget()
    qtbot.addWidget(parent)
    releases.show_releases(parent)
    (text,) = said
    assert PAGE in text
    assert __version__ in text


def test_before_anything_is_published_that_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: pytest.fail("a page was opened"))
    monkeypatch.setattr(releases, "say", lambda *words: said.append(words[2]))
    parent = QWidget()
    qtbot.addWidget(parent)
    releases.show_releases(parent)
    assert __version__ in said[0]
