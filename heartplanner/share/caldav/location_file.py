"""Where a plan's calendar lies on a server: a small file beside what is remembered of it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.plan.model import PlanError
from heartplanner.files import companion, disk, folders
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import ServerAddress, parse_address

FORMAT, VERSION = "heartplanner-calendar-place", 1
LIMIT = 10_000
LONGEST_NAME = 200


class CalendarLocation(NamedTuple):
    """A calendar's address and its name there, as far as both can be kept."""

    url: str
    name: str

    @classmethod
    def of(cls, url: str, name: str) -> CalendarLocation:
        """A location as a server says it: its name may be anything."""
        return cls(url, "".join(filter(str.isprintable, name))[:LONGEST_NAME])


def target_name(address: ServerAddress, user: str) -> str:
    """What a calendar account is called among the targets of a plan: it tells neither server nor user."""
    digest = hashlib.sha256(f"{address.url} {user}".encode()).hexdigest()
    return f"caldav {digest[:16]}"


def load(plan_file: Path, name: str) -> CalendarLocation | None:
    """The location that is remembered for a target; None where there is none.

    A file that is damaged or cannot be read counts as none: the calendar is then looked up on the server.
    """
    path = _path(plan_file, name)
    if not disk.is_there(path):
        return None
    try:
        return _parse(disk.read(path, LIMIT))
    except (PlanError, FileError):
        return None


def save(plan_file: Path, name: str, location: CalendarLocation) -> None:
    """Remember where a calendar lies. Raises FileError."""
    path = _path(plan_file, name)
    folders.make_parent(path)
    companion.save(
        path,
        _out(location),
        lambda data: _out(_parse(data)),
        limit=LIMIT,
        too_large="the calendar's address or name is too long",
    )


def _parse(data: bytes) -> CalendarLocation:
    fields = companion.fields_of(data, FORMAT, VERSION)
    location = CalendarLocation(fields.line("url"), fields.line("name"))
    fields.end()
    if "://" not in location.url:  # a person may leave that out
        raise PlanError("url: expected an address")
    try:
        parse_address(location.url)
    except FileError as error:
        raise PlanError(f"url: {error}") from None
    return location


def _out(location: CalendarLocation) -> dict[str, object]:
    return {"format": FORMAT, "version": VERSION, **location._asdict()}


def _path(plan_file: Path, name: str) -> Path:
    return folders.beside(plan_file, folders.DELIVERED) / f"{name.replace(' ', '-')}.place.json"
