"""The command `print`: months as a PDF, one page each. It loads Qt, and only it does."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from heartplanner.cli.parser import UsageError, printable
from heartplanner.cli.plans import Opened, aside
from heartplanner.core.edits import check_text
from heartplanner.core.horizon import first_day, last_day
from heartplanner.core.month import Month
from heartplanner.core.paper import Wishes, month_sheet
from heartplanner.core.plan import Plan, PlanError
from heartplanner.core.words import counted, full_date
from heartplanner.files import product, public_holidays
from heartplanner.files.disk import FileError


def run(arguments: Namespace, opened: Opened, today: date) -> int:
    """Write the sheets. Returns the exit status; what has no room on them is said first."""
    months = _months(arguments, opened.plan, today)
    try:
        from heartplanner.ui.paper.press import press
    except ImportError as error:
        raise FileError(
            f"printing needs Qt's libraries: {error}; README.md names the packages"
        ) from None
    check_text(arguments.name)
    wishes = Wishes(today, arguments.clock == "24", arguments.week == "sunday", arguments.name)
    public = public_holidays.between(months[0].plus(-1).first, months[-1].plus(1).last)
    sheets = [month_sheet(opened.plan, month, public, wishes) for month in months]
    title = _title(months)
    pressed = press(sheets, arguments.paper, title, today, light=arguments.ink_light)
    aside(printable(line) for line in pressed.untold)
    if arguments.output == "-":
        sys.stdout.buffer.write(pressed.data)
        return 0
    path = Path(arguments.output)
    aside(product.write(path, pressed.data, product.PDF, plan_file=opened.path))
    pages = counted(len(months), "page")
    print(f"{printable(str(path))}: {title}, {pages}, version {len(opened.plan.history)}")  # noqa: T201
    return 0


def _months(arguments: Namespace, plan: Plan, today: date) -> list[Month]:
    """The months asked for; told nothing, the present one, or the first of the plan."""
    given = (arguments.first, arguments.last)
    if arguments.month and any(given):
        raise UsageError("--month stands alone, without --from and --to")
    first = arguments.first or first_day(plan, today)
    if arguments.month:
        months = [arguments.month]
    elif not any(given):
        months = [Month.of(first)]
    else:
        months = _between(first, arguments.last or last_day(first))
    if months[0].last < plan.start:
        start = full_date(plan.start)
        raise PlanError(f"{months[0].title} is before your start date, {start}")
    return months


def _between(first: date, last: date) -> list[Month]:
    if last < first:
        raise UsageError(f"--to {last} is before the first day, {first}")
    months = [Month.of(first)]
    while not months[-1].holds(last):
        months.append(months[-1].plus(1))
    return months


def _title(months: list[Month]) -> str:
    first, last = months[0].title, months[-1].title
    return first if first == last else f"{first} - {last}"
