"""The command `holiday`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from heartplanner.cli.argument_types import DATE, typed, year
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser, command, subcommands
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.core.edits import edits
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.holidays import holidays, words
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import long_date
from heartplanner.document import Document
from heartplanner.files import public_holidays


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    listed = command(actions, "list", "The holidays of a year, each with whether you work.")
    listed.add_argument("--year", type=typed(year), metavar="YYYY", help="default: this year")
    add = command(actions, "add", "Add a holiday, or rename one.")
    add.add_argument("date", type=DATE, metavar="DATE")
    add.add_argument("name", metavar="NAME")
    remove = command(actions, "remove", "A date is not a holiday for you.")
    remove.add_argument("date", type=DATE, metavar="DATE")


def _run(request: Request) -> Output:
    arguments = request.arguments
    document = open_plan(arguments)
    match arguments.action:
        case "list":
            shown = arguments.year or request.today.year
            return Output(_listed(document.schedule, public_holidays.names(shown), shown))
        case "add":
            day, name = arguments.date, arguments.name
            plan = edits.add_holiday(document.plan, day, name, request.clock)
            change(document, plan, request.clock)
            return Output([f"Added: {_line(document.schedule, day, name)}"])
        case _:
            return Output([_remove(document, arguments.date, request.clock)])


def _remove(document: Document, day: date, clock: datetime) -> str:
    names = holidays(document.plan, public_holidays.between(day, day), day, day)
    if day not in names:
        raise PlanError(f"{long_date(day)} is not a holiday")
    change(document, edits.remove_holiday(document.plan, day, clock), clock)
    return f"Removed: {long_date(day)}, {names[day]}: your shifts stay as they are"


def _listed(schedule: Schedule, public: Mapping[date, str], year: int) -> list[str]:
    """A line a holiday of the year, and a line for each that the responder took away."""
    plan = schedule.plan
    names = holidays(plan, public, date(year, 1, 1), date(year, 12, 31))
    lines = {day: _line(schedule, day, name) for day, name in names.items()}
    for own in plan.holidays:
        if own.date.year == year and not own.name:
            called = f" ({public[own.date]})" if own.date in public else ""
            lines[own.date] = f"{long_date(own.date):<29} not a holiday for you{called}"
    return [lines[day] for day in sorted(lines)] or [f"No holidays in {year}."]


def _line(schedule: Schedule, day: date, name: str) -> str:
    on = schedule.days(day, day)[0]
    off = ", off" if on.at and not on.blocks else ""
    return f"{long_date(day):<29} {words(name, on)}{off}"


COMMAND = Command(_add_arguments, _run)
