"""The command `confirm`."""

from __future__ import annotations

from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.cli.text.show_text import assignment_line
from heartplanner.core.explain.day_text import is_unsure
from heartplanner.core.finder.search import confirmed


def _add_arguments(_: Parser) -> None:
    """It takes none of its own."""


def _run(request: Request) -> Output:
    document = open_plan(request.arguments)
    if not is_unsure(document.plan):
        return Output(["Your rotation was confirmed already."])
    plan = confirmed(document.plan, request.clock)
    change(document, plan, request.clock)
    return Output([f"Confirmed: {assignment_line(assignment)}" for assignment in plan.assignments])


COMMAND = Command(_add_arguments, _run)
