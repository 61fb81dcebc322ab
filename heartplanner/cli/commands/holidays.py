"""The command `holiday`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date, datetime

from heartplanner.cli.plan_access import Opened, open_plan, save
from heartplanner.core.edits import edits
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.holidays import holidays, words
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import long_date
from heartplanner.files import public_holidays


def run(arguments: Namespace, clock: datetime, today: date) -> list[str]:
    """List the holidays, add one, or remove one. Returns what to print."""
    opened = open_plan(arguments)
    match arguments.action:
        case "list":
            year = arguments.year or today.year
            return listed(opened.schedule, public_holidays.names(year), year)
        case "add":
            save(
                opened, edits.add_holiday(opened.plan, arguments.date, arguments.name, clock), clock
            )
            return [f"Added: {_line(opened.schedule, arguments.date, arguments.name)}"]
        case _:
            return [_remove(opened, arguments.date, clock)]


def _remove(opened: Opened, day: date, clock: datetime) -> str:
    names = holidays(opened.plan, public_holidays.between(day, day), day, day)
    if day not in names:
        raise PlanError(f"{long_date(day)} is no holiday")
    save(opened, edits.remove_holiday(opened.plan, day, clock), clock)
    return f"Removed: {long_date(day)}, {names[day]}: what the day holds stays as it is"


def listed(schedule: Schedule, public: Mapping[date, str], year: int) -> list[str]:
    """A line a holiday of the year, and a line for each that the responder took away."""
    plan = schedule.plan
    names = holidays(plan, public, date(year, 1, 1), date(year, 12, 31))
    lines = {day: _line(schedule, day, name) for day, name in names.items()}
    for own in plan.holidays:
        if own.date.year == year and not own.name:
            called = f" ({public[own.date]})" if own.date in public else ""
            lines[own.date] = f"{long_date(own.date):<29} no holiday for you{called}"
    return [lines[day] for day in sorted(lines)] or [f"No holidays in {year}."]


def _line(schedule: Schedule, day: date, name: str) -> str:
    return f"{long_date(day):<29} {words(name, schedule.days(day, day)[0])}"
