"""The command `entry`: appointments of one's own."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from heartplanner.cli.argument_types import (
    DATE,
    DATES,
    TIME,
    Parser,
    UsageError,
    add_format,
    command,
    subcommands,
    typed,
    whole,
)
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.core.edits.own_entries import (
    MOST_WEEKS,
    add_entry,
    entry_of,
    keep_entry,
    remove_entry,
    skip_entry,
)
from heartplanner.core.events.conflicts import EventConflict, entry_conflicts
from heartplanner.core.explain.entry_text import (
    conflict_lines,
    conflict_text,
    entry_line,
    entry_title,
)
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import WEEK_STARTS, PlanError
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat, next_date
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.plain_text import plain_text
from heartplanner.files.plan.own_entry_json import entry_out

NONE_YET = "No appointment yet: heartplanner entry add NAME DATE"
HOUR = timedelta(hours=1)
ID = whole(1, 1_000_000)


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    _add_add(
        command(actions, "add", "Add an appointment, and say which of your shifts it is during.")
    )
    text = "Your appointments, each with its ID, and the shifts that they are during."
    add_format(command(actions, "list", text))
    remove = command(actions, "remove", "Remove an appointment with all its dates.")
    remove.add_argument("id", type=ID, metavar="ID")
    skip = command(actions, "skip", "Leave one date of an appointment out.")
    skip.add_argument("id", type=ID, metavar="ID")
    skip.add_argument("date", type=DATE, metavar="DATE")
    skip.add_argument("--back", action="store_true", help="a date that is left out comes back")


def _add_add(add: Parser) -> None:
    add.add_argument("title", metavar="NAME", help="what it is, such as Therapy")
    text = "its day or days; of one that repeats, the first"
    add.add_argument("dates", type=DATES, metavar="DATE[..DATE]", help=text)
    add.add_argument("--start", type=TIME, metavar="HH:MM", help="default: no time, the whole day")
    text = "default: an hour after the start; a time before the start is on the next day"
    add.add_argument("--end", type=TIME, metavar="HH:MM", help=text)
    text = "it repeats every N weeks: 2 is every second week"
    add.add_argument("--every", type=whole(1, MOST_WEEKS), metavar="N", help=text)
    text = "the weekdays that it repeats on (default: that of the first date)"
    add.add_argument("--on", type=typed(_weekdays), metavar="tue,thu", help=text)
    text = "the last day that it may repeat on (default: it goes on)"
    add.add_argument("--until", type=DATE, metavar="DATE", help=text)
    add.add_argument(
        "--skip", type=DATE, metavar="DATE", action="append", default=[], help="leave this date out"
    )
    add.add_argument("--phone", action="store_true", help="in the calendar on your phone too")
    add.add_argument("--paper", action="store_true", help="on printed sheets too")


def _weekdays(text: str) -> tuple[int, ...]:
    words = text.lower().split(",")
    for word in words:
        if word not in WEEK_STARTS:
            raise PlanError(f"{word!a} is none of {', '.join(WEEK_STARTS)}")
    return tuple(sorted({WEEK_STARTS.index(word) for word in words}))


def _entry_of(arguments: Namespace) -> OwnEntry:
    first, last = arguments.dates
    if arguments.end and not arguments.start:
        raise UsageError("--end goes with --start")
    if arguments.every is None and (arguments.on or arguments.until):
        raise UsageError("--on and --until go with --every: 1 is every week")
    repeat = None
    if arguments.every is not None:
        weekdays = arguments.on or (first.weekday(),)
        repeat = WeeklyRepeat(arguments.every, weekdays, arguments.until)
    return OwnEntry(
        id=0,
        title=plain_text(arguments.title),
        first=first,
        last=last,
        hours=_hours(arguments.start, arguments.end) if arguments.start else None,
        repeat=repeat,
        skipped=tuple(sorted(set(arguments.skip))),
        on_phone=arguments.phone,
        on_paper=arguments.paper,
    )


def _hours(start: time, end: time | None) -> Hours:
    # Any day will do: only the clock of it is asked for.
    return Hours(start, end or (datetime.combine(date.min, start) + HOUR).time())


def _run(request: Request) -> Output:
    arguments, clock = request.arguments, request.clock
    # Made first: options that do not go together are told before anything of the plan.
    wanted = _entry_of(arguments) if arguments.action == "add" else None
    document = open_plan(arguments)
    plan = document.plan
    if arguments.action == "list":
        return _listed(arguments, document.schedule, request.today)
    if wanted:
        after = add_entry(plan, wanted, clock)
        added = after.entries[-1]
        change(document, after, clock)
        conflicts = entry_conflicts(document.schedule, added, request.today)
        lines = [f"  {line}" for line in conflict_lines(conflicts)]
        return Output([f"Added appointment {added.id}: {entry_line(added)}", *lines])
    entry = entry_of(plan, arguments.id)
    if arguments.action == "remove":
        change(document, remove_entry(plan, entry.id, clock), clock)
        return Output([f"Removed appointment {entry.id}: {entry_title(entry)}"])
    edit = keep_entry if arguments.back else skip_entry
    after = edit(plan, entry.id, arguments.date, clock)
    change(document, after, clock)
    return Output([f"Appointment {entry.id}: {entry_line(entry_of(after, entry.id))}"])


def _listed(arguments: Namespace, schedule: Schedule, today: date) -> Output:
    listed = [(entry, entry_conflicts(schedule, entry, today)) for entry in schedule.plan.entries]
    if arguments.format == "json":
        value = [_entry_json(entry, conflicts, today) for entry, conflicts in listed]
        return Output(json.dumps(value, indent=1).splitlines())
    lines = [
        line
        for entry, conflicts in listed
        for line in (
            f"{entry.id:4}  {entry_line(entry)}",
            *(f"      {text}" for text in conflict_lines(conflicts)),
        )
    ]
    return Output(lines or [NONE_YET])


def _entry_json(entry: OwnEntry, conflicts: Sequence[EventConflict], today: date) -> dict[str, Any]:
    """An entry as the schedule file has it, with its next date and all that it runs into in a year."""
    following = next_date(entry, today - timedelta(1))
    return {
        **entry_out(entry),
        "text": entry_line(entry),
        "next": following.isoformat() if following else None,
        "conflicts": [
            {
                "date": conflict.date.isoformat(),
                "kind": str(conflict.block.kind),
                "start": conflict.block.start.isoformat(),
                "end": conflict.block.end.isoformat(),
                "text": conflict_text(conflict),
            }
            for conflict in conflicts
        ],
    }


COMMAND = Command(_add_arguments, _run)
