"""A file made from the plan: it takes the place of an earlier one of its kind, never of any other file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError


class FileKind(NamedTuple):
    """A kind of file: what it is called, the bytes with which every one begins, and those of our own."""

    name: str
    begin: bytes
    made_here: bytes


PDF = FileKind("PDF", b"%PDF-", "Heart Planner".encode("utf-16-be"))
CALENDAR = FileKind("calendar", b"BEGIN:VCALENDAR", b"PRODID:-//Heart Planner//")
HEAD = 500
"""Bytes within which a file says which program made it."""


def write(path: Path, data: bytes, kind: FileKind, *, plan_file: Path) -> list[str]:
    """Save a file of this sort. Returns what the place does not promise. Raises FileError."""
    check_name(path, kind, plan_file=plan_file)
    # Whatever is there may go, since it is of this kind. Others may read it: it is made to be passed on.
    return disk.save(path, data, loaded="", private=False)


def check_name(path: Path, kind: FileKind, *, plan_file: Path) -> None:
    """Refuse, with a FileError, a name that belongs to the plan or to another kind of file."""
    # A link to the plan, or another spelling of its path, is the plan, too.
    if os.path.realpath(path) == os.path.realpath(plan_file):
        raise FileError(
            f"{path}: this is your schedule file; choose another name for the {kind.name}"
        )
    if folders.is_beside_a_plan(path):
        raise FileError(
            f"{path}: what belongs to a schedule file is kept there;"
            f" choose another name for the {kind.name}"
        )
    # An empty file is no loss.
    head = _head(path) if disk.is_file(path) else b""
    if head and not _is_of_kind(head, kind):
        raise FileError(
            f"{path}: another kind of file has this name; choose another name for the {kind.name}"
        )


def is_foreign(path: Path, kind: FileKind) -> bool:
    """Whether a file of this kind is there that this program did not make.

    One of its own is there to be renewed; one of another kind is not replaced at all.
    """
    try:
        head = _head(path)
    except FileError:
        return False
    return _is_of_kind(head, kind) and kind.made_here not in head


def is_made_here(content: bytes, kind: FileKind) -> bool:
    """Whether this is the content of a file of this kind that this program made."""
    head = content[:HEAD]
    return _is_of_kind(head, kind) and kind.made_here in head


def _is_of_kind(head: bytes, kind: FileKind) -> bool:
    # In any case of letters: iCalendar does not tell them apart (RFC 5545, 2).
    return head[: len(kind.begin)].upper() == kind.begin


def _head(path: Path) -> bytes:
    """The first bytes of a file. Raises FileError."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {disk.reason(error)}") from None
