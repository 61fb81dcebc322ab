"""The command `export`: the calendar file, or what has changed for one that has it."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from heartplanner.cli import output
from heartplanner.cli.choices import chosen
from heartplanner.cli.parser import UsageError, printable
from heartplanner.cli.plans import Opened, aside, days_asked
from heartplanner.core.choices import AS_USUAL
from heartplanner.core.handover import Changes, plain_title
from heartplanner.core.words import long_date
from heartplanner.files import ledger
from heartplanner.files.handing import Handing


def run(arguments: Namespace, opened: Opened, today: date) -> int:
    """Write the calendar, or tell what has changed. Returns the exit status."""
    if (arguments.update or arguments.changes) and not arguments.target:
        raise UsageError("--update and --changes go with --for TARGET")
    handing = _handing(arguments, opened, today)
    if arguments.changes:
        done, words = handing.changes()
        _say([f"{arguments.target}: {words}", *_lines(done)])
        return 0
    if arguments.output is None:
        raise UsageError("export takes -o FILE.ics")
    if arguments.output == "-":
        if arguments.target:
            raise UsageError(
                "--for TARGET goes with a file: what is remembered must have been written"
            )
        data, _ = handing.data()
        sys.stdout.buffer.write(data)
        return 0
    path = Path(arguments.output)
    done_ = handing.update(path, today) if arguments.update else handing.whole(path, today)
    aside(done_.notes)
    _say([f"{printable(str(path))}: {output.range_line(opened.plan, *handing.span)}"])
    _say([f"Read back: {done_.receipt}."] if not arguments.update else [])
    _say([f"{arguments.target}: {done_.since}."] if done_.since else [])
    return 0


def _handing(arguments: Namespace, opened: Opened, today: date) -> Handing:
    """What is to be handed over: the days and choices asked for, or those that the target has."""
    target = arguments.target or ""
    before = ledger.load(opened.path, target).choices if target else AS_USUAL
    choices = chosen(arguments, before)
    span = days_asked(arguments, opened.plan, today, choices.months)
    return Handing(opened.plan, opened.path, span, target, choices)


def _lines(done: Changes) -> Iterator[str]:
    """Each event that is not as it was."""
    for word, event in done.listed:
        yield f"  {word:<8} {long_date(event.day)}: {plain_title(event)}"


def _say(lines: Iterator[str] | list[str]) -> None:
    for line in lines:
        print(line)  # noqa: T201  (printing is its work)
