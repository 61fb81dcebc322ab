"""The grammar of the command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from heartplanner import __version__
from heartplanner.core.month import Month
from heartplanner.core.plan import Band, PlanError, Rotation
from heartplanner.files.fields import parse_date, parse_time
from heartplanner.typed import override

HELP_WIDTH = 96
COMMANDS = ("new", "assign", "change", "show", "check", "export")
ROTATION = re.compile(r"[-.SADE\s]+", re.IGNORECASE)
Value = TypeVar("Value")


class UsageError(Exception):
    """Arguments that are each well formed and do not go together."""


class Formatter(argparse.HelpFormatter):
    """Help of a fixed width: to ask for the screen's, argparse would load shutil at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=HELP_WIDTH)


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line, and whose options are not cut short."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=Formatter,
            allow_abbrev=False,
        )

    @override
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def joined(argv: Sequence[str]) -> list[str]:
    """The arguments with `--rotation -SSAS--...` as one, so that its first - is no option's."""
    found: list[str] = []
    for argument in argv:
        if found and found[-1] == "--rotation" and ROTATION.fullmatch(argument):
            found[-1] = f"--rotation={argument}"
        else:
            found.append(argument)
    return found


def build() -> Parser:
    """The whole grammar; the parsed `command` is None where the window is asked for."""
    parser = Parser(
        prog="heartplanner",
        description="The shift calendar of a HEART responder. Without a command it opens the window.",
        epilog="heartplanner FILE opens the window on a plan file. Dates are written 2025-07-28.",
    )
    parser.add_argument("--version", action="version", version=f"heartplanner {__version__}")
    parser.add_argument("--plan", type=Path, metavar="FILE", help="the plan file to open")
    themes = ("system", "light", "dark")
    parser.add_argument("--theme", choices=themes, default="system", help="the window's colours")
    commands = _subcommands(parser, "command", "COMMAND")
    _add_new(commands)
    _add_assign(commands)
    _add_change(commands)
    _add_show(commands)
    _add_check(commands)
    _add_export(commands)
    return parser


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]  # noqa: SLF001  (it has no public name)


def _subcommands(parser: Parser, dest: str, metavar: str, *, required: bool = False) -> Commands:
    """Subcommands; with `prog` given, argparse does not load shutil only to know the screen's width."""
    return parser.add_subparsers(dest=dest, metavar=metavar, required=required, prog=parser.prog)


def _command(commands: Commands, name: str, text: str) -> Parser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.add_argument(
        "--plan",
        type=Path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="the plan file (default: your own, in your data folder)",
    )
    return parser


def _typed(parse: Callable[[str], Value]) -> Callable[[str], Value]:
    """A parser that raises PlanError, as argparse wants it."""

    def convert(text: str) -> Value:
        try:
            return parse(text)
        except PlanError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def _dates(text: str) -> tuple[date, date]:
    first, dots, last = text.partition("..")
    span = (parse_date(first), parse_date(last) if dots else parse_date(first))
    if span[1] < span[0]:
        raise PlanError(f"{last} is before {first}")
    return span


def _month(text: str) -> Month:
    if not re.fullmatch(r"\d{4}-\d\d", text, re.ASCII):
        raise PlanError("expected a month such as 2025-08")
    return Month.of(parse_date(f"{text}-01"))


DATE: Callable[[str], date] = _typed(parse_date)
TIME: Callable[[str], time] = _typed(parse_time)
BANDS = [str(band) for band in Band]


def _add_assignment_options(parser: Parser, week_help: str) -> None:
    parser.add_argument(
        "--rotation",
        type=_typed(Rotation.parse),
        metavar='"-SSAS-- ..."',
        help="six weeks of seven letters: S shift, A admin, - or . free, D and E by band",
    )
    weeks = range(1, 7)
    parser.add_argument("--cycle-week", type=int, choices=weeks, metavar="1..6", help=week_help)
    parser.add_argument("--band", choices=BANDS, help="day: 9 am-9 pm; evening: noon-midnight")
    parser.add_argument("--admin-start", type=TIME, metavar="HH:MM", help="when admin time begins")
    parser.add_argument("--admin-minutes", type=int, metavar="N", help="its length (default 240)")


def _add_new(commands: Commands) -> None:
    parser = _command(commands, "new", "Write a new plan.")
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="where to write it (or --plan FILE)"
    )
    parser.add_argument("--start", type=DATE, metavar="DATE", help="default: 2025-07-28")
    _add_assignment_options(parser, "the cycle week of the start date (default 1)")
    parser.add_argument("--force", action="store_true", help="replace FILE if it is there")


def _add_assign(commands: Commands) -> None:
    text = "From a date on: another rotation, cycle week, band or admin hours. Earlier days stay."
    parser = _command(commands, "assign", text)
    parser.add_argument("--from", dest="first", type=DATE, required=True, metavar="DATE")
    _add_assignment_options(parser, "the cycle week of the date (default: as it was)")


def _add_change(commands: Commands) -> None:
    parser = _command(commands, "change", "Leave, swaps, extra shifts: single days.")
    actions = _subcommands(parser, "action", "ACTION", required=True)
    _add_change_kinds(_command(actions, "add", "Add a change."))
    _command(actions, "list", "The changes, each with its ID.")
    remove = _command(actions, "remove", "Take a change back.")
    remove.add_argument("id", type=int, metavar="ID")


def _add_change_kinds(parser: Parser) -> None:
    kinds = _subcommands(parser, "kind", "KIND", required=True)
    for kind, text in (("leave", "Leave"), ("sick", "Sick days")):
        absence = _command(kinds, kind, f"{text}, on the worked days of a range.")
        absence.add_argument("dates", type=_typed(_dates), metavar="DATE[..DATE]")
    called_off = _command(kinds, "called-off", "A worked day that the employer calls off.")
    called_off.add_argument("date", type=DATE, metavar="DATE")
    extra = _command(kinds, "extra", "An extra shift.")
    extra.add_argument("date", type=DATE, metavar="DATE")
    extra.add_argument("--band", choices=BANDS, help="a whole shift of this band")
    _add_hours(extra, required=False)
    swap = _command(kinds, "swap", "A shift given, another taken; either may stand alone.")
    swap.add_argument("--give", type=DATE, metavar="DATE")
    swap.add_argument("--take", type=DATE, metavar="DATE")
    swap.add_argument("--band", choices=BANDS, help="of the shift taken (default: yours)")
    swap.add_argument("--with", dest="colleague", default="", metavar="NAME")
    admin = _command(kinds, "admin", "Admin time moved to another day.")
    admin.add_argument("date", type=DATE, metavar="DATE")
    admin.add_argument("--to", type=DATE, required=True, metavar="DATE")
    admin.add_argument("--start", type=TIME, metavar="HH:MM")
    hours = _command(kinds, "hours", "Other hours for a day's shift.")
    hours.add_argument("date", type=DATE, metavar="DATE")
    _add_hours(hours, required=True)
    training = _command(kinds, "training", "Training.")
    training.add_argument("date", type=DATE, metavar="DATE")
    _add_hours(training, required=True)
    note = _command(kinds, "note", "Words on a day.")
    note.add_argument("date", type=DATE, metavar="DATE")
    note.add_argument("text", metavar="TEXT")


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
    parser = _command(commands, "show", "The calendar, as text or JSON.")
    parser.add_argument("--month", type=_typed(_month), metavar="YYYY-MM")
    _add_range(parser)
    _add_format(parser)


def _add_check(commands: Commands) -> None:
    text = "The posting's rules against the plan; exit status 1 if one does not hold."
    parser = _command(commands, "check", text)
    _add_range(parser)
    _add_format(parser)


def _add_export(commands: Commands) -> None:
    parser = _command(commands, "export", "The calendar file for a phone.")
    parser.add_argument(
        "-o", dest="output", required=True, metavar="FILE.ics", help="- for standard output"
    )
    _add_range(parser)
