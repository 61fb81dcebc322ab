"""The lock of a folder, and the rename under it, as Windows has them: its names put in on any system."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from saver_scenes import NEW, OLD, over_old

from heartplanner.files import disk, folder_lock
from heartplanner.files.disk import FileError

fcntl = pytest.importorskip("fcntl", reason="Windows has its own lock, and needs none put in")

OTHER = """
import fcntl, os, sys
handle = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
fcntl.lockf(handle, fcntl.LOCK_EX, 1)
print("held", flush=True)
sys.stdin.read()
"""


def locking(handle: int, mode: int, length: int) -> None:
    """As msvcrt has it: the first bytes of a file, at once, or PermissionError."""
    assert mode == 2  # LK_NBLCK
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, length)
    except BlockingIOError:
        raise PermissionError(errno.EACCES, "Permission denied") from None


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The names of Windows. Its system removes the locked file, which is done here in its place."""
    real, close, opened = os.open, os.close, {}

    def open_(path: Any, flags: int, *rest: int) -> int:
        handle = real(path, flags, *rest)
        if Path(path).name == folder_lock.NAME:
            opened[handle] = path
        return handle

    def close_(handle: int) -> None:
        close(handle)
        if handle in opened:
            Path(opened.pop(handle)).unlink(missing_ok=True)

    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "close", close_)
    monkeypatch.setattr(os, "O_TEMPORARY", 0, raising=False)
    monkeypatch.setattr(os, "O_NOINHERIT", 0, raising=False)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    monkeypatch.setattr(folder_lock, "SECONDS", 0.2)
    monkeypatch.setattr(sys, "platform", "win32")
    yield
    assert opened == {}


def test_a_save_holds_the_folder_and_leaves_nothing(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    with folder_lock.held(tmp_path) as lock:
        assert (lock.notes, (tmp_path / folder_lock.NAME).is_file()) == ([], True)
    assert what.save() == []
    assert (what.content(), what.names()) == (NEW, {"plan.json"})


def test_a_second_writer_is_held_off_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    what = over_old(tmp_path)
    place = str(tmp_path / folder_lock.NAME)
    # The child is started by the system that there is.
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "linux")
        holder = subprocess.Popen(
            [sys.executable, "-c", OTHER, place], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(FileError, match="another program is saving here; try again"):
            what.save()
        assert what.content() == OLD
        holder.kill()
    assert what.save() == []
    assert what.content() == NEW


def test_a_drive_without_locks_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(sys.modules["msvcrt"], "locking", refused)
    what = over_old(tmp_path)
    assert what.save() == [f"{tmp_path}: this drive cannot keep two programs from saving at once"]
    assert what.content() == NEW


def test_a_file_that_is_being_removed_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refusals = os.open, [PermissionError(errno.EACCES, "Permission denied")]

    def busy_once(path: Any, flags: int, *rest: int) -> int:
        if Path(path).name == folder_lock.NAME and refusals:
            raise refusals.pop()
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", busy_once)
    what = over_old(tmp_path)
    assert what.save() == []
    assert (what.content(), refusals) == (NEW, [])


def test_a_folder_that_takes_no_file_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    what = over_old(tmp_path)
    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(FileError, match="not saved: Permission denied; nothing was changed"):
        what.save()


def test_a_file_that_another_program_has_open_is_replaced_once_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, scans, pauses = os.replace, [1, 2], []

    def scanned(one: Path, other: Path) -> None:
        if scans:
            scans.pop()
            raise PermissionError(errno.EACCES, "Permission denied")
        real(one, other)

    monkeypatch.setattr(os, "replace", scanned)
    monkeypatch.setattr(time, "sleep", pauses.append)
    what = over_old(tmp_path)
    assert what.save() == []
    assert (what.content(), len(pauses)) == (NEW, 2)


def test_a_file_that_stays_open_elsewhere_is_one_line_and_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_elsewhere(*_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", open_elsewhere)
    what = over_old(tmp_path)
    with pytest.raises(FileError, match="not saved: Permission denied; nothing was changed"):
        what.save()
    assert (what.content(), what.names()) == (OLD, {"plan.json"})


def test_elsewhere_a_refused_rename_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def refused(*_: Path) -> None:
        tries.append(1)
        raise PermissionError(errno.EACCES, "Permission denied")

    what = over_old(tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(FileError):
        what.save()
    assert len(tries) == 1


def test_a_held_folder_holds_off_nobody_in_another(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with folder_lock.held(tmp_path):
        disk.save(other / "plan.json", NEW)
    assert (other / "plan.json").read_bytes() == NEW
