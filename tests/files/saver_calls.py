"""The calls that a save makes of the system: each listed, refused at will, or the last one of a process."""

from __future__ import annotations

import hashlib  # noqa: F401  (loaded before, so that its own calls are not counted)
import os
import signal
import stat
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from saver_scenes import NEXT, Scene

fcntl = pytest.importorskip("fcntl", reason="the calls of POSIX are not those of Windows")

SHORT = 40
"""How many bytes one write takes, so that a save needs several."""

DONE, KILLED, WENT_WRONG = 0, -signal.SIGKILL, 9
"""How a process ends that is to be killed."""

Hook = Callable[[int, str], None]
CALLS: list[tuple[Any, str]] = [
    *((os, name) for name in ("lstat", "readlink", "stat", "fstat", "open", "write", "fsync")),
    *((os, name) for name in ("fchown", "fchmod", "chmod", "close", "link", "rename", "replace")),
    *((os, name) for name in ("unlink", "remove", "mkdir", "listdir", "scandir", "truncate")),
    (fcntl, "flock"),
    (Path, "read_bytes"),
]


def _nothing(number: int, call: str) -> None:
    """Let the call be."""


@contextmanager
def watched(
    before: Hook = _nothing,
    after: Hook = _nothing,
    calls: Sequence[tuple[Any, str]] = CALLS,
    within: Path | None = None,
) -> Iterator[list[str]]:
    """Every call is listed; `before` and `after` see its number and name, and may raise or end all.

    What these call themselves is not listed.

    `within`: a folder outside of which, by its whole path, a call is none of those that are watched.
    """
    log: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        fstat = os.fstat

        hooked = False

        def is_watched(about: object) -> bool:
            if hooked:
                return False
            if isinstance(about, int):
                return _is_on_disk(about, fstat)  # and no pipe to another process
            path = os.fspath(about) if isinstance(about, (str, Path)) else ""
            return within is None or not Path(path).is_absolute() or path.startswith(str(within))

        def by_itself(hook: Hook) -> Hook:
            def run(number: int, call: str) -> None:
                nonlocal hooked
                hooked = True
                try:
                    hook(number, call)
                finally:
                    hooked = False

            return run

        before, after = by_itself(before), by_itself(after)
        for place, name in calls:
            call = _call(getattr(place, name), fstat, is_watched, log, before, after)
            patch.setattr(place, name, call)
        yield log


def _call(
    real: Any,
    fstat: Callable[[int], os.stat_result],
    is_watched: Callable[[object], bool],
    log: list[str],
    before: Hook,
    after: Hook,
) -> Any:
    name = real.__name__

    def call(*args: Any, **options: Any) -> Any:
        if not is_watched(args[0]):
            return real(*args, **options)
        spoken = f"{name} {_about(args, fstat)}"
        number = len(log)
        log.append(spoken)
        try:
            before(number, spoken)
        except OSError as error:
            if name == "close":  # the system lets go of it also when it complains
                real(*args)
            if isinstance(args[0], (str, Path)):  # as of the system's own errors
                error.filename = str(args[0])
            raise
        if name == "write":
            args = (args[0], bytes(args[1][:SHORT]))
        try:
            # The tests' own disk need not turn: nobody cuts its power.
            return None if name == "fsync" else real(*args, **options)
        finally:
            after(number, spoken)

    return call


def _is_on_disk(handle: int, fstat: Callable[[int], os.stat_result]) -> bool:
    try:
        mode = fstat(handle).st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _about(args: tuple[Any, ...], fstat: Callable[[int], os.stat_result]) -> str:
    """What a call is about: the last name among its arguments, or the kind of thing held open."""
    if isinstance(args[0], int):
        return "folder" if stat.S_ISDIR(fstat(args[0]).st_mode) else "file"
    # A mode is text, too: where there are Paths, these are the names.
    paths = [each for each in args if isinstance(each, Path)]
    return Path((paths or [each for each in args if isinstance(each, str)])[-1]).name


def end_of(work: Callable[[], object], at: int, when: str = "before", **watching: Any) -> int:
    """How a process ends that is killed, as by the power switch, before or after call number `at`.

    `watching`: as for `watched`.
    """

    def kill(number: int, _: str) -> None:
        if number == at:
            os.kill(os.getpid(), signal.SIGKILL)

    with warnings.catch_warnings():
        # From Python 3.12 on: the child might wait for a thread that it does not have. It starts none.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        try:
            with watched(**{when: kill}, **watching):
                work()
            os._exit(DONE)
        finally:
            os._exit(WENT_WRONG)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def expect_next_save_is_clean(what: Scene) -> None:
    """The next save finds nothing in its way and leaves no trace of the one before."""
    with watched():  # without waiting for the disk
        assert what.save_again() == []
    assert what.content() == NEXT
    assert what.names() == {what.file.name}
