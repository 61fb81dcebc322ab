"""The plan that a command works on: where it is, opening it, and what is said once it is saved."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime
from pathlib import Path

from heartplanner.cli.parser import UsageError
from heartplanner.cli.terminal import aside, printable
from heartplanner.core.edits.example import NO_PLAN, example_plan
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.ranges.default_range import (
    MONTHS_ON,
    file_days,
    first_day,
    last_day,
)
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile, versions

LATER = "It is tried again with your next change, and when the program next starts."


def plan_path(arguments: Namespace) -> Path:
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


def file_days_asked(
    arguments: Namespace, plan: Plan, today: date, months: int
) -> tuple[date, date]:
    """The days of --from and --to for a calendar file; else from the month before this one on."""
    if arguments.first:
        return days_asked(arguments, plan, today, months)
    first, last = file_days(plan, today, months)
    return days_asked(Namespace(first=first, last=arguments.last or last), plan, today)


def open_plan(arguments: Namespace) -> Document:
    """The plan of --plan; else the responder's own; else the example, as `tell_example` says."""
    path = plan_path(arguments)
    if disk.is_there(path) and disk.is_file(path):
        return Document.load(path)
    if copies := copies_told(path):
        raise FileError(f"{path}: there is no such schedule file any more; {copies}")
    check_given(getattr(arguments, "plan", None))
    if disk.is_there(path):
        return Document.load(path)
    arguments.is_example = True
    return Document(path, Schedule(example_plan()), None)


def check_given(path: Path | None) -> None:
    """Raise FileError, which says how one is started, where the plan of --plan is not there."""
    if path is None or disk.is_there(path):
        return
    # A name that cannot be said as it is would start another file.
    is_said = printable(str(path)) == str(path)
    starts = f"; heartplanner new {path} starts one" if is_said else ""
    raise FileError(f"{path}: there is no such schedule file{starts}")


def copies_told(path: Path) -> str:
    """What shows the earlier copies of a schedule file that is gone; "" where it has none."""
    try:
        has_copies = bool(versions.versions(path))
    except FileError:
        return ""
    return f"{planfile.restore_command(path)} shows its earlier copies" if has_copies else ""


def tell_example(arguments: Namespace) -> None:
    """Say that a command's answer is the example's; what was saved meanwhile has been told of already."""
    if getattr(arguments, "is_example", False) and not disk.is_there(plan_path(arguments)):
        aside([NO_PLAN])


def change(document: Document, plan: Plan, clock: datetime) -> None:
    """Save the plan in place of the opened one, and say what that made old. Raises FileError.

    The example gets an id of its own with that.
    """
    # The example becomes somebody's own with the first edit, and gets an id that nobody can guess.
    told, own = ([], plan) if document.in_file else ([NO_PLAN], planfile.own(plan))
    # Told once it is saved: where that fails, its reason is all that somebody needs to read.
    aside([*told, *document.change("", own, clock)])
    aside(_old_sheets(document, clock))


def save(document: Document, clock: datetime) -> None:
    """Save the document over whatever its file held, and say what that made old. Raises FileError."""
    aside(document.save(clock))
    aside(_old_sheets(document, clock))


def make_own(document: Document, clock: datetime) -> None:
    """Save the example as the responder's own plan before it is exported. Raises FileError.

    So its events keep the names under which they are known from then on.
    """
    if not document.in_file:
        notes = document.change("", planfile.own(document.plan), clock)
        aside([NO_PLAN, f"This is now your own schedule: {document.path}", *notes])


def _old_sheets(document: Document, clock: datetime) -> list[str]:
    """Which printed sheets the change made old."""
    # Looked at first, since most commands then need not load what knows of sheets.
    if not disk.is_there(folders.beside(document.path, folders.PRINTED)):
        return []
    from heartplanner.core.sheets.printed import sheet_status  # only where sheets were printed
    from heartplanner.files import printed_sheets

    try:
        printed = printed_sheets.load(document.path)
    except FileError:  # said when one prints
        return []
    text = sheet_status(document.schedule, printed, clock.astimezone(ZONE).date()).text
    return [text] if text else []


def write_kept_files(arguments: Namespace, today: date) -> None:
    """Bring the kept calendar files up to date, and say which could not be. Nothing is loaded without one.

    Every command does so once its own work is done: a change is written at once, and what an earlier one
    could not write, or a new day moves, with the next command.
    """
    try:
        path = plan_path(arguments)
        if not disk.is_there(folders.beside(path, folders.KEPT)):
            return
        schedule = planfile.load(path).schedule
    except FileError:  # said by every command that works on the plan
        return
    from heartplanner.files.calendar.kept import write_kept

    aside(f"{note} {LATER}" for note in write_kept(schedule, path, today))
