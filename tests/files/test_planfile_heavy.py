"""Files made to be slow, large or endless are answered in time and within 300 MB, in their own process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from heartplanner.files.plan import planfile

MEMORY = 300_000
"""Kilobytes that the process may have."""
SECONDS = 4
"""Seconds of the processor, which do not grow when the machine is busy. The promise is 2 on a fast one."""
PATIENCE = 60
"""Seconds after which a process that only waits is given up."""

SPECIMEN = json.loads((Path(__file__).parents[1] / "plans" / "v1.json").read_bytes())

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="ulimit bounds a process on Linux")


def like_specimen(**other: Any) -> bytes:
    return json.dumps({**SPECIMEN, **other}, ensure_ascii=False).encode()


def sick_again_and_again() -> Iterator[dict[str, Any]]:
    """Each time the whole year, of which only a single extra shift is left to be sick on."""
    for number in range(1, 5000, 2):
        yield {"id": number, "kind": "extra", "date": "2025-08-30", "band": "day"}
        yield {"id": number + 1, "kind": "sick", "first": "2025-08-01", "last": "2026-07-31"}


def notes() -> Iterator[dict[str, Any]]:
    for number in range(1, 5001):
        yield {"id": number, "kind": "note", "date": "2025-08-05", "text": "x"}


def keys(count: int) -> bytes:
    return b",".join(b'"%d":0' % number for number in range(count))


FULL = planfile.LIMIT - 10_000
CASES: dict[str, Callable[[], bytes]] = {
    "text of 100 MB": lambda: b'{"format": "' + b"x" * 100_000_000 + b'"}',
    "text as long as may be": lambda: like_specimen(id="x" * FULL),
    "text of wide characters": lambda: like_specimen(id="\N{CLOUD WITH RAIN}" * (FULL // 4)),
    "spaces": lambda: b" " * FULL,
    "digits": lambda: b"9" * FULL,
    "many long numbers": lambda: b"[" + (b"9" * 4000 + b",") * (FULL // 4001) + b"0]",
    "lists in lists": lambda: b"[" * FULL,
    "objects in objects": lambda: b'{"a":' * (FULL // 5),
    "many lists": lambda: b"[" + b"[]," * (FULL // 3) + b"0]",
    "many objects": lambda: b"[" + b'{"a":0},' * (FULL // 8) + b"0]",
    "many keys": lambda: b"{" + keys(300_000) + b"}",
    "many keys, the last one twice": lambda: b"{" + keys(300_000) + b',"299999":1}',
    "many notes on one day": lambda: like_specimen(changes=list(notes())),
    "many absences over each other": lambda: like_specimen(changes=list(sick_again_and_again())),
}


def check(file: Path) -> tuple[int, str, str]:
    """The check of a plan in a process that may not have more memory or time: it is killed at once."""
    bounded = ["/bin/sh", "-c", f'ulimit -d {MEMORY}; ulimit -t {SECONDS}; exec "$@"', "sh"]
    command = [sys.executable, "-m", "heartplanner", "check", "--plan", str(file)]
    done = subprocess.run(
        [*bounded, *command], capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    return done.returncode, done.stdout, done.stderr


def expect_an_answer(file: Path) -> None:
    status, output, complaint = check(file)
    if complaint:
        assert complaint.startswith(f"heartplanner: {file}: ")
        assert (status, output, complaint.count("\n")) == (1, "", 1)
    else:
        assert status in (0, 1)
        rules = [line for line in output.splitlines() if ": fine, " in line or ": differs" in line]
        assert len(rules) == 6


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that is gone after the test: pytest would keep these large files for days."""
    yield tmp_path
    shutil.rmtree(tmp_path)


@pytest.mark.parametrize("case", CASES)
def test_heavy_file_is_answered_in_time_and_little_memory(case: str, folder: Path) -> None:
    file = folder / "plan.json"
    data = CASES[case]()
    file.write_bytes(data)
    expect_an_answer(file)
    assert file.read_bytes() == data


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full", "/dev/tty"])
def test_device_is_refused(device: str) -> None:
    expect_an_answer(Path(device))


def test_pipe_that_nobody_writes_into_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    os.mkfifo(file)
    expect_an_answer(file)
    assert file.is_fifo()
