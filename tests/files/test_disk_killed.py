"""A process that is killed at any call of a save leaves the old or the new file, whole."""

from __future__ import annotations

import os
import signal
import stat
import warnings
from pathlib import Path

import pytest
from saver_calls import Hook, expect_next_save_is_clean, watched
from saver_scenes import NEW, SCENES, Scene, scene

DONE = 0
KILLED = -signal.SIGKILL
WENT_WRONG = 9


def killer(at: int) -> Hook:
    """Ends the process, as the power switch would, at the call of this number."""

    def kill(number: int, _: str) -> None:
        if number == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return kill


def save_and_die(what: Scene, at: int, when: str) -> int:
    """How a process ends that saves and is killed before or after its call number `at`."""
    with warnings.catch_warnings():
        # From Python 3.12 on: the child might wait for a thread that it does not have. It starts none.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        try:
            with watched(**{when: killer(at)}):
                what.save()
            os._exit(DONE)
        finally:
            os._exit(WENT_WRONG)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


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
        ends.append(save_and_die(what, at, when))
        contents.append(what.content())
        expect_whole(what)
        expect_next_save_is_clean(what)
        at += 1
    assert ends == [KILLED] * (at - 1) + [DONE]
    # Old until one call, which is the rename, and new from then on.
    assert contents == sorted(contents, key=lambda content: content == NEW)
    assert {what.old, NEW} == set(contents)
