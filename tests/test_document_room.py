"""A save on a disk that is nearly full comes before its versions."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.plan import planfile, versions

NOW = datetime(2025, 9, 11, 12, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def noted(plan: Plan, text: str) -> Plan:
    return add_change(plan, Note(date(2025, 9, 12), text), NOW)


@pytest.fixture
def document(example: Plan, tmp_path: Path) -> Document:
    path = tmp_path / "plan.json"
    Document(path, Schedule(example), None).save(NOW)
    return Document.load(path)


class SmallDisk:
    """A disk with so many bytes free: what is written takes them, what is removed gives them back."""

    def __init__(self, free: int, patch: pytest.MonkeyPatch) -> None:
        self.free = free
        write, unlink, replace = os.write, Path.unlink, os.replace

        def written(handle: int, data: memoryview) -> int:
            if len(data) > self.free:
                raise OSError(28, "No space left on device")
            self.free -= len(data)
            return write(handle, data)

        def removed(path: Path, missing_ok: bool = False) -> None:
            size = path.stat().st_size if path.exists() else 0
            unlink(path, missing_ok=missing_ok)
            self.free += size

        def replaced(source: Path, target: Path) -> None:
            size = target.stat().st_size if target.exists() else 0
            replace(source, target)
            self.free += size

        patch.setattr(os, "write", written)
        patch.setattr(Path, "unlink", removed)
        patch.setattr(os, "replace", replaced)


@pytest.mark.parametrize("files", [1, 2])
def test_a_version_takes_no_room_that_the_save_needs(
    document: Document, monkeypatch: pytest.MonkeyPatch, files: int
) -> None:
    """What no version holds yet is kept before it is gone; where the save then has no room, afterwards.

    The file that is replaced gives its room back.
    """
    theirs = planfile.dump(noted(document.plan, "theirs"))
    document.path.write_bytes(theirs)
    document = Document.load(document.path)
    after = noted(document.plan, "mine")
    free = SmallDisk(files * len(planfile.dump(after)) + 9, monkeypatch)
    notes = document.change("note", after, NOW + MINUTE)
    assert planfile.load(document.path).plan == after
    assert not document.unsaved
    kept = [version.path.read_bytes() for version in versions.versions(document.path)]
    assert theirs in kept
    assert (planfile.dump(after) in kept) == (files == 2) == (not notes)
    assert 0 <= free.free < len(theirs)
    assert not list(document.path.parent.rglob("*.saving"))
