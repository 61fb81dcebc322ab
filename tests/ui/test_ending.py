"""However the program ends, little of what is being typed is lost: in a process of its own, by signals.

By default two ways of dying are tried, with LONG=1 each of them with a form and with a dialog; the figures
are printed (pytest -s).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import pytest

from heartplanner.files import folders, unsaved_forms
from tests.examples import cases

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="signals and X servers are Linux's"
)

TYPED = 15
"""Letters before it dies: one each 100 ms, so that ten of them are a second."""
PAUSE = 100
MOST_LOST = 20
PLACES = ("note", "milestones")
WAYS = ("kill", "term", "hup", "session", "x-server")
KEEPS_ALL = ("term", "hup", "session")
"""Ways in which the program is told, and writes before it ends."""

TYPIST = """
import os
import sys
from PySide6 import QtWidgets
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

class Application(QtWidgets.QApplication):
    commitDataRequest = Signal(object)  # without a desktop that asks for it

QtWidgets.QApplication = Application

from heartplanner.app import run
from heartplanner.ui.unsaved.form_fields import fields_of
from heartplanner.ui.fields.named_form import form_around, form_name
from heartplanner.ui.window.main_window import MainWindow

place, way = sys.argv[1:]
typed = 0

def window():
    return next((one for one in Application.topLevelWidgets() if isinstance(one, MainWindow)), None)

def begin():
    if window() is None or not window().isVisible() or Application.focusWidget() is None:
        if window() is not None:
            window().activateWindow()  # an X server of its own has no window manager that would
        QTimer.singleShot(50, begin)
        return
    timer.start(PAUSE)
    window()._binder.actions[place].trigger()

def press():
    global typed
    form = form_around(Application.focusWidget())
    if form is None or form_name(form) != place:
        (Application.activeModalWidget() or window()).activateWindow()
        return
    field = fields_of(form)["Note" if place == "note" else "Name"]
    if not field.hasFocus():
        field.setFocus()
        return
    QTest.keyClick(field, "abcdefghij"[typed % 10])
    typed += 1
    print(field.text(), flush=True)
    if way == "session" and typed == TYPED:
        timer.stop()
        Application.instance().commitDataRequest.emit(None)
        QGuiApplication.quit()  # as Qt does when the desktop says that the session is over

timer = QTimer()
timer.timeout.connect(press)
execute = Application.exec
def started():
    QTimer.singleShot(60_000, lambda: os._exit(3))  # nobody waits for ever
    QTimer.singleShot(0, begin)
    return execute()
Application.exec = staticmethod(started)
sys.exit(run(None, "light"))
"""


def test_of_what_is_typed_at_most_two_seconds_are_lost() -> None:
    """Whoever changes the pace changes what the README promises."""
    assert MOST_LOST * PAUSE == 2_000


@pytest.mark.parametrize(
    ("way", "place"),
    cases(
        [("kill", "note"), ("term", "milestones")],
        [
            (way, place)
            for way in WAYS
            for place in PLACES
            if (way, place) not in (("kill", "note"), ("term", "milestones"))
        ],
    ),
)
@pytest.mark.usefixtures("own_folder")
def test_what_was_being_typed_is_kept(way: str, place: str) -> None:
    with display(way) as (server, variables), typist(way, place, variables) as program:
        texts = lines_of(program.stdout)
        told = [next(texts) for _ in range(TYPED)][-1]
        match way:
            case "kill":
                program.kill()
            case "term":
                program.terminate()
            case "hup":
                program.send_signal(signal.SIGHUP)
            case "x-server":
                assert server is not None
                server.kill()
        status = program.wait(30)
        last = [told, *texts][-1]  # what was typed until it was gone
    (kept,) = unsaved_forms.load(folders.own_plan())
    # A program that is told writes at once; a letter may still come until its loop has ended.
    lost = len(told if way in KEEPS_ALL else last) - len(kept.text)
    sys.stdout.write(f"{way}, {place}: {lost} of {len(last)} letters lost, {lost * PAUSE} ms\n")
    assert (kept.form, kept.text) == (place, last[: len(kept.text)])
    assert lost <= (0 if way in KEEPS_ALL else MOST_LOST)
    ended = {"term": 128 + signal.SIGTERM, "hup": 128 + signal.SIGHUP, "session": 0}
    assert status == ended.get(way, status)
    assert kept.text[:3] not in folders.log_file().read_text()


@contextmanager
def display(way: str) -> Iterator[tuple[subprocess.Popen[bytes] | None, dict[str, str]]]:
    """Where the window is shown: offscreen, or on an X server that can be ended."""
    if way != "x-server":
        yield None, {"QT_QPA_PLATFORM": "offscreen"}
        return
    if not shutil.which("Xvfb"):
        pytest.skip("no X server that could be ended: apt-get install xvfb")
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(writing), "-screen", "0", "1366x768x24"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as number:
            shown = f":{number.readline().strip()}"
        try:
            yield server, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": shown}
        finally:
            server.kill()


@contextmanager
def typist(way: str, place: str, variables: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The program in a process of its own, with somebody who types and says what stands in the field."""
    script = TYPIST.replace("PAUSE", str(PAUSE)).replace("TYPED", str(TYPED))
    with subprocess.Popen(
        [sys.executable, "-c", script, place, way],
        env={key: text for key, text in os.environ.items() if key != "DISPLAY"} | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def lines_of(stream: IO[str] | None) -> Iterator[str]:
    assert stream is not None
    return (line.removesuffix("\n") for line in stream)
