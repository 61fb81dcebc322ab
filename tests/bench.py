"""How fast the program is, as ratios against floors measured in the same run, and how that grows.

    python tests/bench.py [RUNS] [commands | files | window | growth ...]

Ours and its floor are run in turn, A B A B ..., so that a machine whose speed drifts does not favor
one; the median of their processor times is printed. It is no test: it judges nothing.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from bench_table import Row, cpu, print_table, row, started

from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.calendar.events import events
from heartplanner.core.edits.example import START, example_plan
from heartplanner.core.plan.change import Change, Note, Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar.export import prepare
from heartplanner.files.calendar.ical import calendar_of
from heartplanner.files.plan import planfile

PASS = "pass"
OURS = "import sys; from heartplanner.__main__ import main; sys.exit(main())"
BLANK_PAGES = """
from datetime import date
from PySide6.QtGui import QGuiApplication
from heartplanner.pages.page import Box, Page, Paper
from heartplanner.pages.pdf import pdf
from heartplanner.pages.text_fit import Pen, TextStyle
application = QGuiApplication([])
page = Box(0, 0, 792, 612)
letters = [Pen(TextStyle(11, bold), "#000000").at("a", 40, 40, page) for bold in (False, True)]
pdf([Page("", Paper.LETTER, tuple(letters))] * 12, "", date(2025, 7, 28))
"""
"""Twelve pages with a letter of each font."""
YEARS, CHANGES = (1, 10, 50), (0, 500, 5000)
WORKED, FREE = date(2025, 8, 1), date(2025, 8, 2)


def ours(*argv: str) -> Callable[[], None]:
    """A command as it is typed, in a process of its own; one that complains ends the measuring."""
    run = started(OURS, *argv)

    def done() -> None:
        complaint = run().stderr.decode()
        if complaint.startswith("heartplanner:"):
            raise SystemExit(complaint)

    return done


def command_rows(folder: Path, runs: int) -> Iterator[Row]:
    """The commands that answer at once, and calcurse where it is installed."""
    plan = str(saved(folder, example_plan()))
    commands = {
        "`--help`": ["--help"],
        "`show`, twelve months": ["show", "--plan", plan],
        "`check`, twelve months": ["check", "--plan", plan],
        "`find`, a day known": ["find", "--plan", plan, "--known", "2025-09-09=S"],
        "`ask`": ["ask", "--plan", plan, "is Oct 17 free"],
    }
    for what, argv in commands.items():
        yield row(what, ours(*argv), "`python -c pass`", started(PASS), runs, 4)
    if calcurse := shutil.which("calcurse"):
        command = [calcurse, "-D", str(folder / "calcurse"), "-r365"]
        yield row(
            "calcurse, a year",
            lambda: subprocess.run(command, capture_output=True, check=False),
            "`python -c pass`",
            started(PASS),
            runs,
        )


def file_rows(folder: Path, runs: int) -> Iterator[Row]:
    """A calendar file and sheets of paper."""
    plan = str(saved(folder, example_plan()))
    file = str(folder / "shifts.ics")
    yield row(
        "`export`, twelve months",
        ours("export", "--plan", plan, "-o", file),
        '`python -c "import icalendar"`',
        started("import icalendar"),
        runs,
        2.5,
    )
    schedule, span = Schedule(example_plan()), (START, last_of(10))
    written = events(schedule, *span)
    yield row(
        f"ten years to a file, {len(written):,} events, with the receipt",
        lambda: prepare(schedule, Path(plan), span, DeliveredState("")).data(),
        "building and writing them",
        lambda: calendar_of(written),
        max(3, runs // 3),
        2,
    )
    yield row(
        "`print`, twelve sheets",
        ours("print", "--plan", plan, *days(1), "-o", str(folder / "year.pdf")),
        "twelve blank pages",
        started(BLANK_PAGES),
        runs,
        2,
    )


def growth(folder: Path) -> None:
    """Processor seconds of whole commands, run once, by years and by changes on single days."""
    counts = " | ".join(f"{count:,} changes" for count in CHANGES)
    print(f"\n| command | years | {counts} |\n| --- | --- | {'--- | ' * len(CHANGES)}")
    for command in ("show", "check", "export", "print"):
        for years in YEARS:
            taken = []
            for count in CHANGES:
                plan = str(saved(folder, changed(count, years)))
                output = ["-o", str(folder / f"out.{command}")] * (command in ("export", "print"))
                taken.append(cpu(ours(command, "--plan", plan, *days(years), *output)) / 1000)
            print(
                f"| `{command}` | {years} | {' | '.join(f'{one:.2f} s' for one in taken)} |",
                flush=True,
            )


def changed(count: int, years: int) -> Plan:
    """The example with so many changes: a shift swapped away and back, and notes over all its years."""
    length = (last_of(years) - START).days
    swaps = cycle([Swap(WORKED, FREE), Swap(FREE, WORKED)])
    made = []
    for number in range(1, count + 1):
        note = Note(START + timedelta(length * number // count), f"note {number}")
        made.append(Change(number, next(swaps) if number % 2 else note))
    return example_plan()._replace(changes=tuple(made))


def last_of(years: int) -> date:
    """The last day of so many years from the start date on."""
    return START.replace(year=START.year + years) - timedelta(1)


def days(years: int) -> list[str]:
    """The options for so many years from the start date on."""
    return ["--from", str(START), "--to", str(last_of(years))]


def saved(folder: Path, plan: Plan) -> Path:
    path = folder / "plan.json"
    path.write_bytes(planfile.dump(plan))
    return path


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    parts = sys.argv[2:] or ["commands", "files", "window", "growth"]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, median of {runs} runs\n")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rows: list[Iterator[Row]] = []
        if "commands" in parts:
            rows.append(command_rows(folder, runs))
        if "files" in parts:
            rows.append(file_rows(folder, runs))
        if "window" in parts:
            from bench_window import window_rows  # it needs a Qt that can draw

            rows.append(window_rows(runs))
        print_table(one for some in rows for one in some)
        if "growth" in parts:
            growth(folder)


if __name__ == "__main__":
    main()
