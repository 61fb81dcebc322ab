"""The command `assign`, and the options of an assignment, which `new` has too."""

from __future__ import annotations

from argparse import Namespace

from heartplanner.cli.argument_types import (
    BANDS,
    DATE,
    TIME,
    add_work_week,
    time_of_day,
    typed,
    whole,
    work_week_of,
)
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser, UsageError
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.cli.terminal import aside
from heartplanner.cli.text.show_text import assignment_line
from heartplanner.core.edits import edits
from heartplanner.core.edits.checks import LONGEST_ADMIN
from heartplanner.core.edits.edits import with_assigned_hours
from heartplanner.core.explain.pending_text import overtaken_text
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Assignment, PlanError, Rotation
from heartplanner.core.words.english import full_date


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("--from", dest="first", type=DATE, required=True, metavar="DATE")
    add_assignment_options(parser, "week 1 to 6 of the cycle on that date (default: as it was)")


def add_assignment_options(parser: Parser, week_help: str) -> None:
    """The options of an assignment; `week_help` says what the cycle week is of, and its default."""
    parser.add_argument(
        "--rotation",
        type=typed(Rotation.parse),
        metavar='"-SSAS-- ..."',
        help="six weeks of seven letters: S shift, A admin, - or . free, D day shift, E evening shift",
    )
    parser.add_argument("--cycle-week", type=whole(1, 6), metavar="1..6", help=week_help)
    parser.add_argument(
        "--band", choices=BANDS, help="your usual hours: day is 9 am-9 pm, evening is noon-midnight"
    )
    parser.add_argument(
        "--shift-hours",
        type=typed(_hours),
        metavar="HH:MM-HH:MM",
        help="your usual hours where they are others; an end at or before the start is on the next day",
    )
    parser.add_argument("--admin-start", type=TIME, metavar="HH:MM", help="when admin time begins")
    parser.add_argument(
        "--admin-minutes",
        type=whole(1, LONGEST_ADMIN),
        metavar="N",
        help="its length (default 240)",
    )
    add_work_week(parser)


def _hours(text: str) -> Hours:
    """19:00-07:00."""
    parts = text.split("-")
    if len(parts) != 2:
        raise PlanError("expected a start and an end such as 19:00-07:00")
    return Hours(time_of_day(parts[0]), time_of_day(parts[1]))


def with_options(arguments: Namespace, assignment: Assignment) -> Assignment:
    """The assignment with what the options say in its place. Raises UsageError where two contradict."""
    if arguments.band and arguments.shift_hours:
        raise UsageError("--band and --shift-hours both say your usual hours: give one of them")
    if arguments.band:
        assignment = with_assigned_hours(assignment, BAND_HOURS[Band(arguments.band)])
    if arguments.shift_hours:
        assignment = with_assigned_hours(assignment, arguments.shift_hours)
    given = {
        "rotation": arguments.rotation,
        "cycle_week": arguments.cycle_week,
        "admin_start": arguments.admin_start,
        "admin_minutes": arguments.admin_minutes,
        "work_week": arguments.work_week and work_week_of(arguments.work_week),
        "confirmed": True if arguments.rotation else None,
        "guesses": () if arguments.rotation else None,
    }
    return assignment._replace(**{key: value for key, value in given.items() if value is not None})


def _run(request: Request) -> Output:
    document, arguments = open_plan(request.arguments), request.arguments
    plan_before = document.plan
    before = edits.continued(plan_before, arguments.first)
    assignment = with_options(arguments, before)
    plan = edits.assign(document.plan, assignment, request.clock)
    change(document, plan, request.clock)
    later = [
        later_assignment.start
        for later_assignment in plan.assignments
        if later_assignment.start > assignment.start
    ]
    if overtaken := overtaken_text(plan_before, plan):
        aside([overtaken])
    stays = [f"What you entered from {full_date(start)} on stays as it is." for start in later[:1]]
    return Output([assignment_line(assignment), *stays])


COMMAND = Command(_add_arguments, _run)
