"""Where a calendar's bytes are: a file, a folder of files, or what was last fetched of a link."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from heartplanner.core.events.occurrence import Occurrence
from heartplanner.core.events.read_calendar import ReadCalendar
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError

LIMIT = 20_000_000
"""Bytes of a calendar, all its files together."""
MOST_FILES = 200
PATIENCE = 60
"""Seconds on the clock after which a child is ended that does not even use its time."""
CHILD = "heartplanner.files.events.child"
NEVER_FETCHED = "not fetched yet; refresh it to fetch its events"


class SourceFile(NamedTuple):
    """A file of a calendar: its name for messages, and its bytes."""

    name: str
    data: bytes


def read_calendar(calendar: OtherCalendar, first: date, last: date) -> ReadCalendar:
    """What a calendar has from first to last. What cannot be read is said in it; nothing is raised.

    A link is never asked here: what was last fetched of it is read.
    """
    fetched = None
    try:
        if calendar.is_link:
            kept = kept_file(calendar.source)
            if not disk.is_there(kept):
                return ReadCalendar(trouble=NEVER_FETCHED)
            fetched = kept_at(kept)
            files = [SourceFile("", disk.read(kept, LIMIT))]
        else:
            files = files_of(Path(calendar.source))
        return read_files(files, first, last)._replace(fetched=fetched)
    except FileError as error:
        return ReadCalendar(trouble=_without_link(str(error), calendar), fetched=fetched)


def _without_link(text: str, calendar: OtherCalendar) -> str:
    """A message without where a link's content is kept: the name says all that one can use."""
    return "what was fetched of it cannot be read; refresh it" if calendar.is_link else text


def files_of(source: Path) -> list[SourceFile]:
    """The file, or a folder's .ics files in the order of their names. Raises FileError."""
    try:
        is_folder = source.is_dir()
        names = sorted(one for one in source.iterdir() if _is_calendar(one)) if is_folder else []
    except OSError as error:
        raise FileError(f"{source}: cannot be read: {disk.reason(error)}") from None
    if not is_folder:
        return [SourceFile(source.name, disk.read(source, LIMIT))]
    if len(names) > MOST_FILES:
        raise FileError(f"{source}: it has more than {MOST_FILES} calendar files; choose another")
    files = [SourceFile(one.name, disk.read(one, LIMIT)) for one in names]
    if sum(len(one.data) for one in files) > LIMIT:
        raise FileError(f"{source}: its files are larger than {LIMIT // 1_000_000} MB together")
    return files


def _is_calendar(path: Path) -> bool:
    return path.suffix.lower() == ".ics" and path.is_file()


def read_files(files: Sequence[SourceFile], first: date, last: date) -> ReadCalendar:
    """What files hold, read in a child process of 5 s and 500 MB. Raises FileError where it gives up."""
    if not files:
        return ReadCalendar()
    sizes = [str(len(one.data)) for one in files]
    command = [sys.executable, "-m", CHILD, first.isoformat(), last.isoformat(), *sizes]
    try:
        done = subprocess.run(  # nosec B603
            command,
            input=b"".join(one.data for one in files),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
        answers = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        name = files[0].name or "it"
        raise FileError(
            f"{name}: it cannot be read in the time and memory that a calendar needs;"
            " use one with fewer events"
        ) from None
    return _read_of(files, answers)


def _read_of(files: Sequence[SourceFile], answers: Sequence[dict[str, Any]]) -> ReadCalendar:
    occurrences: list[Occurrence] = []
    unread: list[str] = []
    trouble = name = ""
    for file, answer in zip(files, answers, strict=True):
        where = f"{file.name}: " if file.name else ""
        if "refused" in answer:
            # One file alone is the whole calendar; of a folder the other files stand.
            line = f"{where}{answer['refused']}"
            trouble = line if len(files) == 1 else trouble
            unread += [line] if len(files) > 1 else []
            continue
        # A folder has a name of its own, that of the person who made it.
        name = answer["name"] if len(files) == 1 else ""
        occurrences += map(_occurrence, answer["events"])
        unread += [f"{where}{line}" for line in answer["unread"]]
    return ReadCalendar(tuple(occurrences), tuple(unread), trouble, name=name)


def _occurrence(fields: Sequence[Any]) -> Occurrence:
    title, start, end, all_day, busy, canceled = fields
    return Occurrence(
        _moment(start),
        _moment(end),
        str(title),
        bool(all_day),
        busy=bool(busy),
        canceled=bool(canceled),
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(ZONE)


def kept_file(link: str) -> Path:
    """Where the last content of a link is kept: its name tells nothing of the link. Raises FileError."""
    return folders.cache() / "calendars" / f"{disk.digest(link.encode())[:32]}.ics"


def kept_at(kept: Path) -> datetime | None:
    """When a link's content was fetched."""
    try:
        return datetime.fromtimestamp(kept.stat().st_mtime, UTC)
    except OSError:
        return None


def keep(link: str, data: bytes) -> None:
    """Keep the content of a link in a file that only its owner may read. Raises FileError."""
    kept = kept_file(link)
    folders.make_parent(kept)
    disk.save(kept, data, loaded="")


def forget(link: str) -> None:
    """Take away what is kept of a link. Raises FileError."""
    try:
        kept_file(link).unlink(missing_ok=True)
    except OSError as error:
        raise FileError(f"what was fetched of the link stays: {disk.reason(error)}") from None


def changed_at(calendar: OtherCalendar) -> object:
    """What differs once a calendar's files have changed: their names, sizes and times."""
    try:
        source = kept_file(calendar.source) if calendar.is_link else Path(calendar.source)
        folder = source.is_dir()
        names = [one for one in source.iterdir() if _is_calendar(one)] if folder else [source]
        seen = [(one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in sorted(names)]
    except (OSError, ValueError, FileError):
        return None
    return tuple(seen[: MOST_FILES + 1])
