"""The window, driven by its keys and buttons."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from heartplanner.cli.main import main as command_line
from heartplanner.core.edits.edits import assign
from heartplanner.core.plan.model import Assignment
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.style.theme import dark, light
from heartplanner.ui.edit import day_actions
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.phone.guide.phone_guide import PhoneGuide
from heartplanner.ui.settings import System
from heartplanner.ui.widgets.message_boxes import MessageBox
from heartplanner.ui.window.header import Header
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.window.menus.actions import ACTIONS
from tests.examples import tries

TODAY = date(2025, 9, 11)
Open = Callable[..., MainWindow]
LATE = {
    *("ask", "people", "compare", "hours", "sheets"),
    *("icalendar", "holidays", "keyring", "segno", "ifaddr", "truststore", "platformdirs"),
}
"""Rooms of the core and libraries that no picture of a month needs."""
FIRST_PICTURE = """
import json, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from heartplanner.core.edits.example import example_plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.store import Store
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.window.main_window import MainWindow
app = QApplication([])
noon = datetime(2025, 9, 11, 12, tzinfo=ZONE)
document = Document(Path("plan.json"), Schedule(example_plan()), None)
store = Store(document, clock=lambda: noon)
window = MainWindow(store, Settings(Path("window.ini")), lambda: noon, System(False, False))
window.grab()
rooms = [name.removeprefix("heartplanner.core.").partition(".")[0] for name in sys.modules]
print(json.dumps(sorted(rooms)))
"""


def table(window: MainWindow) -> MonthTable:
    (found,) = window.findChildren(MonthTable)
    return found


def names(window: MainWindow) -> list[str]:
    """What a screen reader finds in the table, row by row."""
    model = table(window).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [
        model.index(row, column).data(role)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


def texts(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def picture(window: MainWindow) -> QImage:
    return window.grab().toImage()


def test_the_first_picture_loads_nothing_that_is_only_asked_for_later(own_folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=own_folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert LATE & loaded == set()
    assert {"schedule", "plan", "cells"} <= loaded


def test_it_opens_on_today_with_why_beside_it(open_window: Open) -> None:
    window = open_window()
    assert window.windowTitle().startswith("September 2025")
    assert "Thursday, September 11, 2025" in texts(window)
    assert "The rotation has admin time on this Thursday, 9 am–1 pm." in texts(window)
    assert "This is a sample rotation" in texts(window)
    assert "Break: August 29 – September 3, 2025" in texts(window)
    assert "Fri, Sep 12, 9–9, in 21 h" in texts(window)


def test_before_the_start_date_it_opens_on_the_start_date(open_window: Open) -> None:
    assert open_window(datetime(2025, 6, 1, tzinfo=ZONE)).session.month == Month(2025, 7)


def test_every_day_and_week_has_a_name(open_window: Open) -> None:
    found = names(open_window())
    assert len(found) == 5 * 8
    assert found[0] == "Monday, September 1, 2025: break, day 4 of 6."
    assert found[7] == "Week of September 1: 40 h, week 6 of 6"
    assert found[5] == "Saturday, September 6, 2025: day shift, 9 am-9 pm, working weekend."
    assert found[38] == "Sunday, October 5, 2025: day off."


@pytest.mark.parametrize(
    ("key", "month"),
    [
        (Qt.Key.Key_Left, Month(2025, 8)),
        (Qt.Key.Key_Right, Month(2025, 10)),
        (Qt.Key.Key_PageUp, Month(2025, 8)),
        (Qt.Key.Key_PageDown, Month(2025, 10)),
    ],
)
def test_keys_turn_the_page_and_lead_back(
    qtbot: QtBot, open_window: Open, key: Qt.Key, month: Month
) -> None:
    window = open_window()
    for home in (Qt.Key.Key_Home, Qt.Key.Key_T):
        qtbot.keyClick(window, key)
        assert window.session.month == month
        qtbot.keyClick(window, home)
        assert (window.session.month, window.session.selection.current) == (Month(2025, 9), TODAY)


def test_arrows_within_the_grid_go_from_day_to_day(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    grid = table(window)
    grid.setFocus()
    for key, day in (
        (Qt.Key.Key_Right, date(2025, 9, 12)),
        (Qt.Key.Key_Down, date(2025, 9, 19)),
        (Qt.Key.Key_Left, date(2025, 9, 18)),
        (Qt.Key.Key_Up, date(2025, 9, 11)),
    ):
        qtbot.keyClick(grid, key)
        assert (window.session.selection.current, window.session.month) == (day, Month(2025, 9))


def test_arrows_turn_the_page_at_its_edge(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.session.choose(date(2025, 10, 5))
    assert window.session.month == Month(2025, 9)
    grid = table(window)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert (window.session.selection.current, window.session.month) == (
        date(2025, 10, 6),
        Month(2025, 10),
    )


def test_a_click_on_a_day_selects_it(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    grid = table(window)
    where = grid.visualRect(grid.model().index(1, 1)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.session.selection.current == date(2025, 9, 9)
    assert "Tuesday, September 9, 2025" in texts(window)


def test_many_months_and_back(open_window: Open) -> None:
    window = open_window()
    for step in (1, -1):
        for _ in range(tries(50, 200)):
            window.session.turn(step)
    assert (window.session.month, window.session.selection.current) == (Month(2025, 9), TODAY)


def test_the_last_month_is_the_end(open_window: Open) -> None:
    window = open_window()
    window.session.go_to(date(2200, 12, 31))
    window.session.turn(1)
    window.session.go_to(date(2200, 12, 31) + timedelta(days=1))
    assert window.session.month == Month(2200, 12)


def test_every_button_has_a_name_and_says_its_keys(open_window: Open) -> None:
    window = open_window()
    window.resize(1280, 800)
    header = window.findChildren(Header)[0]
    buttons = [each for each in header.findChildren(QAbstractButton) if each.isVisible()]
    buttons.sort(key=lambda each: each.mapTo(header, QPoint()).x())
    assert [each.accessibleName() or each.text() for each in buttons] == [
        "Today", "Earlier", "Later", "September 2025, go to a date",
        "Month", "Year", "Cycle", "List",
        "Undo (nothing since you opened this)", "Redo (nothing was undone)", "Put it on my phone",
    ]  # fmt: skip
    assert all(each.toolTip() for each in buttons)


def test_every_action_has_keys_of_its_own() -> None:
    keys = [key for each in ACTIONS for key in each.keys]
    assert all(each.keys for each in ACTIONS)
    assert len(set(keys)) == len(keys)


def test_a_sample_beside_ones_own_rotation_is_not_confirmed_unasked(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    store, asked = window.session.store, list[str]()
    own = Assignment(date(2025, 9, 1), confirmed=True, guesses=(1,))
    store.change("own", assign(store.plan, own, store.moment()))
    monkeypatch.setattr(day_actions, "agreed", lambda *words: asked.append(words[2]))
    window._binder.actions["confirm"].trigger()
    assert "from July 28, 2025 to August 31, 2025: still the sample's days" in asked[0]
    assert store.plan.example
    assert store.plan.assignments[1].guesses


def test_saving_writes_what_the_command_line_writes(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window, tmp_path = open_window(), own_folder
    path = tmp_path / "my shifts.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.user_actions.phone.files.save()
    (guide,) = window.findChildren(PhoneGuide)
    said = guide.findChildren(QLabel)[0].text()
    assert "shifts, 40 h in 57 of 57 weeks), which you have not confirmed yet." in said
    assert "Your phone has had no file yet: this is the first." in said
    other = tmp_path / "other.ics"
    argv = ["export", "-o", str(other), "--from", "2025-08-01", "--to", "2026-09-10"]
    assert command_line(argv, lambda *_: 2) == 0
    assert path.read_bytes() == other.read_bytes()


def test_what_cannot_be_saved_is_said_and_nothing_is_lost(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    path = tmp_path / "<b>letter<b>.ics"
    path.write_text("Dear Lee")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.user_actions.phone.files.save()
    (box,) = window.findChildren(MessageBox)
    assert "another kind of file has this name" in box.text()
    assert box._text.textFormat() == Qt.TextFormat.PlainText
    assert path.read_text() == "Dear Lee"


def ground(window: MainWindow) -> QColor:
    """The color at the window's lower left, where nothing stands."""
    shown = picture(window)
    return shown.pixelColor(5, shown.height() - 5)


def test_light_and_dark_are_different_pictures(open_window: Open) -> None:
    window = open_window()
    assert ground(window) == light().window
    window.session.set_habits(window.session.habits._replace(theme="dark"))
    assert ground(window) == dark().window
    window.session.set_habits(window.session.habits._replace(theme="system"))
    window.session.set_system(System(dark=True, hours24=False))
    assert ground(window) == dark().window


def test_menus_follow_a_theme_that_is_chosen(open_window: Open) -> None:
    """Not only from the next start on."""
    window = open_window()
    window.session.set_habits(window.session.habits._replace(theme="dark"))
    for menu in window.menuBar().findChildren(QMenu):
        menu.ensurePolished()
        assert menu.palette().window().color().lightness() < 100
        assert menu.palette().text().color().lightness() > 150


def test_a_panel_that_is_hidden_says_how_it_comes_back(open_window: Open) -> None:
    window = open_window()
    action = window._binder.actions["panel"]
    action.trigger()
    assert window._status.text() == (
        "The side panel is hidden. F9, or View > Side panel, shows it again."
    )
    action.trigger()
    assert "hidden" not in window._status.text()


def test_today_is_ringed_in_the_accent_color(open_window: Open) -> None:
    window = open_window()
    window.session.turn(1)
    window.session.choose(date(2025, 10, 20))
    accent = QColor(light().accent).rgb()
    assert not _has(picture(window), accent, table(window), 1, 3)
    window.session.go_to_today()
    window.session.choose(date(2025, 9, 20))
    assert _has(picture(window), accent, table(window), 1, 3)


def _has(image: QImage, rgb: int, grid: MonthTable, row: int, column: int) -> bool:
    corner = grid.viewport().mapTo(grid.window(), grid.viewport().rect().topLeft())
    rect = grid.visualRect(grid.model().index(row, column)).translated(corner)
    return any(
        image.pixel(x, y) == rgb
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    )


def test_void_calls_keep_the_count_of_none(open_window: Open) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one at each: the window would die at its tenth page."""
    window = open_window()
    before = sys.getrefcount(None)
    for _ in range(1000):
        window.update()
    assert abs(sys.getrefcount(None) - before) < 500
