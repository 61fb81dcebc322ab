"""The list of the calendar files that are kept up to date: a small file beside the plan."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.plan.model import PlanError
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.json_fields import Fields, list_of, parse_json

FORMAT, VERSION = "heartplanner-kept", 1
LIMIT = 1_000_000
MOST = 100


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
    path = _path(plan_file)
    if not disk.is_there(path):
        return ()
    try:
        return _parse(disk.read(path, LIMIT))
    except PlanError as error:
        raise FileError(
            f"{path}: {error}; delete this file, then choose again which calendar files to keep up to date"
        ) from None


def save(plan_file: Path, kept: tuple[KeptFile, ...]) -> None:
    """Remember these kept files. Raises FileError."""
    if len(kept) > MOST:
        raise FileError(
            f"{MOST} calendar files are kept up to date already; stop one of them first"
        )
    path = _path(plan_file)
    out = {"format": FORMAT, "version": VERSION, "files": [_out(one) for one in kept]}
    disk.save(path, f"{json.dumps(out, indent=1, ensure_ascii=False)}\n".encode(), loaded="")


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, whether or not it is there."""
    return os.path.realpath(one) == os.path.realpath(other)


def _path(plan_file: Path) -> Path:
    return folders.beside(plan_file, folders.KEPT)


def _parse(data: bytes) -> tuple[KeptFile, ...]:
    top = Fields(parse_json(data), "")
    if top.text("format") != FORMAT or top.integer("version", 1, 1_000_000) != VERSION:
        raise PlanError(f"expected {FORMAT}, version {VERSION}")
    kept = tuple(map(_kept, list_of(top.list("files", MOST))))
    top.end()
    return kept


def _kept(fields: Fields) -> KeptFile:
    path = Path(fields.text("path"))
    if not path.is_absolute():
        raise PlanError(f"{fields.at('path')}: expected a path from the root on")
    kept = KeptFile(path, fields.text("target"), fields.text("made_of"), fields.text("holds"))
    fields.end()
    return kept


def _out(kept: KeptFile) -> dict[str, str]:
    return {
        "path": str(kept.path),
        "target": kept.target,
        "made_of": kept.made_of,
        "holds": kept.holds,
    }
