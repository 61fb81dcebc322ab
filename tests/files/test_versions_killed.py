"""A document that is killed at any call of a save: its file is whole, and no state is lost."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from saver_calls import watched

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.plan import planfile, versions
from tests.examples import LONG

NOON = datetime(2025, 9, 11, 12, 30, tzinfo=UTC)
DONE, KILLED, WENT_WRONG = 0, 9, 70


def noted(plan: Plan, text: str) -> Plan:
    return add_change(plan, Note(date(2025, 9, 12), text), NOON)


def dies(work: Callable[[], object], at: int, when: str) -> int:
    """How a process ends that is killed at this call of some work."""

    def hook(number: int, _call: str) -> None:
        if number == at:
            os._exit(KILLED)

    with warnings.catch_warnings():
        # From Python 3.12 on: the child might wait for a thread that it does not have. It starts none.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        try:
            with watched(**{when: hook}):
                work()
            os._exit(DONE)
        finally:
            os._exit(WENT_WRONG)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.parametrize(
    ("when", "foreign"),
    [("before", True), *([("after", True), ("before", False), ("after", False)] if LONG else [])],
)
def test_no_state_is_lost_whenever_a_save_is_killed(
    example: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str, foreign: bool
) -> None:
    """`foreign`: what another program wrote, which no version holds yet."""
    monkeypatch.setattr(os, "fsync", lambda _: None)  # a process is killed here, and no disk
    new = planfile.dump(noted(example, "new"))
    ends: list[int] = []
    seen: set[bytes] = set()
    while DONE not in ends:
        path = tmp_path / f"{len(ends)}" / "plan.json"
        Document(path, Schedule(example), None).save(NOON)
        if foreign:
            path.write_bytes(planfile.dump(noted(example, "theirs")))
        old = path.read_bytes()
        document = Document.load(path)
        save = partial(document.change, "note", planfile.parse(new), NOON)
        ends.append(dies(save, len(ends), when))
        present = path.read_bytes()
        assert present in (old, new)
        seen.add(present)
        kept = [version.path.read_bytes() for version in versions.versions(path)]
        assert old in (present, *kept)
        for version in kept:
            planfile.parse(version)  # none is half
        # The next save finds nothing in its way.
        again = Document.load(path)
        assert again.change("next", noted(again.plan, "next"), NOON) == []
        assert not list(path.parent.rglob("*.saving"))
    assert ends == [KILLED] * (len(ends) - 1) + [DONE]
    assert len(seen) == 2
