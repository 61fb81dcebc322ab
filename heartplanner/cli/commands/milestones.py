"""The command `milestone`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime

from heartplanner.cli.plan_access import open_plan, save
from heartplanner.core.edits import edits
from heartplanner.core.plan.milestones import milestones, words
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, Milestone, Plan
from heartplanner.core.words.english import long_date


def run(arguments: Namespace, clock: datetime, today: date) -> list[str]:
    """Add, list, finish or remove a milestone. Returns what to print."""
    opened = open_plan(arguments)
    plan = opened.plan
    match arguments.action:
        case "list":
            return listed(plan, today)
        case "add":
            changed = edits.add_milestone(plan, arguments.date, arguments.title, clock)
            line = f"Added {_named(changed.milestones[-1], today)}"
        case "done":
            done = not arguments.not_yet
            changed = edits.finish_milestone(plan, arguments.id, done, clock)
            line = words(edits.milestone_of(changed, arguments.id), today)
        case _:
            changed = edits.remove_milestone(plan, arguments.id, clock)
            line = f"Removed {_named(edits.milestone_of(plan, arguments.id), today)}"
    save(opened, changed, clock)
    return [line]


def listed(plan: Plan, today: date) -> list[str]:
    """A line a milestone: its id, its date, and how many days are left."""
    return [
        f"{each.id:4}  {long_date(each.date):<29} {words(each, today)}"
        for each in milestones(plan, FIRST_DATE, LAST_DATE)
    ] or ["No milestones."]


def _named(milestone: Milestone, today: date) -> str:
    """Milestone 2, CPR card: 35 days left, Friday, October 31, 2025."""
    return f"milestone {milestone.id}, {long_date(milestone.date)}: {words(milestone, today)}"
