"""What people expect of any program: it remembers, zooms, opens, and survives its own errors."""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.settings import Habits, Settings
from heartplanner.ui.start import single_instance
from heartplanner.ui.start.crash_reporter import Crash
from heartplanner.ui.start.single_instance import Single
from heartplanner.ui.widgets.message_boxes import MessageBox
from heartplanner.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]


def test_habits_are_remembered_and_nonsense_is_not(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    habits = Habits("dark", "Teal and amber", True, True, 1.5, "year")
    Settings(path).keep(habits)
    assert Settings(path).habits() == habits
    path.write_text("[General]\ntheme=purple\nscale=99\nview=../x\ncolors=\n")
    assert Settings(path).habits() == Habits()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of Unix")
@pytest.mark.parametrize("before", [None, 0o644])
def test_settings_are_for_their_owner_alone(tmp_path: Path, before: int | None) -> None:
    """They hold an account's address and user."""
    path = tmp_path / "config" / "window.ini"
    if before:
        path.parent.mkdir()
        path.touch(mode=before)
    settings = Settings(path)
    settings.keep_account("https://dav.example.org", "jo")
    settings._kept.sync()
    assert "dav.example.org" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600


def test_settings_are_texts_that_can_be_shown_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    settings, plan = Settings(path), tmp_path / "plan.json"
    for text in ("Jo", "one\ttwo\nthree", "Año \N{CLOUD WITH RAIN}", "a" * 5_000):
        settings.keep_of_plan(plan, "sent", text)
        settings._kept.sync()
        assert Settings(path).of_plan(plan, "sent") == text
    for text in ("\x1b[2J", "a\0b", "a" * 5_001):
        settings.keep_of_plan(plan, "sent", text)
        settings._kept.sync()
        assert Settings(path).of_plan(plan, "sent") == ""


def test_a_theme_asked_for_once_is_not_kept(tmp_path: Path) -> None:
    once = Settings(tmp_path / "window.ini", "dark")
    assert once.habits().theme == "dark"
    once.keep(once.habits())
    assert Settings(tmp_path / "window.ini").habits().theme == "system"


def test_the_view_and_the_year_on_show_are_remembered(open_window: Open) -> None:
    first = open_window()
    first.session.show_view("year")
    first.session.turn(3)
    first.close()
    second = open_window()
    assert second.session.habits.view == "year"
    assert second.session.month.year == 2028


def test_ctrl_and_the_wheel_enlarge_the_text(open_window: Open) -> None:
    window = open_window()
    view = window.findChildren(MonthTable)[0].viewport()
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(view.mapToGlobal(QPoint(9, 9))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    assert window.session.habits.scale == 1.15
    window.session.zoom(0)
    assert window.session.habits.scale == 1.0


@pytest.mark.parametrize("view", ["month", "year", "cycle", "list"])
def test_every_view_shows_at_twice_the_size_and_on_sundays_and_24_hours(
    open_window: Open, view: str
) -> None:
    window = open_window()
    habits = window.session.habits._replace(scale=2.0, sunday_first=True, hours24=True, view=view)
    window.session.set_habits(habits)
    assert not window.grab().isNull()
    model = window.findChildren(MonthTable)[0].model()
    if view == "month":
        role = Qt.ItemDataRole.AccessibleTextRole
        assert model.index(0, 0).data(role).startswith("Sunday, August 31, 2025: break, day 3")
        assert "admin, 09:00-13:00" in model.index(0, 4).data(role)


def test_an_error_of_the_program_is_logged_and_said_once(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    crash = Crash(tmp_path / "log" / "errors.log")
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    crash.install()
    crash.show_over(window)
    hook = sys.excepthook
    for _ in range(3):
        try:
            raise ValueError("the secret of a note")
        except ValueError as error:
            hook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(window.findChildren(MessageBox)) == 1)
    logged = (tmp_path / "log" / "errors.log").read_text()
    assert logged.count("ValueError") == 1
    assert "secret" not in logged
    if sys.platform != "win32":
        assert (tmp_path / "log" / "errors.log").stat().st_mode & 0o777 == 0o600
    (box,) = window.findChildren(MessageBox)
    assert "unharmed" in box.text()
    (details,) = [each for each in box.findChildren(QLabel) if each.objectName() == "details"]
    assert details.text().startswith("ValueError")
    assert "secret" not in details.text()
    faulthandler.disable()
    crash._file.close()


def start_again(plan: Path, cache: Path, roster: Path | None = None) -> subprocess.Popen[bytes]:
    """A second start for a plan; its status is 0 if it has raised the first window."""
    given = f"Path({str(roster)!r})" if roster else ""
    code = (
        "import sys; from pathlib import Path; from heartplanner.ui.start.single_instance import Single;"
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        f"one = Single(Path({str(plan)!r}), Path({str(cache)!r}));"
        f"sys.exit(0 if not one.first() and one.raise_first({given}) else 1)"
    )
    return subprocess.Popen([sys.executable, "-c", code], env=dict(os.environ))


def test_a_second_start_raises_the_first_window(
    qtbot: QtBot, open_window: Open, own_folder: Path
) -> None:
    window, taken = open_window(), list[Path]()
    single = Single(own_folder / "plan.json", own_folder / "cache")
    assert single.first()
    if sys.platform != "win32":
        assert {file.stat().st_mode & 0o777 for file in (own_folder / "cache").iterdir()} == {0o600}
    single.listen(window, taken.append)
    window.showMinimized()
    with start_again(own_folder / "plan.json", own_folder / "cache") as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.returncode == 0
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert taken == []


def test_a_second_start_hands_its_roster_to_the_first_window(
    qtbot: QtBot, open_window: Open, own_folder: Path
) -> None:
    window, taken = open_window(), list[Path]()
    single = Single(own_folder / "plan.json", own_folder / "cache")
    assert single.first()
    single.listen(window, taken.append)
    roster = own_folder / "roster ünter.ics"
    with start_again(own_folder / "plan.json", own_folder / "cache", roster) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [roster]
    assert {file.suffix for file in (own_folder / "cache").iterdir()} == {".lock"}


def test_a_second_start_may_ask_before_the_first_window_listens(
    qtbot: QtBot, open_window: Open, own_folder: Path
) -> None:
    window, taken = open_window(), list[Path]()
    single = Single(own_folder / "plan.json", own_folder / "cache")
    assert single.first()
    window.showMinimized()
    with start_again(own_folder / "plan.json", own_folder / "cache") as second:
        asked = (own_folder / "cache").glob
        qtbot.waitUntil(lambda: any(asked("*.raise")), timeout=20_000)
        single.listen(window, taken.append)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.returncode == 0
    assert not window.isMinimized()


def test_a_first_window_that_does_not_answer_is_asked_no_longer(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "WAIT", 2 * single_instance.LOOK)
    cache = own_folder / "cache"
    assert Single(own_folder / "plan.json", cache).raise_first() is False
    assert not list(cache.glob("*.raise"))
