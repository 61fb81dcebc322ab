"""The command `export`: the calendar file, or what has changed for one that has it."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from heartplanner.cli.argument_types import UsageError, printable
from heartplanner.cli.commands.export_options import chosen
from heartplanner.cli.plan_access import Opened, aside, days_asked, made_own
from heartplanner.core.calendar.export_options import AS_USUAL
from heartplanner.core.words.english import counted, span
from heartplanner.files.calendar import ledger
from heartplanner.files.calendar.export import Done, Handing


def run(arguments: Namespace, opened: Opened, today: date) -> int:
    """Write the calendar, or tell what has changed. Returns the exit status."""
    _check(arguments)
    handing = _handing(arguments, opened, today)
    if arguments.changes:
        done, words = handing.changes()
        return _say([f"{arguments.target}: {words}", *(f"  {line}" for line in done.lines)])
    if arguments.output == "-":
        data, _ = handing.data()
        sys.stdout.buffer.write(data)
        return 0
    if arguments.target and opened.data is None:
        handing = handing._replace(schedule=made_own(opened).schedule)
    path = Path(arguments.output)
    done_ = handing.update(path, today) if arguments.update else handing.whole(path, today)
    aside(done_.notes)
    return _say(_told(arguments, handing, done_))


def _check(arguments: Namespace) -> None:
    """What options go together. Raises UsageError."""
    if arguments.target == "":
        raise UsageError("--for takes a name, such as my-phone")
    if (arguments.update or arguments.changes) and not arguments.target:
        raise UsageError("--update and --changes go with --for TARGET")
    if arguments.output is None and not arguments.changes:
        raise UsageError("export takes -o FILE.ics")
    if arguments.output == "-" and arguments.target and not arguments.changes:
        raise UsageError("--for TARGET goes with a file: what is remembered must have been written")


def _told(arguments: Namespace, handing: Handing, done: Done) -> Iterator[str]:
    """What was written, and what had changed."""
    if arguments.update and not done.written:
        yield f"{arguments.target}: {done.since}; no file was written."
        return
    count = f"{counted(done.written, 'event')}, " if arguments.update else ""
    yield f"{printable(arguments.output)}: {count}{span(*handing.span)}"
    yield f"Read back: {done.receipt}."
    if done.since:
        yield f"{arguments.target}: {done.since}."


def _handing(arguments: Namespace, opened: Opened, today: date) -> Handing:
    """What is to be handed over: the days and choices asked for, or those that the target has."""
    target = arguments.target or ""
    before = ledger.load(opened.path, target).choices if target else AS_USUAL
    choices = chosen(arguments, before)
    span = days_asked(arguments, opened.plan, today, choices.months)
    return Handing(opened.schedule, opened.path, span, target, choices)


def _say(lines: Iterable[str]) -> int:
    for line in lines:
        print(line)  # noqa: T201  (printing is its work)
    return 0
