"""What the file of each command holds, what the command is asked, and what it answers."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import NamedTuple

from heartplanner.cli.parser import Parser


class Request(NamedTuple):
    """The parsed arguments, the moment in UTC and whole seconds, and the date in Durham."""

    arguments: Namespace
    clock: datetime
    today: date


class Output(NamedTuple):
    """What standard output gets, text or bytes, and the exit status."""

    lines: Iterable[str] = ()
    status: int = 0
    data: bytes = b""


class CommandError(Exception):
    """What could not be done, as one sentence, and the exit status that says so."""

    def __init__(self, text: str, status: int) -> None:
        super().__init__(text)
        self.status = status


class Command(NamedTuple):
    """A command: gives a parser its arguments, and does what they ask.

    `error_status`: the exit status where it cannot be done; another than 1 where 1 is an answer.
    """

    add_arguments: Callable[[Parser], None]
    run: Callable[[Request], Output]
    error_status: int = 1
