"""What is dropped on the window or pasted into it: a schedule file to open, or a roster to review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from heartplanner.files import folders
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.item_views import ENTER
from heartplanner.ui.window.menus.commands import UserActions

NOTHING_COPIED = "You copied nothing that could be a roster. Copy its text or its table first."
NO_DATES = "What you copied has no dates. Copy a roster's text or table, then press Ctrl+V."


def is_one_file(data: QMimeData) -> bool:
    """Whether a single file is dragged, which may be dropped."""
    urls = data.urls()
    return len(urls) == 1 and urls[0].isLocalFile()


def take_file(path: Path, actions: UserActions, open_plan: Callable[[Path], None]) -> None:
    """Open a schedule file in a window of its own; review any other file as a roster, in the finder."""
    if folders.is_plan_name(path):
        open_plan(path)
        return
    actions.session.show_view(View.FINDER)
    # Until a drop is over, the program that the file comes from stands still.
    QTimer.singleShot(0, actions.parent, lambda: actions.finder.roster_file(path))


def take_key(event: QKeyEvent, actions: UserActions, open_plan: Callable[[Path], None]) -> bool:
    """Take a key that no part has taken: a roster is pasted, and Enter goes to the form that is open.

    After a click in the calendar the keys are there; whoever enters a change means the form all the same.
    """
    if Qt.Key(event.key()) in ENTER and actions.days.entry.take_enter():
        return True
    if event.matches(QKeySequence.StandardKey.Paste) and actions.session.draft is None:
        paste(actions, open_plan)
        return True
    return False


def paste(actions: UserActions, open_plan: Callable[[Path], None]) -> None:
    """Review what was copied, as a file that is dropped; say in a line why that cannot be."""
    # What reads rosters is loaded when there may be one: the first picture is not to wait for it.
    from heartplanner.core.roster.dates.dated_text import has_dates
    from heartplanner.ui.roster.roster_input import RosterPath, RosterText, input_of

    # Without a window system there is no clipboard, whatever Qt's types say.
    data = QGuiApplication.clipboard().mimeData() or QMimeData()
    given = input_of(data)
    if isinstance(given, RosterPath):
        take_file(given.path, actions, open_plan)
    elif given is None:
        actions.session.told.emit(NOTHING_COPIED)
    elif isinstance(given, RosterText) and not has_dates(given.text):
        actions.session.told.emit(NO_DATES)
    else:
        actions.session.show_view(View.FINDER)
        actions.finder.roster_data(data)
