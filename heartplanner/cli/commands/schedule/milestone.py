"""The command `milestone`."""

from __future__ import annotations

from datetime import date

from heartplanner.cli.argument_types import DATE, whole
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser, command, subcommands
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.core.edits import edits
from heartplanner.core.plan.milestones import milestones, words
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, Milestone, Plan
from heartplanner.core.words.english import long_date


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    add = command(actions, "add", "Add a reminder date.")
    add.add_argument("date", type=DATE, metavar="DATE")
    add.add_argument("title", metavar="TITLE")
    command(actions, "list", "The reminder dates, each with its ID and the days left.")
    done = command(actions, "done", "Mark a reminder date as done.")
    done.add_argument("id", type=whole(1, 1_000_000_000), metavar="ID")
    done.add_argument("--not-yet", action="store_true", help="mark it as not done after all")
    remove = command(actions, "remove", "Remove a reminder date.")
    remove.add_argument("id", type=whole(1, 1_000_000_000), metavar="ID")


def _run(request: Request) -> Output:
    arguments, clock, today = request
    document = open_plan(arguments)
    plan = document.plan
    match arguments.action:
        case "list":
            return Output(_listed(plan, today))
        case "add":
            changed = edits.add_milestone(plan, arguments.date, arguments.title, clock)
            line = f"Added {_named(changed, changed.milestones[-1], today)}"
        case "done":
            done = not arguments.not_yet
            changed = edits.finish_milestone(plan, arguments.id, done, clock)
            line = words(changed, edits.milestone_of(changed, arguments.id), today)
        case _:
            changed = edits.remove_milestone(plan, arguments.id, clock)
            line = f"Removed {_named(plan, edits.milestone_of(plan, arguments.id), today)}"
    change(document, changed, clock)
    return Output([line])


def _listed(plan: Plan, today: date) -> list[str]:
    """A line a milestone: its id, its date, and how many days are left."""
    return [
        f"{milestone.id:4}  {long_date(milestone.date):<29} {words(plan, milestone, today)}"
        for milestone in milestones(plan, FIRST_DATE, LAST_DATE)
    ] or ["No reminder dates."]


def _named(plan: Plan, milestone: Milestone, today: date) -> str:
    """Milestone 2, CPR card: 35 days left, Friday, October 31, 2025."""
    return f"reminder date {milestone.id}, {long_date(milestone.date)}: {words(plan, milestone, today)}"


COMMAND = Command(_add_arguments, _run)
