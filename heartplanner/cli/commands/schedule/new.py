"""The command `new`."""

from __future__ import annotations

from pathlib import Path

from heartplanner.cli.argument_types import DATE
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.commands.schedule.assign import add_assignment_options, with_options
from heartplanner.cli.parser import Parser, UsageError
from heartplanner.cli.plan_access import plan_path, save
from heartplanner.cli.text.show_text import assignment_line
from heartplanner.core.edits import edits
from heartplanner.core.edits.example import START
from heartplanner.core.plan.model import Assignment
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document, held
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile


def _add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="where to save it (or --plan FILE)"
    )
    parser.add_argument("--start", type=DATE, metavar="DATE", help="default: 2025-07-28")
    add_assignment_options(parser, "week 1 to 6 of the cycle on the start date (default 1)")
    parser.add_argument(
        "--force",
        action="store_true",
        help="replace FILE if there is one; it is kept as an earlier copy",
    )


def _run(request: Request) -> Output:
    arguments = request.arguments
    if arguments.file and getattr(arguments, "plan", None):
        raise UsageError("new takes FILE or --plan FILE, not both")
    path: Path = arguments.file or plan_path(arguments)
    # A file that cannot be read cannot be replaced either: --force would be no way out.
    present = held(path)
    if present is not None and not arguments.force:
        raise FileError(f"{path}: there is already a file; --force replaces it")
    assignment = with_options(arguments, Assignment(arguments.start or START))
    # Its own id from the start: two people's calendars must not share UIDs.
    plan = edits.new_plan(planfile.new_id(), assignment, request.clock)
    save(Document(path, Schedule(plan), present), request.clock)
    return Output([f"{path}: {assignment_line(assignment)}"])


COMMAND = Command(_add_arguments, _run)
