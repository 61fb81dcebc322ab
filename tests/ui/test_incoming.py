"""A roster pasted into the window is reviewed, as a dropped file is; what is none is said in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from heartplanner.ui.review.review_dialog import ReviewDialog
from heartplanner.ui.roster.roster_input import RosterPath
from heartplanner.ui.start.file_opener import FileOpener
from heartplanner.ui.view_list import View
from heartplanner.ui.window.incoming import take_file
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier
ROSTER = "Oct 1 off\nOct 4 9a-9p\nOct 6 off"


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    """PySide6 6.11 crashes at the end of Python where a clipboard still holds data that Python made."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def reviewed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What reviews were opened with, in the place of the dialogs themselves."""
    given: list[object] = []
    monkeypatch.setattr(ReviewDialog, "take", lambda _, roster: given.append(roster))
    monkeypatch.setattr(ReviewDialog, "run", lambda _: False)
    return given


def copied(**kinds: str) -> None:
    data = QMimeData()
    if "text" in kinds:
        data.setText(kinds["text"])
    if "html" in kinds:
        data.setHtml(kinds["html"])
    if "path" in kinds:
        data.setUrls([QUrl.fromLocalFile(kinds["path"])])
    QGuiApplication.clipboard().setMimeData(data)


def paste(qtbot: QtBot) -> None:
    """Press the keys where they go."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_V, CONTROL)
    QApplication.processEvents()


@pytest.mark.parametrize("view", [View.MONTH, View.YEAR, View.LIST])
def test_a_roster_is_reviewed_wherever_it_is_pasted(
    qtbot: QtBot, open_window: Open, reviewed: list[object], view: View
) -> None:
    """Nothing happened, though dropping the same text as a file was read."""
    window = open_window()
    window.session.show_view(view)
    copied(text=ROSTER)
    paste(qtbot)
    assert [getattr(given, "text", None) for given in reviewed] == [ROSTER]
    assert window.session.view is View.FINDER


def test_a_table_and_a_file_are_reviewed_too(
    qtbot: QtBot, open_window: Open, reviewed: list[object], tmp_path: Path
) -> None:
    window = open_window()
    table = "<table><tr><td>Oct 1</td><td>off</td></tr></table>"
    copied(html=table)
    paste(qtbot)
    window.session.show_view(View.MONTH)
    copied(path=str(tmp_path / "October.csv"))
    paste(qtbot)
    qtbot.waitUntil(lambda: len(reviewed) == 2)
    assert table in getattr(reviewed[0], "html", "")
    assert getattr(reviewed[1], "path", None) == tmp_path / "October.csv"


def test_a_schedule_file_that_was_copied_is_opened(
    qtbot: QtBot, open_window: Open, reviewed: list[object], tmp_path: Path
) -> None:
    window = open_window()
    opened: list[object] = []
    window.file_dropped.connect(opened.append)
    copied(path=str(tmp_path / "plan.json"))
    paste(qtbot)
    assert (opened, reviewed) == ([tmp_path / "plan.json"], [])
    assert window.session.view is View.MONTH


@pytest.mark.parametrize(
    ("kinds", "line"),
    [
        ({"text": "Thank you, see you soon"}, "What you copied has no dates."),
        ({"text": "919 555 0123"}, "What you copied has no dates."),
        ({}, "You copied nothing that could be a roster."),
    ],
)
def test_what_is_no_roster_is_said_in_a_line(
    qtbot: QtBot, open_window: Open, reviewed: list[object], kinds: dict[str, str], line: str
) -> None:
    window = open_window()
    copied(**kinds)
    paste(qtbot)
    assert window._status.text().startswith(line)
    assert reviewed == []
    assert window.session.view is View.MONTH


def test_a_field_takes_what_is_pasted_into_it(
    qtbot: QtBot, open_window: Open, reviewed: list[object]
) -> None:
    window = open_window()
    window.session.show_view(View.LIST)
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    copied(text=ROSTER)
    paste(qtbot)
    assert "Oct 4 9a-9p" in field.text()
    assert reviewed == []
    window.session.show_view(View.MONTH)
    window._binder.actions["leave"].trigger()
    QApplication.processEvents()
    window.findChildren(
        type(window)
    )  # an open form keeps what is done beside its fields from leaving it
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL)
    assert reviewed == []


def test_a_file_that_the_system_hands_over_is_taken_as_if_it_were_dropped(
    open_window: Open, reviewed: list[object], tmp_path: Path
) -> None:
    window, opened = open_window(), list[Path]()
    window.file_dropped.connect(opened.append)
    opener = FileOpener(window)
    opener.opened.connect(
        lambda path: take_file(path, window.user_actions, window.file_dropped.emit)
    )
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(opener)
    QApplication.sendEvent(application, QFileOpenEvent(str(tmp_path / "mine.heartplanner")))
    application.removeEventFilter(opener)
    assert opened == [tmp_path / "mine.heartplanner"]
    roster = tmp_path / "roster.ics"
    roster.write_text("BEGIN:VCALENDAR")
    opener.opened.emit(roster)
    QApplication.processEvents()
    assert [one.path for one in reviewed if isinstance(one, RosterPath)] == [roster]
    assert window.session.view == View.FINDER
