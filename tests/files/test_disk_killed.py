"""A process that is killed at any call of a save leaves the old or the new file, whole."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from saver_calls import DONE, KILLED, end_of, expect_next_save_is_clean
from saver_scenes import NEW, SCENES, Scene, scene


def expect_whole(what: Scene) -> None:
    """Old or new at the path, nothing half, nothing that others may read."""
    assert what.content() in (what.old, NEW)
    if what.private:
        files = [each for each in what.file.parent.iterdir() if each.is_file()]
        assert {stat.S_IMODE(each.stat().st_mode) for each in files} <= {0o600}


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("name", SCENES)
def test_killed_at_any_call_leaves_old_or_new_whole(name: str, when: str, tmp_path: Path) -> None:
    ends, contents, at = [], [], 0
    while DONE not in ends:
        what = scene(name, tmp_path / f"{at}")
        ends.append(end_of(what.save, at, when))
        contents.append(what.content())
        expect_whole(what)
        expect_next_save_is_clean(what)
        at += 1
    assert ends == [KILLED] * (at - 1) + [DONE]
    # Old until one call, which is the rename, and new from then on.
    assert contents == sorted(contents, key=lambda content: content == NEW)
    assert {what.old, NEW} == set(contents)
