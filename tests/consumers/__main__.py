"""What calendar programs of others show after importing our files, beside what the plan says.

    python -m tests.consumers [PYTHON] [NAME ...]

PYTHON has the libraries that are asked (khal, vobject, ...), if this one has not; NAMEs: only these
programs. Each is used where it is installed, and skipped elsewhere with what would install it. It is no
test: it judges nothing.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # its modules stand beside it, however it is started

import clock_changes
import scenario
from asking import Consumer, SilentError, SkippedError, consumers, difference

NEW_YORK = clock_changes.ZONES[0]
Way = tuple[str, list[Path], list[scenario.Shown], str]
"""What is done, with which files; what has to be seen then, and from where."""


def ways(consumer: Consumer, files: scenario.Files, nights: Path) -> Iterator[Way]:
    yield "first whole file", files.wholes[:1], files.first, NEW_YORK
    yield "last whole file", files.wholes[-1:], files.last, NEW_YORK
    if consumer.calendar:
        yield "the same twice", files.wholes[:1] * 2, files.first, NEW_YORK
        yield "whole files over the first", files.wholes, files.last, NEW_YORK
        yield "updates over the first", files.updates, files.last, NEW_YORK
    for zone in clock_changes.ZONES:
        yield f"both nights 2025-2035, in {zone}", [nights], clock_changes.by_hand(), zone


def told(consumer: Consumer, files: scenario.Files, nights: Path) -> Iterator[str]:
    """What became of each way to import, one in a line."""
    for way, paths, plan, zone in ways(consumer, files, nights):
        try:
            yield f"{way}: {difference(consumer.shows(paths, zone), plan).text}"
        except SkippedError as reason:
            yield f"skipped: {reason}"
            return
        except SilentError as reason:
            yield f"{way}: shows nothing: {reason}"


def main(python: str, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files, nights = scenario.write(Path(folder)), Path(folder, "nights.ics")
        blocks = clock_changes.write(nights)
        print(f"{len(files.first)} events, then {len(files.last)}; {len(files.wholes)} hand-overs")
        print(f"{len(blocks)} blocks on the nights on which the clocks change")
        for consumer in consumers(python):
            if not names or consumer.name in names:
                print(consumer.name)
                for line in told(consumer, files, nights):
                    print(f"  {line}", flush=True)


main((sys.argv[1:2] or [sys.executable])[0], sys.argv[2:])
