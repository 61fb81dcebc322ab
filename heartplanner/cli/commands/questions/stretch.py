"""The command `stretch`."""

from __future__ import annotations

import argparse
import re

from heartplanner.cli.answer_options import add_answer_arguments, today_of
from heartplanner.cli.argument_types import DATES, add_range
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser
from heartplanner.cli.plan_access import days_asked, open_plan
from heartplanner.cli.text.answers import answered
from heartplanner.core.ask.ask import answer
from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.question import Context, Stretch


def _add_arguments(parser: Parser) -> None:
    text = "hours of leave there are, such as 32 or 7.5"
    parser.add_argument("--hours", type=_minutes, required=True, metavar="N", help=text)
    add_range(parser)
    for option, help_text in (
        ("--with", "must be in; may be given again"),
        ("--without", "must not be in; may be given again"),
    ):
        parser.add_argument(
            option,
            dest=option[2:],
            type=DATES,
            action="append",
            default=[],
            metavar="DATE[..DATE]",
            help=help_text,
        )
    add_answer_arguments(parser)


def _minutes(text: str) -> int:
    if not re.fullmatch(r"\d{1,3}(\.\d)?", text, re.ASCII):
        raise argparse.ArgumentTypeError("expected hours from 0 to 999, such as 32 or 7.5")
    return round(float(text) * 60)


def _run(request: Request) -> Output:
    arguments = request.arguments
    schedule = open_plan(arguments).schedule
    within = AskedDays(*days_asked(arguments, schedule.plan, today_of(request)))
    held, barred = (
        tuple(AskedDays(*span) for span in vars(arguments)[name]) for name in ("with", "without")
    )
    asked = Stretch(within, arguments.hours, held, barred)
    context = Context(schedule.plan, today_of(request), {})
    return answered(arguments, answer(schedule, asked, context))


COMMAND = Command(_add_arguments, _run)
