"""What each command does."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from heartplanner.cli import show_text
from heartplanner.cli.argument_types import UsageError, printable
from heartplanner.cli.commands import holidays, milestones, restore
from heartplanner.cli.plan_access import days_asked, open_plan, place, replace, save
from heartplanner.core.edits import edits
from heartplanner.core.edits.example import START
from heartplanner.core.explain.day_text import unsure
from heartplanner.core.explain.reasons import change_title
from heartplanner.core.plan.model import (
    BAND_HOURS,
    Absence,
    AbsenceKind,
    Assignment,
    Band,
    Extra,
    Hours,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
    What,
)
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import disk, public_holidays
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile


def run(arguments: Namespace, clock: datetime, today: date) -> int:
    """Run the parsed command. `clock`: now, in UTC and whole seconds. Returns the exit status."""
    match arguments.command:
        case "new":
            return _new(arguments, clock)
        case "assign":
            return _assign(arguments, clock)
        case "confirm":
            return _confirm(arguments, clock)
        case "change":
            return _change(arguments, clock)
        case "milestone" | "holiday" | "find" | "restore":
            return _say(_lines(arguments, clock, today))
        case "show":
            return _show(arguments, today)
        case "check":
            return _check(arguments, today)
        case "print":
            return _print(arguments, today)
        case "publish":
            return _publish(arguments, today)
        case _:
            return _export(arguments, today)


def _lines(arguments: Namespace, clock: datetime, today: date) -> list[str]:
    """What a command prints that has a module of its own."""
    match arguments.command:
        case "milestone":
            return milestones.run(arguments, clock, today)
        case "holiday":
            return holidays.run(arguments, clock, today)
        case "find":
            from heartplanner.cli.commands import find  # only here: others start faster without it

            return find.run(arguments, clock, today)
        case _:
            return restore.run(arguments, clock)


def _say(lines: Iterable[str]) -> int:
    for line in lines:
        print(line)
    return 0


def _with_options(arguments: Namespace, assignment: Assignment) -> Assignment:
    """The assignment with what the options say in its place."""
    given = {
        "rotation": arguments.rotation,
        "cycle_week": arguments.cycle_week,
        "band": arguments.band and Band(arguments.band),
        "admin_start": arguments.admin_start,
        "admin_minutes": arguments.admin_minutes,
        "confirmed": True if arguments.rotation else None,
        "guesses": () if arguments.rotation else None,
    }
    return assignment._replace(**{key: value for key, value in given.items() if value is not None})


def _new(arguments: Namespace, clock: datetime) -> int:
    if arguments.file and getattr(arguments, "plan", None):
        raise UsageError("new takes FILE or --plan FILE, not both")
    path: Path = arguments.file or place(arguments)
    if disk.is_there(path) and not arguments.force:
        raise FileError(f"{path}: is there already; --force replaces it")
    assignment = _with_options(arguments, Assignment(arguments.start or START))
    plan = edits.new_plan(planfile.new_id(), assignment, clock)
    replace(path, disk.read(path, planfile.LIMIT) if disk.is_there(path) else None, plan, clock)
    print(f"{printable(str(path))}: {show_text.assignment_line(assignment)}")
    return 0


def _confirm(arguments: Namespace, clock: datetime) -> int:
    opened = open_plan(arguments)
    if not unsure(opened.plan):
        return _say(["Your rotation was confirmed already."])
    plan = edits.confirm(opened.plan, clock)
    save(opened, plan, clock)
    return _say(f"Confirmed: {show_text.assignment_line(each)}" for each in plan.assignments)


def _assign(arguments: Namespace, clock: datetime) -> int:
    opened = open_plan(arguments)
    assignment = _with_options(arguments, edits.continued(opened.plan, arguments.first))
    plan = edits.assign(opened.plan, assignment, clock)
    save(opened, plan, clock)
    print(show_text.assignment_line(assignment))
    later = [each.start for each in plan.assignments if each.start > assignment.start]
    for start in later[:1]:
        print(f"The assignment from {start} stays in force from then on.")
    return 0


def _change(arguments: Namespace, clock: datetime) -> int:
    opened = open_plan(arguments)
    match arguments.action:
        case "list":
            for change in opened.plan.changes:
                print(f"{change.id:4}  {change_title(change)}")
            if not opened.plan.changes:
                print("No changes.")
        case "add":
            plan = edits.add_change(opened.plan, _what(arguments), clock)
            save(opened, plan, clock)
            added = plan.changes[-1]
            print(f"Added change {added.id}: {change_title(added)}")
            _say(show_text.effect_lines(Schedule(plan), added.what))
        case _:
            plan = edits.remove_change(opened.plan, arguments.id, clock)
            removed = next(each for each in opened.plan.changes if each.id == arguments.id)
            save(opened, plan, clock)
            print(f"Removed change {removed.id}: {change_title(removed)}")
            _say(show_text.effect_lines(Schedule(plan), removed.what))
    return 0


def _what(arguments: Namespace) -> What:
    """The change that the arguments describe."""
    match arguments.kind:
        case "leave" | "sick":
            return Absence(AbsenceKind(arguments.kind), *arguments.dates)
        case "called-off":
            return Absence(AbsenceKind.CALLED_OFF, arguments.date, arguments.date)
        case "extra":
            return _extra(arguments)
        case "swap":
            if not arguments.give and not arguments.take:
                raise UsageError("swap takes --give, --take or both")
            if arguments.band and not arguments.take:
                raise UsageError("swap --band is the band of the shift that --take takes")
            band = Band(arguments.band) if arguments.band else None
            return Swap(arguments.give, arguments.take, band, arguments.colleague)
        case "admin":
            return MovedAdmin(arguments.date, arguments.to, arguments.start)
        case "hours":
            return OtherHours(arguments.date, Hours(arguments.start, arguments.end))
        case "training":
            return Training(arguments.date, Hours(arguments.start, arguments.end))
        case _:
            return Note(arguments.date, arguments.text)


def _extra(arguments: Namespace) -> Extra:
    times = (arguments.start, arguments.end)
    if arguments.band and times == (None, None):
        band = Band(arguments.band)
        return Extra(arguments.date, band, BAND_HOURS[band])
    if arguments.band or None in times:
        raise UsageError("an extra shift takes either --band or both --start and --end")
    return Extra(arguments.date, None, Hours(*times))


def _show(arguments: Namespace, today: date) -> int:
    if arguments.month and (arguments.first or arguments.last):
        raise UsageError("--month stands alone, without --from and --to")
    schedule = open_plan(arguments).schedule
    month = arguments.month
    first, last = (
        (month.first, month.last) if month else days_asked(arguments, schedule.plan, today)
    )
    if arguments.format == "json":
        print(json.dumps(show_text.show_json(schedule, first, last), indent=1))
    else:
        _say(show_text.show_lines(schedule, first, last, public_holidays.between(first, last)))
    return 0


def _check(arguments: Namespace, today: date) -> int:
    schedule = open_plan(arguments).schedule
    first, last = days_asked(arguments, schedule.plan, today)
    verdicts = check(schedule, first, last)
    if arguments.format == "json":
        print(json.dumps([show_text.verdict_json(each) for each in verdicts], indent=1))
    else:
        _say(show_text.check_lines(schedule, verdicts, first, last))
    return 0 if all(each.holds for each in verdicts) else 1


def _export(arguments: Namespace, today: date) -> int:
    from heartplanner.cli.commands import export  # slow to import: only here

    return export.run(arguments, open_plan(arguments), today)


def _print(arguments: Namespace, today: date) -> int:
    from heartplanner.cli.commands.print import run as print_pages  # slow to import: only here

    return print_pages(arguments, open_plan(arguments), today)


def _publish(arguments: Namespace, today: date) -> int:
    from heartplanner.cli.commands import publish  # slow to import: only here

    return publish.run(arguments, open_plan(arguments), today)
