"""The command `check`."""

from __future__ import annotations

import json
from collections.abc import Iterable

from heartplanner.cli.argument_types import add_format, add_range
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser
from heartplanner.cli.plan_access import days_asked, open_plan
from heartplanner.cli.text.show_text import check_lines, verdict_json
from heartplanner.core.rules.posting_rules import check


def _add_arguments(parser: Parser) -> None:
    add_range(parser)
    add_format(parser)


def _run(request: Request) -> Output:
    arguments = request.arguments
    schedule = open_plan(arguments).schedule
    first, last = days_asked(arguments, schedule.plan, request.today)
    verdicts = check(schedule, first, last)
    lines: Iterable[str] = check_lines(schedule, verdicts, first, last)
    if arguments.format == "json":
        lines = json.dumps([verdict_json(verdict) for verdict in verdicts], indent=1).splitlines()
    return Output(lines, 0 if all(verdict.holds for verdict in verdicts) else 1)


COMMAND = Command(_add_arguments, _run)
