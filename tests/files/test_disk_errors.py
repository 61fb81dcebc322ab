"""An error of the system at any call of a save is one line, with the old file whole and no litter."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from saver_calls import Hook, expect_next_save_is_clean, watched
from saver_scenes import NEW, SCENES, Scene, scene

from heartplanner.files.disk import FileError

ERRORS = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES]
FORGIVEN = (
    "lstat",
    "flock folder",
    "fsync folder",
    "close folder",
    "fchown file",
)
"""What may fail in a save that succeeds: a look whether a folder is a link; a lock or a promise that the
place has not, said in a note; letting go of what is only held; another's ownership.
"""


def refuser(code: int, at: int, for_ever: bool) -> Hook:
    """Refuses the call of this number, and all that follow it if `for_ever`."""

    def refuse(number: int, _: str) -> None:
        if number == at or (for_ever and number > at):
            raise OSError(code, os.strerror(code))

    return refuse


def attempt(what: Scene, code: int, at: int, for_ever: bool) -> tuple[list[str], Exception | None]:
    """The calls of a save with this one refused, and what it said."""
    with watched(refuser(code, at, for_ever)) as log:
        try:
            what.save()
        except (FileError, OSError) as error:
            return log, error
    return log, None


def wrong_in(what: Scene, said: Exception, words: str, litter: bool) -> str:
    """What is wrong after an error; `litter`: temporary files may be left, since none can be removed."""
    text = str(said)
    named = what.path.name in text or what.file.name in text
    if not isinstance(said, FileError) or not named or words not in text:
        return f"it says {said!r}"
    if len(text.splitlines()) != 1:
        return f"it takes more than one line: {text!r}"
    if what.content() != what.old:
        return "the old file is not whole"
    expected = {what.file.name} if what.old else set()
    left = {f".{what.file.name}.saving"} if litter else set()
    return "" if what.names() - expected <= left else f"left: {what.names()}"


def wrong_with(what: Scene, call: str, said: Exception | None, code: int, for_ever: bool) -> str:
    """What is wrong after a save in which this call was refused."""
    if said is not None:
        # Python's own search for the end of a link does not pass on why it failed.
        words = "" if call.startswith(("lstat", "readlink")) else os.strerror(code)
        return wrong_in(what, said, words, litter=for_ever or call.startswith("unlink"))
    if not call.startswith(FORGIVEN):
        return "it is passed over"
    return "" if what.content() == NEW else "the new file is not there"


def faults(name: str, code: int, for_ever: bool, folder: Path) -> Iterator[str]:
    """What is wrong after each save in which this error meets the first, the second, the third ... call."""
    for at in count():
        what = scene(name, folder / f"{code}-{at}")
        log, said = attempt(what, code, at, for_ever)
        if at >= len(log):
            assert at > 12
            return
        if fault := wrong_with(what, log[at], said, code, for_ever):
            yield f"{errno.errorcode[code]} at {log[at]}: {fault}"
        else:
            expect_next_save_is_clean(what)


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
@pytest.mark.parametrize("name", SCENES)
def test_refused_at_any_call_is_one_line_and_the_old_file(
    name: str, for_ever: bool, tmp_path: Path
) -> None:
    wrong = [fault for code in ERRORS for fault in faults(name, code, for_ever, tmp_path)]
    assert not wrong, "\n".join(wrong)
