"""The command `pay`: pay periods and paydays."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from heartplanner.cli.argument_types import DATE, whole
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser, command, subcommands
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.explain.pay_text import pay_text, payday_line
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.pay import (
    LONGEST_LAG,
    LONGEST_PERIOD,
    SHORTEST_PERIOD,
    PaydayPlace,
    PaySchedule,
)
from heartplanner.core.schedule.ranges.default_range import first_day, last_day
from heartplanner.core.words.english import span

NONE = "No pay periods are known. heartplanner pay set says when one begins and how long it is."


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    listed = command(actions, "list", "Your pay periods, and the paydays of twelve months.")
    listed.add_argument("--today", type=DATE, metavar="DATE", help="stands in for today")
    text = "Say when a pay period begins, how long it is, and when you are paid for it."
    _add_pay(command(actions, "set", text))
    command(actions, "remove", "Forget pay periods and paydays.")


def _add_pay(parser: Parser) -> None:
    parser.add_argument("first", type=DATE, metavar="FIRST-DAY", help="a day on which one begins")
    text = f"its length, {SHORTEST_PERIOD} to {LONGEST_PERIOD} days"
    days = whole(SHORTEST_PERIOD, LONGEST_PERIOD)
    parser.add_argument("days", type=days, metavar="DAYS", help=text)
    text = f"days from its end to payday, 0 to {LONGEST_LAG} (default: not known)"
    parser.add_argument("--lag", type=whole(0, LONGEST_LAG), metavar="DAYS", help=text)
    text = "where paydays are shown; paper: in the calendar and on its sheets (default: nowhere)"
    places = list(map(str, PaydayPlace))
    parser.add_argument("--show", choices=places, default=str(PaydayPlace.NOWHERE), help=text)


def _run(request: Request) -> Output:
    arguments, clock = request.arguments, request.clock
    document = open_plan(arguments)
    match arguments.action:
        case "list":
            return Output(_listed(document.plan, arguments.today or request.today))
        case "set":
            pay = _pay(arguments)
            change(document, with_pay(document.plan, pay, clock), clock)
            return Output([f"Pay periods: {pay_text(pay)}."])
        case _:
            if document.plan.pay is None:
                raise PlanError("no pay periods are known, so there is nothing to remove")
            change(document, with_pay(document.plan, None, clock), clock)
            return Output(["Removed: pay periods and paydays."])


def _pay(arguments: Namespace) -> PaySchedule:
    return PaySchedule(arguments.first, arguments.days, arguments.lag, PaydayPlace(arguments.show))


def _listed(plan: Plan, today: date) -> Iterator[str]:
    if plan.pay is None:
        yield NONE
        return
    first = first_day(plan, today)
    yield f"Pay periods: {pay_text(plan.pay)}."
    yield f"This one: {span(*plan.pay.period_of(first))}."
    for paid_on in plan.pay.paydays(plan.start, first, last_day(first)):
        yield payday_line(paid_on, plan.pay.paid_for(paid_on))


COMMAND = Command(_add_arguments, _run)
