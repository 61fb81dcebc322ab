"""The command `keep`: calendar files that follow the plan from now on."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from pathlib import Path

from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.commands.output.export_options import add_export_options, asked_options
from heartplanner.cli.parser import Parser, UsageError, file_path
from heartplanner.cli.plan_access import make_own, open_plan
from heartplanner.cli.terminal import aside
from heartplanner.core.words.english import span
from heartplanner.document import Document
from heartplanner.files.calendar import ledger
from heartplanner.files.calendar.kept import keep, kept_file, kept_files, stop, write
from heartplanner.files.disk import FileError

FROM_NOW_ON = "From now on it is written again after each change, and when a new day begins."
ENDING = ".ics"
NONE = "No calendar file is kept up to date; heartplanner keep FILE.ics starts one."


def _add_arguments(parser: Parser) -> None:
    text = "the calendar file, in a folder that your phone or your family reads"
    parser.add_argument("file", type=file_path, nargs="?", metavar="FILE.ics", help=text)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="list the files that are kept up to date")
    text = "keep this file up to date no longer; it stays as it is"
    what.add_argument("--stop", type=file_path, metavar="FILE.ics", help=text)
    text = "replace FILE.ics even if it was not made from your schedule"
    what.add_argument("--replace", action="store_true", help=text)
    add_export_options(parser)


def _run(request: Request) -> Output:
    arguments = request.arguments
    _check(arguments)
    document = open_plan(arguments)
    if arguments.list:
        return _list(document)
    if arguments.stop:
        return _stop(document, arguments.stop)
    return _keep(document, request)


def _check(arguments: Namespace) -> None:
    """What options go together. Raises UsageError."""
    if (arguments.file is None) != bool(arguments.list or arguments.stop):
        raise UsageError("keep takes FILE.ics, or --list, or --stop FILE.ics")


def _keep(document: Document, request: Request) -> Output:
    """Let a file follow the plan, and write it for the first time."""
    arguments, clock, today = request
    # A plan in no file has nothing beside which the list of kept files could lie.
    make_own(document, clock)
    plan_file, path = document.path, arguments.file
    before = kept_file(plan_file, path)
    if not before.made_of and path.suffix.lower() != ENDING:
        raise FileError(
            f"{path}: the name is to end in {ENDING}: by that phones know a calendar file"
        )
    options = asked_options(arguments, ledger.target_state(plan_file, before.target).options)
    kept = keep(plan_file, path, options, replace=arguments.replace)
    try:
        done = write(kept, document.schedule, plan_file, today)
    except FileError:
        # What was never written is told once, and not again with every change to come.
        if not before.made_of:
            # Why it could not be written says more than why the list cannot be either.
            with contextlib.suppress(FileError):
                stop(plan_file, path)
        raise
    if done is None:
        return Output([f"{path} is kept up to date already, and nothing has changed."])
    aside(done.notes)
    return Output([f"{path}: {span(*done.span)}", done.receipt, FROM_NOW_ON])


def _stop(document: Document, path: Path) -> Output:
    if not stop(document.path, path):
        raise FileError(
            f"{path}: this file is not kept up to date; heartplanner keep --list shows those that are"
        )
    return Output([f"{path} is kept up to date no longer. It stays as it is."])


def _list(document: Document) -> Output:
    """The kept files. As after every command they are then brought up to date, or it is said why not."""
    return Output([str(kept.path) for kept in kept_files(document.path)] or [NONE])


COMMAND = Command(_add_arguments, _run)
