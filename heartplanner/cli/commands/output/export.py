"""The command `export`: the calendar file, or what has changed for one that has it."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from heartplanner.cli.argument_types import add_range
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.commands.output.export_options import (
    add_export_options,
    asked_options,
    check_export_options,
)
from heartplanner.cli.parser import Parser, UsageError, file_name
from heartplanner.cli.plan_access import file_days_asked, make_own, open_plan, save
from heartplanner.cli.terminal import aside
from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.calendar.delivery_text import change_lines
from heartplanner.core.calendar.export_options import DEFAULT_OPTIONS
from heartplanner.core.words.english import counted, span
from heartplanner.document import Document
from heartplanner.files.calendar import ledger
from heartplanner.files.calendar.export import Export, ExportResult, prepare
from heartplanner.files.calendar.file_size import large_text
from heartplanner.files.calendar.output_file import CALENDAR, is_foreign
from heartplanner.files.disk import FileError

ONLY_FOR = (
    "A phone that has an earlier file sees other titles, alarms or texts only in a file made with --for"
    " TARGET."
)


def _add_arguments(parser: Parser) -> None:
    text = "- for standard output"
    parser.add_argument("-o", dest="output", type=file_name, metavar="FILE.ics", help=text)
    text = (
        "remember what this target has, such as my-phone, and say what changed since; the target"
        " family gets a copy that says when you are home, unless you choose otherwise"
    )
    parser.add_argument("--for", dest="target", metavar="TARGET", help=text)
    what = parser.add_mutually_exclusive_group()
    text = "write only what is new, changed or canceled for the target"
    what.add_argument("--update", action="store_true", help=text)
    text = "only list what has changed for the target"
    what.add_argument("--changes", action="store_true", help=text)
    text = "replace FILE.ics even if another program made it"
    parser.add_argument("--replace", action="store_true", help=text)
    add_range(parser, "the month before this one, or the start date")
    add_export_options(parser)


def _run(request: Request) -> Output:
    """Write the calendar, or tell what has changed."""
    arguments, clock, today = request
    _check(arguments)
    document = open_plan(arguments)
    delivered, days = _asked(arguments, document, today)
    # Only looking leaves no trace; a file that is remembered needs a plan that keeps its id.
    if arguments.target and not arguments.changes:
        make_own(document, clock)
    if arguments.output not in (None, "-") and not arguments.replace:
        _check_foreign(Path(arguments.output))
    if document.goes_on and not arguments.changes:
        # Where it cannot be saved, the calendar is as right, and the next one has the same stamps.
        with contextlib.suppress(FileError):
            save(document, clock)
    export = prepare(document.schedule, document.path, days, delivered)
    if arguments.changes:
        lines = [f"  {line}" for line in change_lines(export.diff)]
        return Output([f"{arguments.target} {export.changes_text(today)}", *lines])
    aside(_warnings(export))
    if arguments.output == "-":
        return Output(data=export.data()[0])
    path = Path(arguments.output)
    done = export.update(path, today) if arguments.update else export.whole(path, today)
    aside(done.notes)
    return Output(_lines(arguments, export, done))


def _check(arguments: Namespace) -> None:
    """What options go together. Raises UsageError."""
    check_export_options(arguments)
    if arguments.target == "":
        raise UsageError("--for takes a name, such as my-phone")
    if (arguments.update or arguments.changes) and not arguments.target:
        raise UsageError("--update and --changes go with --for TARGET")
    if arguments.output is None and not arguments.changes:
        raise UsageError("export takes -o FILE.ics")
    if arguments.output == "-" and arguments.target and not arguments.changes:
        raise UsageError("--for TARGET goes with a file, not with standard output")


def _check_foreign(path: Path) -> None:
    """Refuse, with a FileError, to replace a calendar that is not this program's; it renews its own."""
    if is_foreign(path, CALENDAR):
        raise FileError(
            f"{path}: another calendar has this name, which another program made; choose another name, or"
            " add --replace"
        )


def _warnings(export: Export) -> Iterator[str]:
    """What is said before a file is written."""
    if large := large_text(export.diff.now, export.span, export.options):
        yield large
    # A name, a color and a range are the calendar's, and in no event.
    told = export.options._replace(name="", color="", months=DEFAULT_OPTIONS.months)
    if not export.target and told != DEFAULT_OPTIONS:
        yield ONLY_FOR


def _lines(arguments: Namespace, export: Export, done: ExportResult) -> Iterator[str]:
    """What was written, and what had changed."""
    if arguments.update and not done.written:
        yield f"{arguments.target} {done.changes_text}; no file was written."
        return
    count = f"{counted(done.written, 'event')}, " if arguments.update else ""
    yield f"{arguments.output}: {count}{span(*export.span)}"
    yield done.receipt
    if done.changes_text:
        yield f"{arguments.target} {done.changes_text}."


def _asked(
    arguments: Namespace, document: Document, today: date
) -> tuple[DeliveredState, tuple[date, date]]:
    """What the target has, with the options asked for in place of its own; and which days."""
    target = arguments.target or ""
    # What was chosen for the target last time holds again, but for what is said now.
    delivered = ledger.load(document.path, target) if target else DeliveredState("")
    options = asked_options(arguments, delivered.options)
    days = file_days_asked(arguments, document.plan, today, options.months)
    return delivered._replace(target=target, options=options), days  # called as it was typed


COMMAND = Command(_add_arguments, _run)
