"""What a save writes and what it refuses to write over, on every system."""

from __future__ import annotations

from pathlib import Path

import pytest
from saver_scenes import NEW, NEXT, OLD, brand_new, over_old

from heartplanner.files import disk
from heartplanner.files.disk import FileError


def test_what_was_saved_is_read_back_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    assert what.save() == []
    assert (what.content(), what.names()) == (NEW, {"plan.json"})


def test_what_is_saved_over_anything_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    for data in (OLD, NEW):
        disk.save(path, data, loaded="")
    assert [each.name for each in tmp_path.iterdir()] == ["a.ics"]


def test_changed_since_it_was_loaded_is_refused(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    what.file.write_bytes(NEXT)
    with pytest.raises(FileError, match="changed by another program"):
        what.save()
    assert (what.content(), what.names()) == (NEXT, {"plan.json"})


def test_gone_since_it_was_loaded_is_refused(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    what.file.unlink()
    with pytest.raises(FileError, match="removed the file"):
        what.save()
    assert what.names() == set()


def test_made_meanwhile_is_refused(tmp_path: Path) -> None:
    what = brand_new(tmp_path)
    what.file.write_bytes(OLD)
    with pytest.raises(FileError, match="is already there"):
        what.save()
    assert (what.content(), what.names()) == (OLD, {"new.ics"})
