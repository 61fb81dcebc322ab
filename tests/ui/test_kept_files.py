"""Kept calendar files, as the window looks after them: in the background, and to the end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartplanner.core.calendar.export_options import DEFAULT_OPTIONS
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.calendar import kept
from heartplanner.store import Store
from heartplanner.ui.phone.kept_files import UP_TO_DATE, KeptFiles
from heartplanner.ui.session import Session
from heartplanner.ui.settings import Settings, System

SHIFT = b"DTSTART;TZID=America/New_York:20250916T090000"
"""Of the example: a Tuesday's."""
TUESDAY = date(2025, 9, 16)
LEAVE = Absence(AbsenceKind.LEAVE, TUESDAY, TUESDAY)


class Scene:
    """A session on a saved plan, with a kept file in a shared folder, and all that is said of it."""

    def __init__(self, folder: Path, plan: Plan, qtbot: QtBot) -> None:
        self.now = datetime(2025, 9, 11, 12, tzinfo=ZONE)
        self.path = folder / "shared" / "HEART.ics"
        self.path.parent.mkdir()
        document = Document(folder / "plan.json", Schedule(plan), None)
        document.save(self.now)
        kept.keep(document.path, self.path, DEFAULT_OPTIONS._replace(months=1))
        self.owner = QObject()
        store = Store(document, clock=lambda: self.now, parent=self.owner)
        settings = Settings(folder / "window.ini")
        self.session = Session(
            store, settings, lambda: self.now, System(dark=False, hours24=False), self.owner
        )
        self.said: list[str] = []
        self.session.reminded.connect(self.said.append)
        self.session.told.connect(self.said.append)
        self.files = KeptFiles(self.session, self.owner)
        self._qtbot = qtbot

    def written(self) -> bool:
        """Whether the file has the shift, once the files were looked after."""
        with self._qtbot.waitSignal(self.files.written, timeout=20_000):
            pass
        return SHIFT in self.path.read_bytes()

    def edit(self) -> None:
        plan = self.session.plan
        self.session.store.change("leave", add_change(plan, LEAVE, self.now))

    def end(self) -> None:
        """The program ends, as far as the files are told of it."""
        self.files._finish()


@pytest.fixture
def scene(tmp_path: Path, example: Plan, qtbot: QtBot) -> Scene:
    return Scene(tmp_path, example, qtbot)


def test_the_start_each_edit_and_a_new_day_are_written(scene: Scene) -> None:
    assert scene.written()
    scene.edit()
    assert not scene.written()
    scene.session.store.undo()
    assert scene.written()
    scene.now += timedelta(days=51)  # to November 1: a file begins with the month before
    scene.session.tick()
    assert not scene.written()
    assert scene.said == []


def test_several_edits_in_a_row_are_written_once_and_in_the_background(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert scene.written()
    threads: list[threading.Thread] = []
    real = kept.write_kept

    def noted(*arguments: object) -> list[str]:
        threads.append(threading.current_thread())
        return real(*arguments)

    monkeypatch.setattr(kept, "write_kept", noted)
    scene.edit()
    scene.session.store.undo()
    scene.session.store.redo()
    assert not scene.written()
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def test_an_edit_while_it_is_written_is_written_after_it(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert scene.written()
    begun, go_on = threading.Event(), threading.Event()
    real: Callable[..., list[str]] = kept.write_kept
    times: list[int] = []

    def slow(*arguments: object) -> list[str]:
        notes = real(*arguments)
        times.append(len(times))
        begun.set()
        assert go_on.wait(20)
        return notes

    monkeypatch.setattr(kept, "write_kept", slow)
    scene.files._start()
    assert begun.wait(20)
    # The place is slow: the edit is done and saved all the same.
    scene.edit()
    scene.files._rest.stop()
    scene.files._start()
    go_on.set()
    assert scene.written()
    assert not scene.written()
    assert times == [0, 1]


def test_a_place_that_is_gone_is_said_once_and_tried_every_minute(scene: Scene) -> None:
    assert scene.written()
    away = scene.path.parent.rename(scene.path.parent.with_name("away"))
    for _ in range(2):
        scene.edit() if not scene.said else scene.session.tick()
        with scene._qtbot.waitSignal(scene.files.written, timeout=20_000):
            pass
    (said,) = scene.said
    assert said.startswith(
        f"A kept calendar file is not up to date: {scene.path}: its folder is not"
    )
    assert scene.files.trouble == [said]
    away.rename(scene.path.parent)
    scene.session.tick()
    assert not scene.written()
    assert scene.said == [said, UP_TO_DATE]
    assert scene.files.trouble == []


def test_a_file_that_another_program_changed_or_deleted_is_mended_within_a_minute(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert scene.written()
    scene.path.write_bytes(scene.path.read_bytes().replace(SHIFT, SHIFT.replace(b"T09", b"T11")))
    scene.session.tick()
    assert scene.written()
    scene.path.unlink()
    scene.session.tick()
    assert scene.written()
    told, looks = [], []
    real = scene.files._take
    monkeypatch.setattr(scene.files, "_take", lambda looked: looks.append(looked) or real(looked))
    scene.files.written.connect(lambda: told.append("new"))
    scene.session.tick()
    scene._qtbot.waitUntil(lambda: bool(looks))
    assert told == []
    assert scene.said == []


def test_what_was_edited_last_is_written_before_the_program_ends(scene: Scene) -> None:
    assert scene.written()
    scene.edit()
    scene.end()
    assert SHIFT not in scene.path.read_bytes()
    scene.session.store.undo()
    scene.files._rest.stop()
    scene.files._start()  # under way ...
    scene.session.store.redo()  # ... when one more edit comes, and the end
    scene.end()
    assert SHIFT not in scene.path.read_bytes()
    QApplication.processEvents()


def test_without_a_kept_file_nothing_is_loaded_or_run(
    tmp_path: Path, example: Plan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = Scene(tmp_path, example, qtbot)
    assert kept.stop(scene.session.store.path, scene.path)
    scene.session.store.path.with_name("plan.json.kept").unlink()
    monkeypatch.setattr(kept, "write_kept", lambda *_: pytest.fail("nothing is to be written"))
    with qtbot.waitSignal(scene.files.written, timeout=20_000):
        pass
    assert not scene.path.exists()
    assert scene.said == []
