"""Opens roster files. What others wrote is looked at in a child process with little time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from heartplanner.core.roster.source import (
    EventSource,
    RosterEvent,
    Source,
    Table,
    TableSource,
    TextSource,
)
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files import disk
from heartplanner.files.disk import FileError
from heartplanner.files.roster.kinds import CALENDAR, KIND_SHOWS, PAGE

LIMIT = 5_000_000
"""Bytes of a roster."""
PATIENCE = 60
"""Seconds on the clock after which a child is ended that does not even use its time."""
CHILD = "heartplanner.files.roster.child"


def read_source(path: Path, start: date, today: date) -> Source:
    """What a roster file holds. `start`: of a calendar's series only what is later is taken.

    Raises FileError, one line.
    """
    return source_of(disk.read(path, LIMIT), str(path), start, today)


def source_of(data: bytes, name: str, start: date, today: date) -> Source:
    """What the bytes of a roster hold. `name`: of their file, for messages. Raises FileError, one line."""
    if len(data) > LIMIT:
        raise FileError(f"{name}: larger than {LIMIT // 1_000_000} MB, so it is no roster")
    command = [sys.executable, "-m", CHILD, start.isoformat(), today.isoformat()]
    try:
        done = subprocess.run(  # nosec B603
            command, input=data, capture_output=True, timeout=PATIENCE, check=True
        )
        answer = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        raise FileError(
            f"{name}: it cannot be read in the time and memory that a roster needs;"
            " copy its text and paste that"
        ) from None
    if "refused" in answer:
        raise FileError(f"{name}: {answer['refused']}")
    return source_from(answer)


def source_of_text(text: str, name: str, start: date, today: date) -> Source:
    """What a text holds that was pasted or typed; a calendar's or a page's own text is read as such.

    Raises FileError, one line.
    """
    if CALENDAR.search(text[:KIND_SHOWS]) or PAGE.match(text[:KIND_SHOWS]):
        return source_of(text.encode(errors="replace"), name, start, today)
    return TextSource(text)


def source_from(answer: dict[str, Any]) -> Source:
    """The child's answer as a value."""
    if "tables" in answer:
        return TableSource(
            tuple(
                _table(table["name"], table["rows"], hidden=table["hidden"])
                for table in answer["tables"]
            ),
            str(answer.get("unseen", "")),
        )
    if "events" in answer:
        return EventSource(tuple(map(_event, answer["events"])))
    return TextSource(str(answer["text"]))


def _table(name: str, rows: Iterable[tuple[int, list[str]]], *, hidden: bool) -> Table:
    return Table(tuple((number, tuple(cells)) for number, cells in rows), name, hidden)


def _event(fields: dict[str, Any]) -> RosterEvent:
    return RosterEvent(
        int(fields["line"]),
        str(fields["title"]),
        date.fromisoformat(fields["first"]) if fields["first"] else None,
        date.fromisoformat(fields["last"]) if fields["last"] else None,
        datetime.fromisoformat(fields["start"]).astimezone(ZONE) if fields["start"] else None,
        datetime.fromisoformat(fields["end"]).astimezone(ZONE) if fields["end"] else None,
        str(fields["refused"]),
        bool(fields["series"]),
        bool(fields["void"]),
        str(fields["person"]),
        str(fields["calendar"]),
    )
