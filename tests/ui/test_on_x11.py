"""The whole program in a process of its own, offscreen and on a real X server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples import tries

WALK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from heartplanner.app import run
from heartplanner.ui.window.main_window import MainWindow

def walk():
    (window,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    first = window.session.month
    for step in (1, -1):
        for _ in range(MONTHS):
            window.session.turn(step)
            QApplication.processEvents()
    assert window.session.month == first, window.session.month
    print("walked on", QApplication.platformName())
    window.close()

def wait_for_window():
    if any(isinstance(each, MainWindow) and each.isVisible() for each in QApplication.topLevelWidgets()):
        QTimer.singleShot(0, walk)
    else:
        QTimer.singleShot(10, wait_for_window)

execute = QApplication.exec
def started():
    QTimer.singleShot(0, wait_for_window)
    return execute()
QApplication.exec = staticmethod(started)
sys.exit(run(None, "dark"))
"""


def environment(own: os.PathLike[str], **more: str) -> dict[str, str]:
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    rest = {key: text for key, text in os.environ.items() if key not in shown}
    return {**rest, "HOME": str(own), "XDG_DATA_HOME": str(own), "QT_LOGGING_RULES": "", **more}


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_shown_walked_through_many_months_and_closed(
    platform: str, own_folder: os.PathLike[str]
) -> None:
    # Offscreen a year is enough by default: what long walks do to memory is the same on both.
    months = tries(12, 200) if platform == "offscreen" else tries(50, 200)
    command = [sys.executable, "-c", WALK.replace("MONTHS", str(months))]
    if platform == "xcb":
        if not shutil.which("xvfb-run") and not os.environ.get("CI"):
            pytest.skip("no X server to try the window on: apt-get install xvfb xauth")
        command = ["xvfb-run", "-a", *command]
    done = subprocess.run(
        command,
        env=environment(own_folder, QT_QPA_PLATFORM=platform),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, f"walked on {platform}\n"), done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have one display")
@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, "there is no display"),
        ({"QT_QPA_PLATFORM": "xcb"}, "there is no display"),
        ({"WAYLAND_DISPLAY": "wayland-9"}, "the display wayland-9 cannot be reached"),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"}, "there is no display"),
        ({"DISPLAY": ":4093"}, "the display :4093 cannot be reached"),
        ({"DISPLAY": "localhost:10.0"}, "the display localhost:10.0 cannot be reached"),
        (
            {"DISPLAY": "localhost:10.0", "QT_QPA_PLATFORM": "wayland;xcb"},
            "the display localhost:10.0 cannot be reached",
        ),
    ],
)
def test_without_a_display_it_says_so_in_one_line(
    own_folder: os.PathLike[str], variables: dict[str, str], said: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "heartplanner"],
        env=environment(own_folder, **variables),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
    assert said in done.stderr


OPENED_WITH_A_ROSTER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from heartplanner.app import run
from heartplanner.ui.review.review_dialog import ReviewDialog

def look():
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    reviews = [each for each in shown if isinstance(each, ReviewDialog)]
    if reviews:
        print("reviewed", flush=True)
        reviews[0].reject()
        QTimer.singleShot(0, QApplication.closeAllWindows)
    else:
        QTimer.singleShot(20, look)

execute = QApplication.exec
QApplication.exec = staticmethod(lambda: QTimer.singleShot(0, look) or execute())
sys.exit(run(Path(sys.argv[1]), "light"))
"""
EVENT = (
    "BEGIN:VEVENT", "UID:1", "DTSTART:20261203T140000Z", "DTEND:20261204T020000Z", "SUMMARY:Day",
    "END:VEVENT",
)  # fmt: skip


def test_a_start_with_a_calendar_file_reviews_it_on_the_own_plan(own_folder: Path) -> None:
    roster = own_folder / "roster.ics"
    roster.write_text("\n".join(("BEGIN:VCALENDAR", *EVENT, "END:VCALENDAR", "")))
    done = subprocess.run(
        [sys.executable, "-c", OPENED_WITH_A_ROSTER, roster],
        env=environment(own_folder, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, "reviewed\n"), done.stderr
