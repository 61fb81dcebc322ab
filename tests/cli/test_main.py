"""The command line as a newcomer uses it, in one process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from ast import literal_eval
from collections.abc import Callable
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from heartplanner.cli import commands
from heartplanner.cli.argument_parser import COMMANDS, ROOMS
from heartplanner.cli.main import main

ROTATION = "-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS"
GOLDEN = Path(__file__).parents[1] / "golden"
Run = Callable[..., tuple[int, str, str]]


def no_window(plan: Path | None, theme: str) -> int:
    raise AssertionError(f"a window was asked for: {plan}, {theme}")


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "p.json"
    assert run("new", path, "--rotation", ROTATION)[0] == 0
    return path


def shown(run: Run, *argv: object) -> dict[str, Any]:
    status, out, _ = run("show", "--format", "json", *argv)
    assert status == 0
    found: dict[str, Any] = json.loads(out)
    return found


def test_without_a_plan_the_example_is_shown_and_said_to_be_one(run: Run) -> None:
    status, out, err = run("show", "--month", "2025-08", "--format", "json")
    assert status == 0
    assert "example" in err
    assert len(err.splitlines()) == 1
    assert json.loads(out)["example"] is True


def test_a_month_as_text_is_as_approved(run: Run) -> None:
    _, out, _ = run("show", "--month", "2025-08")
    assert out == (GOLDEN / "show-2025-08.txt").read_text()


def test_a_day_as_json_has_the_documented_keys(run: Run, plan: Path) -> None:
    found = shown(run, "--plan", plan, "--from", "2025-08-16", "--to", "2025-08-16")
    assert found == {
        "from": "2025-08-16",
        "to": "2025-08-16",
        "example": False,
        "days": [
            {
                "date": "2025-08-16",
                "cycle": 1,
                "week": 3,
                "planned": "S",
                "blocks": [
                    {
                        "kind": "shift",
                        "band": "day",
                        "start": "2025-08-16T09:00:00-04:00",
                        "end": "2025-08-16T21:00:00-04:00",
                        "minutes": 720,
                    }
                ],
                "off": None,
                "break": None,
                "weekend": "on",
                "changes": [],
                "why": "Week 3 of 6. The rotation has a day shift, 9 am-9 pm, on this Saturday.",
            }
        ],
    }


@pytest.mark.parametrize(
    "rotation",
    [
        [f"--rotation={ROTATION}"],
        ["--rotation", ROTATION],
        ["--rotation", ROTATION.replace(" ", "")],
        ["--rotation", ROTATION.replace("-", ".").lower()],
    ],
)
def test_a_rotation_works_as_typed(run: Run, tmp_path: Path, rotation: list[str]) -> None:
    path = tmp_path / "typed.json"
    assert run("new", path, *rotation, "--band", "evening")[0] == 0
    assert json.loads(path.read_text())["assignments"][0]["rotation"] == ROTATION


def test_new_does_not_overwrite_without_force(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    status, _, err = run("new", plan)
    assert (status, plan.read_bytes()) == (1, before)
    assert "--force" in err
    assert run("new", plan, "--force")[0] == 0
    assert plan.read_bytes() != before
    kept = plan.with_name("p.json.versions")
    assert before in [each.read_bytes() for each in kept.iterdir()]


def test_changes_are_added_listed_and_taken_back(run: Run, plan: Path) -> None:
    assert run("change", "add", "leave", "2025-09-16..2025-09-17", "--plan", plan)[0] == 0
    status, out, _ = run(
        "change", "--plan", plan, "add", "swap", "--give", "2025-09-09",
        "--take", "2025-09-22", "--band", "evening", "--with", "Lee",
    )  # fmt: skip
    assert status == 0
    assert "28 h (40 h planned)" in out
    _, listed, _ = run("change", "list", "--plan", plan)
    assert [line.split()[:2] for line in listed.splitlines()] == [["1", "leave,"], ["2", "swap,"]]
    assert run("change", "remove", "1", "--plan", plan)[0] == 0
    days = shown(run, "--plan", plan, "--from", "2025-09-16", "--to", "2025-09-22")["days"]
    assert [len(day["blocks"]) for day in days] == [1, 1, 1, 1, 0, 0, 1]
    assert days[-1]["changes"][0]["kind"] == "swap"


def test_one_day_of_a_leave_is_taken_back_and_the_rest_of_it_stays(run: Run, plan: Path) -> None:
    assert run("change", "add", "leave", "2025-09-16..2025-09-19", "--plan", plan)[0] == 0
    status, out, _ = run("change", "remove", "1", "--on", "2025-09-17", "--plan", plan)
    assert status == 0
    assert out.startswith("Removed September 17, 2025 from change 1: leave, September 16-19, 2025")
    _, listed, _ = run("change", "list", "--plan", plan)
    assert [line.strip() for line in listed.splitlines()] == [
        "1  leave, September 16, 2025",
        "2  leave, September 18-19, 2025",
    ]
    status, _, error = run("change", "remove", "1", "--on", "2025-09-17", "--plan", plan)
    assert (status, "takes nothing off on September 17, 2025" in error) == (1, True)


def test_the_first_change_makes_the_example_one_s_own_plan(run: Run, own_folder: Path) -> None:
    assert run("change", "add", "sick", "2025-08-05")[0] == 0
    _, out, err = run("change", "list")
    assert "sick, August 5, 2025" in out
    assert err == ""
    (kept,) = own_folder.rglob("plan.json")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_assign_continues_what_it_is_not_told(run: Run, plan: Path) -> None:
    status, out, _ = run("assign", "--plan", plan, "--from", "2025-09-17", "--band", "evening")
    assert status == 0
    assert "cycle week 2" in out
    days = shown(run, "--plan", plan, "--from", "2025-09-16", "--to", "2025-09-17")["days"]
    assert [day["blocks"][0]["band"] for day in days] == ["day", "evening"]
    assert [(day["cycle"], day["week"]) for day in days] == [(2, 2), (1, 2)]


def test_check_passes_the_example_and_fails_a_broken_week(run: Run, plan: Path) -> None:
    year = ("--from", "2025-07-28", "--to", "2026-07-26")
    assert run("check", "--plan", plan, *year)[0] == 0
    run("change", "add", "--plan", plan, "extra", "2025-08-04", "--band", "day")
    status, out, _ = run("check", "--plan", plan, *year, "--format", "json")
    assert status == 1
    broken = {each["rule"]: each["where"] for each in json.loads(out) if not each["holds"]}
    assert broken == {"P2": ["2025-08-04"], "P3": ["2025-08-04"]}


def test_export_writes_what_show_shows(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    year = ("--from", "2025-07-28", "--to", "2025-09-07")
    status, out, _ = run("export", "-o", path, *year)
    assert status == 0
    assert out.splitlines() == [
        f"{path}: July 28 - September 7, 2025",
        "Checked: every shift is as in the example rotation (18 shifts, 40 h in 6 of 6 weeks),"
        " which you have not confirmed yet.",
    ]
    assert path.read_bytes().count(b"BEGIN:VEVENT") == 18 + 6 + 1


def test_export_never_replaces_what_is_no_calendar(run: Run, plan: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Lee")
    for path in (plan, letter):
        before = path.read_bytes()
        status, _, err = run("export", "--plan", plan, "-o", path)
        assert (status, path.read_bytes()) == (1, before)
        assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (["show", "--plan", "missing.json"], 1),
        (["missing.json"], 1),
        (["leave", "2025-08-05"], 2),
        (["show", "a\nb\x1b[31m"], 2),
        (["check", "--from", "2024-01-01", "--to", "2024-12-31"], 1),
        (["export", "-o", "x.ics", "--from", "2000-01-01"], 1),
        (["change", "add", "note", "2025-08-05", " "], 1),
        (["change", "add", "swap", "--give", "2025-08-05", "--band", "day"], 2),
        (["new", "a.json", "--plan", "b.json"], 2),
        (["new", "x.json", "--admin-minutes", "0"], 2),
        (["new", "x.json", "--cycle-week", "\uff13"], 2),
        (["change", "remove", "7"], 1),
        (["change", "add", "leave", "2025-08-04"], 1),
        (["change", "add", "note", "2025-07-27", "early"], 1),
        (["export", "-o", "/dev/full"], 1),
        (["export", "-o", "/nowhere/at/all.ics"], 1),
        (["show", "--from", "2025-02-30"], 2),
        (["show", "--month", "2025-13"], 2),
        (["show", "--from", "2025-09-02", "--to", "2025-09-01"], 2),
        (["show", "--month", "2025-09", "--to", "2025-09-30"], 2),
        (["new", "x.json", "--rotation", "-SSAS--"], 2),
        (["new", "x.json", "--cycle-week", "7"], 2),
        (["change", "add", "swap"], 2),
        (["change", "add", "extra", "2025-08-04"], 2),
        (["change", "add", "leave", "2025-08-05..2025-08-01"], 2),
        (["--colour", "red"], 2),
        (["assign"], 2),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, argv: list[str], status: int) -> None:
    got, out, err = run(*argv)
    lines = [
        line for line in err.splitlines() if not line.startswith("No schedule of your own yet")
    ]
    assert (got, out, len(lines)) == (status, "", 1), err
    assert "Traceback" not in err


def test_what_is_echoed_cannot_steer_the_terminal(run: Run) -> None:
    _, _, err = run("show", "--plan", "evil\x1b[2J\n.json")
    assert "\x1b" not in err
    assert len(err.splitlines()) == 1


def test_a_file_name_opens_the_window(own_folder: Path, plan: Path) -> None:
    assert own_folder.is_dir()
    asked: list[tuple[Path | None, str]] = []

    def open_window(path: Path | None, theme: str) -> int:
        asked.append((path, theme))
        return 0

    assert main([str(plan)], open_window) == 0
    assert main([], open_window) == 0
    assert main(["--plan", str(plan), "--theme", "dark"], open_window) == 0
    assert main(["--theme", "dark", str(plan)], open_window) == 0
    assert asked == [(plan, "system"), (None, "system"), (plan, "dark"), (plan, "dark")]


@pytest.mark.parametrize(
    "argv",
    [
        ["--help"],
        ["new", "--help"],
        ["change", "add", "swap", "--help"],
        ["--version"],
        ["show", "--version"],
    ],
)
def test_help_and_version_are_everywhere(run: Run, argv: list[str]) -> None:
    status, out, err = run(*argv)
    assert (status, err) == (0, "")
    assert "heartplanner" in out


def test_every_command_has_a_file_of_its_name_and_every_file_is_a_command() -> None:
    files = {
        room.name: {module.name for module in iter_modules([f"{commands.__path__[0]}/{room.name}"])}
        for room in iter_modules(commands.__path__)
    }
    files["output"].remove("export_options")
    assert files == {room: {*names} for room, names in ROOMS.items()}
    assert {*COMMANDS} == {name for names in ROOMS.values() for name in names}


def loaded_by(words: list[str], package: str) -> list[str]:
    """The last names of the modules of a package that a command of these words has loaded."""
    code = (
        f"import sys; from heartplanner.cli.main import main; main({words!r}, None);"
        "print(sorted(n.rpartition('.')[2] for n in sys.modules if n.startswith(sys.argv[1])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, package], stdout=subprocess.PIPE, text=True, check=True
    )
    names: list[str] = literal_eval(done.stdout.splitlines()[-1])
    return names


def test_a_command_loads_its_own_file_only() -> None:
    loaded = loaded_by(["show", "--month", "2025-08"], "heartplanner.cli.commands.")
    assert loaded == ["output", "show"]


def test_the_book_of_swaps_is_listed_without_the_grammar_of_questions() -> None:
    assert loaded_by(["swaps", "list"], "heartplanner.core.ask") == []


def test_a_pipe_in_place_of_a_plan_is_refused_without_waiting(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    assert run("show", "--plan", pipe)[0] == 1


def test_streams_that_were_closed_are_no_error(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own_folder.is_dir()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["show", "--month", "2025-08"], no_window) == 0


@pytest.mark.parametrize("command", [["compare", "-"], ["find", "--roster", "-"]])
def test_a_standard_input_that_was_closed_is_an_empty_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    said = run(*command)[2].splitlines()
    assert said[-1] == "heartplanner: standard input: there is nothing in it"


@pytest.mark.skipif(sys.platform == "win32", reason="/dev/full is of Unix")
def test_a_full_disk_behind_standard_output_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "heartplanner", "show"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("heartplanner: the output cannot be written")


@pytest.mark.parametrize(
    "command",
    [
        ["export", "--alarm", "5"],
        ["print", "--old", "--month", "2025-08"],
        ["print", "--language", "es", "-o", "x.pdf"],
        ["change", "add", "swap"],
        ["publish", "https://cloud.example", "--user", ""],
    ],
)
def test_options_that_do_not_go_together_are_told_before_anything_else(
    run: Run, command: list[str]
) -> None:
    status, out, said = run(*command)
    assert (status, out, said.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "words", [["show", "--format"], ["--theme"], ["show"], ["print", "--year"]]
)
def test_a_long_value_is_not_repeated_whole(run: Run, words: list[str]) -> None:
    status, _, said = run(*words, "x" * 5_000)
    assert status == 2
    assert said.startswith("heartplanner")
    assert len(said) < 700


@pytest.mark.parametrize("words", [["--plan", "", "show"], ["show", "--plan", ""], [""]])
def test_a_plan_without_a_name_is_told_as_that(run: Run, words: list[str]) -> None:
    status, _, said = run(*words)
    assert status == 2
    assert "argument --plan: expected the name of a file" in said
