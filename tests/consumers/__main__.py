"""What calendar programs of others show after importing our files, beside what the plan says.

    python tests/consumers [PYTHON] [NAME ...]

PYTHON has the libraries that are asked (khal, vobject, ...), if this one has not; NAMEs: only these
programs. Each is used where it is installed, and skipped elsewhere with what would install it. It is no
test: it judges nothing.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import scenario
from asking import Consumer, SkippedError, consumers, difference


def told(consumer: Consumer, files: scenario.Files) -> list[str]:
    """What became of each way to import, one in a line."""
    ways = [
        ("first whole file", files.wholes[:1], files.first),
        ("last whole file", files.wholes[-1:], files.last),
    ]
    if consumer.calendar:
        ways += [
            ("the same twice", files.wholes[:1] * 2, files.first),
            ("whole files over the first", files.wholes, files.last),
            ("updates over the first", files.updates, files.last),
        ]
    try:
        return [f"{way}: {difference(consumer.shows(of), plan).text}" for way, of, plan in ways]
    except SkippedError as reason:
        return [f"skipped: {reason}"]


def main(python: str, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = scenario.write(Path(folder))
        print(f"{len(files.first)} events, then {len(files.last)}; {len(files.wholes)} hand-overs")
        for consumer in consumers(python):
            if not names or consumer.name in names:
                print(consumer.name, *told(consumer, files), sep="\n  ", flush=True)


main((sys.argv[1:2] or [sys.executable])[0], sys.argv[2:])
