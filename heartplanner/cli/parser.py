"""The parser of the command line. It loads little: the help of all commands needs no more than this."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from heartplanner import __version__
from heartplanner.cli.terminal import printable
from heartplanner.typed import override

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

HELP_WIDTH = 96
LONGEST = 600
"""Characters of a complaint about arguments."""
LONGEST_REPEATED, REPEATED_OF_IT = 200, 40
"""A longer argument is repeated by so many of its characters."""
REPEATED = (
    rf"((?:invalid choice: |unrecognized arguments: ).{{{REPEATED_OF_IT}}})"
    rf".{{{LONGEST_REPEATED},}}?(?= \(choose from |$)"
)
"""What argparse itself repeats."""
ROTATION = r"[-.SADE\s]+"


class UsageError(Exception):
    """Arguments that are each well formed and do not go together."""


def shortened(text: str) -> str:
    """A complaint of a length that can be read: it may repeat what was typed, however long that is."""
    text = re.sub(REPEATED, r"\1...", text)
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

    def __init__(
        self, prog: str, description: str = "", epilog: str = "", **_newer: object
    ) -> None:
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
        value = not argument.startswith("--") or re.fullmatch(ROTATION, argument, re.IGNORECASE)
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
