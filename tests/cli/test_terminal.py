"""No terminal obeys what a command says, and texts that people give lose what nobody sees in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from heartplanner.cli import terminal
from heartplanner.cli.terminal import printable
from heartplanner.files.plan import planfile, versions

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(terminal.__file__).parent
UNSEEN = "\u200b\u200e\u200f\u061c\U000e0041\u3164\u115f\u17b4\u034f\u180b"
WRITERS = ["publish.py", "dispatch.py", "main.py", "parser.py", "terminal.py"]
"""Of them dispatch writes files that were asked for on standard output, main gives up a broken one, and
publish counts what is done."""


@pytest.mark.parametrize("mark", ["\x1b", "\x07", "\x9b", "\r", "\u202e", "\u2066", *UNSEEN])
def test_marks_and_escapes_stand_as_question_marks(mark: str) -> None:
    assert printable(f"a{mark}b") == "a?b"


def test_letters_of_all_scripts_stay() -> None:
    text = "Año nuevo, 9 am–9 pm, ☁\ufe0f, 漢字"
    assert printable(text) == text
    assert printable("\ufe0fa \ufe0f") == "?a ?"


def test_all_output_goes_through_one_place() -> None:
    writing = [
        path.name
        for path in sorted(ROOT.rglob("*.py"))
        if re.search(r"sys\.stdout|sys\.stderr|\bprint\(", path.read_text())
    ]
    assert writing == WRITERS


def test_whatever_files_are_called_and_hold_each_line_can_be_printed(
    run: Run, tmp_path: Path
) -> None:
    plan = tmp_path / f"p\x1b[2J\u202e{UNSEEN}.json"
    out = tmp_path / f"o\x1b]0;x\x07{UNSEEN}.ics"
    assert run("new", plan)[0] == 0
    run("change", "add", "note", "2025-09-12", "cake", "--plan", plan)
    run("milestone", "add", "2025-09-30", "badge", "--plan", plan)
    run("holiday", "add", "2025-09-29", "feast", "--plan", plan)
    run("people", "add", "Lee", "--plan", plan)
    text = plan.read_text()
    for word in ("cake", "badge", "feast"):
        text = text.replace(word, word + UNSEEN)
    plan.write_text(text)
    first = versions.versions(plan)[-1]
    first.path.write_text('{"\x1b[2J": 1}')
    lines: list[str] = []
    for argv in (
        ["show", "--from", "2025-09-01", "--to", "2025-09-30"], ["check"], ["change", "list"],
        ["milestone", "list"], ["holiday", "list", "--year", "2025"], ["restore", "--list"],
        ["restore", first.stamp], ["restore", UNSEEN], ["export", "-o", out, "--for", "my phone"],
        ["export", "--changes", "--for", "my phone"], ["keep", out], ["keep", "--list"],
        ["change", "remove", "\x1b"], ["ask", f"\x1b[2J{UNSEEN}"], ["find", "--roster", out],
        ["calendars", "add", "\x1b[2J", out], ["calendars", "list"], ["new", plan],
    ):  # fmt: skip
        for said in run(*argv, "--plan", plan)[1:] if argv[0] != "new" else run(*argv)[1:]:
            lines += said.split("\n")
    assert [line for line in lines if not line.isprintable()] == []
    assert any("cake?????" in line for line in lines)


def test_texts_that_people_give_lose_what_is_unseen(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "p.json"
    run("new", plan)
    for argv in (
        ["change", "add", "note", "2025-09-12", f"ca{UNSEEN}ke"],
        ["change", "add", "swap", "--give", "2025-08-05", "--with", f"Le{UNSEEN}e"],
        ["milestone", "add", "2025-09-30", f"{UNSEEN}badge"],
        ["holiday", "add", "2025-09-29", f"feast{UNSEEN}"],
        ["entry", "add", f"den{UNSEEN}tist", "2025-09-13"],
    ):
        status, _, err = run(*argv, "--plan", plan)
        assert status == 0, err
    text = plan.read_text()
    assert not set(UNSEEN) & set(text)
    for word in ("cake", "Lee", "badge", "feast", "dentist"):
        assert f'"{word}"' in text
    status, _, err = run("milestone", "add", "2025-09-30", UNSEEN, "--plan", plan)
    assert (status, "a reminder date has a title" in err) == (1, True)
    assert planfile.load(plan).plan.milestones[-1].title == "badge"
