"""Counts of what a piece of work does: they are the same on every machine, as times are not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

from heartplanner.core.calendar import sync_plan
from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.schedule import changes, schedule
from heartplanner.files.calendar import export, ledger


class Calls:
    """How often functions were called since they were replaced by ones that count."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, *modules: ModuleType) -> None:
        self.count = 0
        for module in modules:
            monkeypatch.setattr(module, name, self._counted(getattr(module, name)))

    def _counted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **named: Any) -> Any:
            self.count += 1
            return function(*args, **named)

        return counted

    def during(self, work: Callable[[], object]) -> int:
        """How many calls some work makes."""
        before = self.count
        work()
        return self.count - before


def changes_applied(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """How often all the changes of a plan are applied."""
    return Calls(monkeypatch, "changed_days", schedule)


def positions(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """How often a date's place in its cycle is worked out."""
    return Calls(monkeypatch, "position", schedule, changes)


class ExportCounts:
    """What an export or a sync reads and works out: ledgers by their target, events, comparisons."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ledgers: list[str] = []
        self._events = Calls(monkeypatch, "events", export, sync_plan)
        self._compared = Calls(monkeypatch, "calendar_diff", export, sync_plan)
        load = ledger.load

        def counted(plan_file: Path, target: str) -> DeliveredState:
            self.ledgers.append(target)
            return load(plan_file, target)

        monkeypatch.setattr(ledger, "load", counted)

    def take(self) -> tuple[list[str], int, int]:
        """The ledgers read, events worked out and comparisons made since the last time."""
        counts = self.ledgers, self._events.count, self._compared.count
        self.ledgers, self._events.count, self._compared.count = [], 0, 0
        return counts


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python some work runs, each turn of a loop counted."""
    count = 0

    def trace(_frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
