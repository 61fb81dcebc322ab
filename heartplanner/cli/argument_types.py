"""The parser of the command line, and the arguments that several commands have."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from heartplanner import __version__
from heartplanner.cli.terminal import printable
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import WEEK_STARTS, PlanError
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.files.json_fields import parse_date, parse_time
from heartplanner.typed import override

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

HELP_WIDTH = 96
LONGEST = 600
"""Characters of a complaint about arguments."""
LONGEST_REPEATED, REPEATED_OF_IT = 200, 40
"""A longer argument is repeated by so many of its characters."""
REPEATED = re.compile(
    rf"((?:invalid choice: |unrecognized arguments: ).{{{REPEATED_OF_IT}}})"
    rf".{{{LONGEST_REPEATED},}}?(?= \(choose from |$)"
)
"""What argparse itself repeats."""
ROTATION = re.compile(r"[-.SADE\s]+", re.IGNORECASE)
Value = TypeVar("Value")


class UsageError(Exception):
    """Arguments that are each well formed and do not go together."""


def shortened(text: str) -> str:
    """A complaint of a length that can be read: it may repeat what was typed, however long that is."""
    text = REPEATED.sub(r"\1...", text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 3]} ... {text[-LONGEST // 2 :]}"


def without_long(text: str, argv: Sequence[str]) -> str:
    """A complaint that repeats no long argument whole: it may be a note, and complaints are passed on."""
    for word in argv:
        if len(word) > LONGEST_REPEATED and " " in word.strip():
            beginning = word.strip()[:REPEATED_OF_IT].replace("\\", r"\\")
            # A name may stand there in small letters, with its blanks or without.
            text = re.sub(re.escape(word.strip()), f"{beginning}...", text, flags=re.IGNORECASE)
    return text


class Formatter(argparse.HelpFormatter):
    """Help of a fixed width: to ask for the screen's, argparse would load shutil at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=HELP_WIDTH)


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line, and whose options are not cut short.

    What it says and takes is the same on every Python; `newer` is what a later one hands from a
    parser to its commands.
    """

    def __init__(self, prog: str, description: str, epilog: str = "", **_newer: object) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=Formatter,
            allow_abbrev=False,
        )
        self.color = False  # Python 3.14 and later write colors into help on a terminal

    @override
    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        # argparse's own takes no notice of an output that failed.
        print(self.format_help(), end="", file=file)

    @override
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {printable(shortened(message))} (see {self.prog} --help)\n")


class PrintVersion(argparse.Action):
    """Print the version and stop. As with help, argparse's own takes no notice of an output that failed."""

    @override
    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        sys.stdout.write(f"heartplanner {__version__}\n")
        parser.exit()


def add_version(parser: Parser) -> None:
    """The option --version: it takes no value, and wants no other argument."""
    text = "show program's version number and exit"
    parser.add_argument(
        "--version", action=PrintVersion, nargs=0, dest=argparse.SUPPRESS, help=text
    )


def joined(argv: Sequence[str]) -> list[str]:
    """The arguments with `--rotation -SSAS--...` as one, so that its first - is no option's."""
    words: list[str] = []
    for argument in argv:
        value = not argument.startswith("--") or ROTATION.fullmatch(argument)
        # argparse takes what begins with - for an option, and rotations often begin with a free day.
        if words and words[-1] == "--rotation" and value:
            words[-1] = f"--rotation={argument}"
        else:
            words.append(argument)
    return words


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]  # noqa: SLF001  (it has no public name)


def subcommands(parser: Parser, dest: str, metavar: str, *, required: bool = False) -> Commands:
    """Subcommands; with `prog` given, argparse does not load shutil only to know the screen's width."""
    return parser.add_subparsers(dest=dest, metavar=metavar, required=required, prog=parser.prog)


def command(commands: Commands, name: str, text: str) -> Parser:
    parser = commands.add_parser(name, help=text, description=text)
    add_version(parser)
    parser.add_argument(
        "--plan",
        type=file_path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="the schedule file (default: your own, in your data folder)",
    )
    return parser


def file_name(text: str) -> str:
    """A file's name that was typed; nothing would name the folder that one is in."""
    if not text:
        raise argparse.ArgumentTypeError("expected the name of a file")
    return text


def file_path(text: str) -> Path:
    """A path that was typed, as a `file_name`."""
    return Path(file_name(text))


def whole(low: int, high: int) -> Callable[[str], int]:
    """Whole numbers from low to high, in the digits 0 to 9."""

    def convert(text: str) -> int:
        if re.fullmatch(r"\d{1,9}", text, re.ASCII) and low <= int(text) <= high:
            return int(text)
        raise argparse.ArgumentTypeError(f"expected a whole number from {low} to {high}")

    return convert


def typed(parse: Callable[[str], Value]) -> Callable[[str], Value]:
    """A parser that raises PlanError, as argparse wants it."""

    def convert(text: str) -> Value:
        try:
            return parse(text)
        except PlanError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def month(text: str) -> Month:
    if not re.fullmatch(r"\d{4}-\d\d", text, re.ASCII):
        raise PlanError("expected a month such as 2025-08")
    return Month.of(parse_date(f"{text}-01"))


def year(text: str) -> int:
    if not re.fullmatch(r"\d{4}", text, re.ASCII):
        raise PlanError("expected a year such as 2025")
    return parse_date(f"{text}-01-01").year


def dates(text: str) -> tuple[date, date]:
    """2025-08-27..2025-09-05, or one date."""
    first, dots, last = text.partition("..")
    span = (parse_date(first), parse_date(last) if dots else parse_date(first))
    if span[1] < span[0]:
        raise PlanError(f"{last} is before {first}")
    return span


def time_of_day(text: str) -> time:
    """09:00, or 9:00 as people write it. Raises PlanError."""
    return parse_time(f"0{text}" if re.fullmatch(r"\d:\d\d", text, re.ASCII) else text)


DATE: Callable[[str], date] = typed(parse_date)
DATES: Callable[[str], tuple[date, date]] = typed(dates)
TIME: Callable[[str], time] = typed(time_of_day)
BANDS = [str(band) for band in Band]


def add_range(parser: Parser, begin: str = "today or the start date") -> None:
    """The options --from and --to; plan_access.days_asked says which days they come to.

    `begin`: what is said of the first day where none is given.
    """
    parser.add_argument("--from", dest="first", type=DATE, metavar="DATE", help=f"default: {begin}")
    text = "the last day, included (default: twelve months on)"
    parser.add_argument("--to", dest="last", type=DATE, metavar="DATE", help=text)


def add_work_week(parser: Parser, more_help: str = "", days: Sequence[str] = WEEK_STARTS) -> None:
    """The option --work-week; `more_help` says what more than a day it may be."""
    text = f"the day on which your work week begins (default: as it was, else mon){more_help}"
    parser.add_argument("--work-week", choices=days, help=text)


def work_week_of(day: str) -> int | None:
    """A work week's first day, 0 Monday to 6 Sunday; None for any."""
    return WEEK_STARTS.index(day) if day in WEEK_STARTS else None


def add_format(parser: Parser) -> None:
    """The option --format."""
    parser.add_argument("--format", choices=("text", "json"), default="text")
