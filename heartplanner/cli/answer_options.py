"""The options of commands that answer a question as of a day, and that day."""

from __future__ import annotations

from datetime import date

from heartplanner.cli.argument_types import DATE, add_format
from heartplanner.cli.command import Request
from heartplanner.cli.parser import Parser


def add_answer_arguments(parser: Parser) -> None:
    parser.add_argument("--today", type=DATE, metavar="DATE", help="the day to take for today")
    add_format(parser)


def today_of(request: Request) -> date:
    """The date that stands in for today, or today."""
    stand_in: date | None = request.arguments.today
    return stand_in or request.today
