"""Mutants through the command line: a process for each, with exit status, output, time and memory.

A process is forked from one that has loaded the program, which takes a tenth of the time of a new one;
what it starts itself, to read rosters and calendars, is as it always is.
"""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from heartplanner.cli.main import main
from heartplanner.core.edits.calendars import add_calendar
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.files.plan import planfile
from tests.fuzz.counted import MOST_MEMORY, MOST_SECONDS, Figures, Find, megabytes, memory

FILES = {
    "plan": "plan.json",
    "memory": "plan.json.handed/my-phone.json",
    "kept-files": "plan.json.kept",
    "printed": "plan.json.wall",
    "roster": "roster.txt",
    "calendar": "sam.ics",
}
"""Where the mutant of a format lies, in a folder of its own with a plan."""
COMMANDS = {
    "plan": (
        "check", "show --month 2025-09", "export -o out.ics", "hours", "leave list", "restore --list",
    ),
    "memory": ("export --for my-phone --changes", "export --for my-phone -o out.ics"),
    "kept-files": ("keep --list", "keep out.ics", "change add note 2025-09-09 cake"),
    "printed": ("print --printed",),
    "roster": ("find --roster roster.txt", "compare roster.txt --today 2025-09-11"),
    "calendar": (
        "calendars events --from 2025-07-28 --to 2025-10-05", "calendars conflicts",
        "find --roster sam.ics",
    ),
}  # fmt: skip


USUAL = 100
"""Megabytes of a process that forks commands alone."""


class Answer(NamedTuple):
    """What a command gave: its output and what it said beside, seconds of the processor, megabytes."""

    status: int
    output: str
    complaint: str
    seconds: float
    memory: float


def run(name: str, files: Iterable[bytes], finds: list[Find]) -> Figures:
    """Give each file to one of its format's commands, in turn, until one presses Ctrl+C.

    What is wrong is added to `finds`.
    """
    number, seconds, slowest, most = 0, 0.0, 0.0, 0.0
    seen: set[str] = set()
    with contextlib.suppress(KeyboardInterrupt):
        for number, data in enumerate(files, 1):
            command = COMMANDS[name][number % len(COMMANDS[name])]
            answer = answer_to(name, data, command.split())
            seconds += answer.seconds
            slowest, most = max(slowest, answer.seconds), max(most, answer.memory)
            if (fault := fault_in(answer)) and fault not in seen:
                seen.add(fault)
                finds.append(Find(data, f"{command}: {fault}"))
    return Figures(number, seconds, slowest, most)


def fault_in(answer: Answer) -> str:
    """What is wrong with an answer; "" where it is a result, or a complaint in one line."""
    said = answer.complaint
    if answer.status not in (0, 1, 2):
        return f"exit status {answer.status}: {said[-300:]}"
    if "Traceback" in said:
        return said[-300:]
    if unseen := {each for each in answer.output + said if not each.isprintable()} - {"\n"}:
        return f"what no terminal may get: {unseen}"
    last = said.splitlines()[-1:]
    if answer.status and not answer.output and not (last and last[0].startswith("heartplanner: ")):
        return f"exit status {answer.status} without a line that says why: {said[-300:]!r}"
    if answer.seconds > MOST_SECONDS:
        return f"it takes more than {MOST_SECONDS} s"
    return f"it takes more than {MOST_MEMORY} MB" if answer.memory > MOST_MEMORY else ""


def answer_to(name: str, data: bytes, command: list[str]) -> Answer:
    """What a command says with this file in its place. All is done in a folder that is then removed."""
    folder = Path(tempfile.mkdtemp(prefix="heartplanner-"))
    plan = example_plan()
    if name == "calendar":
        plan = add_calendar(
            plan, OtherCalendar("Sam", str(folder / FILES[name])), plan.history[0].at
        )
    (folder / "plan.json").write_bytes(planfile.dump(plan))
    file = folder / FILES[name]
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    try:
        return _forked(folder, [*command, "--plan", "plan.json"])
    finally:
        shutil.rmtree(folder)


def _forked(folder: Path, argv: list[str]) -> Answer:
    sys.stdout.flush()
    sys.stderr.flush()
    # A process that has run other tests before is larger than a command's, and the fork begins as large.
    before = max(0, memory() - USUAL)
    child = os.fork()
    if not child:
        _run_and_exit(folder, argv)
    _, status, used = os.wait4(child, 0)
    return Answer(
        os.waitstatus_to_exitcode(status),
        (folder / "stdout").read_text(errors="replace"),
        (folder / "stderr").read_text(errors="replace"),
        # With what it started and waited for.
        used.ru_utime + used.ru_stime,
        megabytes(used) - before,
    )


def _run_and_exit(folder: Path, argv: list[str]) -> None:
    """Never returns: whatever happens here must not go on as the process that was forked."""
    status = 99
    try:
        for number, name in ((1, "stdout"), (2, "stderr")):
            os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8")
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        os.chdir(folder)
        os.environ |= {
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
            "XDG_CACHE_HOME": str(folder),
        }
        status = main(argv, lambda *_: 98)
    except SystemExit as stop:
        status = int(str(stop.code or 0))
    except BaseException:
        import traceback

        traceback.print_exc()
        status = 97
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
