"""The command `free`."""

from __future__ import annotations

from heartplanner.cli.answer_options import add_answer_arguments, today_of
from heartplanner.cli.argument_types import add_range, whole
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser, UsageError
from heartplanner.cli.plan_access import days_asked, open_plan
from heartplanner.cli.read_calendars import events_of
from heartplanner.cli.text.answers import answered
from heartplanner.core.ask.ask import answer
from heartplanner.core.ask.asked_days import AskedDays, Part
from heartplanner.core.ask.question import Context, Wanted
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY
from heartplanner.core.schedule.days import SATURDAY


def _add_arguments(parser: Parser) -> None:
    add_range(parser)
    parser.add_argument("--days", type=whole(1, 60), metavar="N", help="so many in a row (1)")
    parser.add_argument("--weekend", action="store_true", help="Saturday and Sunday")
    parser.add_argument("--evening", action="store_true", help="5 pm-10 pm")
    add_answer_arguments(parser)


def _run(request: Request) -> Output:
    arguments = request.arguments
    if sum(map(bool, (arguments.days, arguments.weekend, arguments.evening))) > 1:
        raise UsageError("free takes one of --days, --weekend and --evening")
    schedule = open_plan(arguments).schedule
    within = AskedDays(*days_asked(arguments, schedule.plan, today_of(request)))
    if arguments.weekend:
        wanted = Wanted(within, 2, SATURDAY)
    elif arguments.evening:
        wanted = Wanted(within, part=Part.EVENING)
    else:
        wanted = Wanted(within, arguments.days or 1)
    events = events_of(schedule.plan.calendars, within.first, min(within.last + ONE_DAY, LAST_DATE))
    context = Context(schedule.plan, today_of(request), {}, events=events)
    return answered(arguments, answer(schedule, wanted, context))


COMMAND = Command(_add_arguments, _run)
