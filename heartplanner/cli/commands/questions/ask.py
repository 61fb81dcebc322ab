"""The command `ask`."""

from __future__ import annotations

from heartplanner.cli.answer_options import add_answer_arguments
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser
from heartplanner.cli.plan_access import open_plan
from heartplanner.cli.text.answers import answered, context_of, refusal, refused
from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.plan.model import PlanError


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("question", nargs="+", metavar="QUESTION")
    add_answer_arguments(parser)


def _run(request: Request) -> Output:
    arguments = request.arguments
    schedule = open_plan(arguments).schedule
    context = context_of(schedule.plan, request)
    try:
        return answered(arguments, ask(schedule, " ".join(arguments.question), context))
    except NotUnderstoodError as error:
        if arguments.format == "json":
            return refused(refusal(error))
        raise PlanError(refusal(error)) from None


COMMAND = Command(_add_arguments, _run)
