"""A plan that cannot be read: what was saved last is offered, with what it changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.plan import planfile, versions
from heartplanner.style.fonts import BODY
from heartplanner.style.theme import light
from heartplanner.ui.start.recovery import recover
from heartplanner.ui.widgets.message_boxes import QuestionBox

pytestmark = pytest.mark.usefixtures("qtbot")

NOON = datetime(2025, 9, 11, 16, tzinfo=UTC)
BROKEN = b'{"format": "heart'
Press = Callable[[QuestionBox], int]


@pytest.fixture
def damaged(example: Plan, tmp_path: Path) -> Path:
    """A plan that was saved twice, and is damaged now."""
    path = tmp_path / "plan.json"
    document = Document(path, Schedule(example), None)
    document.save(example.history[0].at)
    cake = Note(date(2025, 10, 6), "cake")
    document.change("note", add_change(example, cake, NOON), NOON)
    path.write_bytes(BROKEN)
    return path


@pytest.mark.parametrize("goes_back", [True, False])
def test_what_was_saved_last_is_offered(
    damaged: Path, monkeypatch: pytest.MonkeyPatch, goes_back: bool
) -> None:
    last = versions.versions(damaged)[0].path.read_bytes()

    def press(box: QuestionBox) -> int:
        words = {each.text(): each for each in box.findChildren(QPushButton)}
        assert f"Your schedule file cannot be read: {damaged}." in box.text()
        assert "Restore the copy of Thursday, September 11, 2025, noon?" in box.text()
        change = "Added: note, Monday, October 6, 2025: cake."
        assert box.text().endswith(f"The last change in that copy:\n{change}")
        (reason,) = [each for each in box.findChildren(QLabel) if "line 1" in each.text()]
        assert reason.isHidden()  # it is technical
        assert words["Details"].fontInfo().pixelSize() == 2 * BODY
        words["Details"].click()
        assert not reason.isHidden()
        words["Restore this copy" if goes_back else "Close"].click()
        return box.result()

    monkeypatch.setattr(QuestionBox, "exec", press)
    found = recover(damaged, "plan.json: line 1", light(), 2.0)
    assert (
        damaged.read_bytes() == BROKEN
    )  # nothing is written before a window can say what comes of it
    if not goes_back:
        assert found is None
        return
    assert found is not None
    assert found.plan == planfile.parse(last)
    found.save(NOON)
    assert damaged.read_bytes() == last
    assert BROKEN in [each.path.read_bytes() for each in versions.versions(damaged)]


def test_versions_that_cannot_be_listed_are_said(
    damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = versions.folder(damaged)
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("a file in its place")
    shown: list[str] = []

    def close(box: QuestionBox) -> int:
        shown.append(box.text())
        assert [each.text() for each in box.findChildren(QPushButton)] == ["Details", "Close"]
        return 0

    monkeypatch.setattr(QuestionBox, "exec", close)
    assert recover(damaged, "plan.json: line 1", light(), 1.0) is None
    assert f"The earlier copies cannot be looked at: {folder}: cannot be read: " in shown[0]
