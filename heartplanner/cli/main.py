"""Runs one command line: exit status 0, 1 with one line that says what could not be done, or 2."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from heartplanner.cli.argument_parser import COMMANDS, LISTS, build
from heartplanner.cli.command import CommandError
from heartplanner.cli.parser import UsageError, joined, shortened, without_long
from heartplanner.cli.terminal import aside
from heartplanner.files import disk
from heartplanner.files.disk import FileError, reason

LONGEST_WORD = 20
"""What is longer is no command that somebody meant."""

OpenWindow = Callable[[Path | None, str], int]


def main(argv: Sequence[str], open_window: OpenWindow) -> int:
    """Run the command that `argv` (without the program's name) asks for."""
    # First of all: whatever follows may have to say something.
    _open_streams()
    try:
        # Flushed here, where a full disk or a closed pipe can still be answered.
        status = _run(list(argv), open_window)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader has seen enough
        _let_go_of_stdout()
        return 0
    except (UsageError, CommandError, FileError, OSError) as error:
        message, status = _complaint(error)
        aside([f"heartplanner: {without_long(message, argv)}"])
        return status


def _complaint(error: Exception) -> tuple[str, int]:
    """What is said of an error, and the exit status."""
    match error:
        case UsageError():
            return f"{shortened(str(error))} (see heartplanner --help)", 2
        case CommandError():
            return str(error), error.status
        case OSError(filename=str() | bytes() as name):
            return f"{os.fsdecode(name)}: {reason(error)}", 1
        # Writing to an output never ends so: it is the folder one is in that was asked for, by no name.
        case FileNotFoundError():
            return "the folder that you are in is gone; change to another one and try again", 1
        case OSError():
            _let_go_of_stdout()
            return f"the output cannot be written: {reason(error)}; the command itself is done", 1
        case _:
            return str(error), 1


def _run(argv: list[str], open_window: OpenWindow) -> int:
    at = _first_word(argv)
    if at is not None and argv[at] not in COMMANDS and "--plan" not in argv[:at]:
        file = argv[at]
        if not (disk.is_there(Path(file)) and disk.is_file(Path(file))):
            _check_lost(Path(file))
        if not disk.is_there(Path(file)):
            known = ", ".join(COMMANDS)
            missing = (
                f"{file}: there is no such schedule file and no such command; commands are {known}"
            )
            raise FileError(missing) if _like_a_file(file) else UsageError(missing)
        # `heartplanner FILE` is the same as `heartplanner --plan FILE`.
        argv = ["--plan", file, *argv[:at], *argv[at + 1 :]]
        at = _first_word(argv)
    # Before the command, -h or --help asks for the help of all of them.
    listed = any(word.startswith(("-h", "--h")) for word in argv[:at])
    asked = None if at is None else argv[at]
    try:
        arguments = build(asked, listed=listed).parse_args(joined(argv))
    except SystemExit:
        # After a help argparse stops the program: what is not written yet can still be answered here.
        sys.stdout.flush()
        raise
    _check_values(arguments)
    plan = getattr(arguments, "plan", None)
    if arguments.command is None:
        from heartplanner.cli.plan_access import check_given  # the window loads what it needs, too

        check_given(plan)
        return open_window(plan, arguments.theme)
    clock = datetime.now(UTC).replace(microsecond=0)
    from heartplanner.cli import dispatch  # loads what days are made of, which no help needs

    return dispatch.run(arguments, clock)


def _check_lost(path: Path) -> None:
    """Raise FileError for a schedule file that is gone and whose copies are there."""
    # Loaded only here: what shows a help or opens a window has no need of it.
    from heartplanner.cli.plan_access import copies_told
    from heartplanner.files import unsaved_forms

    if copies := copies_told(path):
        with contextlib.suppress(FileError):
            if unsaved_forms.load(path):
                copies += ". What you were typing is kept: it is offered once a copy is restored"
        raise FileError(f"{path}: there is no such schedule file any more; {copies}")


def _first_word(argv: Sequence[str]) -> int | None:
    """Where the first word is that is neither an option nor an option's value."""
    for at, word in enumerate(argv):
        if not word.startswith("-") and (not at or argv[at - 1] not in ("--theme", "--plan")):
            return at
    return None


def _like_a_file(word: str) -> bool:
    return len(word) > LONGEST_WORD or bool({".", "/", os.sep} & {*word})


def _check_values(arguments: Namespace) -> None:
    """Raise UsageError for what no option takes, whatever the plan.

    No value is --: older Pythons take it away and leave an empty list, newer ones leave it there.
    """
    first, last = getattr(arguments, "first", None), getattr(arguments, "last", None)
    if first and last and last < first:
        raise UsageError(f"--to {last} is before --from {first}")
    for name, value in vars(arguments).items():
        if (value == [] and name not in LISTS) or str(value) == "--":
            raise UsageError(f"-- is no value for {name.upper()}")


def _open_streams() -> None:
    """Streams that were closed before the start are empty and swallow what is written to them.

    Others take any character.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.TextIOWrapper(io.BytesIO()))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _let_go_of_stdout() -> None:
    """Keep Python from complaining at its end about an output that takes no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
