"""One window for one plan: a second start raises the first window and ends.

The second leaves a file beside the lock, and the first takes it away: unlike QtNetwork, this needs no
libraries that a small system lacks. In it stands the roster that the second was started with, if any.
"""

from __future__ import annotations

import contextlib
import os
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile
from PySide6.QtWidgets import QWidget

from heartplanner.files import folders

WAIT = 1000
"""Milliseconds that the first window has to answer."""
LOOK = 20
"""Milliseconds between two looks for its answer."""


class Single:
    """The right to show a plan's window, held until the program ends."""

    def __init__(self, plan: Path, folder: Path) -> None:
        # A name of fixed length for any path. It keeps no secret, so a checksum is enough.
        name = f"heartplanner-{zlib.crc32(os.path.realpath(plan).encode()):08x}"
        with contextlib.suppress(OSError):  # without it the lock fails, and the window just opens
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._request = folder / f"{name}.raise"
        self._lock = QLockFile(str(folder / f"{name}.lock"))
        # Never stale by age, since a window stands open for weeks; Qt still notices that its program has
        # died.
        self._lock.setStaleLockTime(0)

    def first(self) -> bool:
        """Whether no other window shows this plan."""
        ours = self._lock.tryLock(0)
        if ours:
            folders.make_private(Path(self._lock.fileName()))  # Qt lets all read it
        return ours

    def raise_first(self, roster: Path | None = None) -> bool:
        """Ask the first window to come up, with a roster; whether it has taken the request away."""
        written = self._request.with_suffix(".asking")
        try:
            written.touch(mode=0o600)
            written.write_bytes(os.fsencode(roster.absolute()) if roster else b"")
            written.replace(self._request)  # whole when it is seen
        except OSError:  # the folder takes no file
            return False
        # There is no event loop yet that could wait for the folder to change.
        for _ in range(WAIT // LOOK):
            if not self._request.exists():
                return True
            time.sleep(LOOK / 1000)
        self._request.unlink(missing_ok=True)
        return False

    def listen(self, window: QWidget, take: Callable[[Path], object]) -> None:
        """Come up whenever a second start asks, also one that asked before there was a picture.

        `take`: is given the roster that came with the request.
        """

        def come_up() -> None:
            try:
                roster = self._request.read_bytes()
                self._request.unlink()
            except OSError:  # something else in the folder has changed
                return
            window.showNormal() if window.isMinimized() else window.show()
            window.raise_()
            window.activateWindow()
            if roster:
                take(Path(os.fsdecode(roster)))

        # The folder and not the file, which is not there until somebody asks.
        watcher = QFileSystemWatcher([str(self._request.parent)], window)
        watcher.directoryChanged.connect(come_up)
        come_up()
