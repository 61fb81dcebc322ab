"""A window on a plan of its own, with habits of its own and a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
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


def nothing_entered(window: MainWindow) -> None:
    """A test that ends with a form or a new rotation on the screen is not asked about it."""
    window.user_actions.days.entry.leave()
    if cycle := window._views.cycle:
        cycle._reset()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with letters, as the program itself has them on a machine without fonts."""
    ensure_font(qapp)
    return qapp


@pytest.fixture
def open_window(qtbot: QtBot, example: Plan, own_folder: Path) -> Open:
    """Open a window on the example, at noon of September 11, 2025."""

    def open_it(now: datetime = NOON, *, dark: bool = False, hours24: bool = False) -> MainWindow:
        store = Store(
            Document(own_folder / "plan.json", Schedule(example), None), clock=lambda: now
        )
        settings = Settings(own_folder / "window.ini")
        window = MainWindow(store, settings, lambda: now, System(dark, hours24))
        qtbot.addWidget(window, before_close_func=nothing_entered)
        window.resize(*SIZE)  # as on a usual screen: the one offscreen is narrow
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_it
