"""Where POSIX systems have a save write, with which mode and owner, and in which order."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from saver_calls import watched
from saver_scenes import NEW, OLD, over_old, through_link

from heartplanner.files import disk
from heartplanner.files.disk import FileError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_symbolic_link_is_written_through(tmp_path: Path) -> None:
    what = through_link(tmp_path)
    what.save()
    assert what.path.is_symlink()
    assert what.file.read_bytes() == NEW
    assert [each.name for each in what.path.parent.iterdir()] == ["link.json"]
    assert what.names() == {"plan.json"}


def test_link_that_leads_nowhere_yet_makes_the_file(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("made")
    disk.save(link, NEW)
    assert link.is_symlink()
    assert (tmp_path / "made").read_bytes() == NEW


@pytest.mark.parametrize("old", [0o600, 0o640, 0o644])
@pytest.mark.parametrize("private", [True, False])
def test_mode_of_the_old_file_stays(old: int, private: bool, tmp_path: Path) -> None:
    what = over_old(tmp_path)
    what.file.chmod(old)
    disk.save(what.file, NEW, loaded="", private=private)
    assert mode(what.file) == old


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another")
def test_owner_of_the_old_file_stays(tmp_path: Path) -> None:
    what = over_old(tmp_path, owner=12345)
    what.save()
    assert (what.file.stat().st_uid, what.file.stat().st_gid) == (12345, 12345)


@pytest.mark.parametrize("umask", [0o022, 0o027, 0o077, 0])
def test_mode_of_a_new_file(umask: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        disk.save(tmp_path / "plan", NEW, private=True)
        disk.save(tmp_path / "ics", NEW, private=False)
    finally:
        assert os.umask(before) == umask
    assert mode(tmp_path / "plan") == 0o600
    assert mode(tmp_path / "ics") == 0o666 & ~umask


def test_bytes_are_on_the_disk_before_the_name_and_the_name_before_saved(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    with watched() as log:
        what.save()
    written = max(n for n, call in enumerate(log) if call == "write file")
    steps = ["fsync file", "close file", "read_bytes plan.json", "replace plan.json"]
    order = [log.index("flock folder"), log.index("open .plan.json.saving"), written]
    order += [log.index(call) for call in (*steps, "fsync folder", "close folder")]
    assert order == sorted(order)
    assert log.count("replace plan.json") == log.count("fsync folder") == 1


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "fifo"])
def test_what_is_no_regular_file_is_refused(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "thing"
    make(path)
    kind = stat.S_IFMT(path.stat().st_mode)
    with pytest.raises(FileError, match="not a regular file"):
        disk.save(path, NEW, loaded="")
    assert stat.S_IFMT(path.stat().st_mode) == kind
    assert [each.name for each in tmp_path.iterdir()] == ["thing"]


def test_real_limit_on_a_files_size_leaves_the_old_file(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    code = (
        "import resource, sys; from pathlib import Path; from heartplanner.files import disk\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))\n"
        "disk.save(Path(sys.argv[1]), bytes(1000), loaded='')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, what.file], capture_output=True, text=True, check=False
    )
    said = done.stderr.splitlines()[-1]
    assert said.startswith(f"heartplanner.files.disk.FileError: {what.file}: not saved: ")
    assert os.strerror(errno.EFBIG) in said
    assert (what.content(), what.names()) == (OLD, {"plan.json"})
