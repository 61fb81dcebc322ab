"""The command `entry`: appointments of one's own."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from heartplanner.cli.argument_types import DATE, add_format, whole
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.entry_options import (
    add_change_options,
    add_new_options,
    changed_entry,
    check_change,
    new_entry,
)
from heartplanner.cli.parser import Parser, UsageError, command, subcommands
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.core.edits.own_entries import (
    add_entry,
    entry_of,
    keep_entry,
    remove_entry,
    replace_entry,
    replace_on,
    skip_entry,
)
from heartplanner.core.events.conflicts import EventConflict, entry_conflicts
from heartplanner.core.explain.entry_text import (
    conflict_lines,
    conflict_text,
    entry_line,
    entry_title,
)
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.own_entry import OwnEntry, next_date
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.plan.own_entry_json import entry_out

NONE_YET = "No appointment yet: heartplanner entry add NAME DATE"
AS_IT_IS = "it is so already: nothing was changed"
ID = whole(1, 1_000_000)


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    add_new_options(
        command(actions, "add", "Add an appointment, and say which of your shifts it is during.")
    )
    alter = command(actions, "change", "Change an appointment, on all its days or on one.")
    alter.add_argument("id", type=ID, metavar="ID")
    add_change_options(alter)
    text = "Your appointments, each with its ID, and the shifts that they are during."
    add_format(command(actions, "list", text))
    remove = command(actions, "remove", "Remove an appointment with all its dates.")
    remove.add_argument("id", type=ID, metavar="ID")
    skip = command(actions, "skip", "Leave one date of an appointment out.")
    skip.add_argument("id", type=ID, metavar="ID")
    skip.add_argument("date", type=DATE, metavar="DATE")
    skip.add_argument("--back", action="store_true", help="a date that is left out comes back")


def _run(request: Request) -> Output:
    arguments, clock = request.arguments, request.clock
    # Made first: options that do not go together are told before anything of the plan.
    wanted = new_entry(arguments) if arguments.action == "add" else None
    if arguments.action == "change":
        check_change(arguments)
    document = open_plan(arguments)
    plan = document.plan
    if arguments.action == "list":
        return _listed(arguments, document.schedule, request.today)
    if wanted:
        return _made(document, add_entry(plan, wanted, clock), request)
    entry = entry_of(plan, arguments.id)
    if arguments.action == "change":
        changed, only = changed_entry(arguments, entry), arguments.only
        made = (
            replace_on(plan, changed, only, clock) if only else replace_entry(plan, changed, clock)
        )
        return _made(document, made, request)
    if arguments.action == "remove":
        change(document, remove_entry(plan, entry.id, clock), clock)
        return Output([f"Removed appointment {entry.id}: {entry_title(entry)}"])
    edit = keep_entry if arguments.back else skip_entry
    after = edit(plan, entry.id, arguments.date, clock)
    change(document, after, clock)
    return Output([f"Appointment {entry.id}: {entry_line(entry_of(after, entry.id))}"])


def _made(document: Document, after: Plan, request: Request) -> Output:
    """Save the plan with appointments that are new or others, and say which work they are during."""
    before = document.plan.entries
    known = {entry.id for entry in before}
    made = [entry for entry in after.entries if entry not in before]
    if not made:
        raise UsageError(AS_IT_IS)
    change(document, after, request.clock)
    lines = []
    for entry in made:
        done = "Changed" if entry.id in known else "Added"
        conflicts = entry_conflicts(document.schedule, entry, request.today)
        lines.append(f"{done} appointment {entry.id}: {entry_line(entry)}")
        lines += [f"  {line}" for line in conflict_lines(conflicts)]
    return Output(lines)


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
