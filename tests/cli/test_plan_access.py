"""The plan of a command: its changes are applied once, and the example is said to be one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from heartplanner.cli.main import main
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Plan
from heartplanner.files.plan import planfile
from tests.counting import changes_applied

Run = Callable[..., tuple[int, str, str]]
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


def test_a_folder_that_cannot_be_made_is_all_that_is_said(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file" / "data"))
    status, out, said = run("change", "add", "note", "2025-08-05", "x")
    assert (status, out, said.count("\n")) == (1, "", 1)
    assert said.startswith("heartplanner: ")
    assert "this folder cannot be made" in said
    # Nothing is to be saved here, so that the folder is no fault.
    assert run("change", "list")[2].startswith("No schedule of your own yet.")


def test_a_refused_edit_says_that_the_days_are_the_examples(run: Run) -> None:
    said = run("change", "remove", "7")[2].splitlines()
    assert said[0].startswith("No schedule of your own yet.")
    assert said[1].startswith("heartplanner: ")


def test_the_first_edit_says_that_the_days_were_the_examples(run: Run) -> None:
    assert run("change", "add", "note", "2025-08-05", "x")[2].count("No schedule of your own") == 1
    assert run("change", "list") == (0, "   1  note, Tuesday, August 5, 2025: x\n", "")
