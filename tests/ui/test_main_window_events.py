"""Random events in the window and in what comes of them: `random_events.py` by itself sends 15,000."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from random_events import RandomEvents

from heartplanner.ui.window.main_window import MainWindow
from tests.examples import tries


def test_random_events_raise_nothing_and_every_edit_is_on_the_disk(
    open_window: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    window, done = open_window(), list[bool]()
    events = RandomEvents(window, tries(300, 2_000), 16, lambda: done.append(True))
    events.begin()
    qtbot.waitUntil(lambda: bool(done), timeout=600_000)
    assert events.dialogs > 1
