"""Runs the command that was asked for, and prints what it answers: the only place that does."""

from __future__ import annotations

import contextlib
import sys
from argparse import Namespace
from datetime import datetime

from heartplanner.cli.argument_parser import command_of
from heartplanner.cli.command import Command, CommandError, Output, Request
from heartplanner.cli.plan_access import tell_example, write_kept_files
from heartplanner.cli.terminal import answer
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files.disk import ChangedElsewhereError, FileError

TRIES = 10
"""How often a command is done again that another program came in between."""


def run(arguments: Namespace, clock: datetime) -> int:
    """Run the parsed command. `clock`: now, in UTC and whole seconds. Returns the exit status.

    Raises CommandError, and FileError of what is written beside the command's own work.
    """
    try:
        return _answered(arguments, clock)
    except PlanError as error:  # the lines of an answer are made while they are printed
        raise CommandError(str(error), 1) from None


def _answered(arguments: Namespace, clock: datetime) -> int:
    command = command_of(arguments.command)
    today = clock.astimezone(ZONE).date()
    try:
        output = _output(command, Request(arguments, clock, today))
    except FileError as error:
        raise CommandError(str(error), command.error_status) from None
    except PlanError as error:
        tell_example(arguments)
        raise CommandError(str(error), command.error_status) from None
    tell_example(arguments)
    answer(output.lines)
    if output.data:
        sys.stdout.buffer.write(output.data)
    write_kept_files(arguments, today)
    return output.status


def _output(command: Command, request: Request) -> Output:
    """What a command answers. Where another program saved the same plan meanwhile, it is done once more."""
    # What came by standard input can be read only once.
    piped = any(value in ("-", ["-"]) for value in vars(request.arguments).values())
    for _ in range(0 if piped else TRIES - 1):
        # Each time the plan is read anew, and nothing was written before: so no edit is lost or made twice.
        with contextlib.suppress(ChangedElsewhereError):
            return command.run(request)
    return command.run(request)
