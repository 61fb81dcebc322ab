"""So many mutants of a format through its reader, in this process, with what each may take."""

from __future__ import annotations

import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.readers import Reader, list_zones_once

MOST_SECONDS = 2.0
"""Of the processor's time, for one file."""
MOST_MEMORY = 300
"""Megabytes, of the whole process."""
MEMORY_FILES = Path("/dev/shm")
"""Where a system keeps files in memory: what is written 100,000 times needs no disk."""


class Find(NamedTuple):
    """A file that a reader does not cope with, and how that shows."""

    data: bytes
    fault: str


class Figures(NamedTuple):
    """What the mutants of a format took: seconds of the processor, megabytes."""

    mutants: int
    seconds: float
    slowest: float
    memory: float

    def __str__(self) -> str:
        return (
            f"{self.mutants:,} mutants, {self.seconds:.0f} s of CPU, the slowest {self.slowest:.2f} s,"
            f" {self.memory:.0f} MB"
        )


def fault_of(reader: Reader, data: bytes, folder: Path) -> str:
    """The last line of what a reader raises that it should not; "" where it copes."""
    try:
        with _ended_after(MOST_SECONDS):
            reader.read(data, folder)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})"
    return ""


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in what takes more of the processor's time than this."""

    def end(*_: object) -> None:
        raise TimeoutError(f"it takes more than {seconds} s")

    signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def run(reader: Reader, files: Iterable[bytes], finds: list[Find]) -> Figures:
    """Read each file, until one presses Ctrl+C.

    What the reader does not cope with is added to `finds`.
    """
    number, slowest, begun = 0, 0.0, time.process_time()
    seen: set[str] = set()
    list_zones_once()
    place = MEMORY_FILES if MEMORY_FILES.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder, suppress(KeyboardInterrupt):
        for data in files:
            number += 1
            before = time.process_time()
            fault = fault_of(reader, data, Path(folder))
            slowest = max(slowest, time.process_time() - before)
            # One file for each place where something goes wrong: others would say the same.
            if fault and (where := fault.rpartition("(")[2]) not in seen:
                seen.add(where)
                finds.append(Find(data, fault))
    return Figures(number, time.process_time() - begun, slowest, memory())


def memory() -> float:
    """The most that this process has taken so far, in megabytes."""
    return megabytes(resource.getrusage(resource.RUSAGE_SELF))


def megabytes(used: resource.struct_rusage) -> float:
    """The most memory that a process has taken; systems count it in bytes or in kilobytes."""
    return used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
