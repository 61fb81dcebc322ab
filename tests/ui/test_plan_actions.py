"""Earlier copies in the window, and what is said and offered where saving fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget, QPushButton

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note
from heartplanner.files import disk
from heartplanner.files.plan import planfile, versions
from heartplanner.ui.edit.list_choice import ListChoice
from heartplanner.ui.widgets.message_boxes import MessageBox, QuestionBox
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
MONDAY = date(2025, 10, 6)


def note(window: MainWindow, text: str) -> None:
    store = window.session.store
    store.change(f"note {text}", add_change(store.plan, Note(MONDAY, text), store.moment()))


def notes(window: MainWindow) -> list[str]:
    whats = [change.what for change in window.session.plan.changes]
    return [what.text for what in whats if isinstance(what, Note)]


def test_copies_are_offered_with_what_they_changed_and_damaged_ones_are_not(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    for text in ("cake", "tea", "milk", "jam"):
        note(window, text)
    kept = versions.versions(window.session.store.path)
    kept[2].path.write_bytes(b"{broken")
    shown: list[str] = []
    about: list[str] = []

    def choose(box: ListChoice) -> bool:
        rows = box.findChild(QListWidget)
        assert rows is not None
        for row in range(rows.count()):
            rows.setCurrentRow(row)
            shown.append(rows.item(row).text().split("\n")[1])
            about.append("\n".join(label.text() for label in box.findChildren(QLabel)))
        return True

    monkeypatch.setattr(ListChoice, "run", choose)
    before = window.session.plan
    window.user_actions.plans.restore()
    # The state of the file is no earlier one, and the one with cake and tea is damaged.
    added = "Added: note, Monday, October 6, 2025: "
    assert shown == [f"{added}tea.", "The oldest copy that is kept."]
    removed = added.replace("Added", "Removed")
    assert "The last change in it:\n" in about[0]
    assert f"What would change (you can undo it):\n{removed}jam." in about[0]
    # The last of them was chosen: one step, which is taken back as one.
    assert notes(window) == ["cake"]
    window.session.store.undo()
    assert notes(window) == ["cake", "tea", "milk", "jam"]
    assert window.session.plan.changes == before.changes


def test_where_saving_fails_the_window_says_what_is_so_and_offers_a_copy(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    note(window, "cake")
    store, save = window.session.store, disk.save
    full = [store.path, versions.folder(store.path)]

    def fails(path: Path, data: bytes, **options: Any) -> list[str]:
        if path in full or path.parent in full:
            raise disk.NoRoomError(f"{path}: not saved: No space left on device")
        return save(path, data, **options)

    monkeypatch.setattr(disk, "save", fails)
    note(window, "tea")
    bar = window.message_bar
    assert bar.text().startswith("Not saved. Your last change is in this window only: ")
    assert "earlier copies" not in bar.text()
    copy = tmp_path / "elsewhere" / "copy.json"
    copy.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    said: list[str] = []
    monkeypatch.setattr(MessageBox, "open", lambda box: said.append(box.text()))
    (button,) = [each for each in bar.findChildren(QPushButton) if each.text() == "Save a copy..."]
    button.click()
    assert said == [f"{copy} is a copy of your schedule as it is now."]
    assert planfile.load(copy).plan == window.session.plan
    assert bar.text().startswith("Not saved. ")  # the schedule file is the old one still
    asked: list[tuple[str, list[str]]] = []

    def keep_open(box: QuestionBox) -> bool:
        asked.append((box.text(), [each.text() for each in box.buttons.buttons()]))
        box.verb = answer
        return bool(answer)

    monkeypatch.setattr(QuestionBox, "run", keep_open)
    answer = ""
    assert not window.user_actions.plans.may_close()
    assert "They are kept nowhere else: " in asked[0][0]
    assert asked[0][1] == ["Save a copy...", "Close without saving", "Keep it open"]
    copy.unlink()
    answer = "Save a copy..."
    assert window.user_actions.plans.may_close()
    assert planfile.load(copy).plan == window.session.plan
    full.pop()  # the folder of the versions takes files again
    answer = ""
    assert not window.user_actions.plans.may_close()
    assert "They are kept among the earlier copies." in asked[-1][0]
    assert bar.text().startswith("Not saved. Your last change is in this window and among ")
    assert versions.versions(store.path)[0].path.read_bytes() == planfile.dump(store.plan)
    full.clear()
    assert window.user_actions.plans.may_close()
    assert notes(window) == ["cake", "tea"]
