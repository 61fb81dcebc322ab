"""Earlier versions of a plan file: each save keeps the one before in a folder beside it, thinned by age."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError, reason

ALL_FOR = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9
"""Older than that: the last one of each of so many days, then weeks, then months that have any."""
STAMP = "%Y-%m-%dT%H%M%SZ"
NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)(?:-([1-9]\d*))?\.json", re.ASCII)


class Version(NamedTuple):
    """A plan file as it was until `moment` (UTC), when another was saved in its place."""

    moment: datetime
    path: Path

    @property
    def stamp(self) -> str:
        """Its name for people: 2025-09-11T123000Z."""
        return self.path.stem


def keep(path: Path, data: bytes, now: datetime) -> list[str]:
    """Keep what a plan file held until `now`, and thin out what is old; what is kept already is not again.

    Returns what went wrong as sentences: it never keeps a plan from being saved.
    """
    try:
        known = versions(path)
        if not known or not _holds(known[0].path, data):
            target = _free(folder(path), now)
            folders.make_parent(target)
            disk.save(target, data, loaded=None, saving="version")
            known = versions(path)
    except FileError as error:
        return [f"the version before was not kept: {error}"]
    for old in obsolete(known, now):
        with contextlib.suppress(OSError):  # it is tried again at the next save
            old.path.unlink()
    return []


def versions(path: Path) -> list[Version]:
    """The kept versions of a plan file, newest first. Raises FileError."""
    place = folder(path)
    found: list[tuple[datetime, int, Path]] = []
    try:
        for file in place.iterdir():
            if match := NAME.fullmatch(file.name):
                with contextlib.suppress(ValueError):  # no moment of the calendar: not one of ours
                    moment = datetime.fromisoformat(match[1])
                    found.append((moment, int(match[2] or 1), file))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise FileError(f"{place}: cannot be read: {reason(error)}") from None
    return [Version(moment, file) for moment, _, file in sorted(found, reverse=True)]


def folder(path: Path) -> Path:
    """Where the versions of a plan file lie: beside the file itself, also if a link leads to it."""
    return folders.beside(path, folders.VERSIONS)


def obsolete(newest_first: Iterable[Version], now: datetime) -> list[Version]:
    """Those that thinning drops: Anki's rule for its backups, which never drops the newest."""
    left = {"day": DAYS, "week": WEEKS, "month": MONTHS}
    last: dict[str, object] = {}
    dropped = []
    for version in newest_first:
        periods = _periods(version.moment)
        if now - version.moment > ALL_FOR:
            stage = next((stage for stage, count in left.items() if count), None)
            if stage is None or periods[stage] == last.get(stage):
                dropped.append(version)
                continue
            left[stage] -= 1
        last = periods
    return dropped


def _periods(moment: datetime) -> dict[str, object]:
    """The day, week and month (UTC) of a moment."""
    year, week, _ = moment.isocalendar()
    return {"day": moment.date(), "week": (year, week), "month": (moment.year, moment.month)}


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _free(place: Path, now: datetime) -> Path:
    """A name of this moment that no version has yet."""
    stamp = now.astimezone(UTC).strftime(STAMP)
    target, number = place / f"{stamp}.json", 1
    while target.exists():
        number += 1
        target = place / f"{stamp}-{number}.json"
    return target
