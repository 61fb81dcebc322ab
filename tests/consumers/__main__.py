"""What calendar programs of others show after importing our files, beside what the plan says.

    python tests/consumers [PYTHON]

PYTHON has the libraries that are asked (khal, vobject, ...), if this one has not. Each program is used
where it is installed, and skipped with what would install it elsewhere. It is no test: it judges nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import scenario
from scenario import Shown

READERS = Path(__file__).parent / "readers"
PYTHON = sys.argv[1] if len(sys.argv) > 1 else sys.executable
SYSTEM = "/usr/bin/python3"
"""The Python for which Debian builds its bindings."""
SKIPPED = 77
SECONDS = 180
CANCELLED = "Cancelled: "


class Consumer(NamedTuple):
    """A program and how to ask it: what to run, before the files. A calendar keeps what it imported."""

    name: str
    command: tuple[str, ...]
    calendar: bool = False


def python(script: str, *rest: str, binary: str = PYTHON) -> tuple[str, ...]:
    return (binary, str(READERS / script), *rest)


LIBRARIES = ("icalendar", "recurring_ical_events", "vobject", "ics", "ical", "icalevents")
MODULES = ("ical.js", "ical-expander", "node-ical")
CONSUMERS = (
    Consumer("Evolution", python("read_evolution.py", binary=SYSTEM), calendar=True),
    Consumer("KDE", ("sh", str(READERS / "read_kde.sh")), calendar=True),
    Consumer("khal", python("read_khal.py"), calendar=True),
    Consumer("Radicale, put anew", python("read_radicale.py"), calendar=True),
    Consumer("calcurse", python("read_calcurse.py"), calendar=True),
    Consumer("Emacs", ("emacs", "-Q", "--batch", "-l", str(READERS / "read.el")), calendar=True),
    *(Consumer(name, python("read_library.py", name)) for name in LIBRARIES),
    *(Consumer(name, ("node", str(READERS / "read.js"), name)) for name in MODULES),
    Consumer("libical", python("read_libical.py", binary=SYSTEM)),
    Consumer("sabre/vobject", ("php", str(READERS / "read.php"))),
)


class SkippedError(Exception):
    """A program that is not here, and what would bring it."""


def ask(consumer: Consumer, files: list[Path]) -> list[Shown]:
    """What the program shows once it imported these files in turn. Raises SkippedError."""
    here = {**os.environ, "TZ": "America/New_York"}
    command = [*consumer.command, *map(str, files)]
    try:
        done = subprocess.run(
            command, env=here, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except FileNotFoundError:
        raise SkippedError(f"{command[0]} is not installed") from None
    if done.returncode == SKIPPED:
        raise SkippedError(done.stderr.strip())
    if done.returncode:
        raise RuntimeError(f"{consumer.name}: {done.stderr.strip()[-500:]}")
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


def verdict(found: list[Shown], expected: list[Shown]) -> str:
    """In what the two differ; cancelled events that are told as such are counted by themselves."""
    off = [each for each in found if each[3] or each[0].startswith(CANCELLED)]
    on, wanted = Counter(found) - Counter(off), Counter(expected)
    twice = sum(count - 1 for count in on.values())
    missing, other = sorted(wanted.keys() - on.keys()), sorted(on.keys() - wanted.keys())
    parts = ["wrong" if twice or missing or other else "right"]
    parts += [f"{twice} twice"] if twice else []
    parts += [f"{len(missing)} missing ({_words(missing[0])})"] if missing else []
    parts += [f"{len(other)} not of the plan ({_words(other[0])})"] if other else []
    marked = sum(each[3] for each in off)
    parts += [f"{len(off)} as cancelled, {marked} marked so"] if off else []
    return ", ".join(parts)


def _words(event: Shown) -> str:
    return f"{event[0]} {event[1]}..{event[2]}"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = scenario.write(Path(folder))
        print(f"{len(files.first)} events, then {len(files.last)}; {len(files.wholes)} hand-overs")
        for consumer in CONSUMERS:
            print(f"{consumer.name}")
            for line in told(consumer, files):
                print(f"  {line}", flush=True)


def told(consumer: Consumer, files: scenario.Files) -> list[str]:
    """What became of each way to import, one in a line."""
    ways = [
        ("the first whole file", files.wholes[:1], files.first),
        ("the last whole file", files.wholes[-1:], files.last),
    ]
    if consumer.calendar:
        ways += [
            ("the first twice", files.wholes[:1] * 2, files.first),
            ("whole files over one another", files.wholes, files.last),
            ("updates over the first", files.updates, files.last),
        ]
    try:
        return [f"{name}: {verdict(ask(consumer, of), expected)}" for name, of, expected in ways]
    except SkippedError as reason:
        return [f"skipped: {reason}"]


main()
