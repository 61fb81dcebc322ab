"""What the file of each command holds, what the command is asked, and what it answers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import NamedTuple

from heartplanner.cli.argument_types import Parser


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


class Command(NamedTuple):
    """A command: gives a parser its arguments, and does what they ask."""

    add_arguments: Callable[[Parser], None]
    run: Callable[[Request], Output]
