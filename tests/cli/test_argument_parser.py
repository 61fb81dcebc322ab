"""The help of the command line, which is the same text on every Python and every terminal."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from heartplanner.cli.argument_parser import COMMANDS
from heartplanner.cli.main import main
from heartplanner.core.plan.change import AbsenceKind

ADD = """\
usage: heartplanner change add [-h] [--version] [--plan FILE] KIND-OF-CHANGE ...

Add a change.

positional arguments:
  KIND-OF-CHANGE
    leave         Leave, on the worked days of a range.
    sick          Sick days, on the worked days of a range.
    called-off    A shift or admin day that HEART calls off.
    extra         An extra shift.
    swap          A shift you give away, a shift you take, or both.
    admin         Admin time moved to another day.
    hours         Other hours for a day's shift.
    training      Training.
    note          A note on a day.

options:
  -h, --help      show this help message and exit
  --version       show program's version number and exit
  --plan FILE     the schedule file (default: your own, in your data folder)
"""


def help_of(*command: str) -> str:
    """The help where everything asks for color."""
    env = {**os.environ, "FORCE_COLOR": "1", "PYTHON_COLORS": "1", "TERM": "xterm-256color"}
    words = [sys.executable, "-m", "heartplanner", *command, "--help"]
    return subprocess.run(words, env=env, capture_output=True, text=True, check=True).stdout


def test_columns_are_the_same_on_every_python() -> None:
    assert help_of("change", "add") == ADD


@pytest.mark.parametrize("kind", AbsenceKind)
def test_each_absence_can_be_added(kind: AbsenceKind) -> None:
    assert f"\n    {kind} " in ADD


@pytest.mark.parametrize("before", [("--help",), ("-h",), ("--theme", "dark", "--help"), ()])
def test_help_before_a_command_lists_all_of_them(
    before: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([*before, "show", "--help"], lambda *_: 99)
    told = capsys.readouterr().out
    assert [f"\n    {name} " in told for name in COMMANDS] == [bool(before)] * len(COMMANDS)


@pytest.mark.parametrize("command", [(), ("print",), ("change", "add", "training")])
def test_no_color_codes(command: tuple[str, ...]) -> None:
    told = help_of(*command)
    assert told.startswith("usage: heartplanner")
    assert "\033" not in told
