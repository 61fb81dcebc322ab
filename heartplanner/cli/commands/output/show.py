"""The command `show`."""

from __future__ import annotations

import json

from heartplanner.cli.argument_types import add_format, add_range, month, typed
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser, UsageError
from heartplanner.cli.plan_access import days_asked, open_plan
from heartplanner.cli.text.show_text import show_json, show_lines
from heartplanner.files import public_holidays


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("--month", type=typed(month), metavar="YYYY-MM")
    add_range(parser)
    add_format(parser)


def _run(request: Request) -> Output:
    arguments = request.arguments
    shown = arguments.month
    if shown and (arguments.first or arguments.last):
        raise UsageError("--month stands alone, without --from and --to")
    schedule = open_plan(arguments).schedule
    if shown:
        first, last = shown.first, shown.last
    else:
        first, last = days_asked(arguments, schedule.plan, request.today)
    if arguments.format == "json":
        return Output(json.dumps(show_json(schedule, first, last), indent=1).splitlines())
    return Output(show_lines(schedule, first, last, public_holidays.between(first, last)))


COMMAND = Command(_add_arguments, _run)
