"""A window on a plan of its own, with habits of its own and a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from one_window import OneWindow, nothing_entered
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.store import Store
from heartplanner.style.shipped_font import ensure_font
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.window.main_window import SIZE, MainWindow

NOON = datetime(2025, 9, 11, 12, tzinfo=ZONE)
Open = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with letters, as the program itself has them on a machine without fonts."""
    ensure_font(qapp)
    return qapp


@pytest.fixture(scope="module")
def one_window() -> Iterator[OneWindow]:
    """With it all tests of a module share a window, which is led back to how it opened."""
    shared = OneWindow()
    yield shared
    shared.close()


@pytest.fixture
def open_window(
    request: pytest.FixtureRequest, qtbot: QtBot, example: Plan, own_folder: Path
) -> Open:
    """Open a window on the example, at noon of September 11, 2025; `new`: one that no other test had."""
    shares = "one_window" in request.fixturenames
    opened: list[MainWindow] = []

    def open_it(
        now: datetime = NOON, *, dark: bool = False, hours24: bool = False, new: bool = False
    ) -> MainWindow:
        document = Document(own_folder / "plan.json", Schedule(example), None)
        settings = Settings(own_folder / "window.ini")

        def made() -> MainWindow:
            store = Store(document, clock=lambda: now)
            return MainWindow(store, settings, lambda: now, System(dark, hours24))

        if shares and not (opened or dark or hours24 or new) and now == NOON:
            shared: OneWindow = request.getfixturevalue("one_window")
            opened.append(shared.open(document, settings, made))
            return opened[0]
        window = made()
        qtbot.addWidget(window, before_close_func=nothing_entered)
        window.resize(*SIZE)  # as on a usual screen: the one offscreen is narrow
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_it
