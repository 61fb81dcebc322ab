"""Command lines that somebody typed by mistake: one line each, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from heartplanner.files import disk

PROGRAM = [sys.executable, "-m", "heartplanner"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}


def run(home: dict[str, str], *argv: str, shell: str = "") -> tuple[int, str]:
    """The status, and what is said on standard error but for the example's own line."""
    command = ["sh", "-c", f'exec "$0" "$@" {shell}', *PROGRAM, *argv]
    done = subprocess.run(
        command, env=home, cwd=home["HOME"], capture_output=True, text=True, check=False
    )
    said = [
        line for line in done.stderr.splitlines() if not line.startswith("No schedule of your own")
    ]
    return done.returncode, "\n".join(said)


@pytest.mark.parametrize("name", [".", "/"])
def test_no_name_of_a_file(home: dict[str, str], name: str) -> None:
    status, said = run(home, "export", "-o", name)
    assert (status, said.count("\n")) == (1, 0)
    assert "not saved" in said


@pytest.mark.parametrize(
    "argv",
    [
        ("new", "--force", "q.json", "--rotation", "--"),
        ("change", "add", "note", "--", "2025-08-01", "--"),
        ("milestone", "add", "--", "2025-08-01", "--"),
        ("holiday", "add", "--", "2025-08-01", "--"),
        ("change", "add", "swap", "--give", "2025-08-01", "--with=--"),
        ("new", "--plan=--"),
        ("new", "--", "--"),
    ],
)
def test_two_dashes_are_no_value(home: dict[str, str], argv: tuple[str, ...]) -> None:
    status, said = run(home, *argv)
    assert (status, said.count("\n")) == (2, 0), said


def test_an_output_that_is_closed(home: dict[str, str]) -> None:
    assert run(home, "export", "-o", "-", shell=">&-") == (0, "")


def test_an_output_that_is_full_says_what_is_done(home: dict[str, str]) -> None:
    status, said = run(home, "change", "add", "note", "2025-08-01", "x", shell=">/dev/full")
    assert (status, said.count("\n")) == (1, 0)
    assert said.endswith("the command itself is done")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is in use stays on Windows")
@pytest.mark.parametrize(
    "argv",
    [
        ("export", "-o", "x.ics"),
        ("print", "--month", "2025-09", "-o", "x.pdf"),
        ("calendars", "add", "x.ics"),
    ],
)
def test_a_folder_that_is_gone_is_told(home: dict[str, str], argv: tuple[str, ...]) -> None:
    gone = Path(home["HOME"]) / "gone"
    gone.mkdir()
    leave = ["sh", "-c", 'cd "$1" && rmdir "$1" && shift && exec "$@"', "sh", str(gone)]
    done = subprocess.run(
        [*leave, *PROGRAM, *argv], env=home, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "heartplanner: the folder that you are in is gone; change to another one and try again"
    )


INTERRUPTED_LOADING = """
import sys

class CtrlC:
    def find_spec(self, name, path=None, target=None):
        if name == "heartplanner.cli.argument_parser":
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
from heartplanner.__main__ import main
sys.exit(main())
"""


def test_ctrl_c_while_the_program_loads_is_silent() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_LOADING], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("argv", [("--help",), ("show", "--help"), ("--version",)])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_help_that_cannot_be_written_says_so(
    home: dict[str, str], argv: tuple[str, ...], unbuffered: str
) -> None:
    status, said = run({**home, "PYTHONUNBUFFERED": unbuffered}, *argv, shell=">/dev/full")
    assert (status, said.count("\n")) == (1, 0)
    assert "the output cannot be written" in said


def test_a_text_like_the_name_of_the_plan_stays_a_text(home: dict[str, str]) -> None:
    assert run(home, "new", "p.json") == (0, "")
    assert run(home, "p.json", "change", "add", "note", "2025-08-01", "p.json") == (0, "")


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (("--theme", "pink"), 2, "invalid choice: 'pink'"),
        (("bogus-cmd",), 2, "there is no such schedule file and no such command"),
        (("SHOW",), 2, "there is no such schedule file and no such command"),
        (("bogus.json",), 1, "there is no such schedule file and no such command"),
        (("new", "--rotation", "-SSAS--,-SSAS--"), 2, "week 1 has ','"),
        (("export", "-o", ""), 2, "expected the name of a file"),
        (("print", "--wall", "-o", ""), 2, "expected the name of a file"),
    ],
)
def test_what_is_meant_is_told(
    home: dict[str, str], argv: tuple[str, ...], status: int, said: str
) -> None:
    got, err = run(home, *argv)
    assert got == status
    assert said in err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dangling.json", "dangling.json: cannot be read: No such file or directory"),
        ("folder", "folder: this is not a file; choose another"),
        ("plan.json/x", "plan.json: this is a file and no folder; choose another"),
    ],
)
def test_what_no_force_replaces_is_said_at_once(
    home: dict[str, str], tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "dangling.json").symlink_to("nowhere/x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "plan.json").write_text("{}")
    told = (1, f"heartplanner: {said}")
    assert run(home, "new", name) == run(home, "new", name, "--force") == told


def test_a_name_that_cannot_be_said_is_not_advised(home: dict[str, str]) -> None:
    said = "there is no such schedule file"
    assert run(home, "show", "--plan", "a\nb") == (1, f"heartplanner: a?b: {said}")
    status, advised = run(home, "show", "--plan", "ab")
    assert (status, advised) == (1, f"heartplanner: ab: {said}; heartplanner new ab starts one")
    # The window did not say how one begins.
    assert run(home, "--plan", "ab") == (1, advised)


def test_a_file_that_may_not_be_looked_at_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    assert not disk.is_there(tmp_path / "p.json")
    assert not disk.is_there(tmp_path / ("x" * 300))
    assert not disk.is_there(tmp_path / "a\0b")
    monkeypatch.setattr(Path, "lstat", refused)
    assert disk.is_there(tmp_path / "p.json")


@pytest.mark.parametrize("argv", [("find", "--roster", "-"), ("compare", "-")])
def test_a_standard_input_that_is_closed_is_one_line(
    home: dict[str, str], argv: tuple[str, ...]
) -> None:
    status, said = run(home, *argv, shell="<&-")
    assert (status in (1, 2), said.count("\n")) == (True, 0), said
    assert said.startswith("heartplanner: standard input: ")


@pytest.mark.parametrize(
    "argv",
    [
        ("{}",), ("show", "{}"), ("change", "{}"), ("change", "add", "{}"), ("new", "{}"),
        ("--plan", "{}", "show"), ("export", "-o", "a.ics", "--for", "{}"), ("keep", "{}"),
        ("calendars", "remove", "{}"), ("people", "remove", "{}"), ("find", "--roster", "{}"),
        ("change", "add", "note", "2025-09-12", "{}"), ("hours", "--by", "{}"),
    ],
)  # fmt: skip
def test_no_complaint_repeats_a_long_note(home: dict[str, str], argv: tuple[str, ...]) -> None:
    note = "My private words " * 130
    status, said = run(home, *(word.format(note) for word in argv))
    assert status in (1, 2)
    assert said.casefold().count("private") <= 4
    assert len(said) < 500
