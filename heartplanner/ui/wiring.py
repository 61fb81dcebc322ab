"""What happens in the views and on the window, led to who does it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDropEvent

from heartplanner.core.plan.model import Rotation, Search
from heartplanner.ui.window.stale_reminder import Reminder
from heartplanner.ui.window.store_messages import tell

if TYPE_CHECKING:
    from heartplanner.ui.window.main_window import MainWindow
    from heartplanner.ui.window.views import Views

MINUTE = 60_000
ROSTERS = (".ics", ".txt", ".csv")
TAKEN = (".json", *ROSTERS)
"""Files that may be dropped: plans, and rosters for the finder."""


def wire(window: MainWindow, views: Views) -> None:
    """Lead each signal of the views and of the store to what it is for."""
    tell(window.store, window.strip)
    Reminder(window.store, window)
    window.store.plan_changed.connect(lambda _: window.refresh())
    views.zoomed.connect(window.zoom)
    views.day_chosen.connect(window.choose)
    views.month_chosen.connect(lambda month: window.open_day(month.first))
    views.day_opened.connect(window.open_day)
    views.assignment_made.connect(window.days.assign)
    views.rotation_confirmed.connect(window.days.confirm)
    views.searched.connect(window.finder.search)
    views.roster_wanted.connect(window.finder.roster)
    views.view_wanted.connect(window.show_view)

    def use(search: Search, rotation: Rotation) -> None:
        if window.finder.use(search, rotation):
            window.show_view("month")

    views.rotation_used.connect(use)
    timer = QTimer(window)
    timer.timeout.connect(window.tick)
    timer.start(MINUTE)


def can_be_dropped(event: QDropEvent) -> bool:
    urls = event.mimeData().urls()
    return len(urls) == 1 and urls[0].isLocalFile() and urls[0].fileName().endswith(TAKEN)


def take_dropped(window: MainWindow, event: QDropEvent) -> None:
    """Open a plan in a window of its own; read a roster into the finder."""
    path = event.mimeData().urls()[0].toLocalFile()
    if path.endswith(ROSTERS):
        window.show_view("finder")
        window.finder.roster_file(Path(path))
    else:
        window.file_dropped.emit(path)
