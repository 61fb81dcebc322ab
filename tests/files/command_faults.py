"""What is wrong with the files of a home, and with what was said, after a command was ended or refused."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from typing import NamedTuple

from command_home import SAVING, Answer, Home, Tree
from writing_lines import WritingLine

from heartplanner.files.disk import FileError

VERSIONS = ".versions/"
FOLLOWERS = ("shared/", ".kept", ".handed/kept-", ".handed/caldav")
"""What is brought up to date once a command has answered, and what is known of a server."""
CACHE = "cache/"
NOTHING = "Fetched: 0 links"
"""What `calendars refresh` answers where a link could not be kept, which is said beside."""
NEXT = "change add note 2025-09-19 next"
FITTING = {
    "write": (errno.ENOSPC, errno.EIO),
    "fsync": (errno.ENOSPC, errno.EIO),
    "open": (errno.EACCES, errno.EMFILE),
    "replace": (errno.EACCES, errno.EIO),
    "unlink": (errno.EACCES, errno.EROFS),
    "mkdir": (errno.ENOSPC, errno.EROFS),
    "flock": (errno.ENOLCK, errno.EIO),
    "fchmod": (errno.EPERM, errno.EIO),
    "close": (errno.EIO, errno.ENOSPC),
}
"""Errors that the system may answer each call with."""
OTHER = (errno.EACCES, errno.EIO)


class Undisturbed(NamedTuple):
    """What a command does: its calls, and the files before, whenever one is replaced, and after it."""

    log: list[str]
    trees: list[Tree]
    said: Answer

    @property
    def old(self) -> Tree:
        return self.trees[0]

    @property
    def new(self) -> Tree:
        return self.trees[-1]


def torn(
    line: WritingLine, done: Undisturbed, now: Tree, *, litter: bool, others: tuple[str, ...] = ()
) -> Iterator[str]:
    """Files that are in no state in which the command leaves them; `litter`: it may have left its own.

    `others`: words in the names of files that may be in another state, which their readers are to read.
    """
    old, new = done.old, done.new
    states = {held for tree in done.trees for path, held in tree.items() if VERSIONS in path}
    states |= {tree[line.plan] for tree in done.trees if line.plan in tree}
    for path, held in now.items():
        if path.endswith(SAVING):
            if not litter:
                yield f"left: {path}"
        elif VERSIONS in path:
            if held not in states:
                yield f"no state that was ever saved: {path}"
        elif held not in (tree.get(path) for tree in done.trees) and not any(
            word in path for word in others
        ):
            yield f"half: {path}"
    for path in old:
        if path not in now and path in new and VERSIONS not in path:
            yield f"gone: {path}"
    if line.plan in old and old[line.plan] not in {
        now.get(line.plan),
        *(held for path, held in now.items() if VERSIONS in path),
    }:
        yield "the state before is lost"


def work_of(line: WritingLine, done: Undisturbed) -> list[str]:
    """The files that a command has changed once it has answered."""
    aside = (VERSIONS, CACHE, *(() if line.text.startswith("keep") else FOLLOWERS))
    return [
        path
        for path in {**done.old, **done.new}
        if done.old.get(path) != done.new.get(path) and not any(word in path for word in aside)
    ]


def untrue(line: WritingLine, done: Undisturbed, now: Tree, answer: Answer) -> Iterator[str]:
    """What a command said, or how it ended, that is not so."""
    undone = [path for path in work_of(line, done) if now.get(path) != done.new.get(path)]
    if answer.out and undone and not answer.err:
        yield f"it says {answer.out!r}, and did not write {undone}"


def after_all(home: Home, line: WritingLine) -> Iterator[str]:
    """What is wrong with the next runs: the same command, and another change."""
    again = home.answer(line)
    if again.status and len(again.err.splitlines()) != 1:
        yield f"run again it says {again}"
    following = home.answer(WritingLine(f"{NEXT} --plan {line.plan}"))
    if following.status or "Added" not in following.out:
        yield f"the next change says {following}"
    if left := [path for path in home.tree() if path.endswith(SAVING)]:
        yield f"left for ever: {left}"
    try:
        home.expect_readable(line.plan)
    except FileError as error:
        yield f"not read again: {error}"


def badly_told(line: WritingLine, done: Undisturbed, now: Tree, answer: Answer) -> Iterator[str]:
    """What is wrong with how a command ended in which calls were refused."""
    work = work_of(line, done)
    undone = [path for path in work if now.get(path) != done.new.get(path)]
    usual = done.said.err.splitlines()
    news = [said for said in answer.err.splitlines() if said not in usual]
    if answer.status == done.said.status:
        if undone and not news:
            yield f"nothing is said of what is not written: {undone}"
    elif len(news) != 1 or not (news[0].startswith("heartplanner: ") or NOTHING in answer.out):
        yield f"it ends with {answer}"
    elif answer.out and NOTHING not in answer.out:
        yield f"it answers, and ends with {answer}"
    # A kept file that is there and cannot be listed is no longer followed; it is whole all the same.
    elif len(undone) < len(work) and not line.text.startswith("keep"):
        yield f"it ends with {answer}, and {set(work) - set(undone)} are written"
