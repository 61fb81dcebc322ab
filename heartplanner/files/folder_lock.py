"""Holding a folder against a second writer while a file in it is replaced.

On POSIX the folder itself is locked. Windows locks files only: there it is the first byte of a small
file in the folder, which the system removes with the last handle on it. Either lock dies with the
process, so a crash holds nobody off.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

SECONDS = 3.0
"""How long another writer is waited for."""
PAUSE = 0.05
NAME = ".heartplanner.lock"
"""The file that is locked on Windows."""


class BusyFolderError(Exception):
    """Another program kept the folder to itself all the time."""


class FolderLock(NamedTuple):
    """A lock that is held: its handle, and what the place does not promise, as sentences."""

    handle: int
    notes: list[str]

    def sync(self) -> None:
        """Bring the names of the folder's files to the disk; noted where that cannot be."""
        if sys.platform == "win32":
            return  # no program can ask this of Windows
        try:
            os.fsync(self.handle)
        except OSError:
            self.notes.append("this drive cannot promise that a saved file survives a power cut")


@contextlib.contextmanager
def held(folder: Path) -> Iterator[FolderLock]:
    """Hold the folder. Raises BusyFolderError, and OSError for a folder that cannot be opened."""
    lock = FolderLock(_opened(folder), [])
    try:
        try:
            _wait(lambda: _take(lock.handle))
        except OSError:
            # Network drives often have no locks. To refuse every save there would help nobody: it is said.
            lock.notes.append(f"{folder}: this drive cannot keep two programs from saving at once")
        yield lock
    finally:
        with contextlib.suppress(OSError):  # all is done by then
            os.close(lock.handle)


def _opened(folder: Path) -> int:
    if sys.platform != "win32":
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    # Temporary: the system removes it when the last program that has it open closes it or dies.
    flags = os.O_RDWR | os.O_CREAT | os.O_TEMPORARY | os.O_NOINHERIT
    handles: list[int] = []
    # While it is being removed it cannot be opened; a folder that takes no file refuses to the end.
    with contextlib.suppress(BusyFolderError):
        _wait(lambda: handles.append(os.open(folder / NAME, flags)))
    return handles[0] if handles else os.open(folder / NAME, flags)


def _take(handle: int) -> None:
    """Lock at once, or raise what `_wait` tries again after: a lock that waits could wait for ever."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _wait(attempt: Callable[[], None]) -> None:
    """Try until it works or the time is over; then raise BusyFolderError."""
    # What each system raises for a lock that another program holds.
    busy = PermissionError if sys.platform == "win32" else BlockingIOError
    until = time.monotonic() + SECONDS
    while True:
        try:
            attempt()
            return
        except busy:
            if time.monotonic() > until:
                raise BusyFolderError from None
            time.sleep(PAUSE)
