"""What the options of `entry` say of an appointment: a new one, or one that is there and changes."""

from __future__ import annotations

from argparse import Namespace
from datetime import time

from heartplanner.cli.argument_types import DATE, DATES, TIME, typed, whole
from heartplanner.cli.parser import Parser, UsageError
from heartplanner.core.edits.own_entries import MOST_WEEKS, beginning_at, on_day
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import WEEK_STARTS, PlanError
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat
from heartplanner.core.words.plain_text import plain_text

AN_HOUR = Hours(time(0), time(1))
UNCHANGED = "say what to change, such as --start 18:00"
ONE_DAY_ONLY = (
    "--only is about one day: --every, --once, --on, --until, --no-end and --skip do not go with it"
)


def add_new_options(add: Parser) -> None:
    """The options of a new appointment."""
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
    _add_skip(add)
    add.add_argument("--phone", action="store_true", help="in the calendar on your phone too")
    add.add_argument("--paper", action="store_true", help="on printed sheets too")


def add_change_options(change: Parser) -> None:
    """The options of one that is there: what is not named stays as it is."""
    text = "change this one of its days alone (default: all its days)"
    change.add_argument("--only", type=DATE, metavar="DATE", help=text)
    change.add_argument("--name", dest="title", metavar="NAME", help="what it is from now on")
    text = "its day or days; of one that repeats, the first"
    change.add_argument("--date", dest="dates", type=DATES, metavar="DATE[..DATE]", help=text)
    times = change.add_mutually_exclusive_group()
    text = "without --end it stays as long as it is; one without a time gets an hour"
    times.add_argument("--start", type=TIME, metavar="HH:MM", help=text)
    times.add_argument("--all-day", action="store_true", help="it has no time, and takes the day")
    change.add_argument(
        "--end", type=TIME, metavar="HH:MM", help="a time before the start is on the next day"
    )
    weeks = change.add_mutually_exclusive_group()
    weeks.add_argument("--every", type=whole(1, MOST_WEEKS), metavar="N", help="every N weeks")
    weeks.add_argument("--once", action="store_true", help="it does not repeat")
    change.add_argument(
        "--on", type=typed(_weekdays), metavar="tue,thu", help="the weekdays that it repeats on"
    )
    ends = change.add_mutually_exclusive_group()
    text = "the last day that it may repeat on"
    ends.add_argument("--until", type=DATE, metavar="DATE", help=text)
    ends.add_argument("--no-end", action="store_true", help="it goes on")
    _add_skip(change)
    for place, where in (
        ("phone", "in the calendar on your phone"),
        ("paper", "on printed sheets"),
    ):
        group = change.add_mutually_exclusive_group()
        group.add_argument(f"--{place}", action="store_true", default=None, help=f"{where} too")
        group.add_argument(
            f"--not-on-{place}", dest=place, action="store_false", default=None, help=f"not {where}"
        )


def _add_skip(parser: Parser) -> None:
    parser.add_argument(
        "--skip", type=DATE, metavar="DATE", action="append", default=[], help="leave this date out"
    )


def _weekdays(text: str) -> tuple[int, ...]:
    words = text.lower().split(",")
    for word in words:
        if word not in WEEK_STARTS:
            raise PlanError(f"{word!a} is none of {', '.join(WEEK_STARTS)}")
    return tuple(sorted({WEEK_STARTS.index(word) for word in words}))


def new_entry(arguments: Namespace) -> OwnEntry:
    """The appointment that is to be added. Raises UsageError where options do not go together."""
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
        hours=_hours(arguments, AN_HOUR) if arguments.start else None,
        repeat=repeat,
        skipped=tuple(sorted(set(arguments.skip))),
        on_phone=arguments.phone,
        on_paper=arguments.paper,
    )


def check_change(arguments: Namespace) -> None:
    """Refuse, with a UsageError, options of a change that say nothing or do not go together."""
    repeats = (arguments.every, arguments.once, arguments.on, arguments.until, arguments.no_end)
    which_days = any((*repeats, arguments.skip))
    if arguments.only and which_days:
        raise UsageError(ONE_DAY_ONLY)
    if arguments.all_day and arguments.end:
        raise UsageError("--end does not go with --all-day")
    texts = (arguments.title, arguments.dates, arguments.start, arguments.end)
    places = (arguments.phone, arguments.paper)
    stated = any(one is not None for one in (*texts, *places))
    if not (which_days or arguments.all_day or stated):
        raise UsageError(UNCHANGED)


def changed_entry(arguments: Namespace, entry: OwnEntry) -> OwnEntry:
    """The appointment as the options have it, else as it is. Raises UsageError."""
    base = on_day(entry, arguments.only) if arguments.only else entry
    first, last = arguments.dates or (base.first, base.last)
    repeat = _repeat(arguments, base._replace(first=first))
    return base._replace(
        title=base.title if arguments.title is None else plain_text(arguments.title),
        first=first,
        last=last if arguments.dates or not base.repeat else first,
        hours=_changed_hours(arguments, base.hours),
        repeat=repeat,
        skipped=tuple(sorted({*base.skipped, *arguments.skip})),
        on_phone=base.on_phone if arguments.phone is None else arguments.phone,
        on_paper=base.on_paper if arguments.paper is None else arguments.paper,
    )


def _repeat(arguments: Namespace, entry: OwnEntry) -> WeeklyRepeat | None:
    known = entry.repeat
    if arguments.once:
        if arguments.on or arguments.until or arguments.no_end:
            raise UsageError("--on, --until and --no-end do not go with --once")
        return None
    if known is None and arguments.every is None:
        if arguments.on or arguments.until or arguments.no_end:
            raise UsageError("it does not repeat: --on, --until and --no-end go with --every")
        return None
    until = None if arguments.no_end else arguments.until or (known and known.until)
    weeks = arguments.every or (known.weeks if known else 1)
    weekdays = arguments.on or (known.weekdays if known else (entry.first.weekday(),))
    return WeeklyRepeat(weeks, weekdays, until)


def _changed_hours(arguments: Namespace, known: Hours | None) -> Hours | None:
    if arguments.all_day:
        return None
    if arguments.start:
        return _hours(arguments, known or AN_HOUR)
    if arguments.end and known is None:
        raise UsageError("it has no time: --end goes with --start")
    return known and Hours(known.start, arguments.end or known.end)


def _hours(arguments: Namespace, as_long_as: Hours) -> Hours:
    start: time = arguments.start
    return Hours(start, arguments.end) if arguments.end else beginning_at(as_long_as, start)
