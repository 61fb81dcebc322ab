"""A document that is killed at any call of a save: its file is whole, and no state is lost."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from saver_calls import DONE, KILLED, end_of

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.plan import planfile, versions
from tests.examples import LONG

NOON = datetime(2025, 9, 11, 12, 30, tzinfo=UTC)


def noted(plan: Plan, text: str) -> Plan:
    return add_change(plan, Note(date(2025, 9, 12), text), NOON)


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
        ends.append(end_of(save, len(ends), when))
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
