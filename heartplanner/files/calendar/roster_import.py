"""Calendars that others wrote: checked before any library sees them, then read in a child process."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from heartplanner.files import disk
from heartplanner.files.disk import FileError

LIMIT = 5_000_000
MOST_LINES, LONGEST_LINE = 100_000, 64_000
MOST = {"VEVENT": 5_000, "VTIMEZONE": 50, "single dates": 200}
"""How many of each are read; the single dates are those of one event."""
SECONDS = 5
DEEPEST = 8
"""How many components may lie in each other."""
BACK, AHEAD = timedelta(days=400), timedelta(days=366)
"""How far around today a calendar is read."""
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]|\r(?!\n)")
"""Characters by which a line could look like two, or like none."""
RULE = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(;(INTERVAL=([1-9]\d{0,2}|1000)|COUNT=\d{1,4}|UNTIL=\w{8,16}|WKST=[A-Z]{2}"
    r"|BYDAY=[-+0-9A-Z,]{1,60}|BYMONTH=[0-9,]{1,30}|BYMONTHDAY=[-0-9,]{1,99}|BYSETPOS=[-0-9,]{1,20}))*"
)
"""The repetitions that are read: others make the libraries wait for ever."""
CHILD = "heartplanner.files.calendar.roster_import_child"
LEFT_OUT = ("VTIMEZONE", "VALARM")
"""Components that are not evaluated: time zones are taken by their names."""


def read_roster_text(path: Path, start: date, today: date) -> str:
    """A roster file as lines of text; of a calendar one line for each day, from the start on around today.

    Raises FileError, one line.
    """
    data = disk.read(path, LIMIT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "BEGIN:VCALENDAR" not in text[:1000].upper():
        return text
    try:
        plain = "\r\n".join(_checked(text)) + "\r\n"
    except ValueError as error:
        raise FileError(f"{path}: {error}; nothing was read") from None
    first, last = max(start, today - BACK), max(start, today) + AHEAD
    return "\n".join(_events(path, plain, first, last))


def _checked(text: str) -> Iterator[str]:
    """The calendar's unfolded lines without what is not evaluated. ValueError where it could do harm."""
    if HIDDEN.search(text.replace("\r\n", "\n")):
        raise ValueError("characters in it that no calendar has")
    raw = text.splitlines()
    if len(raw) > MOST_LINES or any(len(line) > LONGEST_LINE for line in raw):
        raise ValueError("too many or too long lines for a calendar")
    counts = Counter[str]()
    inside: list[str] = []
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        name, _, value = line.partition(":")
        name, value = name.partition(";")[0].upper(), value.strip().upper()
        if name == "BEGIN":
            inside.append(value)
            if len(inside) > DEEPEST:
                raise ValueError("its components are nested too deeply")
        if not any(each in LEFT_OUT for each in inside):
            _check_line(name, value)
            yield line
        counts[value if name == "BEGIN" else name] += 1
        counts["single dates"] += (value.count(",") + 1) * (name in ("EXDATE", "RDATE"))
        if name == "END" and inside:
            counts["single dates"] = 0
            inside.pop()
        for what, most in MOST.items():
            if counts[what] > most:
                raise ValueError(f"more than {most} {what} in it")


def _check_line(name: str, value: str) -> None:
    if name == "EXRULE" or (name == "RRULE" and not RULE.fullmatch(value)):
        raise ValueError(f"an event repeats in a way that is not read ({value[:40]!a})")


def _events(path: Path, text: str, first: date, last: date) -> list[str]:
    """The events as lines, by a child process that is ended where it takes too much."""
    command = [
        sys.executable,
        "-m",
        "heartplanner.files.calendar.roster_import_child",
        str(first),
        str(last),
    ]
    try:
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=SECONDS, check=True
        )
        lines: list[str] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        raise FileError(
            f"{path}: this calendar cannot be read; nothing was taken from it"
        ) from None
    return lines
