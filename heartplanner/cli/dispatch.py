"""Runs the command that was asked for, and prints what it answers: the only place that does."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date, datetime

from heartplanner.cli.argument_parser import command_of
from heartplanner.cli.argument_types import printable
from heartplanner.cli.command import CommandError, Request
from heartplanner.core.plan.model import PlanError
from heartplanner.files.disk import FileError


def run(arguments: Namespace, clock: datetime, today: date) -> int:
    """Run the parsed command. `clock`: now, in UTC and whole seconds. Returns the exit status.

    Raises CommandError.
    """
    command = command_of(arguments.command)
    try:
        output = command.run(Request(arguments, clock, today))
    except (PlanError, FileError) as error:
        raise CommandError(str(error), command.error_status) from None
    for line in output.lines:
        print(printable(line))
    if output.data:
        sys.stdout.buffer.write(output.data)
    return output.status
