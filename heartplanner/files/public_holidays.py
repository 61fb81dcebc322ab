"""The public holidays of North Carolina, from the holidays library; kept, since that is slow to load.

So are other days that people name, such as Easter and Mother's Day: a question may name them, and they are
holidays nowhere else.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.edits.checks import check_text
from heartplanner.core.plan.model import PlanError
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.json_fields import parse_date, parse_json

LIMIT = 1_000_000
"""Bytes that the kept list may have; all the years that a plan may name take a third of it."""

Years = dict[int, dict[date, str]]


class DayList(NamedTuple):
    """Days with names: how the file that keeps them is called, and the library's categories of them."""

    name: str
    categories: tuple[str, ...]


PUBLIC = DayList("holidays", ("public",))
NAMED = DayList("named-days", ("government", "unofficial"))
"""Federal holidays, which are no public ones everywhere, and days such as Easter Sunday and Halloween."""


def names(year: int) -> dict[date, str]:
    """The public holidays of a year; the library knows none after 2100."""
    return between(date(year, 1, 1), date(year, 12, 31))


def between(first: date, last: date, days: DayList = PUBLIC) -> dict[date, str]:
    """The days of a list from first to last, both included, in the order of their dates."""
    years = range(first.year, last.year + 1)
    path = kept_list(days)
    known = _read(path, years) if path else {}
    # The library is slow to load, so it is asked for years that were never asked before.
    missing = [year for year in years if year not in known]
    if missing:
        known |= _calculated(missing, days.categories)
        if path:
            _write(path, _read(path) | known)
    return {
        day: name for year in years for day, name in known[year].items() if first <= day <= last
    }


def are_kept(years: range) -> bool:
    """Whether the public holidays of these years are kept, so that the library need not be loaded."""
    path = kept_list()
    return path is not None and set(years) <= set(_read(path, years))


def kept_list(days: DayList = PUBLIC) -> Path | None:
    """Where names are kept, by the library's version; None where that cannot be told."""
    version = _version()
    return folders.cache() / f"{days.name}-{version}.json" if version else None


def _version() -> str:
    """The library's version by its folder's name: to ask importlib.metadata takes 20 ms to load it."""
    begin, end = "holidays-", ".dist-info"
    for folder in sys.path:
        # What is no folder, or not there, holds no packages.
        with contextlib.suppress(OSError), os.scandir(folder or os.curdir) as entries:
            for entry in entries:
                if entry.name.startswith(begin) and entry.name.endswith(end):
                    return entry.name.removeprefix(begin).removesuffix(end)
    return ""


def _calculated(years: Iterable[int], categories: tuple[str, ...]) -> Years:
    import holidays  # 135 ms: only here, and only for years that are not kept

    holidays_found = holidays.country_holidays(
        "US", subdiv="NC", years=years, language="en_US", categories=categories
    )
    return {
        year: {day: name for day, name in sorted(holidays_found.items()) if day.year == year}
        for year in years
    }


def _read(path: Path, years: Collection[int] | None = None) -> Years:
    """What is kept of these years, or of all; nothing where that is missing, damaged or not to be read."""
    try:
        value = parse_json(disk.read(path, LIMIT))
        if not isinstance(value, dict):
            raise PlanError("expected an object")
        return {
            int(year): _year(int(year), listed)
            for year, listed in value.items()
            if years is None or int(year) in years
        }
    except (FileError, ValueError):  # a PlanError is a ValueError too
        return {}


def _year(year: int, listed: object) -> dict[date, str]:
    if not isinstance(listed, dict):
        raise PlanError("expected an object")
    names: dict[date, str] = {}
    for key, name in listed.items():
        day = parse_date(key)
        if day.year != year or not isinstance(name, str) or not name:
            raise PlanError(f"{year}: expected its dates, each with a name")
        # Anybody may have altered the file, and names go onto paper: they are checked as a plan's own are.
        check_text(name)
        names[day] = name
    return names


def _write(path: Path, known: Years) -> None:
    """Keep what is known; where that cannot be, it is calculated again the next time."""
    value = {
        str(year): {day.isoformat(): name for day, name in listed.items()}
        for year, listed in sorted(known.items())
    }
    with contextlib.suppress(FileError):
        folders.make_parent(path)
        disk.save(path, json.dumps(value, ensure_ascii=False).encode(), loaded="")
