"""Asking a program what it shows after importing files, and telling in what that differs from a plan."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from scenario import Shown

READERS = Path(__file__).parent / "readers"
SYSTEM = "/usr/bin/python3"
"""The Python for which Debian builds its bindings."""
SKIPPED = 77
SECONDS = 180
CANCELED = "Canceled: "


class SkippedError(Exception):
    """A program that is not here, and what would bring it."""


class SilentError(Exception):
    """A program that is here and shows nothing: why."""


class Consumer(NamedTuple):
    """A program, and what to run before the files. A calendar keeps what it imported earlier."""

    name: str
    command: tuple[str, ...]
    calendar: bool = False

    def shows(self, files: list[Path], zone: str = "America/New_York") -> list[Shown]:
        """What it shows, to one who is in `zone`, once it imported these files in turn.

        Raises SkippedError, and SilentError.
        """
        here = {**os.environ, "TZ": zone, "BUILT": str(files[0].parent)}
        command = [*self.command, *map(str, files)]
        try:
            done = subprocess.run(
                command, env=here, capture_output=True, text=True, timeout=SECONDS, check=False
            )
        except FileNotFoundError:
            raise SkippedError(f"{command[0]} is not installed") from None
        except subprocess.TimeoutExpired:
            raise SilentError(f"no answer within {SECONDS} s") from None
        if done.returncode == SKIPPED:
            raise SkippedError(done.stderr.strip())
        if done.returncode:
            raise SilentError(done.stderr.strip()[-500:])
        return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


LIBRARIES = ("icalendar", "recurring_ical_events", "vobject", "ics", "ical", "icalevents")
PERL = ("Data::ICal", "iCal::Parser")
MODULES = ("ical.js", "ical-expander", "node-ical")


def consumers(python: str) -> list[Consumer]:
    """Everyone who can be asked. `python`: has the libraries of Python."""

    def by(script: str, *rest: str, binary: str = python) -> tuple[str, ...]:
        return binary, str(READERS / script), *rest

    emacs = ("emacs", "-Q", "--batch", "-l", str(READERS / "read.el"))
    return [
        Consumer("Evolution", by("read_evolution.py", "receive", binary=SYSTEM), calendar=True),
        Consumer("GNOME Calendar", by("read_evolution.py", "create", binary=SYSTEM), calendar=True),
        Consumer("KOrganizer", by("read_kde.sh", "korganizer", binary="sh"), calendar=True),
        Consumer("KCalendarCore", by("read_kde.sh", "kcalendarcore", binary="sh"), calendar=True),
        Consumer("khal", by("read_khal.py"), calendar=True),
        Consumer("Thunderbird", by("read_thunderbird.py"), calendar=True),
        Consumer("Radicale, calendar put", by("read_radicale.py"), calendar=True),
        Consumer("calcurse", by("read_calcurse.py"), calendar=True),
        Consumer("Emacs", emacs, calendar=True),
        *(Consumer(name, by("read_library.py", name)) for name in LIBRARIES),
        *(Consumer(name, by("read.js", name, binary="node")) for name in MODULES),
        Consumer("libical", by("read_libical.py", binary=SYSTEM)),
        *(Consumer(name, by("read.pl", name, binary="perl")) for name in PERL),
        Consumer("sabre/vobject", by("read.php", binary="php")),
    ]


def consumer(name: str) -> Consumer:
    """One that this Python has."""
    return next(each for each in consumers(sys.executable) if each.name == name)


class Difference(NamedTuple):
    """What a program shows against a plan. `twice`: events that are there once too often.

    `off`: shown as cancelled by their title or by the program's own mark; `marked`: by that mark.
    """

    twice: list[Shown]
    missing: list[Shown]
    strange: list[Shown]
    off: int
    marked: int

    @property
    def text(self) -> str:
        """Right, 12 as cancelled (12 marked); wrong, 4 twice, 1 missing (such as HEART 9-9 ...)."""
        wrong = [
            f"{len(events)} {word} (such as {' '.join(events[0][:3])})"
            for word, events in (
                ("twice", self.twice),
                ("missing", self.missing),
                ("not of the plan", self.strange),
            )
            if events
        ]
        off = [f"{self.off} as cancelled ({self.marked} marked)"] if self.off else []
        return ", ".join(["wrong" if wrong else "right", *wrong, *off])


def difference(found: list[Shown], expected: list[Shown]) -> Difference:
    off = [each for each in found if each[3] or each[0].startswith(CANCELED)]
    on, wanted = Counter(found) - Counter(off), Counter(expected)
    return Difference(
        twice=sorted((on - Counter(set(on))).elements()),
        missing=sorted(wanted.keys() - on.keys()),
        strange=sorted(on.keys() - wanted.keys()),
        off=len(off),
        marked=sum(each[3] for each in off),
    )
