"""Closing the window leaves nothing behind; where nobody closes it, what is typed is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from heartplanner.files import unsaved_forms
from heartplanner.ui.unsaved import keeping
from heartplanner.ui.unsaved.keeping import SESSION_ENDS, end_in_order, keep_unsaved
from heartplanner.ui.unsaved.recorder import FormRecorder
from heartplanner.ui.widgets.message_boxes import QuestionBox
from heartplanner.ui.window.main_window import MainWindow
from tests.ui.forms import field, opened

Open = Callable[..., MainWindow]
FRIDAY = date(2025, 9, 19)


class Desktop(QObject):
    """What an application hears of the desktop."""

    commitDataRequest = Signal(object)  # noqa: N815  (the name is Qt's)
    aboutToQuit = Signal()  # noqa: N815


class Typed:
    """A window with a note half typed, the letters that are not written yet, and its end."""

    def __init__(self, window: MainWindow, desktop: Any, ends: list[Callable[[], None]]) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.window, self.desktop, self._ends = window, desktop, ends
        self.recorder: FormRecorder = keep_unsaved(app, window)
        end_in_order(desktop, window, self.recorder)
        self.note = field(opened(window, "note", FRIDAY), "Note", QLineEdit)
        QTest.keyClicks(self.note, "half")

    @property
    def left(self) -> list[str]:
        return [one.text for one in unsaved_forms.load(self.window.session.store.path)]

    def signal(self) -> None:
        """The system asks the program to end."""
        self._ends[-1]()


@pytest.fixture
def typed(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> Typed:
    ends: list[Callable[[], None]] = []
    monkeypatch.setattr(keeping, "SignalNotifier", lambda _, end: ends.append(end))
    return Typed(open_window(), Desktop(), ends)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that were asked, each of which is answered with Discard."""
    questions: list[str] = []

    def run(box: QuestionBox) -> bool:
        questions.append(box.windowTitle())
        box.verb = "Discard"
        return True

    monkeypatch.setattr(QuestionBox, "run", run)
    return questions


def test_what_is_discarded_on_closing_is_gone(typed: Typed, asked: list[str]) -> None:
    typed.recorder.write()
    assert typed.left == ["half"]
    assert typed.window.close()
    typed.desktop.aboutToQuit.emit()
    assert asked == ["Save this before you close?"]
    assert typed.left == []


def test_where_the_display_goes_away_it_is_kept(typed: Typed, asked: list[str]) -> None:
    typed.desktop.aboutToQuit.emit()  # with the window still on show
    assert typed.left == ["half"]
    typed.window.user_actions.days.entry.leave()  # as all forms go with their windows
    QApplication.sendPostedEvents()
    assert typed.left == ["half"]
    assert asked == []


def test_a_signal_keeps_it_and_the_windows_place(typed: Typed, asked: list[str]) -> None:
    typed.signal()
    assert typed.left == ["half"]
    settings = typed.window.session.settings
    assert settings.shown(typed.window.session.today) is not None
    assert not settings.place().isEmpty()
    assert asked == []


def test_the_end_of_the_session_keeps_it_and_asks_nothing(typed: Typed, asked: list[str]) -> None:
    typed.desktop.commitDataRequest.emit(None)
    assert typed.left == ["half"]
    assert typed.window.close()
    typed.desktop.aboutToQuit.emit()
    assert typed.left == ["half"]
    assert asked == []


def test_a_session_that_goes_on_is_as_before(typed: Typed, asked: list[str]) -> None:
    typed.desktop.commitDataRequest.emit(None)
    QTest.keyClicks(typed.note, " typed")
    typed.recorder.write()
    assert typed.left == ["half typed"]
    timers = [one for one in typed.window.findChildren(QTimer) if one.isSingleShot()]
    next(one for one in timers if one.interval() == SESSION_ENDS).timeout.emit()
    assert typed.window.close()
    typed.desktop.aboutToQuit.emit()
    assert asked
    assert typed.left == []
