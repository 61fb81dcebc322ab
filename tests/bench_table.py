"""What the benchmarks share: processor time in turn with a floor, and the table of it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from statistics import median
from typing import NamedTuple

Work = Callable[[], object]


class Row(NamedTuple):
    """One line of the table: processor milliseconds, or `unit`, of ours and of its floor; no goal is 0."""

    what: str
    ours: float
    floor_name: str
    floor: float
    goal: float = 0
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.floor


def seconds(work: Work) -> float:
    """How long some work takes by the clock."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def cpu(work: Work) -> float:
    """Processor milliseconds of some work, its processes included: others at work disturb them less."""
    before = _used()
    work()
    return _used() - before


def _used() -> float:
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return 1000 * sum(one.ru_utime + one.ru_stime for one in used)


def pair(one: Work, two: Work, runs: int) -> tuple[float, float]:
    """Median processor milliseconds of each, run in turn after one warm-up."""
    one(), two()
    taken = [(cpu(one), cpu(two)) for _ in range(runs)]
    return median(a for a, _ in taken), median(b for _, b in taken)


def row(what: str, ours: Work, floor_name: str, floor: Work, runs: int, goal: float = 0) -> Row:
    """A line of the table."""
    taken, least = pair(ours, floor, runs)
    return Row(what, taken, floor_name, least, goal)


def started(code: str, *argv: str) -> Callable[[], subprocess.CompletedProcess[bytes]]:
    """A process of its own that runs this code, with its compiled files kept as when installed."""
    env = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    return lambda: subprocess.run(
        [sys.executable, "-c", code, *argv], env=env, capture_output=True, check=False
    )


def print_table(rows: Iterable[Row]) -> None:
    """The rows as a table of Markdown, each as soon as it is known."""
    print("| what | ours | floor | ratio | goal |\n| --- | --- | --- | --- | --- |")
    for one in rows:
        goal = f"{one.goal:g}" if one.goal else ""
        print(
            f"| {one.what} | {one.ours:.1f} {one.unit} | {one.floor_name}, {one.floor:.1f} {one.unit}"
            f" | {one.ratio:.2f} | {goal} |",
            flush=True,
        )


def report(name: str, ours: float, floor: float, floor_name: str) -> None:
    """A line for seconds of ours and of a floor."""
    ratio = f"{ours / floor:6.2f} x {floor_name}"
    print(f"{name:<40}{ours * 1000:9.1f} ms   {ratio} ({floor * 1000:.1f} ms)")
