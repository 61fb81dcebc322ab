"""The plan that a command works on: where it is, reading it, and saving it with the version before kept."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from heartplanner.cli.argument_types import UsageError, printable
from heartplanner.core.edits.example import SAID, example_plan
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.default_range import MONTHS_ON, first_day, last_day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile, versions


class Opened(NamedTuple):
    """A plan with its schedule, where it belongs, and the bytes read from there (None: not written yet)."""

    path: Path
    schedule: Schedule
    data: bytes | None

    @property
    def plan(self) -> Plan:
        return self.schedule.plan


def place(arguments: Namespace) -> Path:
    """Where the plan of --plan, or else the responder's own, lies or is to lie."""
    given: Path | None = getattr(arguments, "plan", None)
    return given or folders.own_plan()


def days_asked(
    arguments: Namespace, plan: Plan, today: date, months: int = MONTHS_ON
) -> tuple[date, date]:
    """The days of --from and --to; else from today or the start date on, for so many months."""
    first = arguments.first or first_day(plan, today)
    last = arguments.last or last_day(first, months)
    if last < first:
        raise UsageError(f"--to {last} is before the first day, {first}")
    return first, last


def open_plan(arguments: Namespace) -> Opened:
    """The plan of --plan; else the responder's own; else the example, said on standard error."""
    path = place(arguments)
    if disk.is_there(path):
        loaded = planfile.load(path)
        return Opened(path, loaded.schedule, loaded.data)
    if getattr(arguments, "plan", None):
        raise FileError(f"{path}: no such plan file; heartplanner new {path} writes one")
    aside([SAID])
    return Opened(path, Schedule(example_plan()), None)


def save(opened: Opened, plan: Plan, clock: datetime) -> None:
    """Write the plan in place of the opened one, which is kept as a version. Raises FileError.

    One that is saved for the first time gets an id of its own.
    """
    first = opened.data is None
    replace(opened.path, opened.data, planfile.own(plan) if first else plan, clock)


def made_own(opened: Opened) -> Opened:
    """The example, saved as the responder's own plan before it is handed over. Raises FileError.

    So its events keep the names under which they are known from then on.
    """
    plan = planfile.own(opened.plan)
    folders.make_parent(opened.path)
    notes = planfile.save(opened.path, plan, None)
    aside([f"It is now your own plan: {printable(str(opened.path))}", *notes])
    return Opened(opened.path, Schedule(plan), planfile.dump(plan))


def replace(path: Path, data: bytes | None, plan: Plan, clock: datetime) -> None:
    """Write the plan over these bytes (None: nothing is there), which are kept as a version."""
    if data is None:
        folders.make_parent(path)
        aside(planfile.save(path, plan, None))
    else:
        # Kept before it is written over: a version too many does no harm where saving fails.
        notes = versions.keep(path, data, clock)
        aside(notes + planfile.save(path, plan, disk.digest(data)))
    aside(_of_the_wall(path, plan, clock))


def _of_the_wall(path: Path, plan: Plan, clock: datetime) -> list[str]:
    """Which sheets on the wall the change made old, if any hang there."""
    if not disk.is_there(folders.beside(path, folders.WALL)):
        return []
    from heartplanner.core.sheets.printed import wall  # only where sheets were printed
    from heartplanner.files import printed_sheets as walls

    try:
        printed = walls.load(path)
    except FileError:  # said when one prints
        return []
    text = wall(Schedule(plan), printed, clock.astimezone(ZONE).date()).text
    return [text] if text else []


def aside(lines: Iterable[str]) -> None:
    """What is said beside a command's own output."""
    sys.stderr.writelines(f"{line}\n" for line in lines)
