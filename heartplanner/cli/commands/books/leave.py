"""The command `leave`: balances of leave, what accrues, and what is left on a day."""

from __future__ import annotations

import argparse
import json
from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from heartplanner.cli.argument_types import DATE, add_format, typed
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser, UsageError, command, subcommands
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.cli.text.leave_tables import balance_json, line_json, line_texts
from heartplanner.core.edits.leave import with_leave, without_leave
from heartplanner.core.leave.balances import Outlook, account_of, outlook
from heartplanner.core.leave.leave_text import account_text, balance_text, leave_lines
from heartplanner.core.plan.leave import Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.leave_hours import read_hours
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import sentence_case

NONE = "No leave balances are known. heartplanner leave set says what there is and what accrues."
KINDS = list(map(str, LeaveKind))
HOURS = typed(read_hours)


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    listed = command(actions, "list", "Each balance: today, planned, and left after all planned.")
    _add_today(listed)
    add_format(listed)
    _add_set(command(actions, "set", "Say what there is of a kind of leave, and what accrues."))
    text = "What is left on a day, with all that is planned until then."
    balance = command(actions, "balance", text)
    balance.add_argument("kind", nargs="?", choices=KINDS, help="default: each that is known")
    balance.add_argument("--on", type=DATE, metavar="DATE", help="default: today")
    _add_today(balance)
    add_format(balance)
    removed = command(actions, "remove", "Forget a balance; the leave that you entered stays.")
    removed.add_argument("kind", choices=KINDS)


def _add_set(parser: Parser) -> None:
    parser.add_argument("kind", choices=KINDS)
    text = "what there is, in hours such as 80, 4.62 or 1/30"
    parser.add_argument("hours", type=HOURS, metavar="HOURS", help=text)
    text = "the day at whose end that is so, as on a pay stub (default: today)"
    parser.add_argument("--on", type=DATE, metavar="DATE", help=text)
    text = "what accrues; goes with --per (default: nothing)"
    parser.add_argument("--accrues", type=HOURS, metavar="HOURS", help=text)
    text = "for each hour worked, or on the last day of a pay period or month"
    parser.add_argument("--per", choices=list(map(str, Per)), help=text)
    text = "the balance from which on nothing accrues (default: none)"
    parser.add_argument("--cap", type=HOURS, metavar="HOURS", help=text)
    _add_today(parser)


def _add_today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", type=DATE, metavar="DATE", help="stands in for today")


def _run(request: Request) -> Output:
    arguments, clock = request.arguments, request.clock
    if arguments.action == "set":
        account = _account(arguments, _today(request))
    document = open_plan(arguments)
    match arguments.action:
        case "list":
            return _listed(document.schedule, arguments, _today(request))
        case "balance":
            on = arguments.on or _today(request)
            return _balances(document.schedule, arguments, on)
        case "set":
            change(document, with_leave(document.plan, account, clock), clock)
            return Output([f"{sentence_case(account_text(account))}."])
        case _:
            kind = LeaveKind(arguments.kind)
            change(document, without_leave(document.plan, kind, clock), clock)
            return Output([f"Removed: the balance of {kind}."])


def _today(request: Request) -> date:
    stand_in: date | None = request.arguments.today
    return stand_in or request.today


def _account(arguments: Namespace, today: date) -> LeaveAccount:
    if (arguments.accrues is None) != (arguments.per is None):
        raise UsageError("leave set takes --accrues and --per together, or neither")
    accrual = Accrual(arguments.accrues, Per(arguments.per)) if arguments.per else None
    on = arguments.on or today
    return LeaveAccount(LeaveKind(arguments.kind), on, arguments.hours, accrual, arguments.cap)


def _listed(schedule: Schedule, arguments: Namespace, today: date) -> Output:
    lines = list(leave_lines(schedule, today))
    if arguments.format == "json":
        value = {"today": today.isoformat(), "leave": [line_json(line) for line in lines]}
        return Output(json.dumps(value, indent=1).splitlines())
    return Output([text for line in lines for text in line_texts(line)] or [NONE])


def _balances(schedule: Schedule, arguments: Namespace, on: date) -> Output:
    found = [outlook(schedule, account, on) for account in _asked(schedule.plan, arguments.kind)]
    if arguments.format == "json":
        value = {"on": on.isoformat(), "balances": [balance_json(one) for one in found]}
        return Output(json.dumps(value, indent=1).splitlines())
    return Output([_balance_line(one) for one in found])


def _balance_line(found: Outlook) -> str:
    return f"{sentence_case(balance_text(found))}."


def _asked(plan: Plan, kind: str | None) -> Sequence[LeaveAccount]:
    """The balances that are asked for. Raises PlanError where none is known."""
    if kind is None:
        if not plan.leave:
            raise PlanError(
                "no leave balances are known: heartplanner leave set says what there is"
            )
        return plan.leave
    account = account_of(plan, LeaveKind(kind))
    if account is None:
        raise PlanError(f"no balance of {kind} is known: heartplanner leave set says what there is")
    return (account,)


COMMAND = Command(_add_arguments, _run)
