"""What a save writes and what it refuses to write over, on every system."""

from __future__ import annotations

from pathlib import Path

import pytest
from saver_scenes import KEEP, NEW, NEXT, OLD, OLDER, brand_new, over_old

from heartplanner.files import disk
from heartplanner.files.disk import FileError


def test_saved_is_read_back_and_the_old_is_kept(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    assert what.save() == []
    assert (what.content(), what.kept(), what.names()) == (NEW, OLD, what.previous())


def test_nothing_is_kept_of_what_was_not_there(tmp_path: Path) -> None:
    what = brand_new(tmp_path)
    what.save()
    assert what.names() == {"new.ics"}


def test_nothing_is_kept_without_a_suffix(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    for data in (OLD, NEW):
        disk.save(path, data, loaded="")
    assert [each.name for each in tmp_path.iterdir()] == ["a.ics"]


def test_the_kept_version_is_another_file(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    what.save()
    assert not what.file.samefile(tmp_path / f"plan.json{KEEP}")
    what.file.write_bytes(NEXT)
    assert what.kept() == OLD


def test_changed_since_it_was_loaded_is_refused(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    what.file.write_bytes(NEXT)
    with pytest.raises(FileError, match="changed by another program"):
        what.save()
    assert (what.content(), what.kept(), what.names()) == (NEXT, OLDER, what.previous())


def test_gone_since_it_was_loaded_is_refused(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    what.file.unlink()
    with pytest.raises(FileError, match="has gone"):
        what.save()
    assert what.names() == {f"plan.json{KEEP}"}


def test_made_meanwhile_is_refused(tmp_path: Path) -> None:
    what = brand_new(tmp_path)
    what.file.write_bytes(OLD)
    with pytest.raises(FileError, match="is there already"):
        what.save()
    assert (what.content(), what.names()) == (OLD, {"new.ics"})
