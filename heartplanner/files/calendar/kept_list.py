"""The list of the calendar files that are kept up to date: a small file beside the plan."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.plan.model import PlanError
from heartplanner.files import companion, disk, folders
from heartplanner.files.disk import AlreadyThereError, ChangedElsewhereError, FileError
from heartplanner.files.json_fields import Fields, list_of, shown

FORMAT, VERSION = "heartplanner-kept", 1
LIMIT = 1_000_000
MOST = 100
TRIES = 10
"""How often the list is changed once more that another program came in between."""


class KeptFile(NamedTuple):
    """A calendar file that follows the plan.

    `path`: absolute; `target`: by which name the ledger knows what the file has and its options.
    `made_of`: a fingerprint of all that the file was last made of; `holds`: the digest of the content
    that may be replaced without a question. Both are empty until the file was written.
    """

    path: Path
    target: str
    made_of: str = ""
    holds: str = ""


def load(plan_file: Path) -> tuple[KeptFile, ...]:
    """The kept files, in the order in which they were chosen. Raises FileError."""
    return _read(_path(plan_file))[0]


def update(
    plan_file: Path, change: Callable[[tuple[KeptFile, ...]], tuple[KeptFile, ...]]
) -> tuple[KeptFile, ...]:
    """Change the list of the kept files; what it is then. Raises FileError.

    Where another program wrote the list meanwhile, `change` is done once more with what it wrote.
    """
    path = _path(plan_file)
    for _ in range(TRIES - 1):
        with contextlib.suppress(AlreadyThereError, ChangedElsewhereError):
            return _update(path, change)
    return _update(path, change)


def _update(
    path: Path, change: Callable[[tuple[KeptFile, ...]], tuple[KeptFile, ...]]
) -> tuple[KeptFile, ...]:
    before, loaded = _read(path)
    kept = change(before)
    if kept == before:
        return kept
    if len(kept) > MOST:
        raise FileError(
            f"{MOST} calendar files are kept up to date already; stop one of them first"
        )
    companion.save(
        path,
        _all_out(kept),
        lambda data: _all_out(_parse(data)),
        limit=LIMIT,
        too_large="the names of the calendar files are too long; stop one of them first",
        loaded=loaded,
    )
    return kept


def _read(path: Path) -> tuple[tuple[KeptFile, ...], str | None]:
    """The list and the digest of its file; None where there is none. Raises FileError."""
    if not disk.is_there(path):
        return (), None
    data = disk.read(path, LIMIT)
    try:
        return _parse(data), disk.digest(data)
    except PlanError as error:
        raise FileError(
            f"{path}: {error}; delete this file, then choose again which calendar files to keep up to date"
        ) from None


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, whether or not it is there."""
    return os.path.realpath(one) == os.path.realpath(other)


def _path(plan_file: Path) -> Path:
    return folders.beside(plan_file, folders.KEPT)


def _parse(data: bytes) -> tuple[KeptFile, ...]:
    top = companion.fields_of(data, FORMAT, VERSION)
    kept = tuple(map(_kept, list_of(top.list("files", MOST))))
    top.end()
    return kept


def _kept(fields: Fields) -> KeptFile:
    path = Path(fields.text("path"))
    if not path.is_absolute():
        raise PlanError(f"{fields.at('path')}: expected a path from the root on")
    if re.search("[\0\ud800-\udfff]", str(path)):
        raise PlanError(f"{fields.at('path')}: no file is named {shown(str(path))}")
    kept = KeptFile(path, fields.line("target"), fields.line("made_of"), fields.line("holds"))
    fields.end()
    return kept


def _all_out(kept: tuple[KeptFile, ...]) -> dict[str, object]:
    return {"format": FORMAT, "version": VERSION, "files": [_out(one) for one in kept]}


def _out(kept: KeptFile) -> dict[str, str]:
    return {
        "path": str(kept.path),
        "target": kept.target,
        "made_of": kept.made_of,
        "holds": kept.holds,
    }
