"""The saved states of a plan file, in a folder beside it, thinned by age and size."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, dropwhile
from pathlib import Path
from typing import NamedTuple

from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError, reason

ALL_FOR, HOURLY_FOR = timedelta(hours=1), timedelta(days=2)
"""So old may a version be that is kept in any case; up to the second age the last one of each hour is."""
DAYS, WEEKS, MONTHS = 12, 10, 9
"""Older than that: the last one of each of so many days, then weeks, then months that have any."""
MOST_BYTES = 20_000_000
"""All of them together; the newest is kept whatever its size."""
STAMP = "%Y-%m-%dT%H%M%SZ"
NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)(?:-([1-9]\d*))?\.json", re.ASCII)


class Version(NamedTuple):
    """A state of a plan file, and when it was saved (UTC), by a clock that is never taken to go back.

    What another program had written is known since the moment at which it was first saved over.
    """

    moment: datetime
    path: Path

    @property
    def stamp(self) -> str:
        """Its name for people: 2025-09-11T123000Z."""
        return self.path.stem


class Kept(NamedTuple):
    """What came of keeping a state: its file if it is a new one, and what went wrong, as sentences."""

    new: Path | None
    notes: list[str]


def keep(path: Path, data: bytes, now: datetime) -> Kept:
    """Keep a state of a plan file, unless the newest version is just that, and thin out what is old.

    It raises nothing, and so never keeps a plan from being saved.
    """
    new = None
    try:
        known = versions(path)
        if not known or not holds(known[0], data):
            version = _save_new(folder(path), data, now, known[:1])
            new = version.path
            known.insert(0, version)
    except FileError as error:
        return Kept(None, [f"no earlier copy is kept: {error}"])
    old_ones = obsolete(known, now)
    # What goes by its age takes no room of what stays.
    gone = set(old_ones)
    stay = [version for version in known if version not in gone]
    for old in (*old_ones, *_too_many(stay)):
        with contextlib.suppress(OSError):  # it is tried again at the next save
            old.path.unlink(missing_ok=True)
    return Kept(new, [])


def versions(path: Path) -> list[Version]:
    """The kept versions of a plan file, newest first. Raises FileError."""
    place = folder(path)
    kept: list[tuple[datetime, int, Path]] = []
    try:
        for file in place.iterdir():
            if match := NAME.fullmatch(file.name):
                with contextlib.suppress(ValueError):  # no moment of the calendar: not one of ours
                    moment = datetime.fromisoformat(match[1])
                    kept.append((moment, int(match[2] or 1), file))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise FileError(f"{place}: cannot be read: {reason(error)}") from None
    newest_first = [Version(moment, file) for moment, _, file in sorted(kept, reverse=True)]
    # An empty file holds no state: with a date to come, it would give that date to all that is saved later.
    return list(dropwhile(lambda version: not _size(version), newest_first))


def folder(path: Path) -> Path:
    """Where the versions of a plan file lie: beside the file itself, also if a link leads to it."""
    return folders.beside(path, folders.VERSIONS)


def holds(version: Version, data: bytes) -> bool:
    """Whether a version is just this; its content is read only where its size is the same."""
    return _size(version) == len(data) and _content(version) == data


def obsolete(newest_first: Iterable[Version], now: datetime) -> list[Version]:
    """Those that thinning drops: Anki's rule for its backups, which never drops the newest.

    A version goes where a newer one of its hour, day, week or month stays.
    """
    # Counted from the newest back: once the days are used up, weeks begin, then months.
    left = {"day": DAYS, "week": WEEKS, "month": MONTHS}
    last: dict[str, object] = {}
    dropped = []
    for version in newest_first:
        periods = _periods(version.moment)
        age = now - version.moment
        if age > HOURLY_FOR:
            stage = next((stage for stage, count in left.items() if count), None)
            if stage is None or periods[stage] == last.get(stage):
                dropped.append(version)
                continue
            left[stage] -= 1
        elif age > ALL_FOR and periods["hour"] == last.get("hour"):
            dropped.append(version)
            continue
        last = periods
    return dropped


def _periods(moment: datetime) -> dict[str, object]:
    """The hour, day, week and month (UTC) of a moment."""
    year, week, _ = moment.isocalendar()
    return {
        "hour": (moment.date(), moment.hour),
        "day": moment.date(),
        "week": (year, week),
        "month": (moment.year, moment.month),
    }


def _too_many(newest_first: Iterable[Version]) -> Iterator[Version]:
    """The oldest, which have no room; the newest is never one of them."""
    room = MOST_BYTES
    for number, version in enumerate(newest_first):
        # Sizes add up from the newest on, so that it is always the oldest that go.
        room -= _size(version)
        if number and room < 0:
            yield version


def _size(version: Version) -> int:
    try:
        return version.path.stat().st_size
    except OSError:
        return 0


def _content(version: Version) -> bytes | None:
    try:
        return version.path.read_bytes()
    except OSError:
        return None


def _save_new(place: Path, data: bytes, now: datetime, newest: list[Version]) -> Version:
    """Save a version after the newest one, if there is any. Raises FileError."""
    folders.make_parent(place / "version")
    # A clock that was set back would put what is saved last among older ones, and after damage the wrong
    # one would be offered. So no version has an earlier stamp than the one before it.
    present = now.astimezone(UTC).replace(microsecond=0)
    moment = max([present, *(version.moment for version in newest)])
    stamp, first = moment.strftime(STAMP), 1
    for version in newest:
        if version.moment == moment and (named := NAME.fullmatch(version.path.name)):
            first = int(named[2] or 1) + 1
    # Two saves within a second are two versions.
    for number in count(first):
        target = place / (f"{stamp}.json" if number == 1 else f"{stamp}-{number}.json")
        try:
            if target.exists():
                continue
        except OSError as error:
            raise FileError(f"{target}: cannot be read: {reason(error)}") from None
        # Another program may take the name between that look and the save, which alone has the lock.
        with contextlib.suppress(disk.AlreadyThereError):
            disk.save(target, data, loaded=None, saving="version")
            return Version(moment, target)
    raise AssertionError
