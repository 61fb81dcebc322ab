"""What one click costs, in calls and not in time: each value is made once and handed on."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.schedule.changes import changed_days
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import disk
from heartplanner.files.plan import planfile
from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.phone.changes_dialog import ChangesDialog
from heartplanner.ui.phone.page.phone_view import PhoneView
from heartplanner.ui.phone.phone_actions import PhoneActions
from heartplanner.ui.view_list import View
from heartplanner.ui.window.main_window import MainWindow
from tests.counting import ExportCounts

Open = Callable[..., MainWindow]
COUNTED = {
    edits.with_change.__code__: "changes made",
    changed_days.__code__: "changes applied",
    Schedule.days.__code__: "days",
    planfile.dump.__code__: "dumps",
    planfile._plan_in.__code__: "read back",
    disk.save.__code__: "files saved",
}


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """The calls of what costs most, as the interpreter itself sees them, whoever makes them."""
    found: Counter[str] = Counter()

    def seen(frame: FrameType, event: str, what: object) -> None:
        if event == "call" and frame.f_code in COUNTED:
            found[COUNTED[frame.f_code]] += 1
        elif event == "c_call" and what is os.fsync:
            found["fsyncs"] += 1

    sys.setprofile(seen)
    try:
        yield found
    finally:
        sys.setprofile(None)


def test_leave_by_key(qtbot: QtBot, open_window: Open) -> None:
    """From the key to the month drawn anew, with the preview and the version that is kept."""
    window = open_window()
    window.session.store.make_file()
    window.session.choose(date(2025, 9, 16))
    window.session.choose(date(2025, 9, 18), extend=True)
    grid = window.findChildren(MonthTable)[0]
    grid.setFocus()
    with counted() as found:
        qtbot.keyClick(grid, Qt.Key.Key_L)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert len(window.session.plan.changes) == 1
    assert (
        found
        == {
            "changes made": 1,
            "changes applied": 1,
            "days": 20,  # 14 of them for the preview, which compares hours, rest and rules before and after
            "dumps": 1,
            "read back": 1,
            "files saved": 2,  # the plan, and a version of it
            "fsyncs": 4,  # of each of them and its folder
        }
    )


def test_a_page_turned(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    with counted() as found:
        qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert found == {"days": 5}


def test_a_day_chosen(qtbot: QtBot, open_window: Open) -> None:
    """The page stays as it is: only what the panel says of the day is worded anew."""
    window = open_window()
    grid = window.findChildren(MonthTable)[0]
    with counted() as found:
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert found == {"days": 3}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        # Three free days of the week are tried in place of the shift. The rules ask for four spans, once
        # before and once after each try; the rest asks for one where a try keeps the rules.
        ("Dec 12", {"changes made": 3, "changes applied": 3, "days": 23}),
        ("Sep 10, 2027", {"changes made": 3, "changes applied": 3, "days": 25}),
        ("four days in a row", {"days": 13}),  # the range, and the days of each answer to be drawn
        ("stretch 40 hours in 2027", {"days": 1}),
        ("lunch with Lee", {}),
    ],
)
def test_the_last_key_of_a_question(
    qtbot: QtBot, open_window: Open, question: str, found: dict[str, int]
) -> None:
    """Days are asked for by the span: no more spans two years ahead than next month."""
    window = open_window()
    (field,) = window.findChildren(AskField)
    field.begin()
    qtbot.keyClicks(field, question[:-1])
    with counted() as counts:
        qtbot.keyClick(field, question[-1])
        QApplication.processEvents()
    assert counts == found


@pytest.mark.parametrize(
    ("act", "ledgers"),
    [
        (lambda phone: phone.files.save(), ["my phone"]),
        (lambda phone: phone.files.save("family"), ["family"]),
        (lambda phone: phone.send_by_wifi(), ["my phone"]),
        (lambda phone: phone.changed(), ["my phone"]),
        (lambda phone: phone.files.write_for_drag(), ["my phone"]),
    ],
    ids=["file", "family", "wifi", "changed", "drag"],
)
def test_an_export(
    open_window: Open,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    act: Callable[[PhoneActions], object],
    ledgers: list[str],
) -> None:
    """What the target has is read once, and the events are worked out once, however they get there."""
    path = str(tmp_path / "HEART.ics")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    monkeypatch.setattr(tempfile, "mkdtemp", lambda **_: str(tmp_path))
    window = open_window()
    counts = ExportCounts(monkeypatch)
    act(window.user_actions.phone)
    assert counts.take() == (ledgers, 1, 1)


def test_the_page_of_the_phone_reads_what_it_has_once(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = str(tmp_path / "HEART.ics")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    window = open_window()
    window.user_actions.phone.files.save()
    window.session.show_view(View.PHONE)
    (page,) = window.findChildren(PhoneView)
    counts = ExportCounts(monkeypatch)
    page.refresh()
    assert counts.take() == (["my phone"], 1, 1)


def test_an_update_is_what_was_shown_as_changed(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = str(tmp_path / "HEART.ics")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    window = open_window()
    phone, store = window.user_actions.phone, window.session.store
    phone.files.save()
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 16), date(2025, 9, 17))
    store.change("leave", edits.add_change(store.plan, leave, store.moment()))
    counts = ExportCounts(monkeypatch)
    phone.changed()
    (dialog,) = window.findChildren(ChangesDialog)
    dialog.update_wanted.emit()
    assert counts.take() == (["my phone"], 1, 1)
    assert Path(path).read_text().count("BEGIN:VEVENT") == 4
