"""Beside another writer no update is lost without a word."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from saver_calls import Hook, fcntl, watched
from saver_scenes import NEW, NEXT, OLD, Scene, over_old, scene

from heartplanner.files import folder_lock
from heartplanner.files.disk import FileError

HOLDER = """
import fcntl, os, sys
fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""
ADDER = """
import sys
from pathlib import Path
from heartplanner.files import disk
path, name = Path(sys.argv[1]), sys.argv[2]
for number in range(8):
    old = path.read_bytes()
    try:
        disk.save(path, old + f"{name}{number} ".encode(), loaded=disk.digest(old))
    except disk.FileError:
        continue
    print(f"{name}{number}")
"""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_lock, "SECONDS", 0.2)


@pytest.mark.usefixtures("impatient")
def test_folder_held_by_another_process_is_one_error_after_a_while(tmp_path: Path) -> None:
    what = over_old(tmp_path)
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        before = time.monotonic()
        with pytest.raises(FileError, match="another program is saving here; try again"):
            what.save()
        assert 0.2 < time.monotonic() - before < 2
        assert (what.content(), what.names()) == (OLD, {"plan.json"})
        holder.kill()
    assert what.save() == []  # a lock dies with its process


def test_folder_let_go_in_time_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    what = over_old(tmp_path)
    held = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    monkeypatch.setattr(time, "sleep", lambda _: os.close(held))
    assert what.save() == []


def run_adder(path: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADDER, path, name], stdout=subprocess.PIPE, text=True
    )


def test_of_many_writers_each_that_saved_is_there(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b"")
    adders = [run_adder(path, name) for name in "abc"]
    saved = [word for each in adders for word in each.communicate()[0].split()]
    assert sorted(path.read_text().split()) == sorted(saved)
    assert len(saved) >= 8  # whoever was alone at the end was never refused


def acting(at: int, act: Callable[[], None]) -> Hook:
    """Does this at the call of this number."""

    def hook(number: int, _: str) -> None:
        if number == at:
            act()

    return hook


def save(what: Scene, data: bytes, saved: list[bytes]) -> None:
    with suppress(FileError):
        what.save(data)
        saved.append(data)


def careless(what: Scene) -> None:
    """An editor that asks for no lock and writes into the file itself."""
    with open(what.file, "wb") as file:  # noqa: PTH123  (a Path would go through the calls watched)
        file.write(NEXT)


@pytest.mark.parametrize("when", ["before", "after"])
def test_of_two_saves_of_one_loaded_file_just_one_is_done(
    when: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_lock, "SECONDS", -1)
    left = set()
    for at in count():
        what, saved = scene("over-old", tmp_path / f"{at}"), []
        hook = acting(at, partial(save, what, NEXT, saved))
        with watched(**{when: hook}) as log:
            save(what, NEW, saved)
        if at >= len(log):
            break
        assert saved == [what.content()]
        assert what.names() == {"plan.json"}
        left.add(what.content())
    assert left == {NEW, NEXT}


@pytest.mark.parametrize(
    ("when", "lost_at"), [("before", ["replace plan.json"]), ("after", ["read_bytes plan.json"])]
)
def test_what_is_written_without_a_lock_is_lost_between_the_last_look_and_the_rename_only(
    when: str, lost_at: list[str], tmp_path: Path
) -> None:
    lost, refused = [], 0
    for at in count():
        what, saved = scene("over-old", tmp_path / f"{at}"), []
        with watched(**{when: acting(at, partial(careless, what))}) as log:
            save(what, NEW, saved)
        if at >= len(log):
            break
        refused += not saved
        if what.content() != NEXT:
            lost.append(log[at])
    assert lost == lost_at
    assert refused == log.index("read_bytes plan.json") + (when == "before")
