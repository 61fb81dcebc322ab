"""The command `hours`."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date, datetime, time

from heartplanner.cli.argument_types import DATE
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.hours_asked import asked_hours, days_of_units, this_unit
from heartplanner.cli.parser import Parser, UsageError
from heartplanner.cli.plan_access import open_plan
from heartplanner.cli.text.hours_tables import hours_json, hours_lines
from heartplanner.core.hours.book import HoursBook
from heartplanner.core.hours.book_table import csv_text
from heartplanner.core.hours.units import HoursSpan, Unit
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE, local
from heartplanner.core.schedule.ranges.default_range import first_day, last_day
from heartplanner.core.schedule.schedule import Schedule


def _add_arguments(parser: Parser) -> None:
    text = "a line for each of them, whole (default: one table, of this pay period or work week)"
    parser.add_argument("--by", choices=list(map(str, Unit)), help=text)
    text = "the first day (default with --by: this year's)"
    parser.add_argument("--from", dest="first", type=DATE, metavar="DATE", help=text)
    text = "the last day, included (default: the last of twelve months)"
    parser.add_argument("--to", dest="last", type=DATE, metavar="DATE", help=text)
    text = "stands in for today: what ended before this day is so far"
    parser.add_argument("--today", type=DATE, metavar="DATE", help=text)
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text")


def _run(request: Request) -> Output:
    arguments = request.arguments
    schedule = open_plan(arguments).schedule
    book = _book(schedule, arguments, moment_of(request))
    match arguments.format:
        case "json":
            value = hours_json(schedule, book)
            return Output(json.dumps(value, indent=1).splitlines())
        case "csv":
            return Output(csv_text(schedule, book).splitlines())
        case _:
            return Output(hours_lines(schedule, book))


def moment_of(request: Request) -> datetime:
    """The moment that parts what is so far from what is to come, in Durham's time."""
    stand_in: date | None = request.arguments.today
    return local(stand_in, time(0)) if stand_in else request.clock.astimezone(ZONE)


def _book(schedule: Schedule, arguments: Namespace, now: datetime) -> HoursBook:
    plan, today = schedule.plan, first_day(schedule.plan, now.date())
    unit = Unit(arguments.by) if arguments.by else None
    if arguments.first or arguments.last:
        asked = _range(arguments, plan)
    elif unit:
        asked = days_of_units(unit, plan, today)
    else:
        unit, asked = this_unit(plan), HoursSpan(today, today)
    return asked_hours(schedule, asked, unit, now).book


def _range(arguments: Namespace, plan: Plan) -> HoursSpan:
    first = arguments.first or plan.start
    last = arguments.last or last_day(first)
    if last < first:
        raise UsageError(f"--to {last} is before the first day, {first}")
    return HoursSpan(first, last)


COMMAND = Command(_add_arguments, _run)
