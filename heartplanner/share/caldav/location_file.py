"""Where a plan's calendar lies on a server: a small file beside what is remembered of it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.plan.model import PlanError
from heartplanner.files import disk, folders
from heartplanner.files.json_fields import Fields, parse_json
from heartplanner.share.caldav.address import ServerAddress

FORMAT, VERSION = "heartplanner-calendar-place", 1
LIMIT = 10_000


class CalendarLocation(NamedTuple):
    """A calendar's address and its name there."""

    url: str
    name: str


def target_name(address: ServerAddress, user: str) -> str:
    """What a calendar account is called among the targets of a plan: it tells neither server nor user."""
    digest = hashlib.sha256(f"{address.url} {user}".encode()).hexdigest()
    return f"caldav {digest[:16]}"


def load(plan_file: Path, name: str) -> CalendarLocation | None:
    """The location that is remembered for a target; None where there is none. Raises FileError.

    A damaged file counts as none: the calendar is looked up anew.
    """
    path = _path(plan_file, name)
    if not disk.is_there(path):
        return None
    data = disk.read(path, LIMIT)
    try:
        fields = Fields(parse_json(data), "")
        if fields.text("format") != FORMAT or fields.integer("version", 1, 1_000_000) != VERSION:
            return None
        return CalendarLocation(fields.text("url"), fields.text("name"))
    except PlanError:
        return None


def save(plan_file: Path, name: str, location: CalendarLocation) -> None:
    """Remember where a calendar lies. Raises FileError."""
    path = _path(plan_file, name)
    folders.make_parent(path)
    fields = {"format": FORMAT, "version": VERSION, **location._asdict()}
    disk.save(path, f"{json.dumps(fields, indent=1)}\n".encode(), loaded="")


def _path(plan_file: Path, name: str) -> Path:
    return folders.beside(plan_file, folders.DELIVERED) / f"{name.replace(' ', '-')}.place.json"
