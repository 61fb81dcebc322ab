"""Files beside a plan: how each begins, and writing only what its reader reads again just as it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from heartplanner.core.plan.model import PlanError
from heartplanner.files import disk
from heartplanner.files.disk import FileError
from heartplanner.files.json_fields import Fields, parse_json


def fields_of(data: bytes, kind: str, version: int) -> Fields:
    """What a companion of this format and version says besides these two. Raises PlanError."""
    fields = Fields(parse_json(data), "")
    if fields.text("format") != kind or fields.integer("version", 1, 1_000_000) != version:
        raise PlanError(f"expected {kind}, version {version}")
    return fields


def save(
    path: Path,
    value: dict[str, object],
    again: Callable[[bytes], dict[str, object]],
    *,
    limit: int,
    too_large: str,
    loaded: str | None = "",
) -> list[str]:
    """Save a companion as JSON. Returns what the place does not promise.

    `again`: reads its bytes, and gives the value that they would be written from; it raises PlanError.
    `limit`: bytes that are read, and what is said of more; `loaded`: as for `disk.save`. Raises FileError:
    nothing was written.
    """
    data = _bytes(path, value)
    if len(data) > limit:
        raise FileError(f"{path}: not saved: {too_large}")
    try:
        same = _bytes(path, again(data)) == data
    except PlanError as error:
        # A date that nothing reads comes from a clock that is wrong: all else was checked when it came in.
        raise FileError(
            f"{path}: not saved: it could not be read again; check this computer's date. Details: {error}"
        ) from None
    if not same:
        raise FileError(f"{path}: not saved: it would be read as something else")
    return disk.save(path, data, loaded=loaded)


def _bytes(path: Path, value: dict[str, object]) -> bytes:
    text = json.dumps(value, indent=1, ensure_ascii=False, allow_nan=False)
    try:
        return f"{text}\n".encode()
    except UnicodeEncodeError:
        raise FileError(f"{path}: not saved: a text in it has half a character") from None
