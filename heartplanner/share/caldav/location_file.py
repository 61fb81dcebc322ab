"""Where a plan's calendar lies on a server: a small file beside what is remembered of it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.plan.model import PlanError
from heartplanner.files import disk, folders
from heartplanner.files.json_fields import Fields, parse_json
from heartplanner.share.caldav.address import Address

FORMAT, VERSION = "heartplanner-calendar-place", 1
LIMIT = 10_000


class Place(NamedTuple):
    """A calendar's address and its name there."""

    url: str
    name: str


def target(address: Address, user: str) -> str:
    """What a calendar account is called among the targets of a plan: it tells neither server nor user."""
    digest = hashlib.sha256(f"{address.url} {user}".encode()).hexdigest()
    return f"caldav {digest[:16]}"


def load(plan_file: Path, name: str) -> Place | None:
    """The place that is remembered for a target; a damaged one is looked up anew. Raises FileError."""
    path = _path(plan_file, name)
    if not disk.is_there(path):
        return None
    data = disk.read(path, LIMIT)
    try:
        top = Fields(parse_json(data), "")
        if top.text("format") != FORMAT or top.integer("version", 1, 1_000_000) != VERSION:
            return None
        return Place(top.text("url"), top.text("name"))
    except PlanError:
        return None


def save(plan_file: Path, name: str, place: Place) -> None:
    """Remember a place. Raises FileError."""
    path = _path(plan_file, name)
    folders.make_parent(path)
    found = {"format": FORMAT, "version": VERSION, **place._asdict()}
    disk.save(path, f"{json.dumps(found, indent=1)}\n".encode(), loaded="")


def _path(plan_file: Path, name: str) -> Path:
    return folders.beside(plan_file, folders.HANDED) / f"{name.replace(' ', '-')}.place.json"
