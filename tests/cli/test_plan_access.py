"""A command applies the changes of a plan once, when it reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from heartplanner.cli.main import main
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Plan
from heartplanner.files.plan import planfile
from tests.counting import changes_applied

COMMANDS = [
    ("show",),
    ("show", "--format", "json"),
    ("check",),
    ("find",),
    ("change", "list"),
    ("holiday", "list"),
    ("milestone", "list"),
    ("export", "--for", "my phone", "-o", "my.ics"),
    ("export", "--for", "my phone", "--changes"),
    ("print", "--wall"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_applies_them_once(
    command: tuple[str, ...], example: Plan, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_folder)
    plan = add_change(example, Note(date(2025, 8, 5), "cake"), datetime(2025, 8, 1, tzinfo=UTC))
    (own_folder / "plan.json").write_bytes(planfile.dump(plan))
    applied = changes_applied(monkeypatch)
    status = main([*command, "--plan", "plan.json"], lambda *_: 99)
    assert (status in (0, 1), applied.count) == (True, 1)
