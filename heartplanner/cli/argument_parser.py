"""The grammar of the command line: each command with its arguments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from heartplanner.cli.argument_types import (
    VERSION,
    Parser,
    command,
    month,
    subcommands,
    typed,
    whole,
    year,
)
from heartplanner.cli.commands.export_options import add_choices
from heartplanner.cli.print_grammar import add_print
from heartplanner.cli.publish_grammar import add_publish
from heartplanner.core.edits.edits import LONGEST_ADMIN
from heartplanner.core.finder.marks import read_marks
from heartplanner.core.plan.model import FINDER_RULES, Band, BreakDays, Mark, PlanError, Rotation
from heartplanner.core.roster.roster import DateOrder
from heartplanner.files.json_fields import parse_date, parse_time

if TYPE_CHECKING:
    from heartplanner.cli.argument_types import VERSION, Commands, whole

THEMES = ("system", "light", "dark")
LISTS = ("without",)
"""The arguments whose values are lists, and may be empty."""
COMMANDS = (
    "new",
    "confirm",
    "assign",
    "change",
    "milestone",
    "holiday",
    "find",
    "show",
    "check",
    "export",
    "print",
    "publish",
    "restore",
)


def build() -> Parser:
    """The whole grammar; the parsed `command` is None where the window is asked for."""
    parser = Parser(
        prog="heartplanner",
        description="The shift calendar of a HEART responder. Without a command it opens the window.",
        epilog="heartplanner FILE opens the window on a plan file. Dates are written 2025-07-28.",
    )
    parser.add_argument("--version", action="version", version=VERSION)
    parser.add_argument("--plan", type=Path, metavar="FILE", help="the plan file to open")
    parser.add_argument("--theme", choices=THEMES, default="system", help="the window's colours")
    commands = subcommands(parser, "command", "COMMAND")
    _add_new(commands)
    command(commands, "confirm", "The rotation is yours, no longer an example.")
    _add_assign(commands)
    _add_change(commands)
    _add_milestone(commands)
    _add_holiday(commands)
    _add_find(commands)
    _add_show(commands)
    _add_check(commands)
    _add_export(commands)
    add_print(commands)
    _add_range(add_publish(commands))
    _add_restore(commands)
    return parser


def _dates(text: str) -> tuple[date, date]:
    first, dots, last = text.partition("..")
    span = (parse_date(first), parse_date(last) if dots else parse_date(first))
    if span[1] < span[0]:
        raise PlanError(f"{last} is before {first}")
    return span


DATE: Callable[[str], date] = typed(parse_date)
TIME: Callable[[str], time] = typed(parse_time)
BANDS = [str(band) for band in Band]


def _add_assignment_options(parser: Parser, week_help: str) -> None:
    parser.add_argument(
        "--rotation",
        type=typed(Rotation.parse),
        metavar='"-SSAS-- ..."',
        help="six weeks of seven letters: S shift, A admin, - or . free, D and E by band",
    )
    parser.add_argument("--cycle-week", type=whole(1, 6), metavar="1..6", help=week_help)
    parser.add_argument("--band", choices=BANDS, help="day: 9 am-9 pm; evening: noon-midnight")
    parser.add_argument("--admin-start", type=TIME, metavar="HH:MM", help="when admin time begins")
    parser.add_argument(
        "--admin-minutes",
        type=whole(1, LONGEST_ADMIN),
        metavar="N",
        help="its length (default 240)",
    )


def _add_new(commands: Commands) -> None:
    parser = command(commands, "new", "Write a new plan.")
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="where to write it (or --plan FILE)"
    )
    parser.add_argument("--start", type=DATE, metavar="DATE", help="default: 2025-07-28")
    _add_assignment_options(parser, "the cycle week of the start date (default 1)")
    parser.add_argument("--force", action="store_true", help="replace FILE if it is there")


def _add_assign(commands: Commands) -> None:
    text = "From a date on: another rotation, cycle week, band or admin hours. Earlier days stay."
    parser = command(commands, "assign", text)
    parser.add_argument("--from", dest="first", type=DATE, required=True, metavar="DATE")
    _add_assignment_options(parser, "the cycle week of the date (default: as it was)")


def _add_change(commands: Commands) -> None:
    parser = command(commands, "change", "Leave, swaps, extra shifts: single days.")
    actions = subcommands(parser, "action", "ACTION", required=True)
    _add_change_kinds(command(actions, "add", "Add a change."))
    command(actions, "list", "The changes, each with its ID.")
    remove = command(actions, "remove", "Take a change back.")
    remove.add_argument("id", type=whole(1, 1_000_000_000), metavar="ID")


def _add_change_kinds(parser: Parser) -> None:
    kinds = subcommands(parser, "kind", "KIND", required=True)
    for kind, text in (("leave", "Leave"), ("sick", "Sick days")):
        absence = command(kinds, kind, f"{text}, on the worked days of a range.")
        absence.add_argument("dates", type=typed(_dates), metavar="DATE[..DATE]")
    called_off = command(kinds, "called-off", "A worked day that the employer calls off.")
    called_off.add_argument("date", type=DATE, metavar="DATE")
    extra = command(kinds, "extra", "An extra shift.")
    extra.add_argument("date", type=DATE, metavar="DATE")
    extra.add_argument("--band", choices=BANDS, help="a whole shift of this band")
    _add_hours(extra, required=False)
    swap = command(kinds, "swap", "A shift given, another taken; either may stand alone.")
    swap.add_argument("--give", type=DATE, metavar="DATE")
    swap.add_argument("--take", type=DATE, metavar="DATE")
    swap.add_argument("--band", choices=BANDS, help="of the shift taken (default: yours)")
    swap.add_argument("--with", dest="colleague", default="", metavar="NAME")
    admin = command(kinds, "admin", "Admin time moved to another day.")
    admin.add_argument("date", type=DATE, metavar="DATE")
    admin.add_argument("--to", type=DATE, required=True, metavar="DATE")
    admin.add_argument("--start", type=TIME, metavar="HH:MM")
    hours = command(kinds, "hours", "Other hours for a day's shift.")
    hours.add_argument("date", type=DATE, metavar="DATE")
    _add_hours(hours, required=True)
    training = command(kinds, "training", "Training.")
    training.add_argument("date", type=DATE, metavar="DATE")
    _add_hours(training, required=True)
    note = command(kinds, "note", "Words on a day.")
    note.add_argument("date", type=DATE, metavar="DATE")
    note.add_argument("text", metavar="TEXT")


def _add_milestone(commands: Commands) -> None:
    parser = command(commands, "milestone", "Dated duties, such as the driver's licence.")
    actions = subcommands(parser, "action", "ACTION", required=True)
    add = command(actions, "add", "Add a milestone.")
    add.add_argument("date", type=DATE, metavar="DATE")
    add.add_argument("title", metavar="TITLE")
    command(actions, "list", "The milestones, each with its ID and the days left.")
    done = command(actions, "done", "A milestone is done.")
    done.add_argument("id", type=whole(1, 1_000_000_000), metavar="ID")
    done.add_argument("--not-yet", action="store_true", help="it is not done after all")
    remove = command(actions, "remove", "Take a milestone away.")
    remove.add_argument("id", type=whole(1, 1_000_000_000), metavar="ID")


def _add_holiday(commands: Commands) -> None:
    text = "Public holidays, and your own. HEART works on holidays: none is a day off by itself."
    parser = command(commands, "holiday", text)
    actions = subcommands(parser, "action", "ACTION", required=True)
    listed = command(actions, "list", "The holidays of a year, each with whether you work.")
    listed.add_argument("--year", type=typed(year), metavar="YYYY", help="default: this year")
    add = command(actions, "add", "Add a holiday, or give one another name.")
    add.add_argument("date", type=DATE, metavar="DATE")
    add.add_argument("name", metavar="NAME")
    remove = command(actions, "remove", "A date is no holiday for you.")
    remove.add_argument("date", type=DATE, metavar="DATE")


def _marks(text: str) -> list[Mark]:
    day, equals, letters = text.partition("=")
    if not equals:
        raise PlanError("expected DATE=LETTERS, such as 2025-08-02=S")
    return read_marks(letters, parse_date(day))


def _add_find(commands: Commands) -> None:
    text = (
        "Which rotations fit the days that you know, what is certain, and which day to ask about."
    )
    parser = command(commands, "find", text)
    parser.add_argument(
        "--known",
        type=typed(_marks),
        nargs="+",
        action="extend",
        metavar="DATE=LETTERS",
        help="what you know: S D E A - as in --rotation, W worked, N no shift; more than one letter:"
        " the days from DATE on (default: the days marked in the plan)",
    )
    _add_roster(parser)
    text = "the date in whose week week 1 of the cycle is (default: the start date)"
    parser.add_argument("--start", type=DATE, metavar="DATE", help=text)
    text = "one admin block each week, or moved between weeks (default: weekly)"
    parser.add_argument("--admin", choices=("weekly", "flexible"), help=text)
    text = "the length of the break (default: any)"
    parser.add_argument("--break", dest="breaks", choices=list(map(str, BreakDays)), help=text)
    text = "a rule that is not insisted on, of " + ", ".join(FINDER_RULES)
    parser.add_argument(
        "--without", action="append", choices=FINDER_RULES, default=[], metavar="RULE", help=text
    )
    parser.add_argument(
        "--more", type=whole(0, 50), default=0, metavar="N", help="the N next plainest too"
    )
    parser.add_argument("--use", action="store_true", help="work by the plainest from then on")
    _add_format(parser)


def _add_roster(parser: Parser) -> None:
    """A roster, and what it may leave open."""
    parser.add_argument(
        "--roster",
        metavar="FILE",
        help='a calendar, a spreadsheet, or lines such as "8/2 9a-9p" (- for standard input)',
    )
    text = "how the roster writes a date such as 8/2, where it cannot be told: month or day first"
    parser.add_argument("--dates", choices=list(map(str, DateOrder)), help=text)
    text = "whose days are read of a roster of several people"
    parser.add_argument("--name", metavar="NAME", help=text)
    text = "the date near which the roster's dates without a year are (default: today)"
    parser.add_argument("--today", type=DATE, metavar="DATE", help=text)
    text = "the days between the roster's first and last that it does not name are free"
    parser.add_argument("--rest-free", action="store_true", help=text)


def _add_restore(commands: Commands) -> None:
    text = "Bring an earlier version of the plan back; the present one is kept as a version too."
    parser = command(commands, "restore", text)
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument("--list", action="store_true", help="the versions, newest first")
    one.add_argument("version", nargs="?", metavar="N|STAMP", help="its number or stamp there")


def _add_hours(parser: Parser, *, required: bool) -> None:
    parser.add_argument("--start", type=TIME, required=required, metavar="HH:MM")
    text = "at or before the start: on the next day"
    parser.add_argument("--end", type=TIME, required=required, metavar="HH:MM", help=text)


def _add_range(parser: Parser) -> None:
    parser.add_argument(
        "--from", dest="first", type=DATE, metavar="DATE", help="default: today or the start date"
    )
    text = "the last day, included (default: twelve months on)"
    parser.add_argument("--to", dest="last", type=DATE, metavar="DATE", help=text)


def _add_format(parser: Parser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _add_show(commands: Commands) -> None:
    parser = command(commands, "show", "The calendar, as text or JSON.")
    parser.add_argument("--month", type=typed(month), metavar="YYYY-MM")
    _add_range(parser)
    _add_format(parser)


def _add_check(commands: Commands) -> None:
    text = "The posting's rules against the plan; exit status 1 if one does not hold."
    parser = command(commands, "check", text)
    _add_range(parser)
    _add_format(parser)


def _add_export(commands: Commands) -> None:
    parser = command(commands, "export", "The calendar file for a phone.")
    parser.add_argument("-o", dest="output", metavar="FILE.ics", help="- for standard output")
    text = (
        "remember what this target has, such as my-phone, and say what changed since; the target"
        " family gets a copy that says when you are home, unless told otherwise"
    )
    parser.add_argument("--for", dest="target", metavar="TARGET", help=text)
    what = parser.add_mutually_exclusive_group()
    text = "write only what is new, changed or cancelled for the target"
    what.add_argument("--update", action="store_true", help=text)
    text = "only list what has changed for the target"
    what.add_argument("--changes", action="store_true", help=text)
    _add_range(parser)
    add_choices(parser)
