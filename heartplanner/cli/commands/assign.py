"""The command `assign`, and the options of an assignment, which `new` has too."""

from __future__ import annotations

from argparse import Namespace

from heartplanner.cli.argument_types import BANDS, DATE, TIME, Parser, typed, whole
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.cli.show_text import assignment_line
from heartplanner.core.edits import edits
from heartplanner.core.edits.edits import LONGEST_ADMIN
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment, Rotation
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
    parser.add_argument("--admin-start", type=TIME, metavar="HH:MM", help="when admin time begins")
    parser.add_argument(
        "--admin-minutes",
        type=whole(1, LONGEST_ADMIN),
        metavar="N",
        help="its length (default 240)",
    )


def with_options(arguments: Namespace, assignment: Assignment) -> Assignment:
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


def _run(request: Request) -> Output:
    document, arguments = open_plan(request.arguments), request.arguments
    before = edits.continued(document.plan, arguments.first)
    assignment = with_options(arguments, before)
    plan = edits.assign(document.plan, assignment, request.clock)
    change(document, plan, request.clock)
    later = [
        later_assignment.start
        for later_assignment in plan.assignments
        if later_assignment.start > assignment.start
    ]
    stays = [f"What you entered from {full_date(start)} on stays as it is." for start in later[:1]]
    return Output([assignment_line(assignment), *stays])


COMMAND = Command(_add_arguments, _run)
