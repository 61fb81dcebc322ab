"""The command `print`: sheets of paper as a PDF, one page each. It loads Qt, and only it does."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from heartplanner.cli.parser import UsageError, printable
from heartplanner.cli.plans import Opened, aside, days_asked
from heartplanner.core.choices import Language
from heartplanner.core.edits import check_text
from heartplanner.core.horizon import first_day
from heartplanner.core.month import Month
from heartplanner.core.paper import Wishes
from heartplanner.core.paper_cycle import cycle_start
from heartplanner.core.plan import Plan, PlanError
from heartplanner.core.sheets import Leaf, Sort, holidays_needed, sheet_of
from heartplanner.core.wall import hung, wall, with_printed
from heartplanner.core.words import counted, full_date, listed
from heartplanner.files import product, public_holidays
from heartplanner.files import wall as walls
from heartplanner.files.disk import FileError

if TYPE_CHECKING:
    from heartplanner.ui.paper.press import Pressed

ALL_RIGHT = "What hangs on your wall is right."


def run(arguments: Namespace, opened: Opened, today: date) -> int:
    """Write the sheets. Returns the exit status; what has no room on them is said first."""
    hanging = wall(opened.plan, walls.load(opened.path), today)
    if arguments.wall:
        _say(hanging.text or ALL_RIGHT)
        return 0
    if arguments.output is None:
        raise UsageError("print takes -o FILE.pdf")
    leaves = list(hanging.old) if arguments.old else _leaves(arguments, opened.plan, today)
    if not leaves:
        _say(ALL_RIGHT)
        return 0
    title = _title(leaves)
    pressed = _pressed(arguments, opened.plan, leaves, title, today)
    aside(printable(line) for line in pressed.untold)
    if arguments.output == "-":
        sys.stdout.buffer.write(pressed.data)
        return 0
    path = Path(arguments.output)
    aside(product.write(path, pressed.data, product.PDF, plan_file=opened.path))
    printed = [hung(opened.plan, leaf, today) for leaf in leaves]
    aside(walls.save(opened.path, with_printed(walls.load(opened.path), printed)))
    pages = counted(len(leaves), "page")
    _say(f"{printable(str(path))}: {title}, {pages}, version {len(opened.plan.history)}")
    return 0


def _say(line: str) -> None:
    print(line)  # noqa: T201  (printing is its work)


def _pressed(
    arguments: Namespace, plan: Plan, leaves: list[Leaf], title: str, today: date
) -> Pressed:
    """The sheets as a PDF. Raises FileError where Qt or a font is missing."""
    try:
        from heartplanner.ui.paper.items import Paper, Setting
        from heartplanner.ui.paper.press import press
    except ImportError as error:
        raise FileError(
            f"printing needs Qt's libraries: {error}; README.md names the packages"
        ) from None
    check_text(arguments.name)
    wishes = Wishes(today, arguments.clock == "24", arguments.week == "sunday", arguments.name)
    needed = holidays_needed(leaves)
    public = public_holidays.between(*needed) if needed else {}
    sheets = [sheet_of(plan, leaf, public, wishes) for leaf in leaves]
    return press(sheets, Setting(Paper(arguments.paper), arguments.ink_light), title, today)


def _leaves(arguments: Namespace, plan: Plan, today: date) -> list[Leaf]:
    """The sheets asked for; told nothing, the present month, or the first of the plan."""
    given = (arguments.first, arguments.last)
    alone = [arguments.month, arguments.year, arguments.cycle or None]
    if sum(each is not None for each in alone) + any(given) > 1:
        raise UsageError("one of --month, --year, --cycle, or --from and --to, says what to print")
    if arguments.language and not arguments.family:
        raise UsageError("--language goes with --family")
    if arguments.family and (arguments.year or arguments.cycle):
        raise UsageError("--family goes with --month, or --from and --to")
    if arguments.year:
        return [
            Leaf(Sort.YEAR, _not_before(plan, date(arguments.year, 12, 31)).replace(month=1, day=1))
        ]
    if arguments.cycle:
        return [Leaf(Sort.CYCLE, cycle_start(plan, today))]
    months = _months(arguments, plan, today)
    sort = Sort.FAMILY if arguments.family else Sort.MONTH
    _not_before(plan, months[0].last)
    return [Leaf(sort, month.first, Language(arguments.language or "en")) for month in months]


def _months(arguments: Namespace, plan: Plan, today: date) -> list[Month]:
    if arguments.month:
        return [arguments.month]
    if not (arguments.first or arguments.last):
        return [Month.of(first_day(plan, today))]
    first, last = days_asked(arguments, plan, today)
    months = [Month.of(first)]
    while not months[-1].holds(last):
        months.append(months[-1].plus(1))
    return months


def _not_before(plan: Plan, last: date) -> date:
    """A sheet's last day, which has to be one of the plan. Raises PlanError."""
    if last < plan.start:
        raise PlanError(f"{full_date(last)} is before your start date, {full_date(plan.start)}")
    return last


def _title(leaves: Sequence[Leaf]) -> str:
    """August 2025 - October 2025, or each sheet by its name."""
    if {leaf.sort for leaf in leaves} == {Sort.MONTH} and len(leaves) > 1:
        return f"{leaves[0].title} - {leaves[-1].title}"
    return listed([leaf.title for leaf in leaves])
